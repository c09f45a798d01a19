// Keeps the last requests of a device, as the cart saw them.

export interface RequestRow {
  readonly at: number; // Unix time in ms
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** 0: no answer (cut, lost). */
  status: number;
  ms: number;
}

const KEPT = 200;

export function recorded(inner: typeof fetch): { transport: typeof fetch; requests: RequestRow[] } {
  const requests: RequestRow[] = [];
  const transport: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.href);
    const row: RequestRow = {
      at: Date.now(),
      method: init?.method ?? 'GET',
      path: url.pathname + url.search,
      body: typeof init?.body === 'string' ? init.body : '',
      status: 0,
      ms: 0,
    };
    requests.push(row);
    if (requests.length > KEPT) requests.shift();
    const started = performance.now();
    try {
      const answer = await inner(input, init);
      row.status = answer.status;
      return answer;
    } finally {
      row.ms = Math.round(performance.now() - started);
    }
  };
  return { transport, requests };
}
