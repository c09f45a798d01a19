// Juice bottles, one label drawing a fruit.
import { Scene, box, disc, fade, group, line, oval, path, shine, turn } from './kit.mjs';

const BOTTLE =
  'M176 96H224V118Q224 134 240 148 256 162 256 184V310Q256 328 238 328H162Q144 328 144 310V184' +
  'Q144 162 160 148 176 134 176 118Z';

const juice = (light, base, dark, cap, fruit) => () => {
  const s = new Scene('cream', [144, 74, 256, 328]);
  s.ground(200, 330, 58);
  const liquid = s.blend(
    'j',
    [
      [0, dark],
      [0.18, base],
      [0.36, light],
      [0.66, base],
      [1, dark],
    ],
    'x2="1" y2="0"',
  );
  const top = s.blend(
    'k',
    [
      [0, '#000', 0.25],
      [0.3, '#fff', 0.35],
      [1, '#000', 0.3],
    ],
    'x2="1" y2="0"',
  );
  return s.add(
    path(BOTTLE, s.glass()),
    path(
      'M178 122H222Q226 138 238 150 252 164 252 184V308Q252 324 236 324H164Q148 324 148 308' +
        'V184Q148 164 162 150 174 138 178 122Z',
      liquid,
    ),
    box(172, 74, 56, 30, 8, cap),
    box(172, 74, 56, 30, 8, top),
    line('M182 80v18M194 80v18M206 80v18M218 80v18', '#000', 2, fade(0.12)),
    box(144, 198, 112, 92, 0, '#fbf8f0'),
    group('', fruit),
    box(
      144,
      198,
      112,
      92,
      0,
      s.blend(
        'l',
        [
          [0, '#5a4a30', 0.22],
          [0.3, '#fff', 0.1],
          [1, '#5a4a30', 0.28],
        ],
        'x2="1" y2="0"',
      ),
    ),
    shine('M158 188Q158 168 172 156 182 146 184 130h5q0 20-12 32-11 10-11 28v122q-8-4-8-12Z', 0.5),
  );
};

const leaf = (x, y, degrees) =>
  path(`M${x} ${y}q2-16 20-18 0 18-20 18Z`, '#6f9a4f', turn(degrees, x, y));

const apple = [
  path(
    'M200 232Q184 220 174 232 166 244 176 260 186 274 200 268 214 274 224 260 234 244 226 232 ' +
      '216 220 200 232Z',
    '#c9493b',
  ),
  shine('M178 240q4-8 10-8-6 6-6 18-6-4-4-10Z', 0.5),
  line('M200 232q0-10 6-14', '#6b4a2c', 4),
  leaf(203, 226, 20),
];

const banana = [
  path(
    'M166 226Q172 262 212 264 232 264 238 250 240 244 236 242 214 252 196 244 180 236 176 220 ' +
      '174 214 169 216 165 218 166 226Z',
    '#f0c44c',
  ),
  path(
    'M166 226Q172 262 212 264 232 264 238 250 214 262 194 252 174 242 169 216 165 218 166 226Z',
    '#d9a431',
  ),
  line('M171 218v-6M237 246l3-3', '#6b4a2c', 5),
];

const carrot = [
  line('M224 228q4-14-2-20M226 230q12-8 12-18M228 234q12 0 18-8', '#6f9a4f', 5),
  path(
    'M232 226Q240 236 228 246 200 268 170 276 168 274 170 268 190 242 214 226 226 218 232 226Z',
    '#e5873a',
  ),
  line('M210 236l8 8M196 250l7 7M184 262l5 5', '#c26a24', 3),
];

const bean = (x, y, degrees) =>
  group(
    turn(degrees, x, y),
    oval(x, y, 12, 17, '#6b4630'),
    line(`M${x} ${y - 13}q-6 13 0 26`, '#3d2618', 3.5),
  );
const beans = [bean(182, 246, -24), bean(216, 238, 30), bean(206, 264, 78)];

export const appleJuice = juice('#f2d27a', '#dda83c', '#b37f22', '#c9493b', apple);
export const bananaJuice = juice('#fbedb4', '#f0d680', '#cfae4c', '#e2b53d', banana);
export const carrotJuice = juice('#f6b36e', '#e88a35', '#bd6519', '#6f9a4f', carrot);
export const beanJuice = juice('#8a5c3e', '#5d3a24', '#38210f', '#38210f', beans);
