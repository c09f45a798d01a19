// The colours of the catalogue as materials: highlight, base, shade, plus a trim for handles and
// knobs and an ink for fine lines. `materialsOf('Black and Blue')` gives two of them.

const plain = (id, hi, base, lo, trim, ink) => ({
  id,
  hi,
  base,
  lo,
  trim,
  ink,
  round: [
    [0, lo],
    [0.16, base],
    [0.34, hi],
    [0.62, base],
    [1, lo],
  ],
});

// Brushed metal shows a second, weaker reflection on the far side.
const metal = (id, hi, base, lo, trim, ink) => ({
  ...plain(id, hi, base, lo, trim, ink),
  round: [
    [0, lo],
    [0.1, base],
    [0.28, hi],
    [0.46, base],
    [0.6, lo],
    [0.8, hi],
    [1, lo],
  ],
});

export const MATERIAL = {
  white: plain('w', '#ffffff', '#f6f4f0', '#cdc8bf', '#b9b4ab', '#a8a299'),
  black: plain('k', '#54575c', '#2e3034', '#17181a', '#3f4246', '#6c7076'),
  'matte black': plain('m', '#56585a', '#414346', '#2a2b2d', '#232426', '#7b7e82'),
  'stainless steel': metal('s', '#f3f5f6', '#c5cacd', '#8f959a', '#2f3236', '#6d7378'),
  'steel grey': metal('e', '#c3c8cc', '#8f969c', '#62686e', '#2f3236', '#474c51'),
  silver: metal('v', '#fafbfb', '#dbdee0', '#a9aeb2', '#54585c', '#82878c'),
  chrome: metal('c', '#ffffff', '#cfd4d8', '#7d848a', '#26282b', '#5d6368'),
  grey: plain('y', '#bfc2c4', '#9a9ea1', '#6f7376', '#55595c', '#5a5e61'),
  'dark grey': plain('d', '#7b7f83', '#585c60', '#383b3e', '#2b2d30', '#8b8f93'),
  graphite: plain('h', '#74797f', '#4f545a', '#33373b', '#25282b', '#888d93'),
  gunmetal: metal('n', '#9aa2aa', '#616a72', '#3e454b', '#22262a', '#2c3136'),
  blue: plain('b', '#8fb3d9', '#5682b4', '#355a88', '#2c4a70', '#d7e3f0'),
  'dark blue': plain('q', '#5b7299', '#334b73', '#1d2f4e', '#17243b', '#8fa2c2'),
  red: plain('r', '#e08a7d', '#c2503f', '#8a3226', '#6f271d', '#f3d3cd'),
  purple: plain('p', '#b9a3d4', '#8a6fb0', '#61498a', '#4e3a70', '#e6dcf0'),
  pink: plain('i', '#f6cfd2', '#e5a6ad', '#c07a83', '#a8646d', '#fdf0f1'),
  mint: plain('t', '#d3ece0', '#a5d4bf', '#76ab94', '#5f937d', '#eef9f4'),
  'rose gold': metal('o', '#fae3d8', '#e3b29d', '#b98069', '#8c5b47', '#a06d57'),
};

export const materialsOf = (colour) =>
  colour
    .toLowerCase()
    .split(' and ')
    .map((name) => {
      const material = MATERIAL[name];
      if (!material) throw new Error(`no material for the colour "${colour}": add it here`);
      return material;
    });

export const INK = '#2b2e31';
export const GLOW = '#8fd0e8';
