// Shirts, hoodies, the beanie and the neck warmer: laid flat, seen from above.
import { Scene, disc, fade, group, line, path } from './kit.mjs';

const TEE =
  'M148 86L92 112Q78 120 72 136L50 196 102 216 114 190V324Q114 334 124 334H276Q286 334 286 324' +
  'V190' +
  'L298 216 350 196 328 136Q322 120 308 112L252 86Q226 104 200 104T148 86Z';
const NECK = 'M148 86Q160 128 200 128T252 86L242 82Q232 112 200 112T158 82Z';

const cloth = (s, light, dark) =>
  s.blend(
    'c',
    [
      [0, light],
      [1, dark],
    ],
    'x2=".7" y2="1"',
  );

// Folds: soft light on the left, soft shade on the right and under the arms.
const folds = [
  path(
    'M114 190Q128 168 124 140 138 176 126 236 122 280 128 334h-4q-10 0-10-10Z',
    '#000',
    fade(0.05),
  ),
  path(
    'M286 190Q272 168 276 140 262 176 274 236 280 280 270 334h6q10 0 10-10Z',
    '#000',
    fade(0.08),
  ),
  line('M72 188l34 14M328 188l-34 14', '#000', 2, fade(0.14)),
  line('M116 322h168', '#000', 2, `${fade(0.12)} stroke-dasharray="5 4"`),
];

const tee = (light, dark, rib, print) => () => {
  const s = new Scene('stone', [50, 82, 350, 334]);
  s.lying(TEE);
  return s.add(
    path(TEE, cloth(s, light, dark)),
    path('M158 82Q200 96 242 82 232 112 200 112T158 82Z', rib),
    print,
    folds,
    path(NECK, rib),
    line('M152 92Q166 124 200 124T248 92', '#000', 1.5, fade(0.18)),
  );
};

const bars = (rows, colour, mirrored) =>
  line(
    rows
      .map(([y, ...cells]) =>
        cells
          .map(([x, w]) => (mirrored ? `M${400 - x - w} ${y}h${w}` : `M${x} ${y}h${w}`))
          .join(''),
      )
      .join(''),
    colour,
    9,
  );

const CODE = [
  [170, [152, 22], [186, 38]],
  [190, [166, 30], [208, 14]],
  [210, [166, 14], [192, 42]],
  [230, [152, 12], [176, 26]],
];

export const monospaceTee = tee('#f5f2ec', '#d9d4ca', '#cfc9be', bars(CODE, '#3b4a5a'));
export const reversedMonotypeTee = tee(
  '#4a4d52',
  '#26282b',
  '#1b1d1f',
  bars(CODE, '#e9e4da', true),
);
export const teamShirt = tee('#4f7a6b', '#2f5448', '#27463c', [
  path('M166 158h68v34q0 34-34 48-34-14-34-48Z', '#f0ede6'),
  path('M174 166h52v26q0 26-26 38-26-12-26-38Z', '#4f7a6b'),
  path('M200 174l6 13 14 1.5-11 9.5 3.5 14-12.5-7.5-12.5 7.5 3.5-14-11-9.5 14-1.5Z', '#f2c879'),
]);

const facets = (colours) => {
  const shapes = [
    'M200 150L152 184 176 212Z',
    'M200 150L248 184 224 212Z',
    'M200 150L176 212H224Z',
    'M152 184L162 240 176 212Z',
    'M248 184L238 240 224 212Z',
    'M176 212H224L200 268Z',
    'M176 212L162 240 200 268Z',
    'M224 212L238 240 200 268Z',
  ];
  return shapes.map((d, i) => path(d, colours[i % colours.length]));
};

export const bluePolygonShirt = tee(
  '#6d97c6',
  '#41699b',
  '#355a88',
  facets(['#dbe8f5', '#9fc1e3', '#bdd5ee', '#86aed8', '#6f9bca', '#eef5fb', '#a9c8e8', '#7fa8d3']),
);
export const darkPolygonTee = tee(
  '#43464c',
  '#1f2124',
  '#17181a',
  facets(['#8a8f98', '#595d65', '#737882', '#4a4e55', '#3d4046', '#a2a7b0', '#666b74', '#51555c']),
);

const cube = (x, y, [top, left, right]) => [
  path(`M${x} ${y}l24-13 24 13-24 13Z`, top),
  path(`M${x} ${y}v27l24 13v-27Z`, left),
  path(`M${x + 48} ${y}v27l-24 13v-27Z`, right),
];
const WATER = ['#bfe3ea', '#6fb3c4', '#4791a5'];

export const cubesFountainTee = tee('#fbf9f5', '#dedad2', '#d2cdc4', [
  cube(176, 152, WATER),
  cube(152, 192, ['#f6d9a8', '#e0ae67', '#c48f48']),
  cube(200, 192, WATER),
  cube(128, 232, WATER),
  cube(176, 232, WATER),
  cube(224, 232, ['#f3c2b3', '#dd8d78', '#c06f5a']),
]);

export function darkoPolo() {
  const s = new Scene('stone', [50, 80, 350, 334]);
  s.lying(TEE);
  return s.add(
    path(TEE, cloth(s, '#7c3f4b', '#54262f')),
    folds,
    path('M188 110h24v84q0 4-4 4h-16q-4 0-4-4Z', '#6a333e'),
    line('M188 112v82M212 112v82', '#000', 1.5, fade(0.2)),
    disc(200, 142, 4, '#f0e6dc'),
    disc(200, 172, 4, '#f0e6dc'),
    path('M158 82Q200 96 242 82 230 108 200 112T158 82Z', '#3d1b22'),
    path('M148 86L158 80Q176 104 200 112L178 144Q152 120 148 86Z', '#8a4a56'),
    path('M252 86L242 80Q224 104 200 112L222 144Q248 120 252 86Z', '#7c3f4b'),
    line('M56 188l48 18M344 188l-48 18', '#f0e6dc', 4, fade(0.8)),
  );
}

