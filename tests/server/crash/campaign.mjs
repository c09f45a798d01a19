// kill -9 again and again under load, with a ledger outside the server: every operation the server
// acknowledged is written down before the next one is sent. After each restart all of them are
// there, each log is without a gap, and the files are sound.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { integrityTool } from '../http/support/programs.mjs';
import { Client } from './client.mjs';
import { randomOf, sleep } from './random.mjs';

const FILES = ['shop.db', 'tokens.db'];
// A process that just began is killed too, now and then: recovery itself must bear it.
const KILLED_AT_START = 0.2;
// Carts are watched to the end; more of them only make a round longer.
const WATCHED = 24;

class Ledger {
  constructor(folder) {
    this.file = join(folder, 'ledger.ndjson');
    appendFileSync(this.file, '');
  }
  write(cart, n) {
    appendFileSync(this.file, `${JSON.stringify({ cart, n })}\n`);
  }
  // The last acknowledged operation of each cart.
  read() {
    const last = new Map();
    for (const line of readFileSync(this.file, 'utf8').split('\n').filter(Boolean)) {
      const { cart, n } = JSON.parse(line);
      last.set(cart, Math.max(n, last.get(cart) ?? 0));
    }
    return last;
  }
}

// SQLite's check on a copy: opening the files themselves would recover them before the server does.
function checkFiles(folder) {
  const copy = join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const file of FILES) {
    for (const name of [file, `${file}-wal`]) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
  }
  execFileSync(integrityTool, FILES.map((file) => join(copy, file)), { stdio: 'inherit' });
}

async function checkCarts(clients, ledger) {
  const acknowledged = ledger.read();
  let operations = 0;
  await Promise.all(clients.map(async (client) => {
    const log = await client.readLog();
    const least = acknowledged.get(client.cart) ?? 0;
    assert.ok(log.seen >= least, `${client.cart}: ${log.seen} operations, ${least} acknowledged`);
    assert.ok(log.seen <= client.sent, `${client.cart}: more operations than were sent`);
    assert.deepEqual(log.quantity, client.quantityAfter(log.seen), client.cart);
    operations += log.seen;
  }));
  return operations;
}

// Milliseconds from the start of the program to its first acknowledged write.
async function restart(programs, clients) {
  const started = performance.now();
  await programs.launchServer();
  await clients[0].untilAcknowledged();
  return performance.now() - started;
}

async function killUnderLoad(programs, clients, ledger, random) {
  const stop = { now: false };
  const load = clients.map((client) => client.edit(stop, ledger));
  await sleep(20 + random() * 230);
  await programs.kill('server');
  stop.now = true;
  await Promise.all(load);
}

async function killAtStart(programs, random) {
  await programs.launchServer();
  await sleep(random() * 40);
  await programs.kill('server');
}

// Returns what happened: { cycles, operations, slowest } (ms to serve again).
export async function runCampaign(programs, { cycles, seed, clients: count = 8, report }) {
  const random = randomOf(seed);
  const ledger = new Ledger(programs.folder);
  const clients = [];
  let slowest = 0;
  let operations = 0;
  for (let cycle = 1; cycle <= cycles; ++cycle) {
    if (clients.length < WATCHED) {
      for (let i = 0; i < count; ++i) clients.push(await Client.create(programs, random));
    }
    await killUnderLoad(programs, clients.slice(-count), ledger, random);
    checkFiles(programs.folder);
    if (random() < KILLED_AT_START) await killAtStart(programs, random);
    slowest = Math.max(slowest, await restart(programs, clients));
    operations = await checkCarts(clients, ledger);
    report?.({ cycle, operations, slowest });
  }
  return { cycles, operations, slowest };
}
