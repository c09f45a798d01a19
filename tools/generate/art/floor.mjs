// Vacuum cleaners.
import { Scene, box, disc, fade, line, oval, path, shine } from './kit.mjs';
import { GLOW, INK, MATERIAL } from './materials.mjs';

const DARK = MATERIAL.black;

export function uprightVacuum([m, accent]) {
  const s = new Scene('sage', [110, 40, 292, 338]);
  s.ground(200, 336, 96);
  return s.add(
    line('M238 124C300 130 296 260 262 284', '#4a4e53', 9),
    line('M239 122C292 128 290 240 270 268', '#73787e', 2),
    box(191, 60, 18, 90, 8, s.round(DARK)),
    line('M182 88V58a18 18 0 0 1 36 0V88Z', accent.base, 11),
    line('M180 84V58a18 18 0 0 1 16-18', accent.hi, 3),
    path('M160 142Q162 122 200 122T240 142L250 300H150Z', s.round(m)),
    path('M168 150H232L236 244H164Z', s.glass()),
    path('M165 212q14-12 34-4t36-4l1 40h-72Z', '#b9b2a6', fade(0.9)),
    path('M190 156h20l-4 60h-12Z', s.round(accent)),
    shine('M174 154h9l-4 84h-9Z', 0.6),
    box(156, 140, 88, 15, 7, s.round(accent)),
    box(156, 242, 88, 13, 6, s.round(accent)),
    path(
      'M118 310Q120 270 200 270T284 310L292 326Q292 336 280 336H122Q110 336 110 326Z',
      s.round(m),
    ),
    path('M126 312Q130 284 200 284T276 312Z', s.round(accent)),
    box(150, 296, 102, 14, 7, '#191b1d'),
    box(112, 326, 178, 10, 5, INK),
    disc(126, 326, 12, '#141517'),
    disc(276, 326, 12, '#141517'),
  );
}

export function stickVacuum(pro) {
  return ([m]) => {
    const s = new Scene('sage', [126, 40, 266, 344]);
    s.ground(204, 342, pro ? 82 : 72);
    const bin = pro
      ? [
          box(164, 106, 64, 78, 18, s.glass()),
          box(184, 116, 24, 58, 10, MATERIAL.red.base),
          path('M166 154q16-8 32 0t30-2v14q0 18-18 18h-28q-16 0-16-18Z', '#b9b2a6', fade(0.85)),
        ]
      : [
          box(170, 112, 52, 70, 14, s.glass()),
          path('M171 152q14-8 26 0t24-2v16q0 16-14 16h-22q-14 0-14-14Z', '#b9b2a6', fade(0.85)),
        ];
    return s.add(
      box(187, 176, 18, 134, 8, s.round(MATERIAL.silver)),
      line('M214 62q40 0 36 38-2 26-22 30', m.trim, 15),
      line('M214 58q36 0 36 30', '#fff', 3, fade(0.25)),
      path('M160 74Q160 40 196 40T232 74V112H160Z', s.round(m)),
      disc(196, 68, pro ? 20 : 15, INK),
      disc(196, 68, pro ? 14 : 10, '#3d4247'),
      pro ? line('M189 68h5M199 68h5', GLOW, 3.5) : disc(196, 68, 3, GLOW),
      bin,
      shine('M176 116q0-6 5-6v62q-5-2-5-8Z', 0.7),
      box(160, 100, 72, 13, 6, s.round(m)),
      box(174, 182, 44, 14, 6, m.trim),
      box(180, 288, 32, 30, 10, s.round(m)),
      path(
        pro
          ? 'M116 322Q118 306 196 306T276 322V334Q276 344 264 344H128Q116 344 116 334Z'
          : 'M126 322Q128 308 196 308T266 322V334Q266 344 256 344H136Q126 344 126 334Z',
        s.round(m),
      ),
      box(pro ? 128 : 138, 330, pro ? 136 : 116, 8, 4, pro ? MATERIAL.red.base : m.trim),
      pro ? line('M140 320h24', '#eaf6c8', 5, fade(0.9)) : '',
      shine('M166 72q0-20 14-26-4 12-4 62h-10Z', 0.3),
    );
  };
}

const robotTop = (s, m, cy) => [
  path(`M88 ${cy}V${cy + 30}Q88 ${cy + 86} 200 ${cy + 86}T312 ${cy + 30}V${cy}Z`, s.round(m)),
  path(
    `M92 ${cy + 46}Q108 ${cy + 84} 200 ${cy + 84}T308 ${cy + 46}` +
      `l-2 12Q280 ${cy + 88} 200 ${cy + 88}T94 ${cy + 58}Z`,
    '#141517',
    fade(0.55),
  ),
  oval(200, cy, 112, 58, m.lo),
  oval(200, cy - 2, 110, 56, s.front(m)),
  oval(200, cy - 2, 92, 45, 'none', `stroke="${m.lo}" stroke-width="2.5"`),
];

export function robotVacuum([m]) {
  const s = new Scene('sage', [88, 168, 312, 314]);
  s.ground(200, 306, 116);
  return s.add(
    robotTop(s, m, 226),
    disc(200, 208, 1, m.lo),
    oval(200, 214, 26, 13, m.lo),
    oval(200, 213, 22, 10.5, m.base),
    oval(200, 213, 6, 3, GLOW),
    line('M164 252q36 12 72 0', m.ink, 3.5, fade(0.8)),
    shine('M106 214Q124 176 196 174 134 186 122 222Z', 0.4),
    [],
  );
}

export function robotVacuumPro([m]) {
  const s = new Scene('sage', [88, 66, 312, 332]);
  s.ground(204, 322, 124);
  return s.add(
    path('M146 88Q146 66 168 66H252Q274 66 274 88V250H146Z', s.round(m)),
    box(160, 82, 100, 84, 12, m.lo, fade(0.35)),
    line('M186 206h48', '#141517', 5, fade(0.5)),
    disc(210, 124, 6, GLOW),
    robotTop(s, m, 244),
    path('M168 222V234Q168 248 200 248T232 234V222Z', s.round(DARK)),
    oval(200, 222, 32, 15, '#4a4e53'),
    oval(200, 221, 26, 11, m.base),
    line('M168 236q32 18 64 0', '#0e0f10', 4),
    line('M180 270q20 6 40 0', GLOW, 4),
    shine('M106 232Q124 194 186 192 134 204 122 240Z', 0.4),
  );
}
