// Personal care: dryers, straighteners, trimmers, shavers.
import { Scene, box, disc, fade, group, line, path, shine, turn, use } from './kit.mjs';
import { GLOW, INK, MATERIAL } from './materials.mjs';

const DARK = MATERIAL.black;

export function travelDryer([m]) {
  const s = new Scene('blush', [88, 95, 292, 332]);
  s.lying(
    'M92 118Q180 88 244 98 292 108 292 150T248 196L246 300Q246 326 224 326T200 302L198 208' +
      'Q150 200 92 182Z',
  );
  return s.add(
    path('M196 190L248 178 246 300Q246 326 224 326T200 302Z', s.round(m)),
    line('M224 318q4 14 30 14', INK, 7),
    path('M250 186l-10 6 0 12 8-2Z', m.lo),
    path('M92 122L128 114V186L92 178Q84 150 92 122Z', s.front(DARK)),
    path('M124 112Q180 88 244 98 292 108 292 150T244 202Q180 210 124 188Z', s.front(m)),
    path('M262 106Q292 118 292 150T262 194Q278 150 262 106Z', m.trim),
    line('M272 132v36M280 138v24', m.ink, 3, fade(0.8)),
    box(212, 222, 16, 40, 8, m.trim),
    disc(220, 234, 5, m.hi),
    shine('M134 122Q186 100 240 108 190 110 134 138Z', 0.45),
  );
}

export function ionicDryer([m]) {
  const s = new Scene('blush', [60, 100, 306, 344]);
  s.lying(
    'M60 132L112 104 250 100Q306 104 306 148T250 194L240 308Q238 334 220 334T200 308L198 196 ' +
      '112 190 60 164Z',
  );
  return s.add(
    path('M196 186H248L240 308Q238 334 220 334T200 308Z', s.round(m)),
    line('M219 328q2 14 34 16', INK, 7),
    path('M66 136L112 108V184L66 160Z', s.front(DARK)),
    path('M60 132h10v32H60Z', INK),
    path('M108 100H250Q306 104 306 148T250 194H108Q100 148 108 100Z', s.front(m)),
    disc(262, 148, 40, m.lo),
    disc(262, 148, 35, '#2b2e31'),
    group('fill="none" stroke="#666c72" stroke-width="3"', disc(262, 148, 26), disc(262, 148, 17)),
    disc(262, 148, 8, m.base),
    line('M136 101Q130 148 136 193', m.trim, 5, fade(0.7)),
    box(212, 216, 18, 54, 9, m.trim),
    disc(221, 230, 5, m.hi),
    disc(221, 254, 4, GLOW),
    shine('M118 110H236Q180 116 118 126Z', 0.5),
  );
}

export function straightener([m]) {
  const s = new Scene('blush', [57, 208, 374, 331]);
  s.lying('M62 248L330 216 352 250 336 284 320 300 62 286Z');
  const arm = (y, fill, plate) => [
    box(62, y, 282, 32, 16, fill),
    box(68, plate, 126, 9, 3, '#6f4a3a'),
    box(70, plate, 122, 4, 2, '#c79b82'),
  ];
  return s.add(
    line('M344 268q34-4 30 34t-36 26', INK, 8),
    group(
      turn(-9, 340, 262),
      arm(208, s.front(m), 237),
      shine('M82 215H320q-2 5-8 5H90q-6 0-8-5Z', 0.45),
    ),
    group(
      turn(4, 340, 262),
      arm(256, s.front(m), 250),
      line('M232 272h12M254 272h12', GLOW, 4.5),
      disc(288, 272, 7, m.trim),
      shine('M90 282H216q-4 3-10 3H98q-6 0-8-3Z', 0.35),
    ),
    disc(334, 258, 23, s.front(m)),
    disc(334, 258, 10, m.trim),
    disc(331, 255, 3, '#fff', fade(0.5)),
  );
}

const cutter = (s, x, y, w) => {
  const teeth = [];
  for (let at = x + 4; at < x + w - 2; at += 6) teeth.push(`M${at} ${y + 2}v-9`);
  return [
    line(teeth.join(''), '#aab0b5', 3),
    box(x, y, w, 16, 4, s.round(MATERIAL.chrome)),
    path(`M${x + 2} ${y + 14}h${w - 4}l8 24h-${w + 12}Z`, s.round(DARK)),
  ];
};

