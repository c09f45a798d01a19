// What the page's address says. Everything a link needs is in the query; a shared cart arrives in
// the fragment, which never leaves the browser, and is taken out of the address at once.

export interface SharedCart {
  id: string;
  capability: string;
}

const KEPT = ['store', 'dir', 'theme', 'lang', 'qa']; // travel along from page to page

export const query = (name: string): string => new URLSearchParams(location.search).get(name) ?? '';

/** An address within the shop: `address('/', { product: 'mighty-mug' })`. */
export function address(path: string, parameters: Record<string, string> = {}): string {
  const kept = Object.fromEntries(KEPT.map((name) => [name, query(name)]));
  const all = Object.entries({ ...kept, ...parameters }).filter(([, value]) => value !== '');
  const text = new URLSearchParams(all).toString();
  return text ? `${path}?${text}` : path;
}

/** The link that hands this cart to another device. Whoever has it can change the cart. */
export function shareLink(cart: SharedCart): string {
  const link = new URL(address('/'), location.origin);
  link.hash = `cart=${cart.id}.${cart.capability}`;
  return link.href;
}

/** Opens the shop with a cart that arrived here. */
export function cartLink(store: string, cart: SharedCart): string {
  return `${address('/', { store, cart: 'open' })}#cart=${cart.id}.${cart.capability}`;
}

/** A code's or a restore link's secret in the fragment; it is removed. */
export function takeArrival(): { secret: string } | { token: string } | undefined {
  const [, kind, text] = /^#(pair|restore)=([\w.-]+)$/.exec(location.hash) ?? [];
  if (!text) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return kind === 'pair' ? { secret: text } : { token: text };
}

/** The cart in the fragment, if there is one; the fragment is removed. */
export function takeSharedCart(): SharedCart | undefined {
  const found = /^#cart=([0-9a-f]{32})\.([\w-]{43})$/.exec(location.hash);
  if (!found) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return { id: found[1]!, capability: found[2]! };
}
