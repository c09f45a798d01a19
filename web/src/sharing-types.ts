// Types of a cart on several devices, and of a customer with several carts (docs/SHARING.md).
import type {
  AccessScope,
  CartUse,
  CustomerCart,
  CustomerCartChange,
  DeviceList,
  LoginAnswer,
  MergePolicy,
  Op,
  Pairing,
  PairingOffer,
} from './generated/wire.js';
import type { CartAccess, CartOptions } from './types.js';

/** What arrived at a device: createCart({ store, cart }) opens it. */
export interface ArrivedCart {
  readonly cart: CartAccess;
  readonly store: string;
  readonly currency: string;
  readonly scopes: readonly AccessScope[];
}

/** For a device that comes to a cart. */
export interface ArriveOptions extends Pick<CartOptions, 'endpoint' | 'transport' | 'clock'> {
  /** How this device is called in the list of devices, such as "Firefox on Linux". */
  readonly label?: string;
}
/** The code as it is typed, or the secret of the link (or the whole link). */
export type JoinInput = { readonly code: string } | { readonly secret: string };
export interface OpenLinkInput {
  /** What stands behind #restore=, or the whole link. */
  readonly token: string;
}

/** A device that gave a code and waits. */
export interface Joining {
  /** Four digits; the other device shows the same. */
  readonly check: string;
  /** Unix time in milliseconds. */
  readonly expiresAtMs: number;
  /** Rejects with access_denied (refused), pairing_unknown (too late), env_closed (cancelled). */
  readonly access: Promise<ArrivedCart>;
  cancel(): void;
}

/** A code for another device, good once; event `pairing:change` on every step. */
export interface PairingOffering extends EventTarget {
  /** The code to type, the link, and the link as an image: see qrPath in web/README.md. */
  readonly offer: PairingOffer;
  readonly state: Pairing;
  /** Approved, refused or too late. */
  readonly ended: boolean;
  /** `check`: the digits the other device shows. Absent scopes: view, edit, checkout. */
  approve(check: string, scopes?: readonly AccessScope[]): Promise<Pairing>;
  /** Sends the other device away; withdraws a code nobody gave yet. */
  refuse(): Promise<Pairing>;
}

export interface RestoreLinkInput {
  /** 1 to 90; default 30. */
  readonly days?: number;
  /** Address of the page that takes the link; openLink() reads it there. */
  readonly base: string | URL;
}
export interface RestoreLinkOffer {
  readonly id: string;
  readonly url: string;
  /** Unix time in milliseconds. */
  readonly expiresAtMs: number;
}

/** The devices of a cart. What a device may not do is access_denied. */
export interface CartSharing {
  devices(): Promise<DeviceList>;
  nameDevice(id: string, label: string): Promise<void>;
  /** Its capability opens nothing from here on. */
  removeDevice(id: string): Promise<void>;
  /** `base`: the page of this shop that takes the link of the QR image (joinCart). */
  pairing(base: string | URL): Promise<PairingOffering>;
  restoreLink(input: RestoreLinkInput): Promise<RestoreLinkOffer>;
  revokeLink(id: string): Promise<void>;
}

export interface SignInInput {
  /** A JWT of the merchant's site; docs/SHARING.md says what is in it. */
  readonly token: string;
  /** What becomes of a line that is in both carts; default 'sum'. */
  readonly policy?: MergePolicy;
  readonly label?: string;
  /** The guest's list of what is saved, when there is one. */
  readonly saved?: string;
}
export interface SignedIn extends Omit<LoginAnswer, 'cart'> {
  /** createCart({ cart }) opens it; the cart that signed in is closed. */
  readonly cart: CartAccess;
  /** Made while the sign-in was on its way: in neither cart. */
  readonly unsent: readonly Op[];
}
export interface NewCustomerCart {
  readonly name: string;
  /** 'saved': a list of what is wanted later; default 'cart'. */
  readonly use?: CartUse;
}

/** A customer with several carts. Other tabs are told `cart:moved` and call createCart() again. */
export interface CartCustomer {
  signIn(input: SignInInput): Promise<SignedIn>;
  /** The carts stay the customer's; this browser begins a new one. This cart is closed. */
  signOut(): Promise<void>;
  customerCarts(): Promise<readonly CustomerCart[]>;
  makeCart(input: NewCustomerCart): Promise<CustomerCart>;
  /**
   * A list for later of a guest: another cart that this one's capability opens. createCart({ cart,
   * profile }) opens it, with a profile of its own; signIn({ saved }) brings it along.
   */
  makeList(): Promise<CartAccess>;
  /** Another name, or the one the shop opens from here on. */
  changeCart(cart: string, change: CustomerCartChange): Promise<CustomerCart>;
  removeCart(cart: string): Promise<void>;
  /**
   * To another cart this device may edit, such as a saved list. Absent units: all. Resolves when
   * this cart shows it.
   */
  moveLine(line: string, to: string, units?: number): Promise<void>;
}
