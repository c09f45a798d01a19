// The endpoint's side of sharing a cart (docs/SHARING.md), as far as web relies on it: accesses,
// pairing codes, restore links. Codes and secrets are counted, not random.
import type {
  AccessScope,
  CartAccess,
  Device,
  LoginRequest,
  Pairing,
  PairingApproval,
  PairingClaim,
  RestoreRequest,
} from '../../../web/src/generated/wire.js';
import { json, problem, type Received } from './answers.js';

export interface Accesses {
  /** By capability. */
  readonly accesses: Map<string, Device>;
}

interface Offered {
  readonly cart: string;
  readonly code: string;
  readonly secret: string;
  capability: string;
  pairing: Pairing;
}

const ALL: readonly AccessScope[] = ['view', 'edit', 'checkout', 'manage'];
const GUEST: readonly AccessScope[] = ['view', 'edit', 'checkout'];
const NOW = 1_800_000_000_000;
const unknown = () => problem({ code: 'pairing_unknown', status: 404 });

export class SharingDesk {
  readonly #offers: Offered[] = [];
  readonly #links = new Map<string, string>();
  readonly #tokens = new Map<string, string>();
  #count = 0;

  constructor(
    private readonly carts: ReadonlyMap<string, Accesses>,
    private readonly tell: (cart: string, pairing: Pairing) => void,
  ) {}

  access(origin: Device['origin'], scopes = ALL, label = ''): Device {
    const id = this.#id();
    return { id, label, scopes, origin, createdAtMs: NOW, seenAtMs: NOW };
  }

  /** Routes that belong to no cart yet. */
  arrive({ path, body, headers }: Received): Response {
    const capability = headers['Authorization']!.slice('Bearer '.length);
    if (path === 'login') return this.#login(JSON.parse(body) as LoginRequest, capability);
    if (path === 'restore') return this.#restore(JSON.parse(body) as RestoreRequest, capability);
    if (path === 'pairings/claim') return this.#claim(JSON.parse(body) as PairingClaim, capability);
    const offer = this.#offers.find(({ pairing }) => path === `pairings/${pairing.id}`);
    return offer?.capability === capability ? json(offer.pairing) : unknown();
  }

  /** Routes of a cart; undefined: not one of these. */
  manage(request: Received, capability: string): Response | undefined {
    const [, cart = '', part = '', id = '', verb] = request.path.split('/');
    const { accesses } = this.carts.get(cart)!;
    if (!['devices', 'pairings', 'restore-links'].includes(part)) return undefined;
    if (!accesses.get(capability)!.scopes.includes('manage')) {
      return problem({ code: 'access_denied', status: 403 });
    }
    if (part === 'devices') return this.#devices(request, accesses, id, capability);
    if (part === 'restore-links') return this.#link(request, cart, id);
    if (!id && request.method === 'POST') return this.#offer(cart);
    const mine = this.#offers.filter((offer) => offer.cart === cart);
    if (!id) return json({ pairings: mine.map(({ pairing }) => pairing) });
    const offer = mine.find(({ pairing }) => pairing.id === id);
    return offer ? this.#decide(offer, verb === 'approve', request.body) : unknown();
  }

  #devices(
    { method, body }: Received,
    accesses: Map<string, Device>,
    id: string,
    capability: string,
  ): Response {
    const you = accesses.get(capability)!.id;
    if (!id) return json({ you, devices: [...accesses.values()], links: [] });
    const found = [...accesses].find(([, device]) => device.id === id);
    if (!found) return problem({ code: 'not_found', status: 404 });
    if (method === 'DELETE') accesses.delete(found[0]);
    else accesses.set(found[0], { ...found[1], ...(JSON.parse(body) as { label: string }) });
    return new Response(null, { status: 204 });
  }

  #offer(cart: string): Response {
    const id = this.#id();
    const [code, secret] = [`CODE-${1000 + this.#count}`, `secret-${id}`.slice(0, 22)];
    const expiresAtMs = NOW + 120_000;
    const pairing: Pairing = { id, state: 'open', label: '', check: '', expiresAtMs };
    this.#offers.push({ cart, code, secret, capability: '', pairing });
    const qr = { size: 29, path: 'M4 4h7v1h-7z' };
    return json({ id, code, link: `https://shop.test/#pair=${secret}`, qr, expiresAtMs }, 201);
  }

  #claim({ code, secret, label = '' }: PairingClaim, capability: string): Response {
    const offer = this.#offers.find((it) => (code ? it.code === code : it.secret === secret));
    if (offer?.pairing.state !== 'open') return unknown();
    offer.capability = capability;
    offer.pairing = { ...offer.pairing, state: 'waiting', label, check: '4711' };
    this.tell(offer.cart, offer.pairing);
    return json(offer.pairing);
  }

  #decide(offer: Offered, approve: boolean, body: string): Response {
    const { check, scopes = [] } = JSON.parse(body) as PairingApproval;
    if (approve && check !== offer.pairing.check) return unknown();
    if (!approve) offer.pairing = { ...offer.pairing, state: 'refused' };
    else {
      const granted = scopes.length ? scopes : GUEST;
      const access = this.#grant(offer.cart, offer.capability, 'paired', granted, offer.pairing);
      offer.pairing = { ...offer.pairing, state: 'approved', access };
    }
    return json({ ...offer.pairing, access: undefined });
  }

  // A customer without a cart: the guest's becomes theirs, and no other access to it is left. One
  // that is theirs stays where it is.
  #login({ token, capability, cart = '' }: LoginRequest, guest: string): Response {
    const { accesses } = this.carts.get(cart)!;
    const again = this.#tokens.get(token);
    const isTheirs = [...accesses.values()].some(({ origin }) => origin === 'login');
    if (again ? again !== capability : !isTheirs && !accesses.has(guest)) {
      return problem({ code: 'login_invalid', status: 401 });
    }
    this.#tokens.set(token, capability);
    if (!isTheirs) accesses.clear();
    accesses.set(capability, this.access('login'));
    const made = { from: cart, to: cart, added: [], overflow: [], codesLeft: [] };
    const merged = isTheirs ? [] : [made];
    return json({ cart, carts: [], merged, expiresAtMs: NOW + 1 });
  }

  #link({ method }: Received, cart: string, id: string): Response {
    if (method === 'DELETE') {
      return new Response(null, { status: this.#links.delete(`token-${id}`) ? 204 : 404 });
    }
    const made = this.#id();
    this.#links.set(`token-${made}`, cart);
    return json({ id: made, token: `token-${made}`, expiresAtMs: NOW + 1 }, 201);
  }

  #restore({ token, label = '' }: RestoreRequest, capability: string): Response {
    const cart = this.#links.get(token);
    if (!cart) return problem({ code: 'link_invalid', status: 410 });
    return json(this.#grant(cart, capability, 'link', GUEST, { label }));
  }

  #grant(
    cart: string,
    capability: string,
    origin: Device['origin'],
    scopes: readonly AccessScope[],
    { label }: { readonly label: string },
  ): CartAccess {
    this.carts.get(cart)!.accesses.set(capability, this.access(origin, scopes, label));
    return { cart, store: 'test', currency: 'USD', scopes };
  }

  #id(): string {
    return String(++this.#count).padStart(32, '0');
  }
}
