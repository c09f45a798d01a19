// Defines <sealcart-lines>, <sealcart-totals> and <sealcart-add-button>. On a server it does
// nothing.
import { AddButtonElement } from './elements/add-button.js';
import { LinesElement } from './elements/lines.js';
import { TotalsElement } from './elements/totals.js';

export { provideCart } from './elements/store-element.js';

const elements = {
  'sealcart-lines': LinesElement,
  'sealcart-totals': TotalsElement,
  'sealcart-add-button': AddButtonElement,
};

for (const [name, element] of Object.entries(elements)) {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'sealcart-lines': LinesElement;
    'sealcart-totals': TotalsElement;
    'sealcart-add-button': AddButtonElement;
  }
}
