// Step 1: contact and addresses. Every check is the module's; this shows what it says, beside the
// field.
import type { CartProblem } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { fieldId, textField } from '../ui/field.js';
import type { Field, FieldListener } from '../ui/field.js';
import { icon } from '../ui/icons.js';
import { sentence } from '../ui/messages.js';
import { addressFields } from './address-fields.js';
import type { AddressFields } from './address-fields.js';
import { emptyAddress } from './draft.js';
import type { Draft } from './draft.js';
import { keepDestination } from './destination.js';
import type { Step } from './steps.js';

export function addressStep(shop: Shop, draft: Draft, done: () => void): Step {
  const { cart } = shop;
  const { form } = draft;
  const visited = new Set<string>();
  const summary = h('div.summary-slot');

  const changed: FieldListener = (field, left) => {
    if (field.path === 'email') form.email = field.control.value;
    draft.keep();
    if (field.path.startsWith('shippingAddress')) keepDestination(cart, form.shippingAddress);
    if (left && field.control.value) visited.add(field.path);
    if (visited.has(field.path)) field.showProblem(problemAt(cart.checkForm(form), field.path));
  };

  const email = textField(
    {
      path: 'email',
      label: 'E-mail',
      type: 'email',
      autocomplete: 'email',
      inputmode: 'email',
      maxlength: 254,
      wide: true,
    },
    form.email,
    changed,
  );
  const shipping = addressFields('shippingAddress', form.shippingAddress, shop, changed);
  const billing = billingPart(shop, draft, changed);
  const fields = (): readonly Field[] => [email, ...shipping.fields(), ...billing.fields()];

  const submit = (event: Event): void => {
    event.preventDefault();
    const problems = cart.checkForm(form);
    for (const field of fields()) {
      visited.add(field.path);
      field.showProblem(problemAt(problems, field.path));
    }
    showSummary(summary, inOrder(problems, fields()));
    if (problems.length === 0) done();
  };

  const root = h(
    'form.step',
    { novalidate: true, 'aria-labelledby': 'address-title', on: { submit } },
    h('h2', { id: 'address-title', tabindex: -1 }, 'Contact and address'),
    summary,
    h('div.address', email.root),
    h('h3', 'Deliver to'),
    shipping.root,
    billing.root,
    h('button.button.button-wide', { type: 'submit' }, 'Continue to delivery'),
  );
  return {
    root,
    ready: () => cart.checkForm(form).length === 0,
    enter: () => summary.replaceChildren(),
  };
}

function billingPart(shop: Shop, draft: Draft, changed: FieldListener) {
  const { form } = draft;
  const slot = h('div');
  let open: AddressFields | undefined;
  const box = h('input', { type: 'checkbox', id: 'billingSame', checked: form.billingSame });
  let kept = form.billingAddress;
  const show = (): void => {
    if (form.billingSame) delete form.billingAddress;
    else form.billingAddress = kept ??= emptyAddress();
    open =
      form.billingAddress && addressFields('billingAddress', form.billingAddress, shop, changed);
    slot.replaceChildren(...(open ? [h('h3', 'Billing address'), open.root] : []));
  };
  box.addEventListener('change', () => {
    form.billingSame = box.checked;
    show();
    draft.keep();
  });
  show();
  return {
    root: h('div.billing', h('label.check', box, 'The billing address is the same'), slot),
    fields: (): readonly Field[] => open?.fields() ?? [],
  };
}

const problemAt = (problems: readonly CartProblem[], path: string): CartProblem | undefined =>
  problems.find((problem) => problem.path === path);

// As the fields stand on the page, from top to bottom.
function inOrder(problems: readonly CartProblem[], fields: readonly Field[]): CartProblem[] {
  const place = ({ path }: CartProblem): number => fields.findIndex((field) => field.path === path);
  return [...problems].sort((a, b) => place(a) - place(b));
}

// What is wrong, all at once and on top, each with a link to its field; it takes the focus.
function showSummary(slot: HTMLElement, problems: readonly CartProblem[]): void {
  if (problems.length === 0) return slot.replaceChildren();
  const title =
    problems.length === 1 ? 'One thing to correct' : `${problems.length} things to correct`;
  const links = problems.map((problem) =>
    h(
      'li',
      h(
        'a',
        { href: `#${fieldId(problem.path)}`, on: { click: (event) => jump(event, problem) } },
        `${labelOf(problem.path)}: ${sentence(problem)}`,
      ),
    ),
  );
  const note = h(
    'div.note.note-danger',
    { role: 'alert', tabindex: -1 },
    icon('warn'),
    h('div', h('p', h('strong', title)), h('ul', ...links)),
  );
  slot.replaceChildren(note);
  note.focus();
}

function jump(event: Event, problem: CartProblem): void {
  event.preventDefault(); // the fragment names the step
  document.getElementById(fieldId(problem.path))?.focus();
}

const labelOf = (path: string): string =>
  document.querySelector(`label[for="${fieldId(path)}"]`)?.firstChild?.textContent ?? path;
