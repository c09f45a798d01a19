// Who may use whom: demo → web → wasm → core ← server, wasm(seal) → core/seal ← payd; tests may use
// anything, nothing uses tests or demo.

const includes = (text) =>
  [...text.matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)].map((match) => match[1]);

const importPattern =
  /(?:^|\s)(?:import|export)\s[^;'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g;

const imports = (text) => [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2]);

const isCpp = (path) => /\.(cpp|h)$/.test(path);
const isScript = (path) => /\.(ts|mjs)$/.test(path);

// Headers that bring in a clock, randomness, input and output, locale, threads or floats.
const impure = new Set(
  `chrono random thread mutex atomic future condition_variable ctime time.h locale clocale
   iostream ostream istream fstream sstream iomanip cstdio stdio.h filesystem regex format print
   cmath math.h exception stdexcept`.split(/\s+/),
);

// A library and the only places that may include it.
const owners = [
  { header: /^nlohmann\//, within: /^(core\/src\/wire|server|tools|tests|bench|wasm)\// },
  { header: /^sodium/, within: /^(core\/seal|server|tests|tools\/cli|wasm\/seal|bench)\// },
  { header: /^boost\/beast/, within: /^(server\/http|tests\/server|tools\/cli|bench)\// },
  {
    header: /^(SQLiteCpp\/|sqlite3\.h)/,
    within: /^(server\/(store|payd|psp)|tests\/(server|sim)|tools\/cli|bench)\//,
  },
  { header: /^libpq/, within: /^(server\/store\/postgres|tests\/server)\// },
  { header: /^emscripten/, within: /^wasm\// },
  { header: /^prometheus\//, within: /^server\/api\/metrics/ },
  { header: /^openssl\/ssl/, within: /^server\/http\/tls/ },
];

const named = (headers) => headers.map((header) => `includes ${header}`);

const notFrom = (name, room, pattern) => ({
  name,
  applies: (path) => isCpp(path) && room.test(path),
  find: (text) => named(includes(text).filter((header) => pattern.test(header))),
});

export const architectureRules = [
  {
    name: 'core is pure: no clock, chance, input, output, locale, threads, floats, exceptions',
    applies: (path) => isCpp(path) && /^core\/(include|src)\//.test(path),
    find: (text) => [
      ...named(includes(text).filter((header) => impure.has(header))),
      ...text.split('\n').flatMap((line, i) => {
        const code = line.replace(/\/\/.*|"(?:\\.|[^"\\])*"/g, '');
        const banned = /\b(throw|try|float|std::format)\b/.test(code);
        return banned ? [`line ${i + 1}: ${code.trim()}`] : [];
      }),
    ],
  },
  {
    name: 'each library is included only where it belongs',
    applies: isCpp,
    find: (text, path) =>
      named(
        includes(text).filter((header) =>
          owners.some((owner) => owner.header.test(header) && !owner.within.test(path)),
        ),
      ),
  },
  notFrom('core uses no other room', /^core\//, /^(\.\.\/)*(server|wasm|tests|tools|bench)\//),
  notFrom(
    'server uses core, never tests, wasm or tools',
    /^server\//,
    /^(wasm|tests|tools|bench)\//,
  ),
  notFrom('wasm uses core only', /^wasm\//, /^(server|tests|tools|bench)\//),
  {
    name: 'web never imports demo, server or tests; demo imports web by its public names only',
    applies: (path) => isScript(path) && /^(web|demo)\/src\//.test(path),
    find: (text, path) =>
      imports(text)
        .filter((from) =>
          path.startsWith('web/')
            ? /(^|\/)(demo|server|tests)\//.test(from)
            : /(^|\/)(server|tests|web\/src|web\/dist)\//.test(from),
        )
        .map((from) => `imports ${from}`),
  },
];
