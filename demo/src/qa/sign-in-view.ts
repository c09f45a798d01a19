// Signing a device in, by a token as the merchant's site would make it, and what became of the
// guest's cart. The form stays as it is while the cart changes.
import type { MergePolicy, MergeReport, SignedIn } from 'sealcart';
import { rememberedList, rememberList } from '../store/later.js';
import { attemptBeside } from '../ui/attempt.js';
import { h, setText } from '../ui/dom.js';
import type { Device } from './device-link.js';
import { table } from './table.js';

const POLICIES: Record<MergePolicy, string> = {
  sum: 'sum: the units of both',
  max: 'max: the larger quantity',
  guest: 'guest: the quantity of this device',
  customer: 'customer: the quantity of the customer’s cart',
  keepBoth: 'keepBoth: two carts',
};

const forms = new Map<string, ReturnType<typeof signInForm>>();

export function signInView(device: Device): Node[] {
  const form = forms.get(device.name) ?? signInForm(device.name);
  forms.set(device.name, form);
  form.show(device);
  return [form.root];
}

export const isCustomers = ({ access }: Device): boolean =>
  rememberedList(access).customer === true;

function signInForm(name: string) {
  let device!: Device;
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, 'sign-in-problem');
  const state = h('p', { role: 'status', id: 'sign-in-state' });
  const result = h('div.sign-in-result');
  const { fields, token, policy } = signInFields();
  const signIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    const saved = rememberedList(device.access).list;
    const input = { token: token.value.trim(), policy: policy.value as MergePolicy, label: name };
    await attempt(async () => {
      const signedIn = await device.cart.signIn({ ...input, ...(saved && { saved }) });
      rememberCustomer(signedIn);
      token.value = '';
      result.replaceChildren(...resultTables(signedIn));
      device.reload();
    });
  };
  const signOut = async (): Promise<void> => {
    result.replaceChildren();
    await attempt(async () => {
      await device.cart.signOut();
      device.reload();
    });
  };
  const click = (): void => void signOut();
  const button = { type: 'button', id: 'sign-out', on: { click } };
  const out = h('button.button.button-quiet', button, 'Sign out');
  const buttons = h('div.sign-in-buttons', h('button.button', { id: 'sign-in' }, 'Sign in'), out);
  const submit = (event: Event): void => void signIn(event);
  const form = h('form', { on: { submit } }, ...fields, buttons);
  return {
    root: h('div.sign-in', state, form, problem, result),
    show(now: Device): void {
      device = now;
      const customers = isCustomers(now);
      setText(state, customers ? 'Signed in.' : 'A guest.');
      out.hidden = !customers;
    },
  };
}

function signInFields() {
  const token = h('input.input', {
    id: 'sign-in-token',
    autocomplete: 'off',
    spellcheck: 'false',
    dir: 'ltr',
  });
  const options = Object.entries(POLICIES).map(([value, words]) => h('option', { value }, words));
  const policy = h('select.input', { id: 'sign-in-policy' }, ...options);
  const field = (words: string, ...controls: HTMLElement[]): HTMLElement =>
    h('div.field', h('label', { for: controls[0]!.id }, words), ...controls);
  const fields = [
    field('Sign-in token', token, tokenHint()),
    field('A line that is in both carts', policy),
  ];
  return { fields, token, policy };
}

const tokenHint = (): HTMLElement =>
  h(
    'p.soft.small',
    'Made by ',
    h('code', { dir: 'ltr' }, 'sealcart login-token'),
    '; good once, for five minutes.',
  );

function rememberCustomer({ cart, carts }: SignedIn): void {
  const currency = carts.find((one) => one.cart === cart.id)?.currency;
  const list = carts.find((one) => one.use === 'saved' && one.currency === currency);
  rememberList(cart, { customer: true, list: list?.cart });
}

function resultTables({ merged, carts, unsent }: SignedIn): Node[] {
  const words = merged.length === 0 ? 'No cart was brought along, or it is the customer’s.' : '';
  return [
    ...(words ? [h('p.soft', words)] : []),
    ...merged.flatMap(mergedTables),
    table(
      'The customer’s carts',
      ['cart', 'use', 'name', 'items'],
      carts.map((one) => [
        `${short(one.cart)}${one.current ? ', current' : ''}`,
        one.use,
        one.name || '—',
        one.unitCount,
      ]),
    ),
    ...(unsent.length > 0 ? [h('p', `${unsent.length} changes were in neither cart.`)] : []),
  ];
}

function mergedTables({ from, to, added, overflow, codesLeft }: MergeReport): Node[] {
  if (from === to) return [h('p', `Cart ${short(from)} is the customer’s now.`)];
  return [
    h('p', `Cart ${short(from)} went into cart ${short(to)}`),
    listed(
      'Units more',
      ['SKU', 'units'],
      added.map(({ sku, units }) => [sku, units]),
      'No line changed.',
    ),
    listed(
      'What did not fit',
      ['SKU', 'wanted', 'kept'],
      overflow.map(({ sku, wanted, kept }) => [sku, wanted, kept]),
      'All units fit.',
    ),
    h('p', codesLeft.length > 0 ? `Codes left: ${codesLeft.join(', ')}` : 'No code was left.'),
  ];
}

const listed = (...[caption, heads, rows, none]: [...Parameters<typeof table>, string]): Node =>
  rows.length > 0 ? table(caption, heads, rows) : h('p', none);

const short = (id: string): string => `${id.slice(0, 8)}…`;
