// The real server on a disk that is full, or cannot be synced.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

let programs;
before(async () => {
  programs = await Programs.prepare(['metrics_port = 0']);
  programs.failDisk();
  await programs.startServer();
});
after(() => programs.close());

const ready = async () => (await fetch(`${programs.url}/readyz`)).json();
async function isFullByMetrics() {
  const { port } = programs.logged('listening').find((line) => line.for === 'metrics');
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return /^sealcart_storage_full (\d)$/m.exec(text)[1];
}
async function untilRoom() {
  for (let i = 0; i < 100 && (await ready()).storage === 'full'; ++i) {
    await new Promise((done) => {
      setTimeout(done, 50);
    });
  }
  assert.deepEqual(await ready(), { status: 'ready' });
}

async function expectFull(shopper, operation) {
  const refused = await shopper.ops(operation);
  assert.deepEqual([refused.status, refused.json.code], [507, 'storage_full']);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.deepEqual(await ready(), { status: 'ready', storage: 'full' });
  assert.equal(await isFullByMetrics(), '1');
}

async function outlives(how) {
  const [full, room] = ['storage_full', 'storage_has_room'].map((what) => programs.logged(what));
  const shopper = await Shopper.create(programs);
  assert.equal((await shopper.fill('POT', 1)).status, 200);
  programs.failDisk(how);
  const more = shopper.add('POT', 2);
  await expectFull(shopper, more);
  assert.equal(programs.logged('storage_full').length, full.length + 1);
  const { status, json } = await shopper.snapshot();
  assert.deepEqual([status, json.lines.length, json.lines[0].quantity], [200, 1, 1]);
  programs.failDisk();
  assert.equal((await shopper.ops(more)).status, 200);
  await untilRoom();
  assert.equal(await isFullByMetrics(), '0');
  assert.equal(programs.logged('storage_has_room').length, room.length + 1);
  assert.equal((await shopper.snapshot()).json.lines[0].quantity, 3);
}

test('a full disk: 507, reads are answered, and it goes on by itself', () => outlives('full'));

test('a quota that is used up is a full disk', () => outlives('quota'));

test('a server starts on a full disk, and goes on when there is room', async () => {
  const shopper = await Shopper.create(programs);
  await shopper.fill('POT', 1);
  await programs.kill('server');
  programs.failDisk('full');
  await programs.startServer();
  assert.equal((await shopper.snapshot()).json.lines[0].quantity, 1);
  const more = shopper.add('POT', 2);
  await expectFull(shopper, more);
  assert.equal(programs.logged('storage_full').length, 1);
  programs.failDisk();
  await untilRoom();
  assert.equal((await shopper.ops(more)).status, 200);
});

test('a disk that cannot be synced ends the server before it acknowledges', async () => {
  const shopper = await Shopper.create(programs);
  await shopper.fill('POT', 1);
  const { server } = programs;
  programs.failDisk('unsynced');
  const more = shopper.add('POT', 2);
  await assert.rejects(shopper.ops(more));
  const [code] = await server.ended;
  assert.equal(code, 1);
  assert.equal(programs.logged('storage_broken').length, 1);
  programs.failDisk();
  await programs.startServer();
  assert.equal((await shopper.ops(more)).status, 200);
  assert.equal((await shopper.snapshot()).json.lines[0].quantity, 3);
});
