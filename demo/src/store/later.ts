// The list of what is saved for later: another cart that the same key opens. A guest's list stays
// with this browser, a customer's is on each device that is signed in. Which one it is, is
// remembered by the cart's key. It is open while somebody looks, for it has an event stream too.
import type { Cart, CartAccess } from 'sealcart';

export interface Later {
  /** Undefined while nobody looks, and until something was saved. */
  list(): Cart | undefined;
  /** Somebody looks; where there is no list none is made. */
  open(): void;
  close(): void;
  /** `listener` runs when the list is there and when it changes. */
  subscribe(listener: () => void): void;
  /** Resolves when the line is in the list and in the cart no more. */
  save(line: string): Promise<void>;
  takeBack(line: string): Promise<void>;
}

export interface RememberedList {
  readonly list?: string | undefined;
  /** The cart is a customer's, so its list is too. */
  readonly customer?: boolean;
}

export type OpenList = (access: CartAccess, profile: string) => Promise<Cart>;

export function rememberedList(cart: CartAccess): RememberedList {
  return JSON.parse(localStorage.getItem(nameFor(cart)) ?? '{}') as RememberedList;
}
export function rememberList(cart: CartAccess, remembered: RememberedList): void {
  localStorage.setItem(nameFor(cart), JSON.stringify(remembered));
}
export function forgetList(cart: CartAccess): void {
  localStorage.removeItem(nameFor(cart));
}

export function savedForLater(cart: Cart, openList: OpenList): Later {
  const listeners: (() => void)[] = [];
  let looking = false;
  let opened: Cart | undefined;
  let opening: Promise<Cart> | undefined;

  const tell = (): void => listeners.forEach((listener) => listener());
  const openAs = (id: string): Promise<Cart> => {
    const access = cart.share();
    opening ??= openList({ ...access, id }, nameFor(access)).then((list) => {
      if (looking) opened = list;
      list.subscribe(tell);
      tell();
      return list;
    });
    opening.catch(() => (opening = undefined)); // the next call tries again
    return opening;
  };
  const find = async (): Promise<string | undefined> => {
    const remembered = rememberedList(cart.share());
    const list = remembered.list ?? (remembered.customer && (await customersList(cart)));
    if (list) rememberList(cart.share(), { ...remembered, list });
    return list || undefined;
  };
  const made = async (): Promise<string> => {
    const remembered = rememberedList(cart.share());
    const list = (await find()) ?? (await makeList(cart, remembered));
    rememberList(cart.share(), { ...remembered, list });
    return list;
  };
  const look = async (): Promise<void> => {
    // A cart the server never had has no list, and share() would make it there.
    if (!looking || cart.getSnapshot().sync.head === 0) return;
    const list = await find();
    if (list && looking) await openAs(list);
  };
  const lookAgain = (): void => void look().catch(() => undefined); // at the next save, then
  addEventListener('storage', lookAgain); // another tab made the list
  return {
    list: () => opened,
    open() {
      looking = true;
      lookAgain();
    },
    close() {
      looking = false;
      void opening?.then((list) => list.close()).catch(() => undefined);
      opened = opening = undefined;
    },
    subscribe: (listener) => void listeners.push(listener),
    async save(line) {
      const list = await made();
      lookAgain();
      await cart.moveLine(line, list);
    },
    takeBack: async (line) => (await openAs(await made())).moveLine(line, cart.share().id),
  };
}

async function customersList(cart: Cart): Promise<string | undefined> {
  const { currency } = cart.getSnapshot();
  const carts = await cart.customerCarts();
  return carts.find((one) => one.use === 'saved' && one.currency === currency)?.cart;
}

async function makeList(cart: Cart, { customer }: RememberedList): Promise<string> {
  if (!customer) return (await cart.makeList()).id;
  return (await cart.makeCart({ name: '', use: 'saved' })).cart;
}

// A part of the key tells it from other keys and opens nothing.
const nameFor = ({ capability }: CartAccess): string => `later ${capability.slice(0, 8)}`;
