// One line item: picture, name, unit price, quantity, total. The row stays while the line does, so
// focus and caret stay where they are.
import type { CartProblem } from '../errors.js';
import type { SnapshotLine } from '../generated/wire.js';
import type { Cart } from '../types.js';
import { make, messageOf, setAttribute, setText } from './dom.js';

/** What one press does about it. */
interface Offer {
  readonly label: string;
  take(): Promise<unknown>;
}

export class LineRow {
  readonly #image = make('img', { alt: '', width: '72', height: '72', loading: 'lazy' });
  readonly #title = make('div', { class: 'title' });
  readonly #detail = make('div', { class: 'soft' });
  readonly #total = make('div', { class: 'total' });
  readonly #less = make('button', { type: 'button' }, '−');
  readonly #more = make('button', { type: 'button' }, '+');
  readonly #quantity = make('input', { inputmode: 'numeric', autocomplete: 'off' });
  readonly #removal = make('button', { type: 'button', class: 'remove' }, 'Remove');
  readonly #error = make('p', { class: 'error', role: 'alert' });
  readonly #mend = make('button', { type: 'button', class: 'mend', hidden: '' });
  readonly #notice = make('p', { class: 'soft notice' });
  readonly element = make(
    'li',
    {},
    this.#image,
    make('div', {}, this.#title, this.#detail),
    this.#total,
    make(
      'div',
      { class: 'edit' },
      make('div', { class: 'stepper' }, this.#less, this.#quantity, this.#more),
      this.#removal,
    ),
    this.#notice,
    this.#error,
    this.#mend,
  );
  #line!: SnapshotLine;
  #offer: Offer | undefined;
  #refused = '';
  #written = '';  // what the field holds unless a person types

  constructor(private readonly cart: Cart) {
    this.#less.addEventListener('click', () => this.#set(this.#line.quantity - 1));
    this.#more.addEventListener('click', () => this.#set(this.#line.quantity + 1));
    this.#quantity.addEventListener('change', () => {
      this.#written = this.#quantity.value;
      this.#set(Number(this.#written));
    });
    this.#removal.addEventListener('click', () => this.#run(this.cart.remove(this.#line.id)));
    this.#mend.addEventListener('click', () => {
      if (this.#offer) this.#run(this.#offer.take());
    });
  }

  show(line: SnapshotLine, problem: CartProblem | undefined, notice?: CartProblem): void {
    this.#offer = this.#offerFor(line, problem, notice);
    this.#mend.hidden = this.#offer === undefined;
    setText(this.#mend, this.#offer?.label ?? '');
    setText(this.#notice, notice?.message ?? '');
    if (
      line === this.#line &&
      this.#error.textContent === (this.#refused || (problem?.message ?? ''))
    )
      return;
    this.#line = line;
    const { title, options, quantity } = line;
    const texts = line.customizations.map(({ name, value }) => `${name}: ${value}`);
    const name = [title || line.sku, ...options].join(', ');
    setAttribute(this.#image, 'src', line.image || undefined);
    setText(this.#title, title || line.sku);
    setText(
      this.#detail,
      [...options, ...texts, `${this.cart.formatMoney(line.unitPrice)} each`].join(' · '),
    );
    setText(this.#total, this.cart.formatMoney(line.subtotal));
    // News from the server or another device leaves alone what is just being typed.
    const typing = this.#quantity.matches(':focus') && this.#quantity.value !== this.#written;
    if (!typing) this.#write(quantity);
    this.#less.disabled = quantity <= 1;
    this.#more.disabled = quantity >= line.maxQuantity;
    setAttribute(this.#less, 'aria-label', `One less of ${name}`);
    setAttribute(this.#more, 'aria-label', `One more of ${name}`);
    setAttribute(this.#quantity, 'aria-label', `Quantity of ${name}`);
    setAttribute(this.#removal, 'aria-label', `Remove ${name}`);
    setText(this.#error, this.#refused || (problem?.message ?? ''));
  }

  // Choosing the quantity as it stands ends the question which device's it shall be.
  #offerFor(line: SnapshotLine, problem?: CartProblem, notice?: CartProblem): Offer | undefined {
    const label = remedyLabel(problem);
    if (problem && label) return { label, take: () => this.cart.mend(problem) };
    if (notice?.code !== 'quantity_conflict') return undefined;
    const { id, quantity } = line;
    return { label: `Keep ${quantity}`, take: () => this.cart.setQuantity(id, quantity) };
  }

  #set(quantity: number): void {
    this.#run(this.cart.setQuantity(this.#line.id, quantity));
  }

  #run(edit: Promise<unknown>): void {
    edit.then(
      () => this.#tell(''),
      (error: unknown) => {
        this.#write(this.#line.quantity);
        this.#tell(messageOf(error));
      },
    );
  }

  #write(quantity: number): void {
    this.#written = String(quantity);
    this.#quantity.value = this.#written;
  }

  #tell(refused: string): void {
    this.#refused = refused;
    setText(this.#error, refused);
    setAttribute(this.#quantity, 'aria-invalid', refused ? 'true' : undefined);
  }
}

// What a press on the button does; empty: there is nothing to press.
function remedyLabel(problem: CartProblem | undefined): string {
  const remedy = problem?.remedy;
  if (!remedy) return '';
  if (remedy.kind === 'setQuantity') return `Change to ${remedy.quantity}`;
  return remedy.kind === 'acceptPrices' ? 'Accept the new price' : 'Remove this item';
}
