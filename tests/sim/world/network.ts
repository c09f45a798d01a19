// What lies between pages and server: requests and answers that take their time, get lost, come
// twice or in another order, and event streams that stall or break.
import type { Random } from './random.js';
import type { Death, SentRequest, ServerAnswer, SimServer } from './sim-server.js';
import { StreamBody } from './stream-body.js';
import type { Process, Timeline } from './timeline.js';

export interface Weather {
  /** Share of messages that never arrive, in either direction. */
  loss: number;
  /** Share of requests that arrive a second time. */
  twice: number;
  /** Share of messages that take seconds. */
  slow: number;
  /** Share of pieces of event streams at which the stream breaks. */
  broken: number;
}

export const FAIR: Weather = { loss: 0, twice: 0, slow: 0, broken: 0 };

/** The connection of one browser. */
export interface Line {
  online: boolean;
}

interface Pending {
  readonly id: number;
  readonly request: SentRequest;
  readonly line: Line;
  readonly answered: (answer: ServerAnswer | undefined) => void;
}

interface OpenStream {
  readonly owner: Process;
  readonly line: Line;
  readonly body: StreamBody;
  last: number;
}

const HEARTBEAT_MS = 15_000;

export class Network {
  weather: Weather = FAIR;
  /** How the server ends with the next request. */
  death: Death | undefined;
  server!: SimServer;
  requests = 0;
  #ids = 0;
  readonly #process: Process = { name: 'network', alive: true };
  readonly #arriving: Pending[] = [];
  readonly #streams = new Map<number, OpenStream>();
  /** Written by streams whose answer is not here yet. */
  readonly #early: (readonly [stream: number, text: string])[] = [];

  constructor(
    private readonly time: Timeline,
    private readonly random: Random,
    private readonly answered: (request: SentRequest, answer: ServerAnswer) => void,
    private readonly died: () => void,
  ) {}

