// A tab that shows the cart: the package as it is, opened in a browser of the simulation.
import { pathToFileURL } from 'node:url';
import { readFileSync } from 'node:fs';
import makeGlue from 'sealcart-glue';
import type { CartGlue } from '../../../web/src/glue.js';
import type { CartParts } from '../../../web/src/cart.js';
import type { CartModule } from '../../../web/src/module.js';
import { openCart } from '../../../web/src/open.js';
import type { CartError } from '../../../web/src/errors.js';
import type { SavedCart } from '../../../web/src/generated/wire.js';
import type { Cart, CartAccess } from '../../../web/src/types.js';
import type { Plant } from '../planted/plant.js';
import type { Browser } from './browser.js';
import type { Process, Timeline } from './timeline.js';

const wasmPath = process.env['SEALCART_WASM'] ?? '';
const compiled = new WebAssembly.Module(readFileSync(wasmPath));

// The engine would compile on another thread and come back when it pleases.
WebAssembly.instantiate = ((module: WebAssembly.Module, imports: WebAssembly.Imports) =>
  Promise.resolve(new WebAssembly.Instance(module, imports))) as typeof WebAssembly.instantiate;

const packs = pathToFileURL(`${process.cwd()}/core/data/packs/`);
const wasm = { url: wasmPath, binary: compiled };

export class Tab implements Process {
  alive = true;
  /** Undefined while it is being opened. */
  cart: Cart | undefined;
  readonly errors: CartError[] = [];

  constructor(
    readonly name: string,
    readonly browser: Browser,
    private readonly time: Timeline,
    private readonly plant: Plant,
  ) {}

  /** Rejects when there is no cart without the network. */
  async open(share: CartAccess | undefined): Promise<void> {
    const whose = share && { cart: share };
    const options = { endpoint: 'http://shop.test/v1', store: 'sim', ...whose };
    const watched: typeof makeGlue = async (given) => {
      const glue = (await makeGlue(given)) as CartGlue;
      const spoilt = this.plant.glue?.(glue);
      return spoilt ? Object.assign(Object.create(glue) as CartGlue, spoilt) : glue;
    };
    this.cart = await openCart(options, this.browser.environment(this), wasm, watched, packs);
    this.cart.addEventListener('cart:error', ({ detail }) => this.#hear(detail));
    this.time.note(`${this.name}: opened`);
  }

  /** What the module would save: the log as it has it, and its own operations beyond. */
  saved(): SavedCart {
    return JSON.parse(this.#read((module) => module.save())) as SavedCart;
  }

  /** Everything shown, as core writes it. */
  snapshot(): string {
    return this.#read((module) => module.snapshot());
  }

  #read(work: (module: CartModule) => string): string {
    const { parts } = this.cart as unknown as { readonly parts: CartParts };
    return parts.device.read(work);
  }

  #hear(error: CartError): void {
    this.errors.push(error);
    const { code, path, status, cause } = error;
    const why = cause === undefined ? '' : ` (${String(cause)})`;
    this.time.note(`${this.name}: error ${code} ${path} ${status ?? ''}${why}`);
  }
}
