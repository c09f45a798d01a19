// Virtual time: everything that happens is an event at a moment, one after the other. Between two
// events every promise that can go on has gone on, so an event is the only place where something
// outside (a crash, an answer, another tab) can come in between.
import { createHash } from 'node:crypto';

/** Something that can die; what it waits for then never happens. */
export interface Process {
  readonly name: string;
  alive: boolean;
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly owner: Process;
  readonly label: string;
  work: (() => void) | undefined;
}

/** A schedule takes some thousands; one that never comes to rest takes them all. */
const MOST_EVENTS = 60_000;

export class Endless extends Error {}

export class Timeline {
  /** Milliseconds since the beginning. */
  now = 0;
  readonly lines: string[] = [];
  #order = 0;
  #events = 0;
  #interruptions: { readonly at: number; readonly work: () => void }[] = [];
  readonly #heap: Event[] = [];
  readonly #digest = createHash('sha256');

  /** Calls `work` after `ms`, unless the owner is dead by then or it is cancelled. */
  after(owner: Process, ms: number, label: string, work: () => void): () => void {
    const event: Event = { at: this.now + ms, order: this.#order++, owner, label, work };
    this.#push(event);
    return () => (event.work = undefined);
  }

  /** Calls `work` between two events, when so many more have happened. */
  between(events: number, work: () => void): void {
    this.#interruptions.push({ at: this.#events + events, work });
  }

  /** Nothing comes between from here on. */
  calm(): void {
    this.#interruptions = [];
  }

  /** A line of the history: part of its digest. */
  note(text: string): void {
    const line = `${this.now.toFixed(3)} ${text}`;
    this.#digest.update(line).update('\n');
    this.lines.push(line);
  }

  /** Of everything that happened. */
  digest(): string {
    return this.#digest.copy().digest('hex').slice(0, 16);
  }

  /** Lets time pass until then, or until it is so. True: it is so. */
  async run(until: number, done: () => boolean = () => false): Promise<boolean> {
    for (;;) {
      await settled();
      if (done()) return true;
      const next = this.#heap[0];
      if (!next || next.at > until) break;
      this.#pop();
      if (!next.work || !next.owner.alive) continue;
      if (++this.#events > MOST_EVENTS) throw new Endless();
      this.now = next.at;
      this.note(`${next.owner.name}: ${next.label}`);
      next.work();
      if (this.#interruptions.length > 0) await this.#interrupt();
    }
    this.now = Math.max(this.now, until);
    return done();
  }

  async #interrupt(): Promise<void> {
    await settled();
    const due = this.#interruptions.filter(({ at }) => at <= this.#events);
    if (due.length === 0) return;
    this.#interruptions = this.#interruptions.filter(({ at }) => at > this.#events);
    for (const { work } of due) work();
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.push(event) - 1;
    while (at > 0 && before(event, heap[(at - 1) >> 1]!)) {
      heap[at] = heap[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    heap[at] = event;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
  }
}

function before(a: Event, b: Event): boolean {
  return a.at !== b.at ? a.at < b.at : a.order < b.order;
}

// All microtasks run before the next turn of the event loop, and nothing else is in it.
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
