// SKU and quantity by hand or from a pasted list ("85123A 12", one a line).
import type { Shop } from '../store/shop.js';
import { h, setAttribute } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { isProblem, sentence } from '../ui/messages.js';

const SHOWN = 8; // results kept in view

export function skuEntry(shop: Shop): HTMLElement {
  const results = h('ul', { class: 'entry-results', 'aria-live': 'polite', 'aria-label': 'What was added' });
  const sku = h('input', { class: 'input', id: 'sku', autocomplete: 'off', spellcheck: 'false', maxlength: 64, enterkeyhint: 'next' });
  const quantity = h('input', { class: 'input', id: 'sku-quantity', inputmode: 'numeric', autocomplete: 'off', value: 1, maxlength: 13 });
  const list = h('textarea', { class: 'input', id: 'sku-list', rows: 4, spellcheck: 'false', placeholder: '85123A 12\n22423 2' });
  const say = (entry: HTMLElement): void => {
    results.prepend(entry);
    while (results.children.length > SHOWN) results.lastElementChild!.remove();
  };
  const enter = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = await addOne(shop, sku.value.trim(), Number(quantity.value), say);
    setAttribute(sku, 'aria-invalid', done ? null : 'true');
    if (done) {
      sku.value = '';
      quantity.value = '1';
    }
    sku.focus();
  };
  const enterList = async (event: Event): Promise<void> => {
    event.preventDefault();
    const refused: string[] = [];
    for (const row of list.value.split('\n').map((text) => text.trim()).filter(Boolean)) {
      const [code = '', count = '1'] = row.split(/[\s,;]+/);
      if (!(await addOne(shop, code, Number(count), say))) refused.push(row);
    }
    list.value = refused.join('\n'); // what could not be added stays, to be corrected
  };
  return h('section', { class: 'card entry', 'aria-label': 'Add by SKU' },
    h('form', { class: 'entry-row', on: { submit: (event) => void enter(event) } },
      field('sku', 'SKU', sku), field('sku-quantity', 'Quantity', quantity),
      h('button', { class: 'button', type: 'submit' }, 'Add')),
    h('details', {}, h('summary', {}, 'Paste a list'),
      h('form', { class: 'entry-list', on: { submit: (event) => void enterList(event) } },
        field('sku-list', 'One SKU and quantity a line', list),
        h('button', { class: 'button button-quiet', type: 'submit' }, 'Add all'))),
    results);
}

async function addOne({ cart }: Shop, sku: string, quantity: number, say: (entry: HTMLElement) => void): Promise<boolean> {
  try {
    const snapshot = await cart.add({ sku: sku.toUpperCase(), quantity });
    const line = snapshot.lines.find((candidate) => candidate.sku === sku.toUpperCase());
    say(h('li', {}, icon('check'), `${quantity} × ${line?.title ?? sku} added, ${line?.quantity ?? quantity} in the cart`));
    return true;
  } catch (error) {
    if (!isProblem(error)) throw error;
    say(h('li', { class: 'field-error', 'data-code': error.code }, icon('warn'), `${sku || 'No SKU'}: ${sentence(error)}`));
    return false;
  }
}

const field = (id: string, label: string, input: HTMLElement): HTMLElement =>
  h('div', { class: 'field' }, h('label', { for: id }, label), input);
