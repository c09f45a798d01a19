// Two and four servers on one PostgreSQL: devices of one cart at different servers, one of which is
// killed and comes back. The ledger of what was acknowledged is here, outside of all of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { sleep } from '../crash/random.mjs';
import { Shopper } from '../http/support/shopper.mjs';
import { devicesOf, logOf } from './device.mjs';
import { Servers } from './servers.mjs';

const CARTS = 4;
const DEVICES = 4; // of each cart
const LOAD_MS = 1200;

async function editUntil(device, stop) {
  while (!stop.now) await device.edit();
}

// Kills one of the servers in the middle of the load, and starts it again.
async function loadWithAKill(servers, devices) {
  const stop = { now: false };
  const load = devices.map((device) => editUntil(device, stop));
  await sleep(LOAD_MS / 2);
  await servers.all[1].kill('server');
  await sleep(LOAD_MS / 4);
  await servers.all[1].startServer();
  await sleep(LOAD_MS / 4);
  stop.now = true;
  await Promise.all(load);
}

async function checkCart(servers, devices) {
  const logs = await Promise.all(servers.all.map((server) => logOf(server, devices[0].shopper)));
  for (const log of logs) assert.deepEqual(log, logs[0]);
  for (const device of devices) {
    const own = logs[0].filter(({ op }) => op.replica === device.shopper.replica);
    assert.equal(own.length, device.acknowledged, 'an acknowledged operation is not there');
  }
  const units = Math.max(...devices.map((device) => device.units));
  for (const server of servers.all) {
    const reader = new Shopper(server, devices[0].shopper);
    const { json } = await reader.snapshot();
    assert.equal(json.lines[0].quantity, units);
  }
}

for (const count of [2, 4]) {
  test(`${count} servers lose nothing when one of them is killed, and agree`, async (t) => {
    const servers = await Servers.start(count);
    t.after(() => servers.close());
    const carts = [];
    for (let i = 0; i < CARTS; ++i) carts.push(await devicesOf(servers.all, DEVICES));
    await loadWithAKill(servers, carts.flat());
    for (const devices of carts) await checkCart(servers, devices);
  });

  test(`${count} servers sell the last unit and the last code once`, async (t) => {
    const servers = await Servers.start(count, { payd: true });
    t.after(() => servers.close());
    const race = async (fill) => {
      const orders = [];
      for (let i = 0; i < 8; ++i) {
        const shopper = await Shopper.create(servers.all[i % count]);
        await fill(shopper);
        orders.push({ shopper, request: await shopper.orderRequest() });
      }
      const killed = sleep(10).then(() => servers.all[1].kill('server'));
      const answers = await Promise.all(orders.map(({ shopper, request }) => {
        return placeSomewhere(servers, shopper, request);
      }));
      await killed;
      await servers.all[1].startServer();
      return answers.map(({ status, json }) => (status === 201 ? 'placed' : json.code)).sort();
    };
    const bought = await race((shopper) => shopper.fill('CUP-BLUE', 1));
    assert.deepEqual(bought, ['placed', ...Array(7).fill('sold_out')]);
    const codes = await race(async (shopper) => {
      await shopper.fill('POT', 1);
      const { status } = await shopper.ops(shopper.op({ kind: 'codeAdd', value: 'SCARCE' }));
      assert.equal(status, 200);
    });
    assert.deepEqual(codes.filter((code) => code === 'placed').length, 1, codes.join());
    const [[reserved, onHand]] = servers.query(
      "SELECT reserved, on_hand FROM stock WHERE sku = 'CUP-BLUE'");
    assert.ok(Number(reserved) <= Number(onHand) && Number(onHand) <= 1, `${reserved} ${onHand}`);
  });
}

// The same request at one server after the other, until it is answered.
async function placeSomewhere(servers, shopper, request) {
  for (let turn = servers.all.indexOf(shopper.programs); ; ++turn) {
    shopper.programs = servers.all[turn % servers.all.length];
    const answer = await shopper.place(request).catch(() => null);
    if (answer && answer.status !== 503) return answer;
    await sleep(20);
  }
}

test('a change at one server is pushed to the streams of the others', async (t) => {
  const servers = await Servers.start(2, { payd: true });
  t.after(() => servers.close());
  const shopper = await Shopper.create(servers.all[0]);
  const elsewhere = new Shopper(servers.all[1], shopper);
  const events = await elsewhere.events({ after: 0 });
  t.after(() => events.close());
  await shopper.fill('POT', 1);
  for (let index = 1; index <= 3; ++index) {
    const event = await events.next();
    assert.equal(event.event, 'op');
    assert.equal(event.data.index, index);
  }
  const request = await shopper.orderRequest();
  assert.equal((await shopper.place(request)).status, 201);
  for (let state = ''; state !== 'captured';) {
    const event = await events.next();
    if (event.event === 'order') state = event.data.payment;
  }
});
