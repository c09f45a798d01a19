// The server of one schedule: a database in a folder of its own, an endpoint that can die at any
// commit and start again, and its event streams.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerLink } from './server-link.js';

export interface SentRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ServerAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Number of the event stream this is; 0: none. */
  readonly stream: number;
}

/** Dies before the transaction is committed, or after it without an answer. */
export type Death = 'before' | 'after';

type Told = readonly (readonly [stream: number, text: string])[];
type Reply = { died?: true; told?: Told; answers?: ServerAnswer[] };

export interface Grounds {
  readonly link: ServerLink;
  /** For the database of a schedule; and one with its tables, to begin from. */
  readonly folder: string;
  readonly template: string;
}

export class SimServer {
  up = false;
  #starts = 0;
  readonly #folder: string;
  readonly #before: string;

  constructor(
    private readonly grounds: Grounds,
    private readonly seed: number,
    private readonly parts: { now(): number; told(stream: number, text: string): void },
    /** A mistake: its last transaction is lost when it dies. */
    private readonly forgetful: boolean,
  ) {
    const { folder, template } = grounds;
    this.#folder = join(folder, 'data');
    this.#before = join(folder, 'before');
    for (const place of [this.#folder, this.#before]) this.#copy(template, place);
  }

  start(): void {
    // Numbers of streams are never used again.
    const first = this.#starts++ * 10_000;
    this.#ask({ do: 'open', folder: this.#folder, seed: this.seed + this.#starts, stream: first });
    this.up = true;
  }

  /** Undefined: it died of it. */
  answer(requests: readonly SentRequest[], death?: Death): ServerAnswer[] | undefined {
    if (this.forgetful) this.#copy(this.#folder, this.#before);
    const die = death === undefined ? {} : { die: death };
    const { answers } = this.#ask({ do: 'answer', now: this.parts.now(), requests, ...die });
    return answers;
  }

  closeStream(stream: number): void {
    if (this.up) this.#ask({ do: 'close', stream });
  }

  die(): void {
    if (this.up) this.#ask({ do: 'die' });
  }

  #copy(from: string, to: string): void {
    rmSync(to, { recursive: true, force: true });
    cpSync(from, to, { recursive: true });
  }

  #ask(message: object): Reply {
    const reply = this.grounds.link.ask<Reply>(message);
    if (reply.died) {
      this.up = false;
      if (this.forgetful) this.#copy(this.#before, this.#folder);
    }
    for (const [stream, text] of reply.told ?? []) this.parts.told(stream, text);
    return reply;
  }
}

/** A database with its tables and settings, to be copied for each schedule. */
export function makeTemplate(link: ServerLink, folder: string): void {
  mkdirSync(folder, { recursive: true });
  link.ask({ do: 'open', folder, seed: 1, stream: 0 });
  link.ask({ do: 'die' });
}
