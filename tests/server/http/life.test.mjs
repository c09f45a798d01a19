// Readiness, the end of the server under load, metrics, and what the log says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { BUILD, Programs } from './support/programs.mjs';
import { hex, Shopper } from './support/shopper.mjs';

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

let programs;
before(async () => {
  programs = await Programs.start({
    config: ['drain_seconds = 2', 'metrics_port = 0', 'log_level = "debug"'],
  });
});
after(() => programs.close());

const metrics = async () => {
  const port = programs.logged('listening').find((line) => line.for === 'metrics').port;
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  const text = await answer.text();
  assert.match(answer.headers.get('content-type'), /^text\/plain; version=0\.0\.4/);
  const values = new Map(text.split('\n').map((line) => [line.split(/ (?=\S+$)/)[0], line]));
  return (name) => Number(values.get(name)?.split(' ').at(-1));
};

test('what happens is counted', async () => {
  const shopper = await Shopper.create(programs);
  const events = await shopper.events();
  await shopper.ops(shopper.add('POT', 1), shopper.add('POT', 1));
  await shopper.get(`/v1/carts/${hex(16)}`);
  await events.next();
  const value = await metrics();
  const ops = '{route="/v1/carts/{cart}/ops",status="200"}';
  assert.equal(value(`sealcart_http_requests_total${ops}`), 1);
  assert.equal(value('sealcart_http_request_seconds_count{route="/v1/carts/{cart}/ops"}'), 1);
  assert.equal(value('sealcart_refusals_total{code="cart_unknown"}'), 1);
  assert.equal(value('sealcart_ops_applied_total'), 2);
  assert.equal(value('sealcart_carts_cached'), 1);
  assert.equal(value('sealcart_streams'), 1);
  assert.ok(value('sealcart_storage_batch_jobs_count') >= 3);
  assert.ok(value('sealcart_storage_commit_seconds_sum') > 0);
  assert.equal(value('sealcart_storage_queue'), 0);
  assert.equal(value('sealcart_shed_total'), 0);
  events.close();
});

test('check-config tells every fault at once, of stores too, and ends with 1', () => {
  const file = join(programs.folder, 'faulty.toml');
  const good = readFileSync(join(programs.folder, 'sealcart.toml'), 'utf8');
  writeFileSync(join(programs.folder, 'bad.store.json'), '{"id":1}');
  const faulty = `trusted_proxy = []\nstreams = "many"\n${good}`;
  writeFileSync(file, `${faulty}[[store]]\ndocument = "bad.store.json"\n`);
  const check = (config) =>
    spawnSync(join(BUILD, 'server/sealcartd'), ['--config', config, 'check-config'], {
      encoding: 'utf8',
    });
  const { status, stderr } = check(file);
  assert.equal(status, 1);
  assert.match(stderr, /trusted_proxy: no such key;.* Is trusted_proxies meant\?/);
  assert.match(stderr, /streams: a whole number/);
  assert.match(stderr, /bad\.store\.json: id: /);
  assert.equal(check(join(programs.folder, 'sealcart.toml')).status, 0);
});

test('metrics are not on the shop’s port', async () => {
  assert.equal((await fetch(`${programs.url}/metrics`)).status, 404);
});

// What a client sends and what it was told, over connections it keeps.
class Client {
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  acknowledged = 0;
  failures = [];

  constructor(shopper) {
    this.shopper = shopper;
  }

  // The status, or why there was none: 'refused' when the server took no connection.
  #send(body) {
    const { pathname, port } = new URL(`${programs.url}/v1/carts/${this.shopper.cart}/ops`);
    return new Promise((done) => {
      const headers = { ...this.shopper.headers, 'content-length': Buffer.byteLength(body) };
      const ask = request({ port, path: pathname, method: 'POST', agent: this.agent, headers });
      ask.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => done(answer.statusCode));
        answer.on('error', () => done('cut'));
      });
      ask.on('error', (error) => done(error.code));
      ask.end(body);
    });
  }

  async run() {
    for (;;) {
      const op = this.shopper.set('POT', 1);
      const status = await this.#send(JSON.stringify({ after: 0, ops: [op] }));
      if (status === 'ECONNREFUSED') return;
      if (status === 200) ++this.acknowledged;
      else {
        this.failures.push(status);
        return;
      }
    }
  }
}

test('stopped under load: not ready, streams end, nothing is lost', async () => {
  const clients = await Promise.all(
    Array.from({ length: 8 }, async () => new Client(await Shopper.create(programs))),
  );
  const streams = await Promise.all(clients.map(({ shopper }) => shopper.events({ after: 0 })));
  const ended = Promise.all(
    streams.map(async (stream) => {
      while (await stream.next());
      return Date.now();
    }),
  );
  const runs = Promise.all(clients.map((client) => client.run()));
  await sleep(500);
  const start = Date.now();
  programs.server.kill('SIGTERM');
  await sleep(100);
  const ready = await fetch(`${programs.url}/readyz`);
  assert.deepEqual([ready.status, (await ready.json()).reason], [503, 'draining']);
  const [code] = await programs.server.ended;
  const took = Date.now() - start;
  await runs;
  assert.equal(code, 0);
  assert.ok(took > 1500 && took < 6000, `${took} ms`);
  for (const at of await ended) assert.ok(at - start < took, 'streams end before the server does');
  // A connection the kernel took and the server did not is reset: nothing of it was acknowledged.
  const failures = clients.flatMap((client) => client.failures);
  assert.deepEqual(failures.filter((failure) => failure !== 'ECONNRESET'), []);
  await programs.startServer();
  for (const { shopper, acknowledged } of clients) {
    assert.ok(acknowledged > 0);
    const { json } = await shopper.get(`/v1/carts/${shopper.cart}/log?after=${acknowledged - 1}`);
    assert.equal(json.head, acknowledged);
  }
});

test('no secret is in any line of the log, whatever is asked', async () => {
  const canary = `canary${hex(20)}`;
  const shopper = new Shopper(programs, { capability: canary.padEnd(43, 'A').slice(0, 43) });
  await shopper.make();
  const path = `/v1/carts/${shopper.cart}`;
  await shopper.ops(shopper.add('POT', 1));
  for (const query of ['?after=1&capability=', '?token=', '?']) {
    await shopper.get(path + query + canary);
  }
  await shopper.send('GET', path, undefined, { cookie: canary, 'x-forwarded-for': canary });
  await shopper.post(`${path}/ops`, { after: 0, ops: [], note: canary });
  await shopper.post(`${path}/shopper`, { email: `${canary}@example.com` });
  await shopper.post('/v1/worker/claim', {}, { authorization: `Bearer ${canary}` });
  await fetch(`${programs.url}/v1/stores`, { headers: { origin: `https://${canary}.example` } });
  const { lines } = await programs.kill('server', 'SIGTERM');
  assert.ok(lines.includes(shopper.cart), 'ids are there');
  assert.ok(!lines.includes(canary.slice(0, 20)), 'the canary is not');
  await programs.startServer();
});
