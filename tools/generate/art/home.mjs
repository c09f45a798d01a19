// Mug, cushions, sunglasses and gift cards.
import { Scene, box, disc, fade, group, line, oval, path, shine, turn } from './kit.mjs';
import { MATERIAL } from './materials.mjs';
import { strokes } from './letters.mjs';

export function mug() {
  const s = new Scene('stone', [108, 62, 303, 320]);
  s.ground(190, 320, 84);
  return s.add(
    line('M256 180C318 166 322 268 250 264', '#35565f', 21),
    line('M256 178C310 166 314 250 264 258', '#7fa5ae', 5, fade(0.6)),
    path(
      'M108 146H264L258 294Q256 320 230 320H142Q116 320 114 294Z',
      s.blend(
        'm',
        [
          [0, '#2f4d56'],
          [0.15, '#4c7681'],
          [0.34, '#7ba3ac'],
          [0.62, '#4c7681'],
          [1, '#2a464e'],
        ],
        'x2="1" y2="0"',
      ),
    ),
    oval(186, 146, 78, 17, '#5d8792'),
    oval(186, 147, 70, 13, '#2a1a11'),
    oval(180, 149, 58, 9, '#4f3222'),
    path('M111 214H261L260 238H112Z', '#f1ece4', fade(0.92)),
    path(
      'M120 214h12l-6 24h-12Z M156 214h12l-6 24h-12Z M192 214h12l-6 24h-12Z M228 214h12l-6 24h-12Z',
      '#e2a24f',
    ),
    shine('M124 164q-2 70 8 140h10q-12-70-8-140Z', 0.32),
    group(
      'fill="none" stroke="#fff" stroke-width="8"',
      path('M168 116q-12-14 0-28t0-26', '', fade(0.5)),
      path('M204 116q-12-14 0-28t0-26', '', fade(0.5)),
    ),
  );
}

const CUSHION =
  'M92 98Q82 82 104 88 200 106 296 88 318 82 308 104 292 200 308 296 318 318 296 312 200 296 ' +
  '104 312 82 318 92 296 108 200 92 98Z';

const cushion = (light, dark, piping, print) => () => {
  const s = new Scene('stone', [89, 86, 311, 313]);
  s.ground(204, 316, 104);
  return s.add(
    path(
      CUSHION,
      s.blend(
        'c',
        [
          [0, light],
          [1, dark],
        ],
        'x2="1" y2="1"',
      ),
    ),
    print,
    path(
      'M92 98Q108 200 92 296 82 318 104 312 200 296 296 312 318 318 308 296 292 200 308 104 ' +
        '286 200 290 286 200 272 112 286 118 200 92 98Z',
      '#000',
      fade(0.09),
    ),
    path('M104 88Q200 106 296 88 240 118 130 116 108 110 104 88Z', '#fff', fade(0.25)),
    path(CUSHION, 'none', `stroke="${piping}" stroke-width="4"`),
  );
};

const dashes = [];
for (let row = 0; row < 7; row += 1) {
  for (let column = 0; column < 5; column += 1) {
    dashes.push(`M${118 + column * 36 + (row % 2) * 18} ${130 + row * 24}l12-9`);
  }
}
export const dashCushion = cushion(
  '#e9b98a',
  '#c98a56',
  '#b0733f',
  line(dashes.join(''), '#fff6ea', 7),
);

export const parrotCushion = cushion('#5c8f86', '#38665e', '#2d544d', [
  path(
    'M176 262Q152 216 170 174 184 138 216 140 240 144 242 168 240 206 214 232L190 292 178 288Z',
    '#fbf8f2',
  ),
  path('M178 208Q196 182 222 196 216 234 186 258 174 234 178 208Z', '#dcd6ca'),
  path('M184 148Q182 122 206 116 200 126 212 122 210 132 222 134 210 142 206 144Z', '#f0c44c'),
  path('M240 158Q262 160 254 184 246 178 236 180Z', '#4a4640'),
  disc(222, 162, 4.5, '#2b2e31'),
  path('M186 286l4 24 8-26Z', '#fbf8f2'),
  line('M140 262q60-14 130 2', '#8a6b47', 7),
  line('M200 258v8M212 256v8', '#4a4640', 4),
  path('M262 262q20-18 36-8-12 16-36 8ZM138 262q-14-18-22-10 4 16 22 10Z', '#a8cf9f'),
]);

