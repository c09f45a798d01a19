// Air fryers, blenders and the food processor.
import { Scene, box, disc, fade, line, oval, path, shine } from './kit.mjs';
import { GLOW, INK, MATERIAL } from './materials.mjs';

const DARK = MATERIAL.black;

export function airFryer4([m]) {
  const s = new Scene('sand', [100, 84, 300, 322]);
  s.ground(200, 326, 88);
  return s.add(
    path('M108 164Q108 84 200 84T292 164L300 288Q302 322 270 322H130Q98 322 100 288Z', s.round(m)),
    oval(200, 118, 46, 19, '#17191b'),
    line('M180 118h10M196 118h10', GLOW, 4),
    disc(222, 118, 3, GLOW),
    line('M106 186Q200 202 294 186', m.lo, 4),
    line('M107 190Q200 206 293 190', m.hi, 2, fade(0.6)),
    path('M170 224h60q6 0 6 8v36q0 24-36 24t-36-24v-36q0-8 6-8Z', s.round(DARK)),
    shine('M176 232h12v44q-12-4-12-14Z', 0.2),
    shine('M126 160Q128 110 168 100 140 118 138 164L132 290Q130 308 122 300Z', 0.3),
  );
}

export function airFryer6([m]) {
  const s = new Scene('sand', [94, 82, 306, 324]);
  s.ground(200, 328, 104);
  return s.add(
    box(94, 82, 212, 242, 44, s.round(m)),
    path('M120 82H280Q306 86 306 130H94Q94 86 120 82Z', s.round(DARK)),
    line('M160 108h14M182 108h14', GLOW, 4),
    disc(222, 108, 4, '#7d838a'),
    disc(242, 108, 4, GLOW),
    line('M95 150H305', m.lo, 4),
    box(126, 170, 148, 76, 16, '#1a1410'),
    box(132, 176, 136, 64, 12, '#8a5526', fade(0.75)),
    path('M142 234q4-22 24-16 8-18 26-8 16-14 30 2 22-8 28 22Z', '#e2a85c'),
    path('M142 234q10-12 24-6 16-10 30-2 14-8 28 0 14-4 26 8Z', '#c9843b'),
    shine('M140 180h40l-28 52h-16v-44q0-8 4-8Z', 0.16),
    box(162, 264, 76, 36, 16, s.round(DARK)),
    shine('M174 270h52q6 0 8 6h-68q2-6 8-6Z', 0.22),
    shine('M108 150q-6 60 0 140h9q-6-80 0-140Z', 0.3),
  );
}

export function dualAirFryer([m]) {
  const s = new Scene('sand', [62, 96, 338, 324]);
  s.ground(200, 328, 134);
  const basket = (x) => [
    box(x, 168, 124, 138, 20, m.lo),
    box(x + 3, 171, 118, 132, 18, s.front(m)),
    box(x + 42, 210, 40, 66, 18, s.round(DARK)),
    shine(`M${x + 50} 222q0-6 6-6v54q-6-2-6-8Z`, 0.25),
  ];
  return s.add(
    box(62, 96, 276, 228, 40, s.round(m)),
    box(92, 112, 216, 38, 14, '#17191b'),
    line('M116 131h12M134 131h12M254 131h12M272 131h12', GLOW, 4),
    disc(188, 131, 4, '#7d838a'),
    disc(212, 131, 4, '#7d838a'),
    basket(72),
    basket(204),
  );
}

export function jugBlender([m]) {
  const s = new Scene('sand', [130, 60, 287, 324]);
  s.ground(200, 328, 74);
  return s.add(
    line('M246 104h28q14 0 13 16l-7 70q-2 14-30 14', INK, 13),
    path('M140 92H260L240 226H160Z', s.glass()),
    path('M148 144H252L240 226H160Z', '#b7cf8b', fade(0.9)),
    oval(200, 144, 52, 6, '#d3e3b0'),
    line('M226 166h12M224 186h10M221 206h10', '#fff', 3, fade(0.7)),
    line('M184 219q16-16 32 0M200 222v-8', '#8f959a', 4),
    shine('M152 98h12l14 122h-8Z', 0.6),
    box(132, 76, 136, 20, 9, s.round(DARK)),
    box(176, 60, 48, 18, 8, s.round(DARK)),
    box(158, 224, 84, 18, 6, INK),
    path('M150 240H250L270 306Q272 324 254 324H146Q128 324 130 306Z', s.round(m)),
    disc(200, 284, 23, m.trim),
    disc(200, 284, 17, '#f1efea'),
    line('M200 284l8-10', INK, 4),
    disc(160, 288, 4, m.ink),
    disc(240, 288, 4, m.ink),
    shine('M160 246h9l-16 70h-9Z', 0.35),
  );
}

export function personalBlender([m]) {
  const s = new Scene('sand', [138, 66, 262, 324]);
  s.ground(200, 328, 56);
  return s.add(
    path('M160 84Q160 66 200 66T240 84L252 218H148Z', s.glass()),
    path('M157 122H243L251 218H149Z', '#e79aa6', fade(0.9)),
    oval(200, 122, 43, 5, '#f4c3c9'),
    disc(182, 150, 5, '#f4c3c9'),
    disc(214, 176, 6, '#d77f8d'),
    disc(190, 194, 4, '#f4c3c9'),
    line('M228 96h8M229 112h9M230 140h10M232 166h10', '#fff', 3, fade(0.7)),
    shine('M168 84q0-8 10-10l-8 140h-10Z', 0.6),
    box(142, 214, 116, 20, 8, INK),
    path('M146 232H254L262 306Q264 324 246 324H154Q136 324 138 306Z', s.round(m)),
    disc(200, 280, 15, m.trim),
    disc(200, 280, 10, m.hi),
    shine('M158 236h9l-8 80h-9Z', 0.4),
  );
}

export function foodProcessor([m]) {
  const s = new Scene('sand', [105, 58, 301, 324]);
  s.ground(200, 328, 96);
  return s.add(
    line('M268 130h18q16 0 15 18l-5 44q-2 16-28 16', INK, 13),
    box(214, 66, 44, 50, 10, s.glass()),
    box(208, 58, 56, 14, 7, INK),
    path('M120 128H280L270 236H130Z', s.glass()),
    path('M124 172H276L270 236H130Z', '#d9824a', fade(0.85)),
    path('M124 176q18-14 34-4 18-12 36 0 20-12 38 0 22-10 44 4l-2 18H126Z', '#eba468'),
    box(190, 150, 20, 84, 6, '#5d6368'),
    line('M196 214q-28-10-46-4M204 222q28-10 46-2', '#c9ced2', 6),
    shine('M132 134h13l6 96h-9Z', 0.6),
    path('M112 130Q114 112 140 112H260Q286 112 288 130Z', s.round(DARK)),
    path('M124 236H276L294 304Q298 324 280 324H120Q102 324 106 304Z', s.round(m)),
    disc(200, 282, 25, m.trim),
    disc(200, 282, 18, '#f1efea'),
    line('M200 282v-12', INK, 4),
    disc(146, 288, 5, m.ink),
    disc(254, 288, 5, m.ink),
    shine('M134 242h10l-20 72h-9Z', 0.35),
  );
}
