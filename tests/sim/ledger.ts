// What shoppers were promised and what the server said, to be held against the log at the end.
import type { LogBatch, LogEntry, Op, OpBatch } from '../../web/src/generated/wire.js';
import type { SentRequest, ServerAnswer } from './world/sim-server.js';

/** What an operation says, without its place in the history. */
export function contentOf(op: Op): string {
  const { replica, kind, sku, units, value, customizations, destination } = op;
  return JSON.stringify([replica, kind, sku, units, value, customizations, destination]);
}

const addOf = (sku: string, units: number, mark: string): string => `${units} ${sku} ${mark}`;

export class Ledger {
  readonly violations: string[] = [];
  /** Operations that were on disk when the page was told so. */
  readonly claims: { readonly by: string; readonly op: Op }[] = [];
  /** Adds that were asked for, successful or not. */
  readonly #asked = new Map<string, number>();
  #log = new Map<number, string>();
  readonly #acknowledged = new Map<string, string>();

  violate(what: string): void {
    this.violations.push(what);
  }

  ask(sku: string, units: number, mark: string): void {
    const add = addOf(sku, units, mark);
    this.#asked.set(add, (this.#asked.get(add) ?? 0) + 1);
  }

  claim(by: string, op: Op): void {
    this.claims.push({ by, op });
  }

  /** An answer the server gave, whether or not it arrived. */
  answered(request: SentRequest, answer: ServerAnswer): void {
    const isLog = /\/(ops|log\?.*)$/.test(request.target);
    if (!isLog || answer.status !== 200) return;
    const { entries } = JSON.parse(answer.body) as LogBatch;
    for (const entry of entries) this.#see(entry);
    if (request.method !== 'POST') return;
    for (const op of (JSON.parse(request.body) as OpBatch).ops) {
      this.#acknowledged.set(`${op.replica}:${op.n}`, JSON.stringify(op));
    }
  }

  /**
   * Holds everything against the log as it is in the end. Pages that began again (`restarted`)
   * asked anew for what they showed, in other operations than those they were promised.
   */
  audit(log: readonly LogEntry[], restarted: boolean): void {
    this.#auditNumbers(log);
    const ops = new Map(log.map(({ op }) => [`${op.replica}:${op.n}`, JSON.stringify(op)]));
    for (const [name, op] of this.#acknowledged) {
      if (ops.get(name) !== op) this.violate(`an acknowledged operation is not in the log: ${op}`);
    }
    for (const entry of log) this.#see(entry);
    if (restarted) return;
    this.#auditClaims(log);
    this.#auditAdds(log);
  }

  #see({ index, op }: LogEntry): void {
    const text = JSON.stringify(op);
    const before = this.#log.get(index);
    if (before !== undefined && before !== text) {
      this.violate(`entry ${index} of the log changed: ${before} is now ${text}`);
    }
    this.#log.set(index, text);
  }

  #auditNumbers(log: readonly LogEntry[]): void {
    const last = new Map<number, number>();
    log.forEach(({ index, op }, i) => {
      if (index !== i + 1) this.violate(`entry ${i + 1} of the log has index ${index}`);
      const n = (last.get(op.replica) ?? 0) + 1;
      if (op.n !== n) this.violate(`replica ${op.replica} has no operation ${n} before ${op.n}`);
      last.set(op.replica, op.n);
    });
  }

  #auditClaims(log: readonly LogEntry[]): void {
    const there = new Map<string, number>();
    for (const { op } of log) count(there, contentOf(op), 1);
    for (const { by, op } of this.claims) {
      if (count(there, contentOf(op), -1) < 0) {
        this.violate(`${by} was told it is on disk, and it is lost: ${JSON.stringify(op)}`);
      }
    }
  }

  #auditAdds(log: readonly LogEntry[]): void {
    const there = new Map<string, number>();
    for (const { op } of log) {
      if (op.kind !== 'add') continue;
      const add = addOf(op.sku!, op.units!, op.customizations?.[0]?.value ?? '');
      const times = count(there, add, 1);
      if (times > (this.#asked.get(add) ?? 0)) {
        this.violate(`nobody asked for this ${times} times: add ${add}`);
      }
    }
  }
}

function count(of: Map<string, number>, what: string, step: number): number {
  const now = (of.get(what) ?? 0) + step;
  of.set(what, now);
  return now;
}
