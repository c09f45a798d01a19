// The shop's sign: an alder leaf over two waves, and the name in our own lettering.
import { path } from './kit.mjs';
import { strokes } from './letters.mjs';

export const SHOP_NAME = 'Alder & Quay';

const PINE = '#1f4a45';
const PAPER = '#f7f3ea';
const LEAF = 'M32 10C45 16 49 30 40 41 37 44 27 44 24 41 15 30 19 16 32 10Z';
const VEINS = 'M32 17V44M32 28l7-6M32 35l7-6M32 31l-7-6M32 38l-7-6';
const WAVES = 'M15 48q5.7-5 11.3 0t11.3 0 11.3 0M20 55q4-3.5 8 0t8 0 8 0';

const svg = (width, height, ...shapes) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}"` +
  ` height="${height}" role="img" aria-label="${SHOP_NAME.replace('&', '&amp;')}">` +
  `${shapes.join('')}</svg>\n`;

const strokeOf = (d, colour, width) =>
  path(
    d,
    'none',
    `stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`,
  );

const sign = [
  `<rect width="64" height="64" rx="16" fill="${PINE}"/>`,
  path(LEAF, '#d8c48f'),
  strokeOf(VEINS, PINE, 2.2),
  strokeOf(WAVES, PAPER, 3),
];

/** The sign alone, on its own tile: favicon and app icon. */
export const mark = () => svg(64, 64, ...sign);

/** Sign and name in one colour; dark ink for light pages, light ink for dark ones. */
export function wordmark(ink) {
  const [d, width] = strokes(SHOP_NAME);
  const name = `<g transform="translate(80 14) scale(.8)">${strokeOf(d, ink, 4.2)}</g>`;
  return svg(Math.ceil(84 + width * 0.8), 64, ...sign, name);
}

export const LOGOS = {
  'logo.svg': () => wordmark('#23312e'),
  'logo-dark.svg': () => wordmark('#f1ece0'),
  'favicon.svg': mark,
};
