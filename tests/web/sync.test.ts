// Agreeing with the server: other devices, refusals, recovery.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogServer } from './support/log-server.js';
import { mug, slice } from './support/shop.js';
import { DeviceWorld, saved, until } from './support/world.js';

const only = <T>(values: Iterable<T>): T => {
  const [first, second] = values;
  assert.ok(first !== undefined && second === undefined, 'exactly one');
  return first;
};

async function twoDevices() {
  const server = new LogServer();
  const phone = new DeviceWorld(server);
  const laptop = new DeviceWorld(server);
  const a = await phone.open();
  await a.add({ sku: 'MUG', quantity: 2 });
  await saved(a);
  const b = await laptop.open({ cart: a.share() });
  await until(() => b.getSnapshot().lines.length === 1, 'the shared cart');
  return { server, phone, laptop, a, b, close: () => Promise.all([a.close(), b.close()]) };
}

test('another device sees each change, with the product it never loaded', async () => {
  const { a, b, close } = await twoDevices();
  assert.equal(b.getSnapshot().lines[0]?.title, 'Mug');
  await b.add({ sku: 'CAP' });
  await until(() => a.getSnapshot().lines.length === 2, 'device a');
  assert.equal(a.getSnapshot().lines[1]?.title, 'Cap');
  assert.deepEqual({ ...a.getSnapshot(), sync: 0 }, { ...b.getSnapshot(), sync: 0 });
  await close();
});

test('edits made apart are joined: adds both count, nothing comes back', async () => {
  const { server, phone, a, b, close } = await twoDevices();
  phone.online = false;
  const line = a.getSnapshot().lines[0]!.id;
  await a.add({ sku: 'MUG', quantity: 3 });
  await b.remove(line);
  await saved(b);
  phone.comeBack();
  await until(
    () => a.getSnapshot().lines[0]?.quantity === 3 && a.getSnapshot().sync.pending === 0,
    'a',
  );
  await until(() => b.getSnapshot().lines[0]?.quantity === 3, 'b');
  assert.equal(only(server.carts.values()).log.length, 3);
  await close();
});

test('the state goes saving, saved, offline, saved', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  cart.loadCatalog(slice(mug));
  const states: string[] = [];
  cart.subscribe(() => {
    const { state } = cart.getSnapshot().sync;
    if (states.at(-1) !== state) states.push(state);
  });
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  server.down = true;
  server.cut();
  await cart.add({ sku: 'MUG' });
  await until(() => states.at(-1) === 'offline', 'offline');
  server.down = false;
  await until(() => states.at(-1) === 'saved', 'saved again');
  assert.deepEqual(
    states.filter((state, i) => state !== 'saving' || i === 0),
    ['saving', 'saved', 'offline', 'saved'],
  );
  await cart.close();
});

test('a cart nobody edits notices that the server is back', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  await (await device.open()).close(); // its store is known, the server has no cart yet
  server.down = true;
  const cart = await device.open();
  await until(() => cart.getSnapshot().sync.state === 'offline', 'offline');
  server.down = false;
  await saved(cart);
  assert.equal(server.carts.size, 0);
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  await cart.close();
  device.blocks = /stores/;
  const again = await device.open();
  await until(() => again.getSnapshot().sync.state === 'offline', 'offline');
  const asked = server.received.length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.ok(server.received.length - asked < 100, 'asked without pause');
  device.blocks = undefined;
  await saved(again);
  await again.close();
});

test('an event stream that never answers is given up and asked for again', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const real = device.environment();
  let asked = 0;
  device.environment = () => ({
    ...real,
    fetch: (input, init) =>
      String(input).includes('/events') && asked++ === 0
        ? new Promise((_, reject) => {
            init!.signal!.addEventListener('abort', () => reject(new Error('aborted')));
          })
        : real.fetch(input, init),
    timer: (ms, work) => real.timer(Math.min(ms, 20), work),
  });
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await until(() => asked > 1, 'asked again');
  await until(() => only(server.carts.values()).streams.size === 1, 'the stream');
  await cart.close();
});

test('an operation whose answer was lost but whose echo came leaves the cart saved', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  const answer = device.environment().fetch;
  let lost = 0;
  Object.assign(server, {
    fetch: (async (input, init) => {
      const response = await answer(input, init);
      if (String(input).endsWith('/ops') && lost++ === 0) throw new TypeError('connection reset');
      return response;
    }) as typeof fetch,
  });
  await cart.close();
  const again = await device.open();
  await until(() => only(server.carts.values()).streams.size === 1, 'the stream');
  await again.add({ sku: 'MUG' });
  await until(() => lost > 0 && again.getSnapshot().sync.pending === 0, 'the echo');
  await saved(again);
});

test('attempts come later and later, with jitter, at most half a minute apart', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  cart.loadCatalog(slice(mug));
  server.down = true;
  await cart.add({ sku: 'MUG' });
  await until(() => device.sleeps.length > 12, 'attempts');
  assert.ok(Math.max(...device.sleeps) <= 30_000);
  assert.ok(Math.max(...device.sleeps.slice(6)) > 500);
  assert.equal(new Set(device.sleeps).size > 6, true);
  await cart.close();
});

test('a server that answers and brings nothing forward is not asked without pause', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const answer = server.fetch;
  const empty = () => new Response('{"head":7,"entries":[]}');
  const fetch = ((input, init) =>
    /\/(ops|log)/.test(String(input))
      ? Promise.resolve(empty())
      : answer(input, init)) as typeof globalThis.fetch;
  Object.assign(server, { fetch });
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await until(() => device.sleeps.length > 3, 'waiting');
  assert.equal(cart.getSnapshot().sync.state, 'offline');
  assert.ok(device.sleeps.some((ms) => ms > 50));
});