const HOOD =
  'M142 102Q140 48 200 46T258 102Q266 128 252 140 228 160 200 160T148 140Q134 128 142 102Z';
const BODY =
  'M144 110L98 132Q82 140 76 160L42 292Q40 302 50 305L78 312Q88 314 91 304L112 226V318Q112 ' +
  '330 124 330' +
  'H276Q288 330 288 318V226L309 304Q312 314 322 312L350 305Q360 302 358 292L324 160Q318 140 ' +
  '302 132L256 110Z';

const hoodie = (light, dark, lining, cord) => () => {
  const s = new Scene('stone', [42, 46, 358, 330]);
  const paint = cloth(s, light, dark);
  s.lying(BODY);
  return s.add(
    path(BODY, paint),
    path('M112 226Q126 196 118 160 134 204 124 330 112 330 112 318Z', '#000', fade(0.08)),
    path('M288 226Q274 196 282 160 266 204 276 330 288 330 288 318Z', '#000', fade(0.13)),
    path('M148 302L158 244Q160 236 168 236H232Q240 236 242 244L252 302Z', '#000', fade(0.07)),
    line('M148 302L158 244Q160 236 168 236H232Q240 236 242 244L252 302', '#000', 2, fade(0.16)),
    path('M112 312H288V318Q288 330 276 330H124Q112 330 112 318Z', '#000', fade(0.08)),
    line('M46 286l44 12M354 286l-44 12', '#000', 3, fade(0.14)),
    path(HOOD, paint),
    path(
      'M142 102Q140 48 200 46T258 102Q262 116 258 126 248 84 200 84T142 126Q138 116 142 102Z',
      '#fff',
      fade(0.14),
    ),
    path('M156 122Q156 82 200 82T244 122Q236 150 200 156 164 150 156 122Z', lining),
    path('M164 140Q172 112 200 112T236 140Q222 154 200 156 178 154 164 140Z', '#000', fade(0.14)),
    line('M182 152q-6 20-4 42M218 152q6 18 3 34', cord, 4),
  );
};

export const greyHoodie = hoodie('#b5b7b9', '#8b8e91', '#77797c', '#eceae6');
export const blueHoodie = hoodie('#6d97c6', '#3f6697', '#365884', '#eef2f7');
export const whiteHoodie = hoodie('#fdfcfa', '#dfdbd3', '#cfc9bf', '#a8a299');

export function beanie() {
  const s = new Scene('stone', [84, 77, 316, 298]);
  const dome = 'M96 250Q92 108 200 108T304 250Z';
  const cuff = 'M84 246Q84 230 100 230H300Q316 230 316 246V282Q316 298 300 298H100Q84 298 84 282Z';
  s.lying(`${dome}${cuff}`);
  const ribs = [];
  for (let x = 100; x <= 300; x += 14) ribs.push(`M${x} 236v56`);
  return s.add(
    path(dome, cloth(s, '#4b4f56', '#26282c')),
    line(
      'M200 110Q196 170 200 230M158 118Q138 166 138 230M242 118Q262 166 262 230M122 146Q108 ' +
        '190 108 230M278 146Q292 190 292 230',
      '#000',
      3,
      fade(0.22),
    ),
    path(
      cuff,
      s.blend('d', [
        [0, '#b34a43'],
        [1, '#84302b'],
      ]),
    ),
    line(ribs.join(''), '#000', 4, fade(0.16)),
    disc(
      200,
      104,
      27,
      s.blend('p', [
        [0, '#efe9df'],
        [1, '#c9c0b1'],
      ]),
    ),
    line('M186 96l8 8M200 90v12M214 98l-8 8M192 116l6-6M210 116l-4-6', '#a89d8b', 3, fade(0.6)),
    disc(200, 264, 21, '#f1ece4'),
    group('fill="#26282c"', disc(193, 262, 4), disc(207, 262, 4)),
    path('M191 272h18v5q0 4-4 4h-10q-4 0-4-4Z', '#26282c'),
    line('M197 274v5M203 274v5', '#f1ece4', 1.5),
  );
}

export function neckWarmer() {
  const s = new Scene('stone', [98, 98, 302, 316]);
  const tube = 'M112 118Q112 98 200 98T288 118L302 292Q302 316 200 316T98 292Z';
  s.lying(tube);
  return s.add(
    path(
      tube,
      s.blend(
        'n',
        [
          [0, '#3f5a52'],
          [0.3, '#7c9c92'],
          [0.62, '#5d7f75'],
          [1, '#34504a'],
        ],
        'x2="1" y2="0"',
      ),
    ),
    path('M112 118Q112 98 200 98T288 118Q286 138 200 138T112 118Z', '#2a3f39'),
    path('M124 120Q136 106 200 106T276 120Q270 130 200 130T124 120Z', '#1c2d29'),
    line(
      'M108 168Q150 196 200 182T294 172M104 216Q160 246 214 228T298 222M101 262Q150 290 206 ' +
        '274T301 268',
      '#000',
      5,
      fade(0.14),
    ),
    line(
      'M108 162Q150 190 200 176T294 166M104 210Q160 240 214 222T298 216M101 256Q150 284 206 ' +
        '268T301 262',
      '#fff',
      4,
      fade(0.14),
    ),
    line('M100 286Q104 306 200 306T300 286', '#000', 2, `${fade(0.25)} stroke-dasharray="6 5"`),
    path('M236 272h34v20l-34 3Z', '#f1ece4'),
    line('M243 282h20', '#3f5a52', 2.5),
  );
}
