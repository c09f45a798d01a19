// Honest requests beside connections that are held open by being slow.
//   node bench/server/slowloris.mjs [CONNECTIONS] [SECONDS] [ADDRESSES]
// A third of the slow ones send their headers, a third their body, a third nothing at all, each a
// byte a second; who is cut off comes again at once. They live in a process of their own: what they
// cost it is no delay of the server. Prints one line of JSON.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { Programs } from '../../tests/server/http/support/programs.mjs';
import { Caller, quantile, sleep } from './client.mjs';

const BEGINNINGS = [
  'GET / HTTP/1.1\r\nHost: x\r\nX-A: ',
  'POST /v1/carts HTTP/1.1\r\nHost: x\r\nX-Sealcart: 1\r\nContent-Type: application/json\r\n' +
    'Content-Length: 60000\r\n\r\n',
  '',
];

class Attack {
  #running = true;
  #sockets = new Set();
  connections = 0;

  constructor(port, count, addresses) {
    this.port = port;
    for (let i = 0; i < count; ++i) this.#hold(i, `127.0.7.${1 + (i % addresses)}`);
  }

  #hold(i, localAddress) {
    if (!this.#running) return;
    const socket = connect({ port: this.port, host: '127.0.0.1', localAddress });
    this.#sockets.add(socket);
    const beginning = BEGINNINGS[i % BEGINNINGS.length];
    const drip = setInterval(() => beginning && socket.write('a'), 1000);
    socket.on('connect', () => {
      ++this.connections;
      socket.write(beginning);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(drip);
      this.#sockets.delete(socket);
      setTimeout(() => this.#hold(i, localAddress), 250);
    });
  }

  stop() {
    this.#running = false;
    for (const socket of this.#sockets) socket.destroy();
  }
}

function startAttack(...what) {
  const child = fork(fileURLToPath(import.meta.url), ['attack', ...what.map(String)]);
  return {
    /** How often it connected. */
    async stop() {
      if (!child.connected) return 0;
      const told = once(child, 'message');
      child.send('stop');
      const [connections] = await told;
      await once(child, 'exit');
      return connections;
    },
  };
}

function attackUntilTold(port, count, addresses) {
  const attack = new Attack(port, count, addresses);
  process.once('message', () => {
    attack.stop();
    process.send(attack.connections, () => process.exit());
  });
  process.once('disconnect', () => process.exit());
}

// Four shoppers that sync one operation after the other, each from an address of its own.
async function honest(programs, seconds) {
  const latencies = [];
  let failures = 0;
  const end = performance.now() + seconds * 1000;
  const lane = async (i) => {
    const caller = new Caller(programs, { localAddress: `127.0.8.${i}`, sockets: 1 });
    const shopper = await caller.makeCart();
    while (performance.now() < end) {
      const start = performance.now();
      const status = await caller.addTo(shopper).catch(() => 0);
      latencies.push(performance.now() - start);
      if (status !== 200) ++failures;
      await sleep(25);
    }
  };
  await Promise.all([1, 2, 3, 4].map(lane));
  const ms = (q) => Number(quantile(latencies, q).toFixed(2));
  return { requests: latencies.length, failures, p50Ms: ms(0.5), p99Ms: ms(0.99) };
}

export async function besideSlowOnes(count, seconds, addresses) {
  const config = ['trusted_proxies = []', 'log_level = "warning"'];
  const programs = await Programs.start({ config });
  let attack;
  try {
    await honest(programs, Math.min(2, seconds)); // warm
    const baseline = await honest(programs, seconds);
    attack = startAttack(programs.port, count, addresses);
    await sleep(Math.min(3000, seconds * 1000));
    const attacked = await honest(programs, seconds);
    const ratio = Number((attacked.p99Ms / baseline.p99Ms).toFixed(2));
    return { count, addresses, connections: await attack.stop(), baseline, attacked, ratio };
  } finally {
    await attack?.stop();
    await programs.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === 'attack') {
    attackUntilTold(...rest.map(Number));
  } else {
    const [count = 1000, seconds = 15, addresses = 10] = process.argv.slice(2).map(Number);
    console.log(JSON.stringify(await besideSlowOnes(count, seconds, addresses)));
  }
}
