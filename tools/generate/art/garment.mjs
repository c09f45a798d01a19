// Irons and steamers.
import { Scene, box, disc, fade, group, line, path, shine } from './kit.mjs';
import { GLOW, INK, MATERIAL } from './materials.mjs';

const CHROME = MATERIAL.chrome;

/** An iron from the side, tip to the left; its sole runs from (70, 306) to (330, 306). */
const iron = (s, m, second) => [
  path('M66 300Q120 296 330 296V308H74Q62 308 66 300Z', s.round(CHROME)),
  path('M76 296Q112 214 214 206H302Q334 208 334 296Z', s.round(m)),
  path(
    'M150 230Q160 150 244 148H300Q334 150 338 208L334 226H306Q308 184 288 182H246Q206 184 196 226Z',
    s.round(second),
  ),
  path('M76 296Q88 268 108 250 190 262 334 258V296Z', s.round(second)),
  path('M190 232H300Q306 240 302 250L190 248Q184 240 190 232Z', '#a9d3e4', fade(0.85)),
  disc(262, 206, 13, m.trim),
  disc(262, 206, 8, m.lo),
  shine('M104 252Q136 218 200 214 140 228 118 254Z', 0.45),
  shine('M170 190Q182 160 240 158h52q-60 4-84 14-20 8-28 22Z', 0.45),
];

export function steamIron([m, second]) {
  const s = new Scene('lilac', [65, 148, 368, 310]);
  s.ground(206, 312, 134);
  return s.add(
    line('M334 196q36 10 22 52t12 62', INK, 8),
    iron(s, m, second),
    disc(310, 278, 4, GLOW),
    line('M124 278h40', m.hi, 3, fade(0.5)),
  );
}

export function steamGenerator([m, second]) {
  const s = new Scene('lilac', [62, 118, 361, 326]);
  s.ground(200, 330, 136);
  return s.add(
    line('M262 120C364 104 372 176 352 262', '#5d6368', 10),
    path(
      'M66 262Q68 226 106 222H296Q334 224 338 262L342 302Q342 326 318 326H86Q62 326 62 302Z',
      s.round(second),
    ),
    path('M66 266Q190 244 338 266L342 302Q342 326 318 326H86Q62 326 62 302Z', s.round(m)),
    box(212, 280, 100, 28, 12, '#a9d3e4', fade(0.8)),
    disc(112, 296, 15, m.trim),
    disc(112, 296, 10, m.hi),
    line('M112 296v-7', m.lo, 3),
    disc(152, 296, 5, GLOW),
    disc(172, 296, 5, m.hi),
    path('M86 228Q200 208 316 228l-4 10Q200 220 90 238Z', m.trim),
    group('transform="translate(62 22) scale(.66)"', iron(s, m, second)),
  );
}

const steam = (d) => line(d, '#fff', 9, fade(0.7));

export function handheldSteamer([m]) {
  const s = new Scene('lilac', [62, 89, 270, 346]);
  s.lying(
    'M112 92Q190 82 246 100 270 112 270 150T248 198L254 308Q254 336 222 336T194 308L188 208' +
      'Q150 200 112 196Z',
  );
  return s.add(
    steam('M98 112q-14-12-30-2M92 146q-18-8-30 4M98 178q-14 2-22 14'),
    path('M190 190H246L254 308Q254 336 222 336T194 308Z', s.round(m)),
    line('M224 330q0 16 36 16', INK, 7),
    path('M128 94Q190 82 246 100 270 112 270 150T248 200Q190 208 128 196Z', s.front(m)),
    path('M128 90Q112 92 112 144T128 200Q140 200 140 144T128 90Z', s.round(CHROME)),
    line('M122 118v3M122 136v3M122 154v3M122 172v3', '#5d6368', 5),
    path('M200 216H240L242 282Q222 292 200 282Z', '#a9d3e4', fade(0.8)),
    path('M201 250q20 8 40 0l1 32Q222 292 200 282Z', '#74b0ca', fade(0.85)),
    box(186, 204, 12, 34, 6, m.trim),
    disc(232, 150, 12, m.trim),
    disc(232, 150, 6, GLOW),
    shine('M148 100Q200 92 242 110 200 104 148 118Z', 0.5),
  );
}

export function professionalSteamer([m, second = m]) {
  const s = new Scene('lilac', [102, 44, 328, 347]);
  s.ground(200, 340, 96);
  return s.add(
    box(172, 60, 10, 220, 5, '#c5cacd'),
    line('M116 100Q140 70 177 70T238 100', INK, 10),
    line('M177 62V52a10 10 0 1 1 10 10', '#8f959a', 5),
    line('M276 200C300 270 318 316 268 312', '#73787e', 12),
    line('M182 150h80', '#8f959a', 8),
    line('M300 88q-12-10 0-22M316 100q-2-14 12-20', '#fff', 6, fade(0.75)),
    path(
      'M250 132L286 102Q300 98 304 112L288 150 282 212Q280 222 270 220T262 206L262 158Q246 ' +
        '148 250 132Z',
      s.round(second),
    ),
    line('M284 98L308 124', '#c5cacd', 13),
    line('M290 104l12 13', '#6d7378', 3),
    box(266, 160, 11, 24, 5, m.trim),
    path('M134 206H224Q236 206 238 218L242 274H116L120 218Q122 206 134 206Z', s.glass()),
    path('M118 240q30-8 60 0t62-2l2 36H116Z', '#8fc3da', fade(0.8)),
    path(
      'M108 288Q110 266 134 266H264Q288 266 292 288L298 320Q298 338 280 338H120Q102 338 102 320Z',
      s.round(m),
    ),
    disc(180, 302, 18, m.trim),
    disc(180, 302, 12, m.hi),
    line('M180 302l6-8', m.ink, 3.5),
    disc(222, 302, 4.5, GLOW),
    disc(126, 337, 10, INK),
    disc(274, 337, 10, INK),
    shine('M124 282q-8 20-8 42h8q0-24 10-46Z', 0.4),
  );
}
