// Says whether the devices show the same cart, and how long a change took to the other one.
import type { Cart, CartSnapshot } from 'sealcart';
import { setText } from '../ui/dom.js';

export interface StepWatch {
  watch(device: string, cart: Cart): void;
  /** Begins anew, before other devices open. */
  clear(): void;
}

export function watchStep(place: HTMLElement): StepWatch {
  const carts = new Map<string, Cart>();
  let apartSince: number | undefined;
  let took: number | undefined;
  const show = (): void => {
    if (carts.size < 2) return setText(place, 'Opening the devices…');
    const faces = new Set([...carts.values()].map((cart) => faceOf(cart.getSnapshot())));
    if (faces.size > 1) {
      apartSince ??= performance.now();
      return setText(place, 'The devices differ…');
    }
    if (apartSince !== undefined) took = Math.round(performance.now() - apartSince);
    apartSince = undefined;
    setText(
      place,
      took === undefined
        ? 'Both devices show the same cart.'
        : `Both devices show the same cart; the last change took ${took} ms.`,
    );
  };
  return {
    watch(name, cart) {
      carts.set(name, cart);
      cart.subscribe(show);
      show();
    },
    clear() {
      carts.clear();
      apartSince = took = undefined;
      show();
    },
  };
}

// What two devices must agree on: everything but how far each has synced.
function faceOf({ sync: _, ...facts }: CartSnapshot): string {
  return JSON.stringify(facts);
}
