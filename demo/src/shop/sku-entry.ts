// SKU and quantity by hand or from a pasted list ("85123A 12", one a line).
import type { Cart } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h, setAttribute } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem, sentence } from '../ui/messages.js';

const SHOWN = 8; // results kept in view

/** Adds and tells; true when it was taken. */
type AddOne = (sku: string, quantity: number) => Promise<boolean>;

export function skuEntry({ cart }: Shop): HTMLElement {
  const results = h('ul.entry-results', { 'aria-live': 'polite', 'aria-label': 'What was added' });
  const addOne: AddOne = async (sku, quantity) => {
    const { taken, words } = await tryAdd(cart, sku.toUpperCase(), quantity);
    const look = taken ? 'li' : 'li.field-error';
    results.prepend(h(look, icon(taken ? 'check' : 'warn'), words));
    while (results.children.length > SHOWN) results.lastElementChild!.remove();
    return taken;
  };
  return h(
    'section.card.entry',
    { 'aria-label': 'Add by SKU' },
    oneForm(addOne),
    h('details', h('summary', 'Paste a list'), listForm(addOne)),
    results,
  );
}

async function tryAdd(cart: Cart, sku: string, quantity: number) {
  try {
    const snapshot = await cart.add({ sku, quantity });
    const line = snapshot.lines.find((candidate) => candidate.sku === sku);
    const words = `${quantity} × ${line?.title} added, ${line?.quantity} in the cart`;
    return { taken: true, words };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { taken: false, words: `${sku || 'No SKU'}: ${sentence(error)}` };
  }
}

function oneForm(addOne: AddOne): HTMLElement {
  const off = { autocomplete: 'off', spellcheck: 'false' };
  const sku = h('input.input', { id: 'sku', maxlength: 64, enterkeyhint: 'next', ...off });
  const count = { id: 'sku-quantity', inputmode: 'numeric', value: 1, maxlength: 13 };
  const quantity = h('input.input', { ...count, ...off });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const taken = await addOne(sku.value.trim(), Number(quantity.value));
    setAttribute(sku, 'aria-invalid', taken ? null : 'true');
    if (taken) {
      sku.value = '';
      quantity.value = '1';
    }
    sku.focus();
  };
  return h(
    'form.entry-row',
    { on: { submit: (event) => void submit(event) } },
    field('sku', 'SKU', sku),
    field('sku-quantity', 'Quantity', quantity),
    h('button.button', { type: 'submit' }, 'Add'),
  );
}

function listForm(addOne: AddOne): HTMLElement {
  const example = { placeholder: '85123A 12\n22423 2' };
  const list = h('textarea.input', { id: 'sku-list', rows: 4, spellcheck: 'false', ...example });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const refused: string[] = [];
    for (const row of list.value.split('\n').filter((text) => text.trim())) {
      const [sku = '', quantity = '1'] = row.trim().split(/[\s,;]+/);
      if (!(await addOne(sku, Number(quantity)))) refused.push(row);
    }
    list.value = refused.join('\n'); // what could not be added stays, to be corrected
  };
  return h(
    'form.entry-list',
    { on: { submit: (event) => void submit(event) } },
    field('sku-list', 'One SKU and quantity a line', list),
    h('button.button.button-quiet', { type: 'submit' }, 'Add all'),
  );
}

const field = (id: string, label: string, input: HTMLElement): HTMLElement =>
  h('div.field', h('label', { for: id }, label), input);
