// Mistakes of a page, or of the server, in what they say to each other and when.
import type { Environment } from '../../../web/src/environment.js';
import type { LogBatch, Op, OpBatch } from '../../../web/src/generated/wire.js';
import type { Plant } from './plant.js';

type Fetch = typeof fetch;

const spoiltFetch = (name: string, spoil: (real: Fetch) => Fetch): Plant => ({
  name,
  environment: (real: Environment) => ({ fetch: spoil(real.fetch) }),
});

const isOps = (input: Parameters<Fetch>[0]): boolean => String(input).endsWith('/ops');
const batchOf = (init: RequestInit | undefined): OpBatch =>
  JSON.parse(String(init!.body)) as OpBatch;

// What was sent before is sent again as if it were new.
const renumbered = (real: Fetch): Fetch => {
  const sent = new Set<string>();
  return (input, init) => {
    if (!isOps(input)) return real(input, init);
    const { after, ops } = batchOf(init);
    const again = ops.some((op) => sent.has(`${op.replica}:${op.n}`));
    for (const op of ops) sent.add(`${op.replica}:${op.n}`);
    const shifted = ops.map((op): Op => (again ? { ...op, n: op.n + 1 } : op));
    return real(input, { ...init, body: JSON.stringify({ after, ops: shifted }) });
  };
};

// Takes a failure for an answer.
const hopeful = (real: Fetch): Fetch => {
  return async (input, init) => {
    try {
      return await real(input, init);
    } catch (error) {
      if (!isOps(input)) throw error;
      const { after = 0, ops } = batchOf(init);
      const entries = ops.map((op, i) => ({ index: after + 1 + i, op }));
      const answer: LogBatch = { head: after + ops.length, entries };
      const text = () => Promise.resolve(JSON.stringify(answer));
      return { ok: true, status: 200, text } as Response;
    }
  };
};

const further = (real: Fetch): Fetch => {
  return (input, init) => {
    const url = String(input).replace(
      /(events\?after=)(\d+)/,
      (_, part: string, after: string) => part + String(Number(after) + 1),
    );
    return real(url, init);
  };
};

export const networkPlants: readonly Plant[] = [
  spoiltFetch('an operation is sent again under a new number', renumbered),
  spoiltFetch('a failed request counts as acknowledged', hopeful),
  spoiltFetch('the stream begins one entry too far', further),
  { name: 'the server acknowledges before it commits', forgetfulServer: true },
  {
    name: 'what failed is not tried again',
    environment: (real) => ({
      sleep: (ms, signal) => (ms > 400 ? new Promise<void>(() => {}) : real.sleep(ms, signal)),
    }),
  },
  {
    name: 'what failed is tried again at once',
    environment: (real) => ({ sleep: (_, signal) => real.sleep(1, signal) }),
  },
  {
    name: 'nobody notices that a connection is dead',
    environment: (real) => ({
      timer: (ms, work) => (ms >= 15_000 ? () => {} : real.timer(ms, work)),
    }),
  },
];
