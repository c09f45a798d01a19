// Shoes, from the side, toe to the left.
import { Scene, fade, line, path, shine } from './kit.mjs';

const UPPER =
  'M54 262Q50 236 88 226 134 214 166 184 184 166 202 154 212 148 222 154 240 186 276 186 300 ' +
  '184 318 158' +
  ' 330 150 336 164 342 200 344 262Z';
const LINING =
  'M204 154Q212 148 222 154 240 186 276 186 300 184 318 158L322 162Q306 196 274 196 236 196 ' +
  '204 154Z';
const EYELETS = 'M150 206Q186 180 204 154L236 188Q216 220 190 238Z';

const laces = line('M192 172l26 18M176 190l26 18M160 204l26 20', '#fbf9f5', 7);
const stitch = (d) => line(d, '#000', 1.5, `${fade(0.28)} stroke-dasharray="5 4"`);

/** The upper every shoe shares: cloth, heel patch, eyelet patch, lining and laces. */
const upper = (s, { light, dark, heel, patch, toe }) => [
  path(
    UPPER,
    s.blend(
      'u',
      [
        [0, light],
        [1, dark],
      ],
      'x2=".5" y2="1"',
    ),
  ),
  path('M310 166Q318 150 330 152 336 156 338 176L344 262H296Q292 210 310 166Z', heel),
  path('M54 262Q50 236 88 226 112 220 128 212 156 232 156 262Z', toe),
  path(EYELETS, patch),
  path(LINING, '#000', fade(0.32)),
  laces,
  stitch('M154 210Q190 236 194 240 218 220 240 192M294 262Q288 214 306 176'),
];

const plimsoll = (light, dark, heel, toe) => () => {
  const s = new Scene('stone', [42, 151, 358, 302]);
  s.ground(200, 302, 148);
  return s.add(
    upper(s, { light, dark, heel, patch: heel, toe }),
    stitch('M164 262Q168 244 190 240H290'),
    path(
      'M46 256H350Q358 256 358 268L356 286Q354 302 338 302H66Q46 302 44 280 40 256 46 256Z',
      s.blend('o', [
        [0, '#fdfcf9'],
        [1, '#d5cfc4'],
      ]),
    ),
    line('M46 272H356', dark, 4),
    line('M58 290H344', '#b9b1a4', 3, fade(0.6)),
    shine('M72 248Q78 236 104 230 88 240 86 252Z', 0.55),
  );
};

export const bluePlimsolls = plimsoll('#7ba3d0', '#41699b', '#355a88', '#f7f4ee');
export const whitePlimsolls = plimsoll('#ffffff', '#dedad2', '#d3cec4', '#f7f5f1');

export function dashForce() {
  const s = new Scene('stone', [38, 151, 360, 306]);
  s.ground(202, 310, 150);
  return s.add(
    upper(s, {
      light: '#5d6b7d',
      dark: '#333e4c',
      heel: '#e2704f',
      patch: '#26303c',
      toe: '#26303c',
    }),
    line('M214 234h24M252 234h30M204 248h38M256 248h26', '#e2704f', 7),
    path(
      'M44 254Q120 266 190 256T356 250L360 282Q358 306 334 306H82Q42 306 38 276 38 258 44 254Z',
      s.blend('o', [
        [0, '#ffffff'],
        [1, '#d5d0c7'],
      ]),
    ),
    path('M58 292H354Q348 306 334 306H84Q66 304 58 292Z', '#e2704f'),
    line('M232 274h96M216 284h104', '#b9b1a4', 3, fade(0.7)),
    shine('M68 246Q76 234 102 230 86 240 84 252Z', 0.3),
  );
}

export function balance420() {
  const s = new Scene('stone', [40, 151, 360, 306]);
  s.ground(202, 310, 148);
  const lugs = [];
  for (let x = 64; x <= 340; x += 23) lugs.push(`M${x} 300v6`);
  return s.add(
    upper(s, {
      light: '#cbbf9f',
      dark: '#978b6e',
      heel: '#6b6148',
      patch: '#7d7256',
      toe: '#6b6148',
    }),
    line('M212 242l16-18 16 18M248 242l16-18 16 18', '#f1ece0', 7),
    path(
      'M46 254H354Q360 256 360 268L358 286Q356 298 340 298H72Q44 298 40 272 40 256 46 254Z',
      s.blend('o', [
        [0, '#f6f2ea'],
        [1, '#d2cabb'],
      ]),
    ),
    path('M46 284H358Q354 304 338 304H74Q54 304 46 284Z', '#4a4334'),
    line(lugs.join(''), '#4a4334', 13),
    line('M196 270Q264 260 352 266', '#b5543f', 5),
    shine('M68 246Q76 234 102 230 86 240 84 252Z', 0.22),
  );
}
