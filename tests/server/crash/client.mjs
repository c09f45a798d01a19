// One device under load. Its n-th operation is the same however often it is made, so that it can be
// sent again, bytes and all, when the answer was lost.
import assert from 'node:assert/strict';

import { Shopper } from '../http/support/shopper.mjs';
import { sleep } from './random.mjs';

const SKU = 'POT'; // not counted
const BATCH = 4; // operations at most

const unitsOf = (n) => 1 + ((n * 7) % 40);

export class Client {
  static async create(programs, random) {
    const shopper = await Shopper.create(programs);
    assert.ok(shopper.made.status < 300, shopper.made.text);
    return new Client(shopper, random);
  }

  constructor(shopper, random) {
    this.shopper = shopper;
    this.random = random;
    this.acknowledged = 0;
    this.sent = 0;
  }

  get cart() { return this.shopper.cart; }

  // A quantity chosen in place of the one before: one live lot, however many operations.
  op(n) {
    const shrinks = n > 1 ? [{ replica: this.shopper.replica, n: n - 1, remaining: 0 }] : [];
    return this.shopper.op({ n, kind: 'set', sku: SKU, units: unitsOf(n), born: 1, shrinks });
  }

  // What the cart must hold after the first `n` operations.
  quantityAfter(n) { return n === 0 ? 0 : unitsOf(n); }

  async #send(last) {
    const ops = [];
    for (let n = this.acknowledged + 1; n <= last; ++n) ops.push(this.op(n));
    this.sent = Math.max(this.sent, last);
    const answer = await this.shopper.ops(...ops).catch(() => null);
    if (answer?.status === 200) this.acknowledged = last;
    else if (answer && answer.status !== 503) assert.fail(answer.text);
    return answer?.status === 200;
  }

  async edit(stop, ledger) {
    while (!stop.now) {
      const wanted = this.acknowledged + 1 + Math.floor(this.random() * BATCH);
      if (await this.#send(Math.max(wanted, this.sent))) ledger.write(this.cart, this.acknowledged);
      else await sleep(2);
    }
  }

  // Sends one operation until it is acknowledged.
  async untilAcknowledged() {
    while (!(await this.#send(Math.max(this.acknowledged + 1, this.sent)))) await sleep(2);
  }

  // How many of its operations the log holds, and the units they leave.
  async readLog() {
    let after = 0;
    for (let head = 1; after < head;) {
      const { status, json, text } = await this.shopper.get(
        `/v1/carts/${this.cart}/log?after=${after}`);
      assert.equal(status, 200, text);
      if (json.head > 0) assert.ok(json.entries.length > 0, 'an empty page before the end');
      // In place of entries that are cut: one device, so as many operations as entries.
      if (json.checkpoint) {
        after = json.checkpoint.index;
        const { clocks } = json.checkpoint.cart;
        assert.deepEqual(clocks, [{ replica: this.shopper.replica, n: after }]);
      }
      for (const { index, op } of json.entries) {
        assert.equal(index, ++after);
        assert.equal(JSON.stringify(op), JSON.stringify({ ...op, ...this.op(op.n) }));
      }
      head = json.head;
    }
    const { json } = await this.shopper.snapshot();
    return { seen: after, quantity: json.lines[0]?.quantity ?? 0 };
  }
}
