// The same drawn calls on the native core and on cart.wasm: every result, text, snapshot byte and
// flat number is equal. SEALCART_SEQUENCES=count and SEALCART_SEED=n change what is drawn.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { CartModule, root } from './support/module.mjs';

const program = join(root, process.env.SEALCART_SEQUENCES_PROGRAM ??
  'build/native/tests/wasm/core_sequences');
const count = process.env.SEALCART_SEQUENCES ?? '10000';
const seed = process.env.SEALCART_SEED ?? '1';

const withText = new Set(['openStore', 'loadCatalog', 'openCart', 'submit', 'add', 'receive']);
const told = new Set(['explain', 'takeOps', 'save']);

/** What the module answers to a call of the native recording, in the shape of the recording. */
function answer(module, { call, text, numbers, snapshot: recorded }) {
  const result = withText.has(call)
    ? module.send(call, text, ...numbers)
    : module.glue[call](...numbers);
  const output = result !== 0 || told.has(call) ? module.output() : '';
  const opened = recorded !== ''; // no snapshot before a cart is open
  const snapshot = opened ? module.snapshot() : '';
  const flat = opened ? module.flat() : module.head();
  return { call, text, numbers, result, output, snapshot, flat };
}

test(`native core = cart.wasm in ${count} drawn sequences`, async () => {
  const native = spawn(program, [count, seed], { stdio: ['ignore', 'pipe', 'inherit'] });
  let module = await CartModule.open();
  let opened = 0, calls = 0;
  for await (const line of createInterface({ input: native.stdout })) {
    const recorded = JSON.parse(line);
    if (recorded.call === 'newModule') {
      module = await CartModule.open();
      continue;
    }
    opened += recorded.call === 'openCart' ? 1 : 0;
    calls += 1;
    assert.deepEqual(answer(module, recorded), recorded, `sequence ${opened}, call ${calls}`);
  }
  if (native.exitCode === null) await once(native, 'exit');
  assert.equal(native.exitCode, 0);
  assert.equal(opened, Number(count));
  assert.ok(calls > 8 * opened);
});
