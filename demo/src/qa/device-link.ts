// A page of the shop that runs as a device of the QA panel (?qa=device-2): it gets a profile of its
// own, a network that can be slowed down or cut, and shows its cart to the panel. Same origin only.
import { scriptedTransport } from 'sealcart/testing';
import type { Cart, CartAccess, CartOptions } from 'sealcart';
import { query } from '../store/address-bar.js';
import { recorded } from './recorder.js';
import type { RequestRow } from './recorder.js';

export interface Conditions {
  latencyMs: number;
  loss: number; // share of requests that fail, 0 to 1
  offline: boolean;
}

export interface Device {
  readonly name: string;
  readonly cart: Cart;
  readonly access: CartAccess;
  readonly requests: readonly RequestRow[];
  setNetwork(conditions: Conditions): void;
  /** Its page begins again, with the cart this browser has by then. */
  reload(): void;
}

/** What the panel offers to its devices, on its own window. */
export interface Panel {
  conditions(device: string): Conditions;
  attach(device: string, link: Device): void;
}

declare global {
  interface Window {
    sealcartPanel?: Panel;
  }
}

let network: { requests: RequestRow[]; set(conditions: Conditions): void } | undefined;

const panel = (): Panel | undefined => {
  try {
    return window.parent === window ? undefined : window.parent.sealcartPanel;
  } catch {
    return undefined; // a parent of another origin is no panel
  }
};

/** Options of createCart() for a device of the panel; none for an ordinary visitor. */
export function qaOptions(): Partial<CartOptions> {
  const device = query('qa');
  const from = device ? panel() : undefined;
  if (!from) return {};
  const scripted = scriptedTransport(undefined, from.conditions(device));
  const { transport, requests } = recorded(scripted.fetch);
  network = { requests, set: (conditions) => scripted.set(conditions) };
  return { profile: device, transport };
}

export function attachToPanel(cart: Cart): void {
  if (!network) return;
  const { requests, set } = network;
  const name = query('qa');
  const access = cart.share();
  const reload = (): void => location.reload();
  panel()?.attach(name, { name, cart, access, requests, setNetwork: set, reload });
}
