// A shopper over HTTP: a cart, hand-made operations, quote, sealed token, order.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import { openEvents } from './events.mjs';
import { sealTool } from './programs.mjs';

export const hex = (bytes) => randomBytes(bytes).toString('hex');

export const FORM = {
  email: 'ada@example.com',
  shippingAddress: {
    name: 'Ada',
    line1: 'Street 1',
    city: 'Town',
    postalCode: '10115',
    country: 'DE',
  },
};

export function card(number) {
  return JSON.stringify({
    type: 'card',
    number,
    expiryMonth: 12,
    expiryYear: 2099,
    securityCode: '123',
    name: 'Ada',
  });
}

export class Shopper {
  static async create(programs, options = {}) {
    const shopper = new Shopper(programs, options);
    shopper.made = await shopper.make();
    return shopper;
  }

  constructor(
    programs,
    { cart = hex(16), capability = randomBytes(32).toString('base64url'), replica = 7 } = {},
  ) {
    this.programs = programs;
    this.cart = cart;
    this.capability = capability;
    this.replica = replica;
    this.n = 0;
    this.head = 0;
  }

  get headers() {
    return { authorization: `Bearer ${this.capability}`, 'content-type': 'application/json' };
  }

  async send(method, path, body, headers = {}) {
    const answer = await fetch(this.programs.url + path, {
      method,
      body,
      headers: { ...this.headers, ...headers },
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
    };
  }

  get(path) {
    return this.send('GET', path);
  }
  post(path, body, headers) {
    return this.send('POST', path, JSON.stringify(body), headers);
  }

  // One more operation of this device; what is not given is filled in.
  op(more) {
    const n = more.n ?? ++this.n;
    return { v: 1, cart: this.cart, replica: this.replica, n, lamport: n, base: 0, ...more };
  }
  add(sku, units) {
    return this.op({ kind: 'add', sku, units, born: this.n + 1 });
  }
  // In place of this shopper's last operation, which was one, too: a line has room for few lots.
  set(sku, units) {
    const shrinks = this.n > 0 ? [{ replica: this.replica, n: this.n, remaining: 0 }] : [];
    return this.op({ kind: 'set', sku, units, born: 1, shrinks });
  }
  destination(country) {
    return this.op({ kind: 'destination', destination: { country } });
  }
  method(value) {
    return this.op({ kind: 'shippingMethod', value });
  }

  async ops(...ops) {
    const answer = await this.post(`/v1/carts/${this.cart}/ops`, { after: this.head, ops });
    if (answer.status === 200) this.head = answer.json.head;
    return answer;
  }

  make(currency = 'EUR', store = 'tea') {
    return this.post('/v1/carts', { store, cart: this.cart, currency });
  }

  snapshot() {
    return this.get(`/v1/carts/${this.cart}`);
  }

  async fill(sku, units) {
    return this.ops(this.add(sku, units), this.destination('DE'), this.method('post'));
  }

  async quote(more = {}) {
    const { json } = await this.snapshot();
    return this.post(`/v1/carts/${this.cart}/quote`, {
      expectedTotal: json.grandTotal,
      currency: 'EUR',
      head: this.head,
      form: FORM,
      ...more,
    });
  }

  async seal(quote, payload) {
    const manifest = await (await fetch(`${this.programs.url}/v1/keys`)).text();
    const pins = await (await fetch(`${this.programs.sealUrl}/pins.json`)).json();
    const args = [manifest.trim(), pins.roots[0], JSON.stringify(quote), payload];
    return execFileSync(sealTool, args, { encoding: 'utf8' }).trim();
  }

  // An order request for what is in the cart, sealed with this payload.
  async orderRequest(payload = card('4242424242424242')) {
    const quote = (await this.quote()).json;
    return {
      order: hex(16),
      cart: this.cart,
      quote: quote.id,
      expectedTotal: quote.amount,
      form: FORM,
      token: await this.seal(quote, payload),
    };
  }

  place(request) {
    return this.post('/v1/orders', request, { 'idempotency-key': request.order });
  }

  // The order as soon as its payment is in one of these states.
  async settled(order, states = ['captured', 'declined', 'review'], tries = 400) {
    for (let i = 0; i < tries; ++i) {
      const { json } = await this.get(`/v1/orders/${order}`);
      if (states.includes(json.payment)) return json;
      await new Promise((done) => {
        setTimeout(done, 50);
      });
    }
    throw new Error(`order ${order} did not become ${states}`);
  }

  events(options) { return openEvents(this, options); }
}
