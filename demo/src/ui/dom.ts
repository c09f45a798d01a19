// Making and keeping DOM nodes, without a framework.

type Child = Node | string | number | null | undefined | false;
type Listeners = { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
type Attributes = {
  on?: Listeners;
  [name: string]: string | number | boolean | Listeners | null | undefined;
};
type Tag<Selector extends string> = Selector extends `${infer Name}.${string}` ? Name : Selector;
type Made<Selector extends string> =
  Tag<Selector> extends keyof HTMLElementTagNameMap
    ? HTMLElementTagNameMap[Tag<Selector>]
    : HTMLElement;

/** A new element: `h('a.brand', { href: '/' }, 'Home')`, `h('p.soft', 'Nothing here')`. */
export function h<Selector extends string>(
  selector: Selector,
  ...rest: [Attributes, ...Child[]] | Child[]
): Made<Selector> {
  const [tag = 'div', ...classes] = selector.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  const [first] = rest;
  const attributes = isAttributes(first) ? first : {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') listen(element, value as Listeners);
    else setAttribute(element, name, value as string | number | boolean | null | undefined);
  }
  const children = (isAttributes(first) ? rest.slice(1) : rest) as Child[];
  element.append(...children.filter(isShown).map((child) => toNode(child)));
  return element as Made<Selector>;
}

/** Sets or removes an attribute; only touches the DOM when the value differs. */
export function setAttribute(
  element: Element,
  name: string,
  value: string | number | boolean | null | undefined,
): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Sets the text; leaves an equal one alone: selections and live regions are not disturbed. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** The element a page must have; a missing one is a defect of the page, not of the data. */
export function find<T extends HTMLElement = HTMLElement>(
  selector: string,
  root: ParentNode = document,
): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`the page lacks ${selector}`);
  return element;
}

export interface Kept<T> {
  readonly root: HTMLElement;
  update(value: T): void;
}

/**
 * Keeps the children of `parent` in step with a list: a known key keeps its node (and with it
 * focus, selection and animation), a new one is made, a gone one is removed.
 */
export function keepList<T>(
  parent: HTMLElement,
  keyOf: (value: T) => string,
  make: (value: T) => Kept<T>,
): (values: readonly T[]) => void {
  const kept = new Map<string, Kept<T>>();
  return (values) => {
    const wanted = new Set(values.map(keyOf));
    for (const [key, entry] of kept) {
      if (wanted.has(key)) continue;
      entry.root.remove();
      kept.delete(key);
    }
    values.forEach((value, position) => {
      const key = keyOf(value);
      const entry = kept.get(key) ?? make(value);
      kept.set(key, entry);
      entry.update(value);
      if (parent.children[position] !== entry.root) {
        parent.insertBefore(entry.root, parent.children[position] ?? null);
      }
    });
  };
}

function listen(element: HTMLElement, listeners: Listeners): void {
  for (const [type, listener] of Object.entries(listeners)) {
    element.addEventListener(type, listener as EventListener);
  }
}

const isAttributes = (value: unknown): value is Attributes =>
  typeof value === 'object' && value !== null && !(value instanceof Node);

const isShown = (child: Child): child is Node | string | number =>
  child !== null && child !== undefined && child !== false;

const toNode = (child: Node | string | number): Node | string =>
  typeof child === 'number' ? String(child) : child;