const sunglasses = (frame, lensTop, lensBottom, temple) => () => {
  const s = new Scene('dusk', [64, 110, 336, 248]);
  s.lying(
    'M68 160Q130 150 178 162L200 158 222 162Q270 150 332 160 344 200 322 236 300 256 262 246' +
      'L200 180 138 246Q100 256 78 236 56 200 68 160Z',
  );
  const lens = s.blend('l', [
    [0, lensTop],
    [1, lensBottom],
  ]);
  const shape = (x, flip) =>
    path(
      'M0 0Q52-8 108 2 120 6 114 40 104 88 58 88 12 86 2 36 -4 8 0 0Z',
      '',
      `transform="translate(${x} 160)${flip ? ' scale(-1 1)' : ''}"`,
    );
  return s.add(
    line('M66 172C84 126 112 112 152 110l14 6M334 172C316 126 288 112 248 110l-14 6', temple, 11),
    line('M180 176q20-18 40 0', frame, 11),
    group(`fill="${lens}" stroke="${frame}" stroke-width="11"`, shape(180, true), shape(220)),
    shine(
      'M88 172Q116 164 140 168L104 226Q84 206 88 172ZM252 172Q276 166 292 168L262 228Q248 216 ' +
        '244 196Z',
      0.25,
    ),
    line('M74 164Q120 154 174 162M226 162Q280 154 326 164', '#fff', 2.5, fade(0.35)),
    disc(72, 170, 3.5, MATERIAL.silver.base),
    disc(328, 170, 3.5, MATERIAL.silver.base),
  );
};

export const drySunglasses = sunglasses('#2b2e31', '#565b61', '#23262a', '#3f4246');
export const monokaiSunnies = sunglasses('#4a2f3f', '#e0648f', '#f0b45c', '#6f9a4f');

export const giftCard = (amount, light, dark, ribbon) => () => {
  const s = new Scene('blush', [54, 100, 347, 304]);
  const card =
    'M80 118H320Q336 118 336 134V270Q336 286 320 286H80Q64 286 64 270V134Q64 118 80 118Z';
  const [digits, width] = strokes(`$${amount}`);
  s.lying('M68 152L314 116 336 262 92 298Z');
  return s.add(
    group(
      turn(-8),
      path(
        card,
        s.blend(
          'c',
          [
            [0, light],
            [1, dark],
          ],
          'x2="1" y2="1"',
        ),
      ),
      path(
        'M64 222Q150 172 220 236T336 214V270Q336 286 320 286H80Q64 286 64 270Z',
        '#fff',
        fade(0.12),
      ),
      box(64, 184, 272, 20, 0, ribbon, fade(0.95)),
      box(122, 118, 20, 168, 0, ribbon, fade(0.95)),
      path(
        'M132 192Q96 190 94 164 110 148 132 188 154 148 170 164 168 190 132 192Z',
        ribbon,
        'stroke="#000" stroke-opacity=".16" stroke-width="2"',
      ),
      path(
        'M132 192L108 226 124 222 132 194 142 222 156 224Z',
        ribbon,
        'stroke="#000" stroke-opacity=".16" stroke-width="2"',
      ),
      disc(132, 190, 9, ribbon, 'stroke="#000" stroke-opacity=".2" stroke-width="2"'),
      line(digits, '#fff', 7, `transform="translate(${312 - width} 224) scale(1)"`),
      line('M224 150h88', '#fff', 5, fade(0.75)),
      line('M262 166h50', '#fff', 4, fade(0.5)),
      shine('M80 118H220L96 286H80Q64 286 64 270V134Q64 118 80 118Z', 0.1),
    ),
  );
};
