// A device of a cart that may turn to any of the servers. Each of its operations sets a quantity in
// place of its one before; of quantities set by several devices at once the largest counts.
import assert from 'node:assert/strict';

import { sleep } from '../crash/random.mjs';
import { Shopper } from '../http/support/shopper.mjs';

const SKU = 'POT'; // not counted
const unitsOf = (n) => 1 + ((n * 7) % 9);

export class Device {
  constructor(cart, capability, replica, servers) {
    this.servers = servers;
    this.turn = replica % servers.length;
    this.shopper = new Shopper(servers[this.turn], { cart, capability, replica });
    this.acknowledged = 0;
  }

  // The next server: this one did not answer.
  turnAway() {
    this.turn = (this.turn + 1) % this.servers.length;
    this.shopper.programs = this.servers[this.turn];
  }

  op(n) {
    const { replica } = this.shopper;
    const shrinks = n > 1 ? [{ replica, n: n - 1, remaining: 0 }] : [];
    return this.shopper.op({ n, kind: 'set', sku: SKU, units: unitsOf(n), born: 1, shrinks });
  }

  get units() { return this.acknowledged === 0 ? 0 : unitsOf(this.acknowledged); }

  // One more operation, sent again until one of the servers acknowledges it.
  async edit() {
    const op = this.op(this.acknowledged + 1);
    for (;;) {
      const answer = await this.shopper.ops(op).catch(() => null);
      if (answer?.status === 200) break;
      if (answer && answer.status !== 503) assert.fail(answer.text);
      this.turnAway();
      await sleep(5);
    }
    this.acknowledged = op.n;
  }
}

// Opens a cart for several devices, spread over the servers.
export async function devicesOf(servers, count) {
  const owner = await Shopper.create(servers[0]);
  assert.ok(owner.made.status < 300, owner.made.text);
  return Array.from({ length: count }, (_, i) =>
    new Device(owner.cart, owner.capability, 100 + i, servers));
}

// The whole log as one server tells it; every index is there once.
export async function logOf(server, { cart, capability }) {
  const reader = new Shopper(server, { cart, capability });
  const entries = [];
  for (let head = 1; entries.length < head;) {
    const path = `/v1/carts/${cart}/log?after=${entries.length}`;
    const { status, json, text } = await reader.get(path);
    assert.equal(status, 200, text);
    assert.ok(json.head === 0 || json.entries.length > 0, 'an empty page before the end');
    entries.push(...json.entries);
    head = json.head;
  }
  entries.forEach(({ index }, i) => { assert.equal(index, i + 1); });
  return entries;
}
