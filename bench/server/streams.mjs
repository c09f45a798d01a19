// Event streams a server holds, what one costs in memory, and how fast a change arrives.
//   node bench/server/streams.mjs [STREAMS] [SECONDS] [CHANGES A SECOND]
// Each stream follows a cart of its own. Prints one line of JSON.
import { connect } from 'node:net';
import { pathToFileURL } from 'node:url';

import { Programs } from '../../tests/server/http/support/programs.mjs';
import { Caller, inParallel, quantile, residentBytes, sleep } from './client.mjs';

class Stream {
  opened = false;
  closed = false;
  events = 0;
  sentAt = 0;

  constructor(programs, shopper, arrived) {
    this.shopper = shopper;
    const socket = connect({ port: programs.port, host: '127.0.0.1' });
    this.socket = socket;
    socket.write(
      `GET /v1/carts/${shopper.cart}/events HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: Bearer ${shopper.capability}\r\n\r\n`,
    );
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
    });
    this.ready = new Promise((done) => {
      socket.on('close', done);
      socket.on('data', (chunk) => {
        if (chunk.includes('retry: ')) this.opened = true;
        done();
        const events = chunk.toString('latin1').split('event: op').length - 1;
        if (events > 0) arrived(performance.now() - this.sentAt);
        this.events += events;
      });
    });
  }

  get held() {
    return this.opened && !this.closed;
  }
}

async function push(caller, streams, seconds, rate) {
  let pushed = 0;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const stream = streams[Math.floor(Math.random() * streams.length)];
    stream.sentAt = performance.now();
    if ((await caller.addTo(stream.shopper)) === 200) ++pushed;
    await sleep(Math.max(0, 1000 / rate - (performance.now() - stream.sentAt)));
  }
  await sleep(1000);
  return pushed;
}

export async function holdStreams(count, seconds, rate = 50) {
  const programs = await Programs.start({ config: ['log_level = "warning"'] });
  try {
    const caller = new Caller(programs);
    const shoppers = await inParallel(Array(count).fill(), 64, () => caller.makeCart());
    const { pid } = programs.server;
    const before = residentBytes(pid);
    const latencies = [];
    const streams = await inParallel(shoppers, 256, async (shopper) => {
      const stream = new Stream(programs, shopper, (ms) => latencies.push(ms));
      await stream.ready;
      return stream;
    });
    const after = residentBytes(pid);
    const pushed = await push(caller, streams, seconds, rate);
    const held = streams.filter((stream) => stream.held).length;
    const events = streams.reduce((sum, stream) => sum + stream.events, 0);
    for (const { socket } of streams) socket.destroy();
    return {
      streams: count,
      held,
      bytesPerStream: Math.round((after - before) / count),
      pushed,
      dropped: pushed - events,
      pushP50Ms: Number(quantile(latencies, 0.5).toFixed(2)),
      pushP99Ms: Number(quantile(latencies, 0.99).toFixed(2)),
    };
  } finally {
    await programs.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [count = 10_000, seconds = 10, rate = 50] = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(await holdStreams(count, seconds, rate)));
}
