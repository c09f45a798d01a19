// The words beside a control: those of the module where the page left the label empty.
import { make, setText } from '../elements/dom.js';
import type { Control } from './controls.js';

const ours = new WeakSet<Element>();

/** The label, or what is marked data-label in one that holds its control. */
function placeOf(control: Control): Element | undefined {
  const inDocument = control.labels?.[0]; // a form not yet in the page has none
  const label = inDocument ?? control.closest('label') ?? labelFor(control);
  return label?.querySelector('[data-label]') ?? label;
}

const labelFor = ({ form, id }: Control): Element | undefined =>
  form?.querySelector(`label[for="${CSS.escape(id)}"]`) ?? undefined;

/** `mark` stands behind in brackets; empty: none. */
export function nameField(control: Control, text: string, mark: string): void {
  const place = placeOf(control);
  if (!place || text === '') return;
  if (place.childElementCount === 0 && place.textContent!.trim() === '') ours.add(place);
  if (!ours.has(place)) return;
  if (place.firstChild?.nodeType !== Node.TEXT_NODE) place.prepend('');
  if (place.firstChild!.nodeValue !== text) place.firstChild!.nodeValue = text;
  let optional = place.querySelector('[data-optional]');
  if (mark === '') return optional?.remove();
  if (!optional) place.append((optional = make('span', { 'data-optional': '' })));
  setText(optional, ` (${mark})`);
}

/** As a person reads it, without the mark. */
export function nameOf(control: Control): string {
  const place = placeOf(control);
  const words = [...(place?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element) || isWords(node),
  );
  return words.map((node) => node.textContent).join('').trim();
}

const isWords = (element: Element): boolean =>
  !element.matches('[data-optional], input, select, textarea');
