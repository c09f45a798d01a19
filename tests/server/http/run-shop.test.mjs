// tools/dev/run-shop.sh: quick, says where it is, moves aside when the port is taken, stops both.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { BUILD, ROOT } from './support/programs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sealcart-'));
const children = [];
after(async () => {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map((child) => child.ended));
  rmSync(folder, { recursive: true, force: true });
});

async function start(port) {
  const began = Date.now();
  const child = spawn(join(ROOT, 'tools/dev/run-shop.sh'), [
    '--port',
    String(port),
    '--var',
    join(folder, 'var'),
    '--bin',
    join(BUILD, 'server'),
  ]);
  child.text = '';
  child.ended = once(child, 'exit');
  children.push(child);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      child.text += chunk;
    });
  while (!child.text.includes('Data and logs')) {
    if (child.exitCode !== null) throw new Error(`ended: ${child.text}`);
    if (Date.now() - began > 30_000) throw new Error(`not up after 30 s: ${child.text}`);
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  }
  child.took = Date.now() - began;
  child.url = /Shop +(\S+)/.exec(child.text)[1];
  return child;
}

const isUp = (url) =>
  fetch(`${url}readyz`).then(
    (answer) => answer.ok,
    () => false,
  );

test('it moves to the next free port, says so, and stops both programs', async (test) => {
  const other = createServer().listen(0, '127.0.0.1');
  test.after(() => other.close()); // or a shop that does not start would keep this from ending
  await once(other, 'listening');
  const { port } = other.address();
  const child = await start(port);
  assert.match(child.text, new RegExp(`Port ${port} or ${port + 1} is taken; using ${port + 2}`));
  assert.equal(child.url, `http://127.0.0.1:${port + 2}/`);
  assert.ok(await isUp(child.url));
  child.kill('SIGTERM');
  await child.ended;
  assert.ok(!(await isUp(child.url)));
});

test('a second start with nothing to do listens in under 5 s and keeps its data', async () => {
  const merchant = () =>
    /merchant = "(\w+)"/.exec(readFileSync(join(folder, 'var/sealcart.toml'), 'utf8'))[1];
  const before = merchant();
  const child = await start(18480);
  assert.ok(child.took < 5000, `${child.took} ms`);
  assert.equal(merchant(), before);
  const config = await (await fetch(`${child.url}v1/config`)).json();
  assert.deepEqual(
    config.stores.map((store) => store.id),
    ['demo', 'demo-eu', 'wholesale'],
  );
  child.kill('SIGTERM');
  await child.ended;
});

test('wrong options are told', async () => {
  const child = spawn(join(ROOT, 'tools/dev/run-shop.sh'), ['--prot', '1']);
  let text = '';
  for await (const chunk of child.stderr) text += chunk;
  assert.match(text, /unknown option --prot/);
});
