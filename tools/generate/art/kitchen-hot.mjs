// Kettles, toasters and coffee machines.
import { Scene, box, disc, fade, group, line, oval, path, shine, use } from './kit.mjs';
import { GLOW, INK, MATERIAL } from './materials.mjs';

const CUP = MATERIAL.white;
const DARK = MATERIAL.black;

export function kettle([m]) {
  const s = new Scene('sand', [116, 90, 315, 328]);
  s.ground(198, 326, 92);
  return s.add(
    line('M246 152C302 142 322 168 313 216L301 276Q296 296 268 296', m.trim, 19),
    line('M248 149C300 140 316 162 309 208', '#fff', 3, fade(0.25)),
    path('M158 146L116 130Q120 162 150 190Z', s.round(m)),
    path(
      'M154 142Q156 122 176 120H224Q244 122 246 142L264 304Q265 316 254 316H146Q135 316 136 304Z',
      s.round(m),
    ),
    path('M156 124Q164 102 200 102T244 124Z', s.round(m)),
    box(186, 90, 28, 15, 7, m.trim),
    box(203, 186, 13, 96, 6.5, '#bcd8e2', fade(0.9)),
    box(203, 222, 13, 60, 6.5, '#7fb2c9'),
    line('M196 206h-8M196 232h-8M196 258h-8', m.ink, 3, fade(0.7)),
    shine('M168 146Q160 220 152 296H160Q168 216 176 146Z', 0.35),
    box(122, 313, 156, 15, 7.5, s.round(DARK)),
  );
}

export function gooseneckKettle([m]) {
  const s = new Scene('sand', [84, 109, 324, 328]);
  s.ground(204, 326, 96);
  return s.add(
    line('M252 170C312 150 330 176 322 220Q316 262 300 282', INK, 18),
    line('M256 166C306 150 322 168 317 208', '#fff', 3, fade(0.22)),
    line('M158 262C108 262 134 148 84 142', m.lo, 19),
    line('M157 260C112 258 136 148 86 140', m.hi, 7),
    path(
      'M166 150H238Q248 150 250 162L272 288Q274 300 262 300H142Q130 300 132 288L154 162Q156 ' +
        '150 166 150Z',
      s.round(m),
    ),
    path('M160 152Q168 132 202 132T244 152Z', s.round(m)),
    disc(202, 122, 13, INK),
    disc(198, 118, 4, '#fff', fade(0.3)),
    shine('M172 160Q160 220 148 290H157Q170 220 181 160Z', 0.35),
    box(118, 298, 168, 30, 12, s.round(DARK)),
    box(176, 305, 52, 16, 5, '#0f1418'),
    line('M185 313h9M199 313h9', GLOW, 4),
    disc(217, 309.5, 2.2, GLOW),
    disc(256, 313, 6, '#5a5e63'),
  );
}

const bread = (x, y, w) => [
  path(
    `M${x} ${y + 62}V${y + 26}Q${x - 10} ${y + 2} ${x + 16} ${y}H${x + w - 16}` +
      `Q${x + w + 10} ${y + 2} ${x + w} ${y + 26}V${y + 62}Z`,
    '#b9793c',
  ),
  path(
    `M${x + 8} ${y + 62}V${y + 24}Q${x + 2} ${y + 9} ${x + 18} ${y + 8}H${x + w - 18}` +
      `Q${x + w - 2} ${y + 9} ${x + w - 8} ${y + 24}V${y + 62}Z`,
    '#e8bd84',
  ),
];

const dial = (x, y, m) => [
  disc(x, y, 15, m.trim),
  disc(x, y, 11, m.lo),
  line(`M${x} ${y - 3}v-6`, '#fff', 3),
];

export function toaster(slices) {
  const wide = slices === 4;
  const [left, width] = wide ? [62, 276] : [92, 216];
  const right = left + width;
  return ([m]) => {
    const s = new Scene('sand', [left - (wide ? 14 : 0), 122, right + 14, 328]);
    s.ground(200, 326, width / 2 - 4);
    return s.add(
      wide ? [bread(94, 124, 92), bread(214, 124, 92)] : bread(134, 122, 132),
      box(left + 26, 314, 30, 14, 6, INK),
      box(right - 56, 314, 30, 14, 6, INK),
      box(left, 166, width, 154, 44, s.round(m)),
      path(
        `M${left + 40} 166H${right - 40}Q${right} 170 ${right} 200` +
          `Q${right - 8} 184 ${right - 40} 184H${left + 40}` +
          `Q${left + 8} 184 ${left} 200Q${left} 170 ${left + 40} 166Z`,
        '#fff',
        fade(0.28),
      ),
      wide
        ? [box(88, 168, 104, 9, 4.5, INK), box(208, 168, 104, 9, 4.5, INK)]
        : box(126, 168, 148, 9, 4.5, INK),
      box(right - 6, 204, 20, 13, 6, m.trim),
      box(right - 4, 222, 5, 56, 2.5, m.lo, fade(0.7)),
      wide ? [box(left - 14, 204, 20, 13, 6, m.trim), dial(left + 52, 278, m)] : '',
      dial(right - 52, 278, m),
      line(`M${left + (wide ? 92 : 34)} 278h${wide ? 92 : 74}`, m.ink, 3, fade(0.45)),
      shine(
        `M${left + 22} 210Q${left + 22} 196 ${left + 30} 192` +
          `V296Q${left + 22} 290 ${left + 22} 280Z`,
      ),
    );
  };
}

