// The package as a shop gets it: packed, installed into an empty project, imported, type-checked,
// bundled. SEALCART_PACKAGE is the folder that is published.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const bin = (name) => join(root, 'node_modules/.bin', name);
const packageDir = process.env.SEALCART_PACKAGE ?? join(root, 'build/package');
const project = mkdtempSync(join(tmpdir(), 'sealcart-consumer-'));
const dist = join(project, 'node_modules/sealcart/dist');
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
let packed;

before(() => {
  [packed] = JSON.parse(run('npm', ['pack', packageDir, '--json', '--pack-destination', project]));
  writeFileSync(join(project, 'package.json'), '{"name":"shop","private":true,"type":"module"}');
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(project, packed.filename)]);
  cpSync(join(here, 'consumer'), project, { recursive: true });
});
after(() => rmSync(project, { recursive: true, force: true }));

test('the packed files are these and no others', () => {
  const names = packed.files.map(({ path }) => path.replace(/shared-\w+/, 'shared-*'));
  const folders = /^dist\/(elements|forms|generated|packs|seal-frame)\//;
  const kept = names.filter((name) => !folders.test(name));
  assert.deepEqual([...new Set(kept)].sort(), [
    'LICENSE',
    'NOTICE',
    'README.md',
    'dist/cart.wasm',
    'dist/components.d.ts',
    'dist/components.js',
    'dist/elements.d.ts',
    'dist/elements.js',
    'dist/errors.d.ts',
    'dist/forms.d.ts',
    'dist/forms.js',
    'dist/forms.wasm',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/inline.d.ts',
    'dist/inline.js',
    'dist/integrity.json',
    'dist/locales.d.ts',
    'dist/seal.d.ts',
    'dist/seal.js',
    'dist/shared-*.js',
    'dist/sharing-types.d.ts',
    'dist/testing.d.ts',
    'dist/testing.js',
    'dist/types.d.ts',
    'package.json',
  ]);
  const packs = names.filter((name) => name.startsWith('dist/packs/'));
  assert.deepEqual(
    packs.map((name) => basename(name)).sort(),
    readdirSync(join(here, '../../core/data/packs')).sort(),
  );
  assert.ok(
    names.every((name) => !/\.(ts)$/.test(name) || name.endsWith('.d.ts')),
    'no sources',
  );
});

test('it depends on nothing at run time', () => {
  const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  for (const kind of ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts']) {
    assert.equal(manifest[kind], undefined, kind);
  }
  assert.deepEqual(
    readdirSync(join(project, 'node_modules')).filter((name) => name[0] !== '.'),
    ['sealcart'],
  );
});

test('publint finds nothing', () => {
  const out = run(bin('publint'), ['run', packageDir, '--strict']);
  assert.match(out, /All good!/);
});

test('plain Node imports it silently and computes a cart', () => {
  assert.equal(run(process.execPath, ['run.mjs']).trim(), 'ok');
});

for (const [module, moduleResolution] of [
  ['ESNext', 'bundler'],
  ['NodeNext', 'NodeNext'],
]) {
  test(`a shop type-checks with moduleResolution ${moduleResolution}`, () => {
    const config = {
      compilerOptions: {
        module,
        moduleResolution,
        target: 'ES2022',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        strict: true,
        noEmit: true,
        types: [],
        skipLibCheck: false,
      },
      files: ['app.ts'],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
    run(bin('tsc'), ['-p', project]);
  });
}

test('a bundler takes only what is used, and leaves the module address to the shop', () => {
  const bundle = (text, name) => {
    writeFileSync(join(project, `${name}.js`), text);
    run(bin('esbuild'), [
      `${name}.js`,
      '--bundle',
      '--format=esm',
      '--minify',
      `--outfile=out/${name}.js`,
    ]);
    return readFileSync(join(project, `out/${name}.js`), 'utf8');
  };
  const all = bundle("import { createCart } from 'sealcart'; createCart();", 'all');
  assert.match(all, /new URL\("\.\/cart\.wasm",import\.meta\.url\)/);
  assert.doesNotMatch(all, /require\(/);
  const nothing = bundle(
    "import { createCart } from 'sealcart'; import 'sealcart/elements';",
    'nothing',
  );
  assert.ok(nothing.length < 200, `an unused import costs ${nothing.length} bytes`);
});

test('nothing of it needs more than the strict policy', () => {
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'));
  assert.ok(scripts.length > 5);
  for (const name of scripts) {
    const text = readFileSync(join(dist, name), 'utf8');
    assert.doesNotMatch(
      text,
      /new Function|\beval\(|\bFunction\(["']/,
      `${name}: code made of text`,
    );
    assert.doesNotMatch(
      text,
      /innerHTML|insertAdjacentHTML|document\.write|setAttribute\("style"/,
      `${name}: markup`,
    );
    assert.doesNotMatch(
      text,
      /https?:\/\/(?!127\.0\.0\.1)/,
      `${name}: an address of somewhere else`,
    );
  }
});

test('integrity.json is true for every file', () => {
  const values = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  const files = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name));
  assert.deepEqual(Object.keys(values).sort(), files.sort());
  for (const name of files) {
    const digest = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    assert.equal(values[name], `sha384-${digest}`, name);
  }
});

test('the example of the package page runs as it is written', () => {
  const readme = readFileSync(join(packageDir, 'README.md'), 'utf8');
  const [, script] = /<script type="module">\n([\s\S]*?)<\/script>/.exec(readme);
  assert.ok(script.trim().split('\n').length <= 6, 'six lines');
  mkdirSync(join(project, 'page'), { recursive: true });
  const body = script.replace("'/sealcart/index.js'", "'sealcart'");
  const text = `// @ts-check\n${body}`;
  writeFileSync(join(project, 'page/page.js'), text);
  run(bin('esbuild'), ['page/page.js', '--bundle', '--format=esm', '--outfile=page/out.js']);
  assert.ok(existsSync(join(project, 'page/out.js')));
});
