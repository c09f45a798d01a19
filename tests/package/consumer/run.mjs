// Plain Node without a page: importing does nothing; a cart works with the package's own module.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const before = new Set(Object.getOwnPropertyNames(globalThis));
for (const name of ['fetch', 'setTimeout', 'setInterval', 'queueMicrotask']) {
  const real = globalThis[name];
  globalThis[name] = Object.assign((...all) => {
    if (globalThis.importing) throw new Error(`${name} was called by an import`);
    return real(...all);
  }, real);
}
globalThis.importing = true;
const entries = ['', '/inline', '/elements', '/components', '/seal', '/testing'];
const modules = await Promise.all(entries.map((entry) => import(`sealcart${entry}`)));
globalThis.importing = false;
delete globalThis.importing;
assert.deepEqual(
  Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name)),
  [],
);

const [{ createCart, CartError }, { createCart: inline, CartError: same }] = modules;
assert.equal(CartError, same, 'one class for all entries');

const store = {
  id: 'test',
  name: 'Test',
  version: 1,
  currency: 'EUR',
  defaultZone: 'de',
  taxCategories: ['standard'],
  zones: [{ id: 'de', places: [{ country: 'DE' }] }],
  taxRates: [
    { id: 'vat', zone: 'de', category: 'standard', name: 'VAT', ratePpm: 190_000, included: true },
  ],
  shippingMethods: [
    { id: 'post', name: 'Post', zones: ['de'], amount: 490, taxCategory: 'standard' },
  ],
};
const mug = {
  id: 'mug',
  title: 'Mug',
  variants: [{ sku: 'MUG', price: 1_190, options: [], taxCategory: 'standard' }],
};
const transport = async (url) => {
  const path = new URL(url).pathname;
  if (path === '/v1/stores/test') return new Response(JSON.stringify(store));
  if (path.endsWith('/catalog'))
    return new Response(JSON.stringify({ currency: 'EUR', products: [mug] }));
  throw new TypeError('offline');
};
const options = { endpoint: 'http://shop.test/v1', store: 'test', transport };
for (const create of [createCart, inline]) {
  const cart = await create(options);
  await cart.add({ sku: 'MUG', quantity: 3 });
  const { grandTotal, includedTaxTotal } = cart.getSnapshot();
  assert.equal(grandTotal, 4_060);
  assert.equal(includedTaxTotal, 648);
  assert.equal(cart.formatMoney(grandTotal), '€40.60');
  await assert.rejects(cart.add({ sku: 'MUG', quantity: 1.5 }), {
    code: 'number_not_integer',
    path: 'quantity',
  });
  await cart.close();
}
const { 'cart.wasm': right, 'index.js': wrong } = createRequire(import.meta.url)(
  'sealcart/integrity.json',
);
const checked = await createCart({ ...options, wasmIntegrity: right });
await checked.close();
const refused = createCart({ ...options, wasmIntegrity: wrong });
await assert.rejects(refused, { code: 'env_wasm_changed' });
console.log('ok');