export function trimmer3000([m]) {
  const s = new Scene('blush', [155, 67, 245, 342]);
  s.ground(200, 344, 42);
  return s.add(
    cutter(s, 172, 74, 56),
    path(
      'M160 110H240Q250 190 238 318Q236 342 214 342H186Q164 342 162 318Q150 190 160 110Z',
      s.round(m),
    ),
    path('M176 150Q200 138 224 150L218 300Q200 312 182 300Z', '#fff', fade(0.09)),
    box(188, 168, 24, 46, 12, m.trim),
    disc(200, 182, 7, m.hi),
    line('M184 244h32M185 256h30M186 268h28M187 280h26', m.ink, 3, fade(0.6)),
    disc(200, 318, 3.5, GLOW),
    shine('M168 122q-4 80 4 180h7q-8-100-3-180Z', 0.3),
  );
}

export function trimmer7000([m]) {
  const s = new Scene('blush', [154, 55, 246, 346]);
  s.ground(200, 348, 42);
  return s.add(
    cutter(s, 170, 62, 60),
    box(158, 100, 84, 26, 12, s.round(DARK)),
    line('M168 113h64', '#70767c', 10, 'stroke-dasharray="0 8"'),
    path(
      'M160 124H240L246 220Q246 300 234 328Q228 346 200 346T166 328Q154 300 154 220Z',
      s.round(m),
    ),
    path('M180 138H220L224 214Q222 262 212 306H188Q178 262 176 214Z', '#1d2023'),
    box(190, 150, 20, 40, 10, '#3d4247'),
    disc(200, 162, 6, '#c9ced2'),
    line('M192 224h5M203 224h5', GLOW, 4),
    line('M192 240h16', '#5d6368', 3),
    shine('M164 136q-4 90 4 178h7q-8-90-3-178Z', 0.4),
  );
}

export function multigroom([m]) {
  const s = new Scene('blush', [100, 71, 332, 336]);
  s.ground(138, 338, 36);
  s.ground(262, 338, 60);
  const comb = (x, y, h) => [
    line([0, 9, 18, 27, 36].map((dx) => `M${x + 6 + dx} ${y}v-${h}`).join(''), m.trim, 4),
    path(`M${x} ${y - 4}h48l4 30q0 10-10 10h-36q-10 0-10-10Z`, s.round(m)),
  ];
  return s.add(
    cutter(s, 114, 78, 48),
    path(
      'M104 114H172Q180 190 170 314Q168 336 150 336H126Q108 336 106 314Q96 190 104 114Z',
      s.round(m),
    ),
    box(126, 156, 24, 44, 12, m.trim),
    disc(138, 170, 7, m.hi),
    disc(138, 312, 3.5, GLOW),
    shine('M112 126q-4 80 4 170h7q-8-90-3-170Z', 0.3),
    comb(208, 236, 26),
    comb(280, 236, 18),
    box(208, 300, 46, 36, 10, s.round(m)),
    box(214, 288, 34, 16, 4, s.round(MATERIAL.chrome)),
    path('M286 336V300q0-12 18-12t18 12v36Z', s.round(m)),
    disc(304, 288, 14, s.round(MATERIAL.chrome)),
    disc(304, 288, 6, '#5d6368'),
  );
}

const shaverHead = (s) =>
  s.symbol(
    'q',
    disc(0, 0, 27, INK),
    disc(0, 0, 22, s.round(MATERIAL.silver)),
    disc(0, 0, 16, '#3a3e43'),
    disc(0, 0, 14, 'none', 'stroke="#c9ced2" stroke-width="5" stroke-dasharray="1.5 2.5"'),
    disc(0, 0, 5, '#dfe3e6'),
  );

export function shaver(pro) {
  return ([m]) => {
    const s = new Scene('blush', [132, 52, 289, 344]);
    s.ground(200, 346, 44);
    shaverHead(s);
    return s.add(
      path(
        'M170 168H230Q252 196 250 236Q246 300 234 328Q228 344 200 344T166 328Q154 300 150 236' +
          'Q148 196 170 168Z',
        s.round(m),
      ),
      path(
        'M182 204Q200 194 218 204L222 270Q216 310 200 318 184 310 178 270Z',
        '#17191b',
        fade(0.9),
      ),
      disc(200, 224, 9, '#4a4e53'),
      line('M200 219v5', GLOW, 3),
      pro
        ? [line('M191 262h6M203 262h6', GLOW, 4), line('M188 284q12 8 24 0', m.hi, 3)]
        : line('M192 266h16M194 278h12', '#5d6368', 3.5),
      shine('M164 204q-8 50 4 112h7q-12-60-3-114Z', 0.35),
      path('M176 152h48l10 26H166Z', s.round(DARK)),
      path(
        'M200 52Q270 62 268 122 266 160 200 164 134 160 132 122 130 62 200 52Z',
        s.front(pro ? m : DARK),
      ),
      path('M200 62Q260 70 258 120 256 152 200 156 144 152 142 120 140 70 200 62Z', '#1d2023'),
      use('q', 172, 124),
      use('q', 228, 124),
      use('q', 200, 82),
    );
  };
}
