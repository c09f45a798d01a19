// The endpoint's side of the contract that web relies on, in memory: documents, an append-only log
// for each cart, its event stream, quotes and orders. It checks numbering and capabilities, not
// prices: that is the real server's (tests/server, tests/browser).
import type {
  Device,
  LogBatch,
  LogCheckpoint,
  LogEntry,
  Op,
  Order,
  OrderRequest,
  Product,
  QuoteRequest,
  ShopperFacts,
  StoreDocument,
} from '../../../web/src/generated/wire.js';
import { json, problem, type Received, type Refusal } from './answers.js';
import { SharingDesk } from './sharing-desk.js';
import { products, store } from './shop.js';

interface Cart {
  /** Who may open it, by capability. */
  readonly accesses: Map<string, Device>;
  readonly log: LogEntry[];
  readonly streams: Set<ReadableStreamDefaultController<Uint8Array>>;
  /** Stands for the entries it joins. */
  checkpoint?: LogCheckpoint;
}

const encoder = new TextEncoder();

export class LogServer {
  readonly carts = new Map<string, Cart>();
  readonly received: Received[] = [];
  readonly orders = new Map<string, Order>();
  store: StoreDocument = store;
  products: readonly Product[] = products;
  down = false;
  /** Another one after a restore. */
  epoch = 0;
  /** What it knows of a shopper and of limits. */
  facts: ShopperFacts = {};
  /** Answers the next request whose path contains the text. */
  readonly refuseNext: { path: string; refusal: Refusal }[] = [];
  payment: Order['payment'] = 'captured';

  readonly fetch: typeof fetch = async (input, init = {}) => {
    await Promise.resolve();
    if (this.down) throw new TypeError('fetch failed');
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const url = new URL(String(input));
    const path = url.pathname.replace('/v1/', '');
    const headers = init.headers as Record<string, string>;
    const body = String(init.body ?? '');
    const request: Received = { method: init.method ?? 'GET', path, body, headers };
    this.received.push(request);
    const at = this.refuseNext.findIndex((next) => path.includes(next.path));
    if (at >= 0) return problem(this.refuseNext.splice(at, 1)[0]!.refusal);
    return this.answer(request, url, init.signal ?? undefined);
  };

  requests(path: string): Received[] {
    return this.received.filter((request) => request.path.includes(path));
  }

  /** Ends every event stream, as a restart does. */
  cut(): void {
    for (const cart of this.carts.values()) {
      for (const stream of cart.streams) stream.error(new TypeError('network error'));
      cart.streams.clear();
    }
  }

  tell(cart: string, event: string, data: unknown): void {
    for (const stream of this.carts.get(cart)?.streams ?? []) {
      stream.enqueue(eventBytes(event, data));
    }
  }

  private since(cart: Cart, after: number): LogBatch {
    const { log, checkpoint } = cart;
    const cut = checkpoint && checkpoint.index > after ? checkpoint : undefined;
    const from = cut?.index ?? after;
    return {
      head: log.length,
      entries: log.slice(from, from + 256),
      ...(this.epoch && { epoch: this.epoch }),
      ...(cut && { checkpoint: cut }),
    };
  }

  private readonly desk = new SharingDesk(this.carts, (cart, pairing) =>
    this.tell(cart, 'pairing', pairing),
  );

  private answer(request: Received, url: URL, signal?: AbortSignal): Response {
    const [root, id = '', part = ''] = request.path.split('/');
    if (root === 'config') {
      return json({ sealOrigin: 'https://seal.test', stores: [], defaultStore: 'test' });
    }
    if (root === 'stores') return part === 'catalog' ? this.catalog(url) : json(this.store);
    if (root === 'keys') return json({ manifest: 'signed' });
    if (root === 'carts' && id === '') return this.create(request);
    if (root === 'orders') return id ? json(this.orders.get(id)) : this.order(request);
    if (['login', 'pairings', 'restore'].includes(root!)) return this.desk.arrive(request);
    const cart = this.carts.get(id);
    if (!cart) return problem({ code: 'cart_unknown', status: 404 });
    const capability = bearer(request);
    if (!cart.accesses.has(capability)) return problem({ code: 'unauthorized', status: 401 });
    const managed = this.desk.manage(request, capability);
    if (managed) return managed;
    if (part === 'ops') return this.append(id, cart, request.body);
    if (part === 'shopper') return json(this.facts);
    if (part === 'quote') return this.quote(id, request.body);
    const after = Number(url.searchParams.get('after'));
    if (part === 'events') return this.stream(cart, after, signal);
    return json(this.since(cart, after));
  }

