// Many streams and many slow connections, in small: bench/server measures the same at full size.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';

import { besideSlowOnes } from '../../../bench/server/slowloris.mjs';
import { holdStreams } from '../../../bench/server/streams.mjs';
import { Programs } from './support/programs.mjs';
import { Shopper } from './support/shopper.mjs';

test('1,000 streams are held, and no change is lost on its way', async () => {
  const { held, pushed, dropped, bytesPerStream } = await holdStreams(1000, 2);
  assert.equal(held, 1000);
  assert.ok(pushed > 0);
  assert.equal(dropped, 0);
  assert.ok(bytesPerStream < 64 * 1024, `${bytesPerStream} bytes a stream`);
});

test('beside 300 slow connections from 3 addresses every honest request is answered', async () => {
  const { attacked, connections } = await besideSlowOnes(300, 3, 3);
  assert.ok(connections >= 192, `${connections}`);
  assert.ok(attacked.requests > 20, `${attacked.requests}`);
  assert.equal(attacked.failures, 0);
});

test('a reader that reads nothing is dropped, not waited for', async () => {
  const programs = await Programs.start({ config: ['metrics_port = 0'] });
  try {
    const shopper = await Shopper.create(programs);
    const socket = connect({ port: programs.port, host: '127.0.0.1' });
    socket.on('error', () => {});
    socket.pause();
    socket.write(
      `GET /v1/carts/${shopper.cart}/events HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: Bearer ${shopper.capability}\r\n\r\n`,
    );
    const start = Date.now();
    let dropped = false;
    while (!dropped && Date.now() - start < 60_000) {
      const ops = Array.from({ length: 100 }, () => shopper.method('post'));
      const answer = await shopper.ops(...ops);
      assert.equal(answer.status, 200);
      dropped = (await slowReaders(programs)) === 1;
    }
    assert.ok(dropped);
    socket.destroy();
  } finally {
    await programs.close();
  }
});

async function slowReaders(programs) {
  const { port } = programs.logged('listening').find((line) => line.for === 'metrics');
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^sealcart_slow_readers (\d+)/m.exec(text)[1]);
}
