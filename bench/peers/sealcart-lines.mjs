// The same with every figure of every line read as objects.
import { contender } from './sealcart.mjs';

export default contender('sealcart-lines', (cart) => cart.totals.lines);