  private catalog(url: URL): Response {
    const skus = url.searchParams.get('skus')?.split(',');
    const ids = url.searchParams.get('products')?.split(',');
    const found = this.products.filter(
      (product) =>
        (!skus || product.variants.some(({ sku }) => skus.includes(sku))) &&
        (!ids || ids.includes(product.id)),
    );
    const sold = new Set(found.flatMap(({ variants }) => variants.map(({ sku }) => sku)));
    const gone = skus?.filter((sku) => !sold.has(sku)) ?? [];
    return json({ currency: 'USD', products: found, gone });
  }

  private create(request: Received): Response {
    const { cart: id } = JSON.parse(request.body) as { cart: string };
    const capability = bearer(request);
    const known = this.carts.get(id);
    if (known && !known.accesses.has(capability))
      return problem({ code: 'unauthorized', status: 401 });
    const accesses = new Map([[capability, this.desk.access('made')]]);
    if (!known) this.carts.set(id, { accesses, log: [], streams: new Set() });
    return json({ cart: id, head: known?.log.length ?? 0 }, known ? 200 : 201);
  }

  private append(id: string, cart: Cart, body: string): Response {
    const { after, ops } = JSON.parse(body) as { after: number; ops: Op[] };
    const fresh: Op[] = [];
    for (const [i, op] of ops.entries()) {
      const path = `ops[${i}]`;
      const known = cart.log.find(({ op: o }) => o.replica === op.replica && o.n === op.n);
      if (known && JSON.stringify(known.op) !== JSON.stringify(op)) {
        return problem({ code: 'op_fork', path, params: { n: String(op.n) }, status: 409 });
      }
      if (known) continue;
      const own = [...cart.log.map((entry) => entry.op), ...fresh].filter(
        ({ replica }) => replica === op.replica,
      );
      if (op.n !== own.length + 1) {
        return problem({
          code: 'op_gap',
          path,
          params: { n: String(op.n), last: String(own.length) },
          status: 409,
        });
      }
      if (op.base > cart.log.length) return problem({ code: 'op_base_ahead', path, status: 409 });
      fresh.push(op);
    }
    for (const op of fresh) {
      const entry = { index: cart.log.length + 1, op };
      cart.log.push(entry);
      this.tell(id, 'op', entry);
    }
    return json(this.since(cart, after));
  }

  private stream(cart: Cart, after: number, signal?: AbortSignal): Response {
    const { epoch = 0, checkpoint, entries } = this.since(cart, after);
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        cart.streams.add(stream);
        if (epoch) stream.enqueue(eventBytes('epoch', epoch));
        if (checkpoint) stream.enqueue(eventBytes('checkpoint', checkpoint));
        for (const entry of entries) stream.enqueue(eventBytes('op', entry));
        signal?.addEventListener('abort', () => {
          if (cart.streams.delete(stream)) stream.error(new DOMException('aborted', 'AbortError'));
        });
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  private quote(cart: string, body: string): Response {
    const request = JSON.parse(body) as QuoteRequest;
    return json({
      id: '11'.repeat(16),
      cart,
      merchant: '22'.repeat(16),
      cartHash: '33'.repeat(32),
      amount: request.expectedTotal,
      currency: request.currency,
      exponent: 2,
      storeVersion: 1,
      issuedAtMs: 1,
      expiresAtMs: 2,
      mac: '44'.repeat(32),
    });
  }

  private order(request: Received): Response {
    const { order: id, form, cart, expectedTotal } = JSON.parse(request.body) as OrderRequest;
    if (request.headers['Idempotency-Key'] !== id) {
      return problem({ code: 'idempotency_key_missing', status: 400 });
    }
    const before = this.orders.get(id);
    const order =
      before ??
      ({
        id,
        cart,
        form,
        number: `T-${this.orders.size + 1}`,
        payment: 'created',
        grandTotal: expectedTotal,
      } as Order);
    this.orders.set(id, before ?? { ...order, payment: this.payment });
    return json(order, 201);
  }
}

function bearer({ headers }: Received): string {
  return headers['Authorization']!.slice('Bearer '.length);
}

function eventBytes(event: string, data: unknown): Uint8Array {
  return encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
