// Product artwork. Every picture has its size in the page before it arrives, so nothing moves.
import { h } from './dom.js';

const SIDE = 480; // the drawings are square; CSS scales them

export const slug = (value: string): string => value.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/**
 * The drawing of a variant. A product drawn in the values of its first option (a colour, a medium)
 * shows the first of them, in a file `<product>-<value>.svg`; the other drawings lie beside it.
 */
export function variantImage(product: string, image: string, values: readonly string[]): string {
  if (!image.includes(`/${product}-`) || !values[0]) return image;
  return image.replace(/[^/]+$/, `${product}-${slug(values[0])}.svg`);
}

export function picture(image: string, alt: string, eager = false): HTMLElement {
  const img = h('img', {
    src: `/${image}`,
    alt,
    width: SIDE,
    height: SIDE,
    loading: eager ? 'eager' : 'lazy',
    decoding: 'async',
  });
  return h('span.picture', image ? img : h('span.no-picture'));
}

/** Shows another drawing in a picture, without a flash when it is the same one. */
export function showImage(of: HTMLElement, image: string): void {
  const img = of.querySelector('img');
  if (img && img.getAttribute('src') !== `/${image}`) img.setAttribute('src', `/${image}`);
}
