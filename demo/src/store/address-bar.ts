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

/** The cart in the fragment, if there is one; the fragment is removed. */
export function takeSharedCart(): SharedCart | undefined {
  const found = /^#cart=([0-9a-f]{32})\.([\w-]{43})$/.exec(location.hash);
  if (!found) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return { id: found[1]!, capability: found[2]! };
}
