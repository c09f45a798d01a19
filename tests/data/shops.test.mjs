// The shipped shops keep the promises core and the page rely on.
import assert from 'node:assert/strict';
import test from 'node:test';

import { DEMO, DEMO_EU, limit, SHOPS, variantsOf, WHOLESALE } from './shops.mjs';

const assertUnique = (values, what) => {
  const seen = new Set();
  for (const value of values) {
    assert.ok(!seen.has(value), `${what} "${value}" twice`);
    seen.add(value);
  }
};

const isPrice = (price) => Number.isSafeInteger(price) && price > 0 && price <= limit('kUnitPrice');

test('each shop has all its products and variants', () => {
  const sizes = (shop) => [shop.catalog.products.length, variantsOf(shop).length];
  assert.deepEqual(sizes(DEMO), [69, 160]);
  assert.deepEqual(sizes(DEMO_EU), [37, 87]);
  assert.deepEqual(sizes(WHOLESALE), [4070, 4070]);
});

for (const shop of SHOPS) {
  const { id, store, catalog } = shop;
  const zoneIds = new Set(store.zones.map((zone) => zone.id));
  const taxed = [
    ...variantsOf(shop).map(({ variant }) => variant),
    ...store.taxRates.map((rate) => ({ taxCategory: rate.category })),
    ...store.shippingMethods,
    ...store.fees,
  ];

  test(`${id}: store and catalogue speak of the same currency`, () => {
    assert.equal(store.id, id);
    assert.equal(catalog.currency, store.currency);
  });

  test(`${id}: no SKU, product or rule is there twice`, () => {
    assertUnique(
      variantsOf(shop).map(({ variant }) => variant.sku),
      'SKU',
    );
    assertUnique(
      catalog.products.map((product) => product.id),
      'product',
    );
    for (const list of ['zones', 'taxRates', 'promotions', 'shippingMethods', 'fees']) {
      assertUnique(
        store[list].map((entry) => entry.id),
        list,
      );
    }
    assertUnique(
      store.taxRates.map((rate) => `${rate.zone} ${rate.category}`),
      'rate of',
    );
    assertUnique(
      store.promotions.filter((p) => p.code).map((p) => p.code.toLowerCase()),
      'code',
    );
  });

  test(`${id}: each variant has one allowed value for each option, no combination twice`, () => {
    for (const product of catalog.products) {
      const options = product.options ?? [];
      for (const variant of product.variants) {
        assert.equal(variant.options.length, options.length, variant.sku);
        options.forEach((option, at) =>
          assert.ok(
            option.values.includes(variant.options[at]),
            `${variant.sku}: ${option.name} has no value ${variant.options[at]}`,
          ),
        );
      }
      assertUnique(
        product.variants.map((variant) => JSON.stringify(variant.options)),
        product.id,
      );
    }
  });

  test(`${id}: what can be ordered costs a positive number of minor units`, () => {
    for (const { variant } of variantsOf(shop)) {
      if (variant.stock === 0 && variant.price === 0) continue;
      assert.ok(isPrice(variant.price), variant.sku);
      if (variant.compareAt !== undefined)
        assert.ok(variant.compareAt > variant.price, variant.sku);
      assert.ok((variant.maxQuantity ?? 1) <= limit('kQuantity'), variant.sku);
    }
  });

  test(`${id}: every tax category, zone and product category that is named exists`, () => {
    for (const { taxCategory } of taxed)
      assert.ok(store.taxCategories.includes(taxCategory), taxCategory);
    const named = [
      store.defaultZone,
      ...store.taxRates.map((rate) => rate.zone),
      ...store.shippingMethods.flatMap((method) => method.zones),
    ];
    for (const zone of named) assert.ok(zoneIds.has(zone), zone);
    const categories = new Set(catalog.products.map((product) => product.category));
    for (const category of store.promotions.flatMap((promotion) => promotion.categories ?? [])) {
      assert.ok(categories.has(category), category);
    }
  });

  test(`${id}: a place lies in one zone, and every zone gets a delivery`, () => {
    assertUnique(
      store.zones
        .flatMap((zone) => zone.places)
        .flatMap(({ country, regions }) =>
          (regions ?? ['']).map((region) => `${country}-${region}`),
        ),
      'place',
    );
    for (const zone of zoneIds) {
      assert.ok(
        store.shippingMethods.some((method) => method.zones.includes(zone)),
        zone,
      );
    }
  });
}

test('the American shop adds tax, the European shop and wholesale include it', () => {
  assert.ok(DEMO.store.taxRates.every((rate) => !rate.included));
  assert.ok(DEMO_EU.store.taxRates.every((rate) => rate.included));
  assert.ok(WHOLESALE.store.taxRates.every((rate) => rate.included));
});

test('rates keep their decimals as parts per million', () => {
  const ppm = (shop, id) => shop.store.taxRates.find((rate) => rate.id === id).ratePpm;
  assert.equal(ppm(DEMO, 'us-mn-standard'), 68750);
  assert.equal(ppm(DEMO, 'us-mo-standard'), 42250);
  assert.equal(ppm(DEMO, 'ca-qc-standard'), 149750);
  assert.equal(ppm(DEMO, 'ch-standard'), 81000);
  assert.equal(ppm(DEMO_EU, 'eu-fi-standard'), 255000);
});

test('wholesale lists every code; what is not for sale cannot be ordered', () => {
  const refused = WHOLESALE.catalog.products.filter(({ category }) => category === 'Not for sale');
  assert.equal(refused.length, 144);
  for (const {
    variants: [variant],
  } of refused)
    assert.deepEqual([variant.stock, variant.backorder], [0, undefined], variant.sku);
  const free = variantsOf(WHOLESALE).filter(({ variant }) => variant.price === 0);
  assert.equal(free.length, 133);
  assert.ok(free.every(({ product }) => product.category === 'Not for sale'));
});
