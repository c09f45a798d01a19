// Texts of the shopper tell lines apart.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { cap, mug, slice } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

let device: DeviceWorld;
let cart: Cart;

beforeEach(async () => {
  device = new DeviceWorld(new LogServer());
  const engravable = { ...mug, customizations: [{ name: 'Engraving', maxBytes: 5 }] };
  device.server.products = [engravable, cap];
  cart = await device.open();
  cart.loadCatalog(slice(engravable, cap));
});
afterEach(() => cart.close());

const engraved = (text: string) => cart.add({ sku: 'MUG', customizations: { Engraving: text } });

test('equal texts are one line, other texts another', async () => {
  await engraved('Ada');
  await engraved('Bob');
  await engraved('Ada');
  await cart.add({ product: 'mug', customizations: { Engraving: '' } });
  const { lines } = cart.getSnapshot();
  assert.deepEqual(
    lines.map(({ quantity, customizations }) => [quantity, customizations[0]?.value]),
    [[2, 'Ada'], [1, 'Bob'], [1, undefined]],
  );
});

test('another device has the same lines', async () => {
  await engraved('Ada');
  await cart.add({ sku: 'MUG' });
  await until(() => cart.getSnapshot().sync.state === 'saved', 'saved');
  const other = await new DeviceWorld(device.server).open({ cart: cart.share() });
  await until(() => other.getSnapshot().lines.length === 2, 'the lines');
  const ids = (of: Cart) => of.getSnapshot().lines.map(({ id }) => id);
  assert.deepEqual(ids(other), ids(cart));
  await other.close();
});

test('what the product does not take is refused with its place', async () => {
  await assert.rejects(engraved('Adele M'), {
    code: 'text_too_long', path: 'customizations[0].value', params: { max: '5' },
  });
  await assert.rejects(cart.add({ sku: 'CAP', customizations: { Engraving: 'Ada' } }), {
    code: 'customization_unknown', path: 'customizations[0].name', params: { name: 'Engraving' },
  });
  assert.deepEqual(cart.getSnapshot().lines, []);
});
