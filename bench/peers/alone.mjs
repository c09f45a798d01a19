// Our own figures for the common task, on carts made here: median microseconds of an edit with all
// totals.
import contender from './sealcart-module.mjs';

// A cart of n lines with the spread of prices, discounts and rates of the common task.
function cart(n) {
  const lines = Array.from({ length: n }, (_, i) => ({
    id: `li_${i}`, qty: 1 + (i % 5), unit_cents: 199 + ((i * 7919) % 19800),
    discount_bps: [0, 0, 500, 1000, 1250, 2000][i % 6],
    tax_bps: [0, 500, 725, 825, 1000, 2000][i % 6],
  }));
  return { currency: 'USD', lines, promotion: { percent_bps: 1000 },
    shipping: { flat_cents: 799, free_threshold_cents: 750000, tax_bps: 825 } };
}

function median(run) {
  for (let i = 0; i < 20_000; i += 1) run(i);
  const samples = [];
  for (let s = 0, k = 0; s < 50; s += 1) {
    const from = process.hrtime.bigint();
    for (let i = 0; i < 500; i += 1) run((k += 1));
    samples.push(Number(process.hrtime.bigint() - from) / 500 / 1000);
  }
  return samples.sort((a, b) => a - b)[25];
}

for (const n of [1, 10, 100, 1000]) {
  await contender.init();
  const { edit } = contender.load(cart(n));
  console.log(`${String(n).padStart(5)} lines ${median(edit).toFixed(3)} us`);
}
