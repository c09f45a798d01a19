// Our own single-line lettering: each glyph is a path in a 44-high box (cap height 0 to 40, base
// line at 40, descender to 54), so that no file depends on a font.

const GLYPH = {
  A: [36, 'M2 40L18 0 34 40M8 26H28'],
  Q: [44, 'M42 20A20 20 0 1 1 2 20 20 20 0 0 1 42 20ZM29 29L43 43'],
  a: [30, 'M27 14V40M27 27A12.5 13 0 1 1 2 27 12.5 13 0 0 1 27 27Z'],
  d: [30, 'M27 0V40M27 27A12.5 13 0 1 1 2 27 12.5 13 0 0 1 27 27Z'],
  e: [29, 'M2 27H27A12.5 13 0 1 0 23 37'],
  l: [7, 'M3 0V40'],
  r: [17, 'M3 14V40M3 26Q4 14 16 14'],
  u: [28, 'M3 14V29Q3 40 14 40T25 29M25 14V40'],
  y: [27, 'M2 14L14 39M26 14L12 46Q9 54 1 53'],
  '&': [38, 'M35 40L10 12Q6 1 15 1T20 12Q18 17 9 22 0 28 4 36 10 44 22 38 31 32 33 22'],
  $: [28, 'M25 9Q22 3 14 3 4 3 4 11 4 19 14 20 25 21 25 29 25 37 14 37 5 37 2 31M14-3V43'],
  0: [30, 'M14 1Q2 1 2 20T14 39 26 20 14 1Z'],
  1: [19, 'M3 9L14 1V39'],
  5: [30, 'M24 1H7L4 18Q8 15 13 15 25 15 25 27T12 39Q5 39 2 34'],
  ' ': [13, ''],
};

const GAP = 9;

/** One path for a text, starting at (0, 0), and its width. */
export function strokes(text) {
  let at = 0;
  let d = '';
  for (const character of text) {
    const [width, glyph] = GLYPH[character];
    d += shifted(glyph, at);
    at += width + GAP;
  }
  return [d, at - GAP];
}

/** Moves a glyph right: only its absolute x coordinates change, arc radii and flags stay. */
function shifted(glyph, dx) {
  return glyph.replace(/([MLHVQTA])([^MLHVQTAZ]*)/g, (_, command, rest) => {
    const numbers = rest
      .trim()
      .match(/-?\d*\.?\d+/g)
      .map(Number);
    const isX = (index) => {
      if (command === 'H') return true;
      if (command === 'V') return false;
      return command === 'A' ? index % 7 === 5 : index % 2 === 0;
    };
    return command + numbers.map((n, index) => (isX(index) ? n + dx : n)).join(' ');
  });
}
