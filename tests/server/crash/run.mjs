// node run.mjs [--cycles N] [--seed S] [--carts N]: the campaign by hand (./dev crash), on a
// database that holds so many carts before it begins.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { fillTool, Programs } from '../http/support/programs.mjs';
import { runCampaign } from './campaign.mjs';

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    carts: { type: 'string', default: '0' },
  },
});
const cycles = Number(values.cycles);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const programs = await Programs.prepare();

async function begin() {
  console.log(`seed ${seed}`);
  if (values.carts !== '0') {
    const files = ['shop.db', 'tokens.db'].map((file) => join(programs.folder, file));
    execFileSync(fillTool, [...files, values.carts], { stdio: 'inherit' });
    console.log(`${values.carts} carts are in the database`);
  }
  await programs.startServer();
}

function report({ cycle, operations, slowest }) {
  if (cycle % 50 !== 0 && cycle !== cycles) return;
  console.log(`${cycle} kills, ${operations} operations held, ${slowest.toFixed(0)} ms at most`);
}

try {
  await begin();
  const { operations, slowest } = await runCampaign(programs, { cycles, seed, report });
  console.log(
    `${cycles} kills: 0 of ${operations} operations lost, files sound each time, ` +
      `first acknowledged write ${slowest.toFixed(0)} ms after a start at most`,
  );
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await programs.close();
}
