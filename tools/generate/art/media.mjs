// The audiobooks: every title has its own cover; the medium decides what it is printed on.
import { Scene, box, disc, fade, group, line, oval, path, shine } from './kit.mjs';

/** Covers, drawn in a 100 x 100 square. */
const COVER = {
  capsule: [
    box(0, 0, 100, 100, 0, '#27405a'),
    group(
      'transform="rotate(-35 50 52)"',
      box(18, 36, 64, 32, 16, '#f4efe6'),
      path('M50 36h16a16 16 0 0 1 0 32H50Z', '#e2704f'),
      line('M30 44h14', '#fff', 4),
    ),
    line('M14 86h38M14 93h22', '#8fb0cc', 3),
  ],
  blocks: [
    box(0, 0, 100, 100, 0, '#e9dcc3'),
    path('M0 100V58L30 36 62 62 78 48 100 66V100Z', '#5f7f6f'),
    path('M0 100V76L36 58 64 80 100 70V100Z', '#3d5a4c'),
    disc(72, 28, 13, '#e2704f'),
    line('M12 14h34M12 22h20', '#6b5f49', 3),
  ],
  cloud: [
    box(0, 0, 100, 100, 0, '#dfe8ee'),
    path('M22 62Q12 62 12 52T24 42Q26 24 44 26 58 24 62 38 84 36 84 52 84 62 74 62Z', '#5682b4'),
    path('M30 62h40v26H30Z', '#2c4a70'),
    line('M38 70h24M38 79h24', '#bcd3ea', 3),
    line('M12 12h30', '#5682b4', 3),
  ],
  stack: [
    box(0, 0, 100, 100, 0, '#4b3f66'),
    path('M50 22L86 40 50 58 14 40Z', '#f2c879'),
    path('M14 52l36 18 36-18v6L50 76 14 58Z', '#e8a35c'),
    path('M14 66l36 18 36-18v6L50 90 14 72Z', '#cf7b52'),
    line('M14 12h26', '#b8aed0', 3),
  ],
};

const cover = (name, x, y, size) =>
  group(`transform="translate(${x} ${y}) scale(${size / 100})"`, COVER[name]);

/** A slice of a disc from one angle to another, in degrees clockwise from the top. */
function sector(cx, cy, r, from, to, colour, opacity) {
  const onRim = (degrees) => {
    const turned = (degrees * Math.PI) / 180;
    return `${Math.round(cx + r * Math.sin(turned))} ${Math.round(cy - r * Math.cos(turned))}`;
  };
  const d = `M${cx} ${cy}L${onRim(from)}A${r} ${r} 0 0 1 ${onRim(to)}Z`;
  return path(d, colour, fade(opacity));
}

const silver = (s, cx, cy, r) => [
  disc(
    cx,
    cy,
    r,
    s.blend(
      'd',
      [
        [0, '#f5f7f8'],
        [0.35, '#c4cbd1'],
        [0.5, '#eef1f3'],
        [0.7, '#b7bfc6'],
        [1, '#e6eaed'],
      ],
      'x2="1" y2="1"',
    ),
  ),
  sector(cx, cy, r, 20, 49, '#d9b8dd', 0.55),
  sector(cx, cy, r, 49, 78, '#a9d8dc', 0.6),
  disc(cx, cy, r * 0.3, '#dfe3e6'),
  disc(cx, cy, r * 0.13, '#8d949a'),
];

const sleeve = (name, x, y, size) => [
  cover(name, x, y, size),
  path(`M${x} ${y}h${size * 0.4}L${x} ${y + size * 0.8}Z`, '#fff', fade(0.09)),
  line(`M${x + 3} ${y}v${size}`, '#000', 2, fade(0.2)),
];

