// Air purifiers, humidifiers and fans.
import { Scene, box, disc, fade, group, line, oval, path, shine, turn } from './kit.mjs';
import { GLOW, INK } from './materials.mjs';

const dots = (xs, ys, r, colour) =>
  group(
    `fill="${colour}"`,
    ys.flatMap((y) => xs.map((x) => disc(x, y, r))),
  );

/** Rows of holes as one dashed path per row: far fewer bytes than single circles. */
const holes = (d, colour, size, gap) =>
  `<path d="${d}" fill="none" stroke="${colour}"` +
  ` stroke-width="${size}" stroke-dasharray="0 ${gap}"/>`;

export function purifierCompact([m]) {
  const s = new Scene('mist', [118, 112, 282, 324]);
  s.ground(200, 326, 82);
  const rows = [204, 218, 232, 246, 260, 274, 288].map((y) => `M134 ${y}h134`).join('');
  return s.add(
    box(118, 122, 164, 202, 40, s.round(m)),
    oval(200, 138, 80, 26, m.lo),
    oval(200, 136, 74, 22, '#2b2e31'),
    oval(200, 136, 58, 15, '#3d4145'),
    line('M150 136h100M160 129h80M160 143h80', '#22252a', 3),
    oval(200, 136, 17, 7, m.base),
    disc(200, 180, 5, GLOW),
    disc(182, 180, 3, m.ink),
    disc(218, 180, 3, m.ink),
    holes(rows, m.ink, 5, 11.1),
    shine('M134 170q-4 60 0 130h9q-5-70 0-126Z', 0.4),
  );
}

export function purifierTower([m]) {
  const s = new Scene('mist', [130, 60, 270, 336]);
  s.ground(200, 338, 66);
  const slits = [];
  for (let x = 152; x <= 248; x += 12) slits.push(`M${x} 196V312`);
  return s.add(
    path('M134 84Q134 60 200 60T266 84L270 320Q270 336 252 336H148Q130 336 130 320Z', s.round(m)),
    oval(200, 82, 62, 18, m.lo),
    oval(200, 80, 56, 15, '#2b2e31'),
    holes('M156 80h92M166 73h70M166 87h70', '#565b60', 4, 9.2),
    box(176, 116, 48, 48, 24, '#1d2023'),
    line('M190 140h7M203 140h7', GLOW, 4),
    oval(200, 140, 22, 22, 'none', `stroke="${GLOW}" stroke-width="2.5" opacity=".6"`),
    line(slits.join(''), m.ink, 5, fade(0.75)),
    shine('M142 110q-2 100-2 210h8q0-110 2-208Z', 0.4),
  );
}

export function purifierPro([m]) {
  const s = new Scene('mist', [92, 70, 308, 330]);
  s.ground(200, 334, 104);
  const rings = [80, 66, 52, 38].map((r) => disc(200, 232, r, 'none')).join('');
  return s.add(
    box(92, 70, 216, 260, 34, s.round(m)),
    box(112, 84, 176, 30, 12, '#1d2023'),
    line('M130 99h24', GLOW, 5),
    holes('M196 99h48', '#7d838a', 6, 16),
    line('M258 99h12', '#fff', 4, fade(0.8)),
    disc(200, 228, 94, m.lo),
    disc(200, 228, 90, s.front(m)),
    disc(200, 228, 80, m.lo, fade(0.65)),
    group(
      `stroke="${m.ink}" stroke-width="5" stroke-dasharray="2 7" fill="none"`,
      rings.replaceAll('cy="232"', 'cy="228"'),
    ),
    disc(200, 228, 24, s.round(m)),
    disc(200, 228, 6, GLOW),
    shine('M106 104q-5 100 0 200h9q-6-100 0-200Z', 0.35),
  );
}

const mist = (x, y) =>
  group(
    'fill="none" stroke="#fff" stroke-width="9"',
    path(`M${x} ${y}q-16-16 0-32t-2-32`, '', fade(0.75)),
    path(`M${x + 24} ${y - 4}q14-14 2-26t4-24`, '', fade(0.5)),
    path(`M${x - 24} ${y - 4}q-14-10-4-22t-6-20`, '', fade(0.5)),
  );

