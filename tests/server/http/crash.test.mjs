// kill -9: what was acknowledged is there after the restart, and nothing is half done.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { runCampaign } from '../crash/campaign.mjs';
import { integrityTool, Programs } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

const CYCLES = 50;
const SEED = Number(process.env.SEALCART_SEED ?? Date.now() % 1_000_000);

let programs;
before(async () => {
  programs = await Programs.start({ payd: true });
});
after(() => programs.close());

test(`acknowledged operations survive ${CYCLES} kills under load, seed ${SEED}`, async () => {
  const { operations, slowest } = await runCampaign(programs, { cycles: CYCLES, seed: SEED });
  assert.ok(operations > CYCLES * 8, `${operations} operations`);
  assert.ok(slowest <= 2000, `${slowest} ms until it served again`);
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
