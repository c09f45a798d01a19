// Ready-made custom elements on the same cart; importing this defines nothing
// ('sealcart/components' does). They read a cart set as their `cart` property, or the page's:
// provideCart(cart).
export { AddButtonElement } from './elements/add-button.js';
export { LinesElement } from './elements/lines.js';
export { provideCart } from './elements/store-element.js';
export { TotalsElement } from './elements/totals.js';
