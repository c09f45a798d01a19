// <sealcart-add-button sku="…" quantity="1">: adds a variant to the cart. Its content is the label.
//
// Event `sealcart-added` when it is in the cart; a refusal stands below the button.
import type { Cart } from '../types.js';
import { make, messageOf, setText } from './dom.js';
import { StoreElement } from './store-element.js';
import { addButtonStyles } from './styles.js';

export class AddButtonElement extends StoreElement {
  protected override readonly styles = addButtonStyles;

  get sku(): string {
    return this.getAttribute('sku') ?? '';
  }
  set sku(sku: string) {
    this.setAttribute('sku', sku);
  }

  protected override draw(root: ShadowRoot): void {
    if (root.querySelector('button')) return;
    const button = make('button', { type: 'button' }, make('slot', {}, 'Add to cart'));
    const error = make('p', { class: 'error', role: 'alert' });
    button.addEventListener('click', () => {
      setText(error, '');
      if (this.cart) void this.#add(this.cart, error);
    });
    root.append(button, error);
  }

  async #add(cart: Cart, error: Element): Promise<void> {
    try {
      await cart.add({ sku: this.sku, quantity: Number(this.getAttribute('quantity') ?? 1) });
      this.dispatchEvent(new Event('sealcart-added', { bubbles: true, composed: true }));
    } catch (refusal) {
      setText(error, messageOf(refusal));
    }
  }
}
