// Colour names of the catalogue as paint. CSS classes, because a strict policy allows no inline
// style.
import { h } from '../ui/dom.js';
import { slug } from '../ui/picture.js';

const PAINTS = [
  'white',
  'black',
  'matte-black',
  'stainless-steel',
  'steel-grey',
  'silver',
  'chrome',
  'grey',
  'dark-grey',
  'graphite',
  'gunmetal',
  'blue',
  'dark-blue',
  'pink',
  'mint',
  'rose-gold',
  'black-and-blue',
  'black-and-red',
  'grey-and-white',
  'purple-and-white',
  'white-and-grey',
  'blue-and-white',
];

export const hasSwatch = (value: string): boolean => PAINTS.includes(slug(value));

export const swatch = (value: string): HTMLElement =>
  h('span', { class: `swatch swatch-${slug(value)}`, 'aria-hidden': 'true' });
