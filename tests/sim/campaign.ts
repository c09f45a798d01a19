// Runs schedules of one seed after the other:
//   node campaign.mjs SERVER [--runs N] [--seed S] [--plant NAME] [--only I] [--twice]
// Schedule i of seed S has the number S * 10^6 + i, by which it is repeated alone (--only).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { plants } from './planted/plants.js';
import { NOTHING, type Plant } from './planted/plant.js';
import { Schedule, type Outcome } from './schedule.js';
import { products, store } from './shop.js';
import { ServerLink } from './world/server-link.js';
import { makeTemplate } from './world/sim-server.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
    only: { type: 'string' },
    trace: { type: 'boolean', default: false },
    twice: { type: 'boolean', default: false },
  },
});

const SHARE = 1_000_000;
const first = Number(values.seed) * SHARE;

// In memory where there is such a place: no fsync reaches a disk then, and none is needed, for the
// server of a simulation dies as a process and never loses the power.
const folder = mkdtempSync(join(process.env['SEALCART_SIM_FOLDER'] ?? tmpdir(), 'sealcart-sim-'));
const documents = [join(folder, 'store.json'), join(folder, 'catalog.json')] as const;
writeFileSync(documents[0], JSON.stringify(store));
writeFileSync(documents[1], JSON.stringify({ currency: store.currency, products }));
const link = new ServerLink(positionals[0] ?? '', folder, documents);
const template = join(folder, 'template');
makeTemplate(link, template);
const work = join(folder, 'work');
mkdirSync(work);

let running: Schedule | undefined;
process.on('unhandledRejection', (error) => {
  running?.ledger.violate(`nobody handled ${inspect(error)}`);
});

function run(number: number, plant: Plant): Promise<Outcome> {
  running = new Schedule(number, { link, folder: work, template }, plant);
  return running.run();
}

function tell({ seed, violations, lines, digest }: Outcome): void {
  console.log(`schedule ${seed} (${digest}):`);
  for (const line of values.trace ? lines : lines.slice(-40)) console.log(`  ${line}`);
  for (const violation of violations) console.log(`  VIOLATION ${violation.slice(0, 3_000)}`);
}

/** A schedule that notices the plant. */
async function hunt(plant: Plant, most: number): Promise<boolean> {
  const numbers = Array.from({ length: most }, (_, i) => first + i);
  if (plant.noticedIn !== undefined) numbers.unshift(plant.noticedIn);
  for (const number of numbers) {
    const { violations, seed } = await run(number, plant);
    if (violations.length === 0) continue;
    console.log(`caught ${plant.name} in schedule ${seed}: ${violations[0]!.slice(0, 160)}`);
    return true;
  }
  console.log(`NOT CAUGHT: ${plant.name} in ${most} schedules from ${first}`);
  return false;
}

async function runAll(most: number): Promise<boolean> {
  const began = Date.now();
  const sum = { requests: 0, entries: 0, crashes: 0 };
  let failed = 0;
  for (let i = 0; i < most; i++) {
    const outcome = await run(first + i, NOTHING);
    for (const key of ['requests', 'entries', 'crashes'] as const) sum[key] += outcome.events[key];
    if (values.twice) {
      const again = await run(first + i, NOTHING);
      if (again.digest !== outcome.digest) {
        const at = outcome.lines.findIndex((line, i) => line !== again.lines[i]);
        console.log(`schedule ${outcome.seed} went another way the second time:`);
        for (const { lines } of [outcome, again]) console.log(`  ${lines[at]}`);
        failed++;
      }
    }
    if (outcome.violations.length === 0) continue;
    tell(outcome);
    if (++failed >= 5) break;
  }
  const seconds = (Date.now() - began) / 1000;
  const what = `${sum.requests} requests, ${sum.entries} operations, ${sum.crashes} crashes`;
  const took = `${most} schedules from ${first} in ${seconds.toFixed(1)} s`;
  console.log(`${took}: ${what}, ${failed} failed`);
  return failed === 0;
}

async function main(): Promise<boolean> {
  const most = Number(values.runs);
  if (values.only !== undefined) {
    const plant = plants.find(({ name }) => name === values.plant) ?? NOTHING;
    const outcome = await run(Number(values.only), plant);
    tell(outcome);
    return outcome.violations.length === 0;
  }
  if (values.plant === undefined) return runAll(most);
  let caught = true;
  for (const plant of plants) {
    if (values.plant !== 'all' && plant.name !== values.plant) continue;
    caught = (await hunt(plant, most)) && caught;
  }
  return caught;
}

const fine = await main();
link.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = fine ? 0 : 1;