export function humidifier2([m]) {
  const s = new Scene('mist', [118, 44, 282, 326]);
  s.ground(200, 328, 74);
  return s.add(
    mist(200, 108),
    path(
      'M200 116Q236 130 264 192 282 236 282 262 282 300 250 312H150Q118 300 118 262 118 236 ' +
        '136 192 164 130 200 116Z',
      s.round(m),
    ),
    path(
      'M132 262Q132 232 150 196 170 154 200 138 180 168 172 214 166 250 172 290 132 292 132 262Z',
      '#fff',
      fade(0.3),
    ),
    path('M228 176q24 36 26 84-12 16-34 16 12-48 8-100Z', '#9ccbe0', fade(0.55)),
    oval(200, 118, 15, 6, INK),
    path('M134 296H266Q276 296 276 308T262 326H138Q124 322 124 308T134 296Z', s.round(m)),
    line('M130 297H270', m.lo, 3),
    disc(200, 311, 7, m.trim),
    disc(200, 311, 3.5, GLOW),
  );
}

export function humidifier4([m]) {
  const s = new Scene('mist', [116, 40, 284, 326]);
  s.ground(200, 328, 84);
  return s.add(
    mist(200, 104),
    box(124, 124, 152, 140, 30, s.glass()),
    path(
      'M126 176q20-10 38 0t38 0 38 0 34 0v58q0 30-30 30h-90q-30 0-30-30Z',
      '#8fc3da',
      fade(0.75),
    ),
    shine('M138 150q0-14 10-16v116q-10-4-10-14Z', 0.7),
    path('M116 140Q116 112 146 112H254Q284 112 284 140Z', s.round(m)),
    oval(200, 113, 24, 7, INK),
    path('M116 244H284V300Q284 326 258 326H142Q116 326 116 300Z', s.round(m)),
    box(164, 268, 72, 34, 12, '#1d2023'),
    line('M180 285h9M194 285h9', GLOW, 4),
    disc(217, 285, 4, '#7d838a'),
    shine('M128 250h9v56q-9-4-9-14Z', 0.4),
  );
}

export function towerFan([m]) {
  const s = new Scene('mist', [126, 46, 274, 344]);
  s.ground(200, 344, 76);
  const slats = [];
  for (let y = 112; y <= 280; y += 9) slats.push(`M170 ${y}h46`);
  return s.add(
    path('M154 66Q154 46 200 46T246 66L240 326H160Z', s.round(m)),
    box(164, 102, 58, 190, 16, '#24272b'),
    line(slats.join(''), '#5f656b', 3.5),
    line('M228 108v178', m.lo, 4, fade(0.8)),
    oval(200, 62, 40, 11, m.lo),
    oval(200, 60, 36, 9, '#1d2023'),
    line('M186 60h8M199 60h4', GLOW, 3),
    disc(218, 60, 2.5, '#7d838a'),
    path('M126 330Q128 316 200 316T274 330Q274 344 200 344T126 330Z', s.round(m)),
    shine('M160 80q-1 120 2 228h-6q-2-130-1-228Z', 0.4),
  );
}

export function pedestalFan([m]) {
  const s = new Scene('mist', [100, 50, 300, 352]);
  s.ground(200, 350, 68);
  const spokes = [];
  for (let i = 0; i < 12; i += 1) {
    const [dx, dy] = [Math.cos((i * Math.PI) / 6), Math.sin((i * Math.PI) / 6)];
    spokes.push(
      `M${Math.round(200 + 26 * dx)} ${Math.round(150 + 26 * dy)}` +
        `L${Math.round(200 + 96 * dx)} ${Math.round(150 + 96 * dy)}`,
    );
  }
  const blade = path('M200 150Q176 110 196 72 236 62 252 100 244 130 200 150Z', m.trim, fade(0.72));
  return s.add(
    box(192, 232, 16, 104, 6, s.round(m)),
    box(187, 262, 26, 30, 8, m.trim),
    path('M134 340Q136 326 200 326T266 340Q266 352 200 352T134 340Z', s.round(m)),
    disc(200, 150, 100, '#fff', fade(0.28)),
    [10, 130, 250].map((degrees) => group(turn(degrees, 200, 150), blade)),
    group(
      `fill="none" stroke="${m.ink}" stroke-width="2"`,
      path(spokes.join('')),
      [44, 62, 80].map((r) => disc(200, 150, r)),
    ),
    disc(200, 150, 98, 'none', `stroke="${m.lo}" stroke-width="8"`),
    disc(200, 150, 98, 'none', `stroke="${m.base}" stroke-width="4"`),
    disc(200, 150, 25, s.round(m)),
    disc(193, 143, 6, '#fff', fade(0.35)),
    shine('M112 120A96 96 0 0 1 170 60Q126 86 118 126Z', 0.45),
  );
}
