// A guest signs in: the browser goes on with the customer's cart, in every tab.
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
  setTimeout(() => (here.losesAnswers = undefined), 20);
  const signedIn = await guest.signIn({ token: 'a.b.c', policy: 'sum', label: 'Laptop' });
  assert.equal(signedIn.cart.id, before.id);
  assert.notEqual(signedIn.cart.capability, before.capability);
  assert.deepEqual(signedIn.unsent, []);
  assert.equal(server.requests('login').length > 1, true, 'sent again after a lost answer');
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
