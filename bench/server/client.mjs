// What the loaders of bench/server share: quantiles, memory of a process, carts and their requests.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

import { Shopper } from '../../tests/server/http/support/shopper.mjs';

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

export function residentBytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) * 1024;
}

// Requests over connections that are kept, from one address of this machine.
export class Caller {
  constructor(programs, { localAddress = '127.0.0.1', sockets = 16 } = {}) {
    this.programs = programs;
    this.localAddress = localAddress;
    this.agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  post(shopper, path, value) {
    const body = JSON.stringify(value);
    const headers = { ...shopper.headers, 'content-length': Buffer.byteLength(body) };
    const { agent, localAddress } = this;
    const to = { port: this.programs.port, path, method: 'POST', agent, headers, localAddress };
    return new Promise((done, fail) => {
      const ask = request(to);
      ask.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode));
      });
      ask.on('error', fail);
      ask.end(body);
    });
  }

  async makeCart() {
    const shopper = new Shopper(this.programs);
    const body = { store: 'tea', cart: shopper.cart, currency: 'EUR' };
    const status = await this.post(shopper, '/v1/carts', body);
    if (status !== 201) throw new Error(`no cart was made: ${status}`);
    return shopper;
  }

  addTo(shopper) {
    const op = shopper.method('post');
    return this.post(shopper, `/v1/carts/${shopper.cart}/ops`, { after: shopper.n - 1, ops: [op] });
  }
}

// Runs `work` for each of `items`, so many at a time.
export async function inParallel(items, width, work) {
  const results = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
