// What a request and an answer of the test server look like.

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

export interface Refusal {
  readonly code: string;
  readonly path?: string;
  readonly params?: Record<string, string>;
  readonly status: number;
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

export function problem({ status, ...rest }: Refusal): Response {
  return new Response(JSON.stringify({ ...rest, status }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