test('a refused operation is taken back and told; the others arrive', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  cart.loadCatalog(slice(mug));
  device.online = false;
  await cart.add({ sku: 'MUG', quantity: 2 });
  await cart.applyCode('FIVE');
  await cart.add({ sku: 'CAP', quantity: 1 }).catch(() => {});
  server.refuseNext.push({
    path: '/ops',
    refusal: { code: 'code_unknown', path: 'ops[1].value', params: { code: 'FIVE' }, status: 422 },
  });
  device.comeBack();
  await until(() => device.errors.length > 0 && cart.getSnapshot().sync.pending === 0, 'told');
  assert.equal(device.errors[0]?.code, 'code_unknown');
  assert.deepEqual(cart.getSnapshot().codes, []);
  assert.equal(cart.getSnapshot().lines[0]?.quantity, 2);
  const { log } = only(server.carts.values());
  assert.ok(log.every(({ op }) => op.kind !== 'codeAdd'));
  assert.deepEqual(
    log.map(({ op }) => op.n),
    log.map((_, i) => i + 1),
  );
  await cart.close();
});

test('a cart the server lost is made again from what was shown', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  await cart.add({ sku: 'MUG', quantity: 2 });
  await cart.add({ sku: 'CAP', quantity: 4 });
  await cart.applyCode('FIVE');
  await cart.setDestination({ country: 'US' });
  await cart.setShippingMethod('express');
  await saved(cart);
  const { sync: _, ...before } = cart.getSnapshot();
  server.cut();
  server.carts.clear();
  await until(
    () => server.carts.size === 1 && cart.getSnapshot().sync.state === 'saved',
    'made again',
  );
  await until(
    () => only(server.carts.values()).log.length > 0 && cart.getSnapshot().sync.pending === 0,
  );
  const { sync: __, ...after } = cart.getSnapshot();
  assert.deepEqual(after, before);
  await cart.close();
});

test('a server restored from an older state gets the shown quantities, once', async () => {
  const { server, a, b, close } = await twoDevices();
  await a.setQuantity(a.getSnapshot().lines[0]!.id, 5);
  await until(() => b.getSnapshot().lines[0]?.quantity === 5, 'b');
  const { log } = only(server.carts.values());
  log.splice(1); // the newest operation is gone
  server.cut();
  await until(
    () => log.length > 1 && [a, b].every((cart) => cart.getSnapshot().sync.pending === 0),
    'both again',
  );
  await until(() => [a, b].every((cart) => cart.getSnapshot().lines[0]?.quantity === 5), 'five');
  await close();
});

test('operations of a copied profile (fork) are asked for anew under a new replica', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const cart = await device.open();
  await cart.add({ sku: 'MUG' });
  await saved(cart);
  server.refuseNext.push({
    path: '/ops',
    refusal: { code: 'op_fork', path: 'ops[0]', params: { n: '2' }, status: 409 },
  });
  await cart.setQuantity(cart.getSnapshot().lines[0]!.id, 6);
  await until(() => cart.getSnapshot().sync.pending === 0, 'sent');
  assert.equal(cart.getSnapshot().lines[0]?.quantity, 6);
  const { log } = only(server.carts.values());
  assert.equal(new Set(log.map(({ op }) => op.replica)).size, 2);
  await cart.close();
});

test('a wrong capability is told and edits stay here', async () => {
  const server = new LogServer();
  const device = new DeviceWorld(server);
  const owner = await device.open();
  await owner.add({ sku: 'MUG' });
  await saved(owner);
  const thief = new DeviceWorld(server);
  const cart = await thief.open({ cart: { id: owner.share().id, capability: 'x'.repeat(43) } });
  await until(() => thief.errors.some(({ code }) => code === 'unauthorized'), 'told');
  assert.equal(cart.getSnapshot().lines.length, 0);
  await Promise.all([owner.close(), cart.close()]);
});

test('the operation log can be inspected', async () => {
  const { a, phone, close } = await twoDevices();
  phone.online = false;
  await a.add({ sku: 'MUG' });
  const rows = a.log().map(({ state, index, op }) => [state, index, op.kind, op.n]);
  assert.deepEqual(rows, [
    ['confirmed', 1, 'add', 1],
    ['pending', undefined, 'add', 2],
  ]);
  await close();
});

test('an event stream in pieces, with comments and CRLF, is read whole', async () => {
  const { readEvents } = await import('../../web/src/sse.js');
  const { realTimer } = await import('../../web/src/environment.js');
  const text =
    ': hi\r\n\r\nid: 1\r\nevent: op\r\ndata: {"a":\r\ndata: 1}\r\n\r\ndata: läst\n\nevent: cut';
  const bytes = new TextEncoder().encode(text);
  for (let size = 1; size < 12; size++) {
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (let at = 0; at < bytes.length; at += size) stream.enqueue(bytes.slice(at, at + size));
        stream.close();
      },
    });
    const seen: unknown[] = [];
    for await (const event of readEvents(body, 1000, realTimer)) seen.push(event);
    assert.deepEqual(
      seen,
      [
        { event: 'op', data: '{"a":\n1}' },
        { event: 'message', data: 'läst' },
      ],
      `pieces of ${size}`,
    );
  }
});
