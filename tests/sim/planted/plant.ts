// A mistake that is put into the real code from outside, at the seams it has anyway, to show that
// the simulation notices it. Without any the code runs as it is.
import type { Environment } from '../../../web/src/environment.js';
import type { CartGlue } from '../../../web/src/glue.js';
import type { Process } from '../world/timeline.js';

export interface Plant {
  readonly name: string;
  /** The schedule that noticed it last: looked at first, for few do. */
  readonly noticedIn?: number;
  /** Parts of a tab's environment, in place of these. */
  environment?(real: Environment, tab: Process): Partial<Environment>;
  /** The module's functions, in place of these. */
  glue?(real: CartGlue): Partial<CartGlue>;
  /** The server loses, with its next crash, what it acknowledged last. */
  readonly forgetfulServer?: boolean;
}

export const NOTHING: Plant = { name: 'nothing' };
