// Every rule can fail: each is shown a made-up file that breaks it and one that keeps it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from './rules.mjs';

const long = (count, line = 'x;') => Array(count).fill(line).join('\n') + '\n';
const samples = {
  'a source file has at most 400 lines': ['core/src/a.cpp', long(401), long(400)],
  'a line has at most 100 columns': [
    'web/src/a.ts',
    `${'a'.repeat(101)}\n`,
    `${'é'.repeat(100)}\n`,
  ],
  'a function has at most 60 lines': [
    'core/src/a.cpp',
    `int f(int a) const {\n${long(60)}}\n`,
    `namespace a {\nint f() {\n${long(58)}}\n// {\nconst char* b = "){";\n${long(70)}}\n`,
  ],
  'text is spaces, ends each line cleanly and the file with one newline': ['a.md', 'a \n', 'a\n'],
  'nothing is left for later': ['core/src/a.cpp', '// TODO: rest\n', '// done\n'],
  'no path or host of a workplace': ['README.md', 'see /home/me/notes\n', 'see ../shared/data\n'],
  'a C++ header is guarded once and begins by saying what it is for': [
    'core/include/a.h',
    'int f();\n',
    '// What.\n#pragma once\n',
  ],
  'C++ files are named in snake_case, TypeScript and scripts in kebab-case': [
    'web/src/cartStore.ts',
    '',
    null,
  ],
  'npm versions are exact and the lock file holds no addresses': [
    'package.json',
    '{"devDependencies":{"a":"^1.0.0"}}',
    '{"devDependencies":{"a":"1.0.0"}}',
  ],
  'core is pure: no clock, chance, input, output, locale, threads, floats, exceptions': [
    'core/src/a.cpp',
    '#include <chrono>\n',
    '#include <vector>\n// we throw nothing\n',
  ],
  'each library is included only where it belongs': [
    'core/src/cart.cpp',
    '#include <nlohmann/json.hpp>\n',
    '#include <string>\n',
  ],
  'core uses no other room': [
    'core/src/a.cpp',
    '#include "../../server/a.h"\n',
    '#include "sealcart/a.h"\n',
  ],
  'server uses core, never tests, wasm or tools': [
    'server/a.cpp',
    '#include "tests/a.h"\n',
    '#include "server/b.h"\n',
  ],
  'wasm uses core only': ['wasm/a.cpp', '#include "server/a.h"\n', '#include "sealcart/a.h"\n'],
  'web never imports demo, server or tests; demo imports web by its public names only': [
    'demo/src/a.ts',
    "import { a } from '../../web/src/cart.js';\n",
    "import { createCart } from 'sealcart';\n",
  ],
};

for (const rule of rules) {
  test(`can fail: ${rule.name}`, () => {
    const [path, bad, good] = samples[rule.name];
    assert.ok(rule.applies(path), 'the rule looks at such a file');
    assert.notEqual(rule.find(bad, path).length, 0, 'the bad file is found');
    if (good !== null) assert.deepEqual(rule.find(good, path), [], 'the good file passes');
  });
}
