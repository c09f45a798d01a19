// Copies of the database: made while the server serves, put back whole, or not at all.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { integrityTool, Programs } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

let programs;
before(async () => {
  programs = await Programs.start();
});
after(() => programs.close());

const file = (name) => join(programs.folder, name);
const stopServer = () => programs.kill('server', 'SIGTERM');
const isSound = (name) => execFileSync(integrityTool, [file(name)], { stdio: 'inherit' });

// Runs a command beside whatever else runs; the server shares no thread with this process.
async function command(...args) {
  const child = programs.command(...args);
  const [code] = await once(child, 'exit');
  return { code, said: child.said };
}

const backUp = (name) => command('backup', '--to', file(name));
const restore = (name) => command('restore', '--from', file(name));

test('a backup of a server under load has what was acknowledged before it', async () => {
  const shoppers = await Promise.all(Array.from({ length: 8 }, () => Shopper.create(programs)));
  let stop = false;
  const load = shoppers.map(async (shopper) => {
    while (!stop) assert.equal((await shopper.ops(shopper.method('post'))).status, 200);
  });
  await new Promise((done) => { setTimeout(done, 300); });
  const before = shoppers.map((shopper) => shopper.head);
  const { code, said } = await backUp('backup.db');
  assert.equal(code, 0, said);
  stop = true;
  await Promise.all(load);
  assert.ok(shoppers.some((shopper, i) => shopper.head > before[i]), 'the server served meanwhile');
  isSound('backup.db');
  await stopServer();
  assert.equal((await restore('backup.db')).code, 0);
  await programs.startServer();
  for (const [i, shopper] of shoppers.entries()) {
    const { json } = await shopper.get(`/v1/carts/${shopper.cart}/log?after=0`);
    assert.ok(json.head >= before[i] && json.head <= shopper.head, `${json.head} of ${before[i]}`);
  }
});

test('a restore renews the epoch of the logs, and keeps what it replaced', async () => {
  const shopper = await Shopper.create(programs);
  const kept = await shopper.ops(shopper.method('post'));
  assert.equal((await backUp('early.db')).code, 0);
  await shopper.ops(shopper.add('POT', 1));
  await stopServer();
  assert.equal((await restore('early.db')).code, 0);
  isSound('shop.db.replaced');
  await programs.startServer();
  const ahead = await shopper.get(`/v1/carts/${shopper.cart}/log?after=2`);
  assert.equal(ahead.json.code, 'op_base_ahead');
  const { json } = await shopper.get(`/v1/carts/${shopper.cart}/log?after=0`);
  assert.equal(json.head, 1);
  assert.notEqual(json.epoch, kept.json.epoch);
  assert.ok(json.epoch > 0);
});

test('a backup is made without a server too', async () => {
  await stopServer();
  assert.equal((await backUp('cold.db')).code, 0);
  isSound('cold.db');
  await programs.startServer();
});

test('a server has its database for itself', async () => {
  const second = spawnSync(programs.program('sealcartd'), [
    '--config', file('sealcart.toml'), '--port', '0', '--seal-port', '0',
  ], { encoding: 'utf8', timeout: 10_000 });
  assert.equal(second.status, 1);
  assert.match(second.stderr, /another server runs on this database/);
  const { code, said } = await restore('cold.db');
  assert.equal(code, 1);
  assert.match(said, /stop it first/);
});

test('what is no sound backup is refused and changes nothing', async () => {
  await stopServer();
  const before = readFileSync(file('shop.db'));
  const good = readFileSync(file('cold.db'));
  const torn = Buffer.from(good);
  torn.fill(0x5a, 4096 * 3, 4096 * 4);
  writeFileSync(file('torn.db'), torn);
  writeFileSync(file('short.db'), good.subarray(0, good.length / 2));
  const prose = 'not a database at all, but long enough to be read as one'.repeat(99);
  writeFileSync(file('text.db'), prose);
  for (const name of ['torn.db', 'short.db', 'text.db', 'nothing.db', 'tokens.db']) {
    const { code, said } = await restore(name);
    assert.equal(code, 1, `${name}: ${said}`);
    assert.deepEqual(readFileSync(file('shop.db')), before, name);
  }
  await programs.startServer();
});

test('no file of a backup holds a sealed token', async () => {
  const shopper = await Shopper.create(programs);
  await programs.startPayd();
  await shopper.fill('CUP-GREEN', 1);
  await programs.kill('payd', 'SIGTERM'); // so that the token waits
  const request = await shopper.orderRequest();
  assert.equal((await shopper.place(request)).status, 201);
  assert.equal((await backUp('tokenless.db')).code, 0);
  assert.ok(!readFileSync(file('tokenless.db')).includes(request.token.slice(0, 64)));
  assert.deepEqual(readdirSync(programs.folder).filter((name) => name.includes('unfinished')), []);
  await stopServer();
  assert.equal((await restore('tokenless.db')).code, 0);
  await programs.startServer();
  // It may have been paid since the backup: a person looks at it, nobody declines it.
  assert.equal((await shopper.get(`/v1/orders/${request.order}`)).json.payment, 'review');
  assert.ok(existsSync(file('shop.db.lock')));
});
