// A device that comes to a cart: by a code another device shows, or by a restore link. It makes a
// capability of its own, which the other side lets in; until then it opens nothing.
import { Api, isPassing } from '../api.js';
import { base64url, type Environment } from '../environment.js';
import { CartError, errorOf } from '../errors.js';
import type { CartAccess as Granted, Pairing } from '../generated/wire.js';
import type { ArriveOptions, ArrivedCart, JoinInput, Joining, OpenLinkInput } from '../types.js';

const WAIT_S = 10;
const PAUSE_MS = 1_500;

export async function joinCart(
  input: JoinInput,
  options: ArriveOptions,
  environment: Environment,
): Promise<Joining> {
  const visit = arriving(options, environment);
  const claim = { ...claimed(input), label: options.label ?? '' };
  const text = await visit.post('pairings/claim', claim);
  const { id, check, expiresAtMs } = JSON.parse(text) as Pairing;
  const access = approval(visit, id, expiresAtMs, environment);
  access.catch(() => {}); // told to whoever waits for it
  return { check, expiresAtMs, access, cancel: () => visit.end() };
}

export async function openLink(
  { token }: OpenLinkInput,
  options: ArriveOptions,
  environment: Environment,
): Promise<ArrivedCart> {
  const visit = arriving(options, environment);
  const granted = await visit.post('restore', {
    token: behind(token, 'restore'),
    label: options.label ?? '',
  });
  return visit.arrived(JSON.parse(granted) as Granted);
}

function arriving(options: ArriveOptions, environment: Environment) {
  const closing = new AbortController();
  const capability = base64url(environment.random(32));
  const api = new Api(options.endpoint ?? '/v1', environment, closing.signal);
  api.access = { id: '', capability };
  return {
    api,
    closed: closing.signal,
    end: () => closing.abort(),
    post: (path: string, body: object) =>
      api.text({ method: 'POST', path, body: JSON.stringify(body) }),
    arrived: ({ cart, store, currency, scopes }: Granted): ArrivedCart => ({
      cart: { id: cart, capability },
      store,
      currency,
      scopes,
    }),
  };
}

async function approval(
  { api, closed, arrived }: ReturnType<typeof arriving>,
  id: string,
  expiresAtMs: number,
  environment: Environment,
): Promise<ArrivedCart> {
  while (!closed.aborted && environment.now() < expiresAtMs) {
    try {
      const pairing = await api.json<Pairing>({ path: `pairings/${id}?wait=${WAIT_S}` });
      if (pairing.access) return arrived(pairing.access);
      if (pairing.state === 'refused') throw new CartError({ code: 'access_denied' });
    } catch (error) {
      if (!isPassing(errorOf(error))) throw error;
    }
    await environment.sleep(PAUSE_MS, closed);
  }
  throw new CartError({ code: closed.aborted ? 'env_closed' : 'pairing_unknown' });
}

function claimed(input: JoinInput): { code?: string; secret?: string } {
  return 'code' in input ? { code: input.code } : { secret: behind(input.secret, 'pair') };
}

// A link will do where its token is asked for.
function behind(text: string, name: string): string {
  const mark = `#${name}=`;
  return text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : text;
}
