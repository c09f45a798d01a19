// Reads an event stream (WHATWG HTML, server-sent events) from a fetch body: EventSource can send
// no Authorization header.
import type { Environment } from './environment.js';

type Timer = Environment['timer'];

export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** Ends when the stream does; rejects after `silenceMs` without a byte: the connection is dead. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
  timer: Timer,
): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let fields = { event: 'message', data: [] as string[] };
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read(), silenceMs, timer);
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') readLine(line, fields);
        else {
          if (fields.data.length > 0) yield { event: fields.event, data: fields.data.join('\n') };
          fields = { event: 'message', data: [] };
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function readLine(line: string, fields: { event: string; data: string[] }): void {
  const colon = line.indexOf(':');
  if (colon === 0) return;
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'event') fields.event = value;
  if (name === 'data') fields.data.push(value);
}

async function withinSilence<T>(work: Promise<T>, ms: number, timer: Timer): Promise<T> {
  let cancelTimer = () => {};
  const silence = new Promise<never>((_, reject) => {
    cancelTimer = timer(ms, () => reject(new Error('silent event stream')));
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    cancelTimer();
  }
}