  fetchFor(owner: Process, line: Line): typeof fetch {
    return (input, init = {}) =>
      new Promise<Response>((resolve, reject) => {
        const request: SentRequest = {
          method: init.method ?? 'GET',
          target: new URL(String(input)).pathname + new URL(String(input)).search,
          headers: lowerCase(init.headers as Record<string, string>),
          body: String(init.body ?? ''),
        };
        const stop = () => reject(new DOMException('aborted', 'AbortError'));
        if (init.signal?.aborted) return stop();
        init.signal?.addEventListener('abort', stop);
        const fail = () => reject(new TypeError('Failed to fetch'));
        if (!line.online) return void this.time.after(owner, 3, 'offline', fail);
        this.#send(request, line, (answer) => {
          if (!answer || !line.online) return this.#after(owner, 'no answer', fail);
          const response = this.#response(owner, line, answer, init.signal ?? undefined);
          this.#after(owner, `answer ${answer.status}`, () => resolve(response));
        });
      });
  }

  /** From the server, for one of its streams. */
  told(stream: number, text: string): void {
    const open = this.#streams.get(stream);
    if (!open) return void this.#early.push([stream, text]);
    if (this.random.chance(this.weather.broken)) return this.#break(stream, open);
    const ms = this.#delay();
    open.last = Math.max(open.last, this.time.now + ms);
    this.time.after(open.owner, open.last - this.time.now, `stream ${stream}`, () => {
      if (this.#streams.has(stream)) open.body.put(text, this.random);
    });
  }

  /** A browser without a network: its streams break, or nothing ever comes of them again. */
  cut(line: Line): void {
    line.online = false;
    for (const [stream, open] of [...this.#streams]) {
      if (open.line !== line) continue;
      if (this.random.chance(0.5)) this.#break(stream, open);
      else this.#close(stream);
    }
  }

  /** A tab is gone. */
  abandon(owner: Process): void {
    for (const [stream, open] of [...this.#streams]) if (open.owner === owner) this.#close(stream);
  }

  /** The endpoint is gone: its connections break. */
  breakAll(): void {
    for (const [stream, open] of [...this.#streams]) this.#break(stream, open);
  }

  #send(request: SentRequest, line: Line, answered: Pending['answered']): void {
    const pending = { id: ++this.#ids, request, line, answered };
    this.requests++;
    const label = `${pending.id} ${request.method} ${request.target} ${request.body.slice(0, 400)}`;
    this.time.note(`network: ${label}`);
    if (this.#lost(line)) return this.#loseRequest(pending);
    this.#after(this.#process, `arrives ${pending.id}`, () => this.#arrive(pending));
    if (!this.random.chance(this.weather.twice)) return;
    const again = { ...pending, answered: () => {} };
    this.#after(this.#process, `arrives again ${pending.id}`, () => this.#arrive(again));
  }

  // Some losses are told by the connection, of others nobody ever hears.
  #loseRequest({ id, answered }: Pending): void {
    const silent = this.random.chance(0.5);
    this.time.note(`network: ${id} is lost${silent ? ' without a word' : ''}`);
    if (!silent) answered(undefined);
  }

  // Requests that arrive at about the same moment share a transaction.
  #arrive(pending: Pending): void {
    this.#arriving.push(pending);
    if (this.#arriving.length > 1) return;
    const wait = this.random.chance(0.2) ? this.random.between(1, 40) : 0;
    this.time.after(this.#process, wait, 'server', () => this.#serve(this.#arriving.splice(0)));
  }

  #serve(arrived: readonly Pending[]): void {
    if (!this.server.up) return arrived.forEach(({ answered }) => answered(undefined));
    const death = this.death;
    this.death = undefined;
    const answers = this.server.answer(
      arrived.map(({ request }) => request),
      death,
    );
    if (!answers) {
      this.breakAll();
      this.died();
    }
    arrived.forEach((pending, i) => this.#answer(pending, answers?.[i]));
  }

  #answer({ id, request, line, answered }: Pending, answer: ServerAnswer | undefined): void {
    if (answer) {
      this.time.note(`server: ${id} ${answer.status} ${answer.body.slice(0, 300)}`);
      this.answered(request, answer);
    }
    if (!this.#lost(line)) return answered(answer);
    if (answer?.stream) this.#close(answer.stream);
    this.time.note(`network: the answer to ${id} is lost`);
    if (this.random.chance(0.5)) answered(undefined);
  }

  #response(
    owner: Process,
    line: Line,
    answer: ServerAnswer,
    signal: AbortSignal | undefined,
  ): Response {
    const { status, stream } = answer;
    const body = stream ? this.#openStream(owner, line, stream, signal) : null;
    const text = () => Promise.resolve(answer.body);
    return { ok: status < 400, status, body, text } as unknown as Response;
  }

  #openStream(owner: Process, line: Line, stream: number, signal?: AbortSignal): StreamBody {
    const close = () => this.#close(stream);
    const body = new StreamBody(close);
    this.#streams.set(stream, { owner, line, body, last: this.time.now });
    for (const [to, text] of this.#early.splice(0)) this.told(to, text);
    signal?.addEventListener('abort', () => {
      close();
      body.fail();
    });
    this.#heartbeat(stream);
    return body;
  }

  #heartbeat(stream: number): void {
    this.time.after(this.#process, HEARTBEAT_MS, `heartbeat ${stream}`, () => {
      if (!this.#streams.has(stream)) return;
      this.told(stream, ':\n\n');
      this.#heartbeat(stream);
    });
  }

  #close(stream: number): void {
    this.#streams.delete(stream);
    this.server.closeStream(stream);
  }

  #break(stream: number, open: OpenStream): void {
    this.#close(stream);
    this.#after(open.owner, `stream ${stream} breaks`, () => open.body.fail());
  }

  #lost(line: Line): boolean {
    return !line.online || this.random.chance(this.weather.loss);
  }

  #delay(): number {
    if (this.random.chance(this.weather.slow)) return this.random.between(1_000, 20_000);
    return this.random.between(4, 120);
  }

  #after(owner: Process, label: string, work: () => void): void {
    this.time.after(owner, this.#delay(), label, work);
  }
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([k, v]) => [k.toLowerCase(), v]));
}
