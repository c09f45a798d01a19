// A second device comes to a cart: by a code, by the link of the QR image, by a restore link.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinCart, openLink } from '../../web/src/sharing/arrive.js';
import type { Cart, PairingOffering } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, until } from './support/world.js';

const BASE = 'https://shop.test/devices.html';
const endpoint = 'http://shop.test/v1';

async function oneDevice() {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  const cart = await here.open();
  await cart.add({ sku: 'MUG', quantity: 2 });
  return { server, here, cart, there: new DeviceWorld(server) };
}
const waiting = (pairing: PairingOffering) =>
  until(() => pairing.state.state === 'waiting', 'somebody gave the code');
const units = (cart: Cart) => cart.getSnapshot().unitCount;
const code = (wanted: string) => (error: { code: string }) => error.code === wanted;

test('a code lets a device in once it is approved, and both show the same digits', async () => {
  const { server, here, cart, there } = await oneDevice();
  const tab = await here.open(); // the stream is the first tab's
  const pairing = await tab.pairing(BASE);
  assert.equal([...server.carts.values()][0]!.log.length, 1, 'all is sent before');
  const steps: string[] = [];
  pairing.addEventListener('pairing:change', () => steps.push(pairing.state.state));
  const input = { code: pairing.offer.code };
  const joining = await joinCart(input, { endpoint, label: 'Phone' }, there.environment());
  await waiting(pairing);
  assert.equal(pairing.state.check, joining.check);
  assert.equal(pairing.state.label, 'Phone');
  await assert.rejects(pairing.approve('0000'), code('pairing_unknown'));
  await pairing.approve(joining.check);
  const arrived = await joining.access;
  assert.deepEqual(arrived.scopes, ['view', 'edit', 'checkout']);
  assert.notEqual(arrived.cart.capability, cart.share().capability);
  const other = await there.open({ store: arrived.store, cart: arrived.cart });
  await until(() => units(other) === 2, 'the same cart');
  await other.add({ sku: 'CAP' });
  await until(() => units(cart) === 3, 'both ways');
  assert.deepEqual(steps, ['waiting', 'approved']);
  assert.equal(pairing.ended, true);
  await assert.rejects(other.devices(), code('access_denied'));
});

test('a refused device gets nothing, and neither does a code that was used', async () => {
  const { cart, there } = await oneDevice();
  const pairing = await cart.pairing(BASE);
  const { link } = pairing.offer;
  const joining = await joinCart({ secret: link }, { endpoint }, there.environment());
  await waiting(pairing);
  await pairing.refuse();
  await assert.rejects(joining.access, code('access_denied'));
  await assert.rejects(
    joinCart({ secret: link }, { endpoint }, there.environment()),
    code('pairing_unknown'),
  );
});

test('devices are listed, named, removed; a removed one is told and keeps its edits', async () => {
  const { cart, there } = await oneDevice();
  const { url } = await cart.restoreLink({ days: 7, base: BASE });
  assert.match(url, /^https:\/\/shop\.test\/devices\.html#restore=token-/);
  const arrived = await openLink(
    { token: url },
    { endpoint, label: 'Tablet' },
    there.environment(),
  );
  const other = await there.open({ cart: arrived.cart });
  await until(() => units(other) === 2, 'the same cart');
  const { you, devices } = await cart.devices();
  assert.deepEqual(
    devices.map(({ id, label, origin }) => [id === you, label, origin]),
    [
      [true, '', 'made'],
      [false, 'Tablet', 'link'],
    ],
  );
  await cart.nameDevice(you, 'Laptop');
  assert.equal((await cart.devices()).devices[0]!.label, 'Laptop');
  await cart.removeDevice(devices[1]!.id);
  assert.equal((await cart.devices()).devices.length, 1);
  await other.add({ sku: 'MUG' });
  await until(() => there.errors.some(code('unauthorized')), 'told');
  assert.equal(units(other), 3);
  assert.equal(units(cart), 2);
});

test('a device that was removed comes back by a new link, with what it had not sent', async () => {
  const { cart, there } = await oneDevice();
  const arrive = async () => {
    const { url } = await cart.restoreLink({ base: BASE });
    const { cart: access } = await openLink({ token: url }, { endpoint }, there.environment());
    return there.open({ cart: access });
  };
  const other = await arrive();
  await until(() => units(other) === 2, 'the same cart');
  await cart.removeDevice((await cart.devices()).devices[1]!.id);
  await other.add({ sku: 'CAP' });
  await until(() => there.errors.some(code('unauthorized')), 'told');
  await other.close();
  const again = await arrive();
  await until(() => units(cart) === 3 && units(again) === 3, 'both have it');
});

test('a revoked restore link opens nothing', async () => {
  const { cart, there } = await oneDevice();
  const { id, url } = await cart.restoreLink({ base: BASE });
  await cart.revokeLink(id);
  await assert.rejects(
    openLink({ token: url }, { endpoint }, there.environment()),
    code('link_invalid'),
  );
});
