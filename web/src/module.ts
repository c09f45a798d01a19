// One instance of cart.wasm: numbers go in and out as they are, text through two arenas in its
// memory. Holds no rules; a refusal becomes a CartError, anything else that is thrown means the
// instance died.
import { CartError } from './errors.js';
import { FLAT_HEAD, FLAT_LAYOUT } from './generated/snapshot-layout.js';
import { instantiate, wrongRelease, type CartGlue, type GlueFactory } from './glue.js';
import { TextArena } from './text-arena.js';

export class CartModule {
  readonly #setQuantity: CartGlue['setQuantity'];
  readonly #arena: TextArena;
  readonly #headAt: number;
  #head: Float64Array;

  private constructor(private readonly glue: CartGlue) {
    this.#setQuantity = glue.setQuantity;
    this.#arena = new TextArena(glue);
    this.#headAt = glue.head();
    this.#head = this.#mapHead();
  }

  /** `locale`: the pack by which amounts are written; English without one. */
  static async create(
    makeGlue: GlueFactory,
    compiled: WebAssembly.Module,
    locale?: string,
  ): Promise<CartModule> {
    const glue = await instantiate(makeGlue, compiled);
    if (glue.abi() !== FLAT_LAYOUT) throw wrongRelease();
    const module = new CartModule(glue);
    if (locale !== undefined) module.#check(glue.loadLocale(module.#arena.write(locale)));
    return module;
  }

  openStore(json: string): void {
    this.#check(this.glue.openStore(this.#arena.write(json)));
  }
  loadCatalog(json: string): void {
    this.#check(this.glue.loadCatalog(this.#arena.write(json)));
  }
  openCart(json: string): void {
    this.#check(this.glue.openCart(this.#arena.write(json)));
  }
  setNow(ms: number): void {
    this.glue.setNow(ms);
  }

  know(factsJson: string): void {
    this.#check(this.glue.know(this.#arena.write(factsJson)));
  }
  submit(commandJson: string): void {
    this.#check(this.glue.submit(this.#arena.write(commandJson)));
  }
  setQuantity(position: number, quantity: number): void {
    this.#check(this.#setQuantity(position, quantity));
  }
  removeLine(position: number): void {
    this.#check(this.glue.removeLine(position));
  }

  receive(json: string): void {
    this.#check(this.glue.receive(this.#arena.write(json)));
  }
  dropPending(n: number): void {
    this.#check(this.glue.dropPending(n));
  }
  takeOps(): string {
    return this.#answer(this.glue.takeOps());
  }
  save(): string {
    return this.#answer(this.glue.save());
  }
  snapshot(): string {
    return this.#answer(this.glue.snapshot());
  }
  explain(): string {
    return this.#answer(this.glue.explain());
  }
  money(minor: number): string {
    return this.#answer(this.glue.money(minor));
  }
  choose(json: string): string {
    return this.#answer(this.glue.choose(this.#arena.write(json)));
  }
  viewAvailability(json: string): string {
    return this.#answer(this.glue.viewAvailability(this.#arena.write(json)));
  }
  viewOptions(json: string): string {
    return this.#answer(this.glue.viewOptions(this.#arena.write(json)));
  }

  /** The flat head; read it at once, memory moves when it grows (a view that lost it is empty). */
  get head(): Float64Array {
    if (this.#head.length === 0) this.#head = this.#mapHead();
    return this.#head;
  }
  /** The records of lines, taxes and shipping methods; read them at once. */
  flat(): { readonly numbers: Float64Array; readonly at: number } {
    const at = this.glue.flat() / 8;
    return { at, numbers: this.glue.HEAPF64 };
  }

  #mapHead(): Float64Array {
    return new Float64Array(this.glue.HEAPF64.buffer, this.#headAt, FLAT_HEAD.length);
  }

  #check(status: number): void {
    if (status !== 0) throw CartError.from(JSON.parse(this.#arena.read()));
  }

  #answer(status: number): string {
    this.#check(status);
    return this.#arena.read();
  }
}
