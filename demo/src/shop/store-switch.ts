// Another store is another cart in another currency: the page is opened anew for it.
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';

export async function storeSwitch({ cart, store }: Shop, select: HTMLSelectElement): Promise<void> {
  const { stores } = await cart.config();
  const choices = stores.map(({ id, name, currency }) =>
    h('option', { value: id, selected: id === store.id }, `${currency}\u2003\u2003${name}`),
  );
  select.replaceChildren(...choices);
  select.addEventListener('change', () => {
    const parameters = new URLSearchParams(location.search);
    parameters.set('store', select.value);
    for (const name of ['product', 'category', 'q']) parameters.delete(name);
    location.assign(`/?${parameters}`);
  });
}
