// A guest signs in: the browser goes on with the customer's cart, in every tab. A guest's list for
// later is a cart beside the first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogServer } from './support/log-server.js';
import { DeviceWorld, until } from './support/world.js';

test('after signing in the browser has the cart under a new capability, in every tab', async () => {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  const guest = await here.open();
  const tab = await here.open();
  let moved = 0;
  tab.addEventListener('cart:moved', () => moved++);
  await guest.add({ sku: 'MUG', quantity: 2 });
  const before = guest.share();
  here.losesAnswers = /"token"/;
  here.losesAtMost = 1;
  const signedIn = await guest.signIn({ token: 'a.b.c', policy: 'sum', label: 'Laptop' });
  assert.equal(signedIn.cart.id, before.id);
  assert.notEqual(signedIn.cart.capability, before.capability);
  assert.deepEqual(signedIn.unsent, []);
  assert.equal(server.requests('login').length, 2, 'sent again after a lost answer');
  await until(() => moved === 1, 'the other tab is told');
  await assert.rejects(guest.add({ sku: 'MUG' }), { code: 'env_closed' });
  await tab.close();
  const customer = await here.open();
  assert.deepEqual(customer.share(), signedIn.cart);
  await customer.add({ sku: 'CAP' });
  await until(() => customer.getSnapshot().sync.state === 'saved', 'saved');
  assert.deepEqual(
    customer.getSnapshot().lines.map(({ sku, quantity }) => [sku, quantity]),
    [
      ['MUG', 2],
      ['CAP', 1],
    ],
  );
});

test('a sign-in that is refused leaves the guest with the cart', async () => {
  const server = new LogServer();
  const here = new DeviceWorld(server);
  const guest = await here.open();
  await guest.add({ sku: 'MUG' });
  server.refuseNext.push({ path: 'login', refusal: { code: 'login_invalid', status: 401 } });
  await assert.rejects(guest.signIn({ token: 'a.b.c' }), { code: 'login_invalid' });
  await guest.add({ sku: 'MUG' });
  assert.equal(guest.getSnapshot().unitCount, 2);
});

test('a device shut out by a sign-in elsewhere signs in too and is told what it had', async () => {
  const server = new LogServer();
  const [phone, laptop] = [new DeviceWorld(server), new DeviceWorld(server)];
  const first = await phone.open();
  await first.add({ sku: 'MUG' });
  const second = await laptop.open({ cart: first.share() });
  await until(() => second.getSnapshot().unitCount === 1, 'shared');
  await first.signIn({ token: 'a.b.c' });
  await second.add({ sku: 'CAP' });
  await until(() => laptop.errors.some(({ code }) => code === 'unauthorized'), 'shut out');
  const { cart, unsent } = await second.signIn({ token: 'd.e.f' });
  assert.deepEqual(unsent.map(({ sku }) => sku), ['CAP']);
  const again = await laptop.open();
  assert.deepEqual(again.share(), cart);
  await until(() => again.getSnapshot().sync.state === 'saved', 'saved');
});

test('a list for later is another cart that the same capability opens', async () => {
  const here = new DeviceWorld(new LogServer());
  const cart = await here.open();
  await cart.add({ sku: 'MUG' });
  const access = await cart.makeList();
  assert.notEqual(access.id, cart.share().id);
  assert.equal(access.capability, cart.share().capability);
  const list = await here.open({ cart: access, profile: 'later' });
  await list.add({ sku: 'CAP' });
  await until(() => list.getSnapshot().sync.state === 'saved', 'saved');
  assert.deepEqual(cart.getSnapshot().lines.map(({ sku }) => sku), ['MUG']);
});
