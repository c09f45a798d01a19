// Sealcart as one more contender of the peers' cart benchmark (their README): an edit of one line,
// all totals computed, the grand total read from JavaScript.
import { catalogOf, emptyCart, storeOf } from './common-task.mjs';
import { openModule, send } from './module.mjs';

let module;

export default {
  name: 'sealcart-module',
  init: async () => { module = await openModule(); },
  load(cart) {
    send(module, 'openStore', storeOf(cart));
    send(module, 'loadCatalog', catalogOf(cart));
    send(module, 'openCart', emptyCart());
    for (const line of cart.lines) send(module, 'add', line.id, line.qty);
    const count = cart.lines.length;
    const head = new Float64Array(module.HEAPU8.buffer, module.head(), 19);
    const TOTAL = 13;  // grand_total of the flat head
    // The quantity differs from the one before on every visit of a line: nothing is skipped.
    const edit = (k) => {
      if (module.setQuantity(k % count, 1 + ((k + Math.floor(k / count)) % 5)) !== 0) {
        throw new Error('refused');
      }
      return head[TOTAL];
    };
    let quantity = cart.lines[0].qty;
    return {
      // A whole recompute: the quantity of line 0 leaves and returns, so the cart ends as it began.
      run() {
        module.setQuantity(0, quantity === 1 ? 2 : 1);
        module.setQuantity(0, quantity);
        return head[TOTAL];
      },
      view: (total) => ({ total }),
      edit,
    };
  },
};
