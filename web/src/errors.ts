// One error type for everything that can be refused: by core, by the server, by the browser.
import { errorFixes, errorTexts, type ErrorCode } from './generated/error-codes.js';
import type { Command } from './generated/wire.js';

export type { ErrorCode };

/** What is wrong, where, and what to do about it; plain data. */
export interface CartProblem {
  readonly code: ErrorCode;
  /** The field as the caller wrote it ("lines[2].quantity"); empty: the whole input. */
  readonly path: string;
  /** Figures of the message, all as text. */
  readonly params: Readonly<Record<string, string>>;
  readonly message: string;
  readonly fix: string;
  /** What ends it, for Cart.mend(); absent: only the shopper or the merchant can. */
  readonly remedy?: Command;
}

export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Facts that travel with an error from the server. */
export interface ErrorOrigin {
  /** Status of the HTTP answer. */
  readonly status?: number;
  /** Every problem at once, when the server found several. */
  readonly problems?: readonly CartError[];
  readonly cause?: unknown;
}

/** A refusal: nothing was changed. `code` is of a closed list, so it can be switched on. */
export class CartError extends Error implements CartProblem {
  override readonly name = 'CartError';
  readonly code: ErrorCode;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** What to do about it, in English. */
  readonly fix: string;
  /** Status of the HTTP answer, when the server refused. */
  readonly status: number | undefined;
  readonly problems: readonly CartError[];

  constructor(facts: ErrorFacts, origin: ErrorOrigin = {}) {
    const params = Object.freeze({ ...facts.params });
    super(sentence(facts.code, params), origin.cause === undefined ? {} : { cause: origin.cause });
    this.code = facts.code;
    this.path = facts.path ?? '';
    this.params = params;
    this.fix = fill(errorFixes[facts.code], params);
    this.status = origin.status;
    this.problems = Object.freeze([...(origin.problems ?? [])]);
  }

  /** Of what JSON said; an unknown code (a newer server) is `internal`. */
  static from(value: unknown, origin: ErrorOrigin = {}): CartError {
    const facts = isRecord(value) ? value : {};
    const code = facts['code'];
    const known = typeof code === 'string' && Object.hasOwn(errorTexts, code);
    const path = typeof facts['path'] === 'string' ? facts['path'] : '';
    const params = texts(facts['params']);
    return new CartError({ code: known ? (code as ErrorCode) : 'internal', path, params }, origin);
  }
}

/** What was thrown, as a CartError; `code` where it was none. */
export function errorOf(cause: unknown, code: ErrorCode = 'internal'): CartError {
  return cause instanceof CartError ? cause : new CartError({ code }, { cause });
}

/** The same as plain data, for snapshots and forms. */
export function problemOf(value: unknown): CartProblem {
  const { code, path, params, message, fix } = CartError.from(value);
  const remedy = isRecord(value) ? (value['remedy'] as Command | undefined) : undefined;
  return { code, path, params, message, fix, ...(remedy && { remedy }) };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Errors of the environment reach developers in a console: there the fix belongs to the sentence.
function sentence(code: ErrorCode, params: Readonly<Record<string, string>>): string {
  const text = fill(errorTexts[code], params);
  return code.startsWith('env_') ? `${text}: ${fill(errorFixes[code], params)}` : text;
}

function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}

// {"max":"9"}, or [{"name":"max","value":"9"}] where the wire has a list.
function texts(params: unknown): Record<string, string> {
  const entries = Array.isArray(params)
    ? params.filter(isRecord).map(({ name, value }) => [String(name), String(value)] as const)
    : Object.entries(isRecord(params) ? params : {}).map(
        ([name, value]) => [name, String(value)] as const,
      );
  return Object.fromEntries(entries);
}
