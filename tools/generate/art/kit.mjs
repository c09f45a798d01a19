// The drawing kit of the product artwork: one tile, one light from the upper left, two shadows.
//
// A Scene collects shapes and the gradients they use; only used gradients are written, so a file
// stays below 3 KB. Colours are written as attributes and never as <style>: the files keep working
// under a Content-Security-Policy without 'unsafe-inline'.

const TILE = {
  sand: ['#f1ece4', '#ddd5c8'],
  mist: ['#eaeff0', '#d0d9db'],
  sage: ['#ecefe7', '#d3dacb'],
  blush: ['#f4ebe7', '#e2d2cb'],
  lilac: ['#efecf2', '#d8d3de'],
  stone: ['#eeece8', '#d8d4cd'],
  cream: ['#f6efdd', '#e7d9bb'],
  dusk: ['#e9ebf1', '#cdd2de'],
};

export class Scene {
  #tile;
  #defs = new Map();
  #shapes = [];
  #shadows = [];
  #frame;

  /** `bounds` = [left, top, right, bottom] of the thing drawn; it is scaled and centred to fit. */
  constructor(tile, bounds) {
    this.#tile = TILE[tile];
    this.#frame = frame(bounds);
  }

  /** Round-body shading: dark edge, light at a third from the left, dark edge. */
  round(material) {
    return this.#gradient(`r${material.id}`, material.round, 'x2="1" y2="0"');
  }

  /** Flat-front shading: lighter at the top. */
  front(material) {
    const { hi, base, lo } = material;
    return this.#gradient(
      `f${material.id}`,
      [
        [0, hi],
        [0.45, base],
        [1, lo],
      ],
      'x2=".35" y2="1"',
    );
  }

  /** A glass body: pale, see-through, brighter at the left edge. */
  glass() {
    const stops = [
      [0, '#fff', 0.75],
      [0.18, '#dfe9ec', 0.4],
      [0.7, '#c9d8dd', 0.35],
      [1, '#a3b7be', 0.7],
    ];
    return this.#gradient('g', stops, 'x2="1" y2="0"');
  }

  /** Any own gradient: stops are [offset, colour, opacity?]. */
  blend(id, stops, direction = 'x2="0" y2="1"') {
    return this.#gradient(id, stops, direction);
  }

  /** Shadow on the floor: a tight one where the thing stands, a wide one away from the light. */
  ground(cx, y, rx) {
    const paint = this.#shadowPaint();
    this.#shadows.push(
      oval(cx + rx * 0.18, y + 5, rx * 1.32, rx * 0.16 + 9, paint, fade(0.55)),
      oval(cx + 4, y, rx * 1.06, 8, paint),
    );
  }

  /** Shadow of a thing that lies flat: the same outline, blurred and moved away from the light. */
  lying(...outlines) {
    this.#defs.set('b', '<filter id="b"><feGaussianBlur stdDeviation="7"/></filter>');
    this.#shadows.push(
      group(
        `fill="#4a3f33" filter="url(#b)" ${move(9, 15)} ${fade(0.3)}`,
        outlines.map((outline) => path(outline)),
      ),
    );
  }

  /** Shapes that are shown more than once; draw them with `use`. */
  symbol(id, ...shapes) {
    this.#defs.set(id, group(`id="${id}"`, shapes));
  }

  add(...shapes) {
    this.#shapes.push(...shapes);
    return this;
  }

  toString() {
    const [light, dark] = this.#tile;
    const tile = this.#gradient(
      't',
      [
        [0, light],
        [1, dark],
      ],
      'x2=".6" y2="1"',
    );
    return (
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">' +
      `<defs>${[...this.#defs.values()].join('')}</defs>` +
      `<path d="M0 0h400v400H0z" fill="${tile}"/>` +
      `<g transform="matrix(${this.#frame})" stroke-linecap="round" stroke-linejoin="round">` +
      `${this.#shadows.join('')}` +
      `${this.#shapes.flat(Infinity).join('')}</g></svg>\n`
    );
  }

  #shadowPaint() {
    this.#defs.set(
      's',
      '<radialGradient id="s"><stop stop-color="#4a3f33" stop-opacity=".55"/>' +
        '<stop offset=".6" stop-color="#4a3f33" stop-opacity=".22"/>' +
        '<stop offset="1" stop-color="#4a3f33" stop-opacity="0"/></radialGradient>',
    );
    return 'url(#s)';
  }

  #gradient(id, stops, direction) {
    const drawn = stops
      .map(
        ([offset, colour, opacity]) =>
          `<stop offset="${short(offset)}" stop-color="${colour}"` +
          `${opacity === undefined ? '' : ` stop-opacity="${short(opacity)}"`}/>`,
      )
      .join('');
    this.#defs.set(id, `<linearGradient id="${id}" ${direction}>${drawn}</linearGradient>`);
    return `url(#${id})`;
  }
}

// The part of the tile a thing may fill, and how much a small thing may grow.
const ROOM = { width: 308, height: 276, grow: 1.16, centre: 202 };

function frame([left, top, right, bottom]) {
  const scale = Math.min(ROOM.width / (right - left), ROOM.height / (bottom - top), ROOM.grow);
  const x = 200 - (scale * (left + right)) / 2;
  const y = ROOM.centre - (scale * (top + bottom)) / 2;
  return [scale, 0, 0, scale, x, y].map(short).join(' ');
}

const short = (number) => String(Math.round(number * 100) / 100).replace(/^(-?)0\./, '$1.');
const nonEmpty = (name, value) => (value ? ` ${name}="${value}"` : '');
const tail = (extra) => (extra ? ` ${extra}` : '');

export const path = (d, fill, extra) => `<path d="${d}"${nonEmpty('fill', fill)}${tail(extra)}/>`;

export const box = (x, y, w, h, r, fill, extra) =>
  `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}"` +
  `${r ? ` rx="${short(r)}"` : ''}${nonEmpty('fill', fill)}${tail(extra)}/>`;

export const oval = (cx, cy, rx, ry, fill, extra) =>
  `<ellipse cx="${short(cx)}" cy="${short(cy)}" rx="${short(rx)}" ry="${short(ry)}"` +
  `${nonEmpty('fill', fill)}${tail(extra)}/>`;

export const disc = (cx, cy, r, fill, extra) =>
  `<circle cx="${short(cx)}" cy="${short(cy)}" r="${short(r)}"` +
  `${nonEmpty('fill', fill)}${tail(extra)}/>`;

/** An open line with round ends. */
export const line = (d, stroke, width, extra) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${tail(extra)}/>`;

export const group = (extra, ...shapes) => `<g ${extra}>${shapes.flat(Infinity).join('')}</g>`;

export const use = (id, x, y) => `<use href="#${id}" x="${x}" y="${y}"/>`;

export const move = (x, y) => `transform="translate(${x} ${y})"`;
export const turn = (degrees, x = 200, y = 200) => `transform="rotate(${degrees} ${x} ${y})"`;
/** A soft strip of light; the one highlight every glossy part gets. */
export const shine = (d, opacity = 0.4) => path(d, '#fff', `opacity="${short(opacity)}"`);
export const fade = (opacity) => `opacity="${short(opacity)}"`;
