// Line icons on a 24-unit grid, drawn for this shop.
const PATHS = {
  bag: 'M6 8h12l1 12H5L6 8Zm3 0V6.5a3 3 0 0 1 6 0V8',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13Zm5-1.5L20 20',
  warn: 'M12 4 3 19h18L12 4Zm0 6v4m0 2.6v.1',
  truck:
    'M3 6h11v10H3V6Zm11 4h4l3 3v3h-7v-6Z' +
    'M7 18.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm10 0a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  lock: 'M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3',
  back: 'm14 6-6 6 6 6',
  forward: 'm10 6 6 6-6 6',
  down: 'm6 10 6 6 6-6',
  box: 'M4 8.5 12 4l8 4.5v7L12 20l-8-4.5v-7Zm0 0 8 4.5 8-4.5M12 13v7',
  cloud: 'M4 4l16 16M8 17h9m2.6-1.4A4 4 0 0 0 17 9a6 6 0 0 0-7.6-2.6M6.4 9.2A4 4 0 0 0 7 17',
  link:
    'M10 13.5a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5' +
    'M14 10.5a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5',
  phone: 'M8 3h8v18H8V3Zm3 15h2',
} as const;

export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** Decoration only: hidden from assistive technology, the words beside it carry the meaning. */
export function icon(name: IconName, mirrors = false): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', mirrors ? 'icon icon-mirrors' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
