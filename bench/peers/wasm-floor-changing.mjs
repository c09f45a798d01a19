// The bare floor with our contenders' edits. Its own edit k sets line k mod n to 1 + k mod 5
// units: at 10, 100 and 1,000 lines that is what the line has already, every branch is foreseen.
import { inst } from './_floor.mjs';

export default {
  name: 'wasm-floor-changing',
  load(cart) {
    const { m, n } = inst(cart);
    return {
      run: () => m.recompute(n),
      view: (total) => ({ total }),
      edit(k) {
        m.set_qty(k % n, 1 + ((k + Math.floor(k / n)) % 5));
        return m.recompute(n);
      },
    };
  },
};
