// The same with the whole frozen snapshot read, as pages do that draw from it.
import { contender } from './sealcart.mjs';

export default contender('sealcart-snapshot', (cart) => cart.getSnapshot());
