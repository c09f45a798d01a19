// A cart with rules that work, through cart.wasm: `offers-module.mjs FILE...`, requests made by
// offers.mjs. Median microseconds of an edit with all totals, and of an explanation as objects.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { emptyCart } from './peers/common-task.mjs';
import { openModule, output, send } from './peers/module.mjs';

function median(run, least) {
  for (const from = performance.now(); performance.now() - from < 300; ) run();
  const samples = Array.from({ length: 50 }, () => {
    const from = performance.now();
    for (let i = 0; i < least; i += 1) run();
    return ((performance.now() - from) / least) * 1000;
  });
  return samples.sort((a, b) => a - b)[25];
}

for (const file of process.argv.slice(2)) {
  const { store, catalog, lines, codes, destination } = JSON.parse(readFileSync(file, 'utf8'));
  const module = await openModule();
  // Without promotions until the cart is full: the best deal is not looked for at each line added.
  send(module, 'openStore', { ...store, promotions: [] });
  send(module, 'loadCatalog', catalog);
  send(module, 'openCart', emptyCart());
  for (const { sku, quantity } of lines) send(module, 'add', sku, quantity);
  send(module, 'submit', { kind: 'setDestination', destination });
  send(module, 'openStore', store);
  for (const code of codes) send(module, 'submit', { kind: 'applyCode', code });
  let k = 0;
  const edit = () => {
    const line = k % lines.length;
    if (module.setQuantity(line, 1 + ((k + Math.floor(k / lines.length)) % 5)) !== 0) {
      throw new Error(output(module));
    }
    k += 1;
  };
  const explain = () => {
    if (module.explain() !== 0) throw new Error(output(module));
    return JSON.parse(output(module)).length;
  };
  const few = Math.max(1, Math.round(1_000 / lines.length));
  const [edited, told] = [median(edit, few), median(explain, Math.ceil(few / 10))];
  console.log(
    `${path.basename(file).padEnd(20)} edit ${edited.toFixed(2)} us,` +
      ` explained ${told.toFixed(1)} us, ${explain()} adjustments`,
  );
}
