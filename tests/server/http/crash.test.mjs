// kill -9: what was acknowledged is there after the restart, and nothing is half done.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { integrityTool, Programs } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

const ROUNDS = Number(process.env.SEALCART_KILL_ROUNDS ?? 8);

let programs;
before(async () => {
  programs = await Programs.start({ payd: true });
});
after(() => programs.close());

test(`acknowledged operations survive ${ROUNDS} kills under load`, async () => {
  const shoppers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => Shopper.create(programs, { replica: i + 1 })),
  );
  const acknowledged = new Map(shoppers.map((shopper) => [shopper, 0]));
  for (let round = 0; round < ROUNDS; ++round) {
    let killed = false;
    const load = shoppers.map(async (shopper) => {
      while (!killed) {
        // The same number again when the answer to it was lost.
        const n = acknowledged.get(shopper) + 1;
        const answer = await shopper
          .ops(shopper.op({ n, kind: 'shippingMethod', value: 'post' }))
          .catch(() => null);
        if (answer?.status === 200) acknowledged.set(shopper, n);
        else if (answer) assert.fail(answer.text);
      }
    });
    await new Promise((done) => {
      setTimeout(done, 100 + Math.random() * 200);
    });
    await programs.kill('server');
    killed = true;
    await Promise.all(load);
    await programs.startServer();
    for (const [shopper, n] of acknowledged) {
      const { json } = await shopper.get(`/v1/carts/${shopper.cart}/log?after=0`);
      assert.ok(json.head >= n && json.head <= n + 1, `${json.head} of ${n}`);
    }
  }
  const total = [...acknowledged.values()].reduce((sum, n) => sum + n, 0);
  assert.ok(total > ROUNDS * 8, `${total} operations`);
});

test('an order whose answer was lost is the same order when asked again', async () => {
  const shopper = await Shopper.create(programs);
  await shopper.fill('CUP-GREEN', 1);
  const request = await shopper.orderRequest();
  const lost = shopper.place(request).catch(() => null);
  await new Promise((done) => {
    setTimeout(done, Math.random() * 4);
  });
  await programs.kill('server');
  await lost;
  await programs.startServer();
  const answer = await shopper.place(request);
  assert.equal(answer.status, 201);
  const again = await shopper.place(request);
  assert.equal(again.text, answer.text);
  assert.equal((await shopper.settled(request.order)).payment, 'captured');
  assert.equal((await shopper.snapshot()).json.lines.length, 0);
});

test('the files are sound after all kills', async () => {
  await programs.kill('payd');
  await programs.kill('server');
  const files = ['shop.db', 'tokens.db', 'private/payd.db', 'private/simulator.db'];
  execFileSync(
    integrityTool,
    files.map((file) => join(programs.folder, file)),
    { stdio: 'inherit' },
  );
});
