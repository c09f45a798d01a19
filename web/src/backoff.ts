// Waiting times between attempts: exponential with full jitter, so that many pages do not come back
// to a recovering server at the same moment.
import type { Environment } from './environment.js';

const FIRST_MS = 500;
const MOST_MS = 30_000;

/** Milliseconds before attempt number `failures` + 2. */
export function backoff(failures: number, environment: Pick<Environment, 'random'>): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** failures);
  const [high = 0, low = 0] = environment.random(2);
  return Math.max(50, (most * (high * 256 + low)) / 65_536);
}