const MEDIUM = {
  vinyl: (s, name) => [
    s.lying('M74 96h200v8h20v184h-20v8H74Z'),
    disc(262, 196, 94, '#1b1c1e'),
    group(
      'fill="none" stroke="#3b3d41" stroke-width="2"',
      [84, 74, 64, 54].map((r) => disc(262, 196, r)),
    ),
    disc(262, 196, 34, '#e2704f'),
    disc(262, 196, 6, '#f4efe6'),
    path('M262 196L300 110A94 94 0 0 1 332 134Z', '#fff', fade(0.13)),
    sleeve(name, 66, 94, 204),
  ],
  cd: (s, name) => [
    s.lying('M88 104H250Q320 130 320 196T250 290H88Z'),
    silver(s, 258, 198, 84),
    box(80, 102, 188, 190, 5, '#f4f6f7', fade(0.95)),
    sleeve(name, 94, 107, 170),
    line('M87 106v182', '#b4bcc2', 3),
  ],
  dvd: (s, name) => [
    s.lying('M100 78H246Q322 130 322 200T246 324H100Z'),
    silver(s, 252, 206, 84),
    box(92, 74, 174, 252, 8, '#26292d'),
    box(104, 82, 156, 236, 3, '#f4efe6'),
    cover(name, 104, 82, 156),
    line('M120 262h92M120 278h60', '#6b6355', 5, fade(0.7)),
    box(218, 294, 30, 12, 6, '#b1a794'),
    path('M92 82q0-8 8-8h76L92 250Z', '#fff', fade(0.1)),
  ],
  player: (s, name) => [
    s.ground(200, 344, 66),
    box(124, 52, 152, 290, 28, '#26292d'),
    box(131, 59, 138, 276, 22, '#f6f3ee'),
    cover(name, 150, 90, 100),
    line('M150 212h62M150 226h38', '#4a4e53', 5, fade(0.75)),
    line(
      'M150 250v8M158 244v20M166 248v12M174 238v32M182 246v16M190 242v24M198 250v8',
      '#e2704f',
      4,
    ),
    line('M206 246v16M214 250v8M222 244v20M230 250v8M238 247v14M246 251v6', '#cfc8bc', 4),
    disc(200, 302, 19, '#26292d'),
    path('M195 293l14 9-14 9Z', '#fff'),
    line('M164 302h-10M236 302h10', '#8a857c', 4),
    line('M186 70h28', '#26292d', 5),
    shine('M131 81q0-22 22-22h34l-56 110Z', 0.35),
  ],
  files: (s, name) => [
    s.lying('M114 66H250L292 108V318Q292 330 280 330H114Q102 330 102 318V78Q102 66 114 66Z'),
    path(
      'M114 62H248L290 104V314Q290 326 278 326H114Q102 326 102 314V74Q102 62 114 62Z',
      '#fbf9f5',
    ),
    path('M248 62L290 104H258Q248 104 248 94Z', '#d9d3c8'),
    cover(name, 130, 96, 104),
    line(
      'M130 248v16M140 238v36M150 244v24M160 230v52M170 240v32M180 234v44M190 246v20M200 ' +
        '238v36M210 244v24M220 236v40M230 246v20M240 242v28M250 248v16M260 252v8',
      '#5682b4',
      5,
    ),
    line('M130 304h76', '#b9b1a4', 5),
    oval(252, 304, 8, 8, '#5682b4'),
  ],
};

const MEDIUM_BOUNDS = {
  Vinyl: [66, 94, 356, 298],
  CD: [80, 102, 342, 292],
  DVD: [92, 74, 336, 326],
  iTunes: [124, 52, 276, 342],
  MP3: [102, 62, 290, 326],
};
const MEDIUM_OF = { Vinyl: 'vinyl', CD: 'cd', DVD: 'dvd', iTunes: 'player', MP3: 'files' };

export const audiobook = (name) => (medium) => {
  const s = new Scene('dusk', MEDIUM_BOUNDS[medium]);
  return s.add(MEDIUM[MEDIUM_OF[medium]](s, name).filter(Boolean));
};