const cup = (s) =>
  s.symbol(
    'q',
    line('M46 9q18-2 15 12t-20 11', '#d8d3ca', 6),
    path('M0 0h48q2 40-16 42H16q-18-2-16-42Z', s.round(CUP)),
    oval(24, 2, 23, 4, '#5b3a26'),
  );

export function automaticEspresso([m]) {
  const s = new Scene('sand', [96, 66, 304, 326]);
  s.ground(200, 328, 104);
  cup(s);
  return s.add(
    path('M150 76H250L240 112H160Z', '#3b3f43', fade(0.85)),
    path('M156 94h88l-5 18h-78Z', '#6b4630'),
    box(142, 66, 116, 13, 6, INK),
    box(104, 104, 192, 216, 24, s.round(m)),
    box(122, 122, 156, 68, 14, '#17191b'),
    shine('M136 122h50l-34 68h-16q-14 0-14-14v-40q0-14 14-14Z', 0.07),
    disc(200, 156, 20, '#23272b'),
    line('M200 142a14 14 0 1 1-12 7', GLOW, 4),
    disc(148, 156, 5, '#5d6368'),
    disc(252, 156, 5, '#5d6368'),
    path('M122 202h156v92H122Z', '#1b1d1f', fade(0.92)),
    path('M172 202h56v20q0 10-10 10h-36q-10 0-10-10Z', s.round(MATERIAL.silver)),
    line('M188 234v8M212 234v8', '#6b4630', 5),
    use('q', 176, 250),
    box(96, 292, 208, 34, 12, s.round(m)),
    box(116, 292, 168, 7, 3.5, INK),
    shine('M118 112q-8 2-8 16v160h7V130q0-12 8-18Z', 0.35),
  );
}

export function semiAutomaticEspresso([m]) {
  const s = new Scene('sand', [76, 70, 324, 326]);
  s.ground(200, 328, 122);
  cup(s);
  return s.add(
    use('q', 118, 72),
    use('q', 186, 72),
    line('M92 112h216', '#8a8f94', 7),
    box(84, 114, 232, 92, 20, s.round(m)),
    box(104, 190, 192, 112, 6, '#26282b'),
    path('M84 196h26v116H84ZM290 196h26v116h-26Z', s.round(m)),
    disc(252, 158, 27, m.trim),
    disc(252, 158, 21, '#f5f3ee'),
    line('M240 168a16 16 0 1 1 24 0', '#a9a49b', 3),
    line('M252 158l9-9', '#c2503f', 3),
    line('M126 158h57', INK, 18, 'stroke-dasharray="0 28"'),
    disc(182, 158, 3, GLOW),
    path('M158 200h76v18h-8l-6 18h-48l-6-18h-8Z', s.round(MATERIAL.silver)),
    path('M146 222h26v14h-28q-34 4-40 10-8-4-6-12 8-12 48-12Z', INK),
    use('q', 172, 254),
    line('M274 204v48q0 14-8 28', '#d5d9dc', 7),
    line('M266 280l-2 7', INK, 7),
    box(76, 298, 248, 28, 10, s.round(m)),
    box(98, 298, 204, 7, 3.5, INK),
  );
}

export function dripCoffee([m]) {
  const s = new Scene('sand', [98, 86, 304, 326]);
  s.ground(200, 328, 98);
  return s.add(
    box(232, 96, 66, 226, 20, s.round(m)),
    box(254, 128, 11, 92, 5.5, '#bcd8e2', fade(0.85)),
    box(254, 168, 11, 52, 5.5, '#7fb2c9'),
    path('M108 118Q108 86 138 86H270Q298 86 298 116V166H108Z', s.round(m)),
    path('M122 166H236L222 188H138Z', s.round(DARK)),
    shine('M124 112q2-16 16-18h10q-14 4-14 22v42h-12Z', 0.35),
    line('M236 214q34-4 30 30t-34 32', INK, 12),
    path('M136 206H224L240 280Q242 306 222 306H138Q118 306 120 280Z', s.glass()),
    path('M126 250H234L240 282Q242 306 222 306H138Q118 306 120 282Z', '#4a2c1a', fade(0.9)),
    oval(180, 250, 54, 6, '#6b4630'),
    box(130, 196, 100, 13, 6, INK),
    shine('M138 216l-8 46q-2 24 6 36-14-8-10-38l6-44Z', 0.55),
    box(98, 304, 206, 22, 10, s.round(m)),
    disc(282, 315, 5, '#e08a4d'),
    group(fade(0.6), line('M124 306h112', INK, 3)),
  );
}
