// The steps, the way between them and the progress shown. The address bar names the step
// (#delivery), so the browser's back button goes one step back.
import { h, setAttribute } from '../ui/dom.js';
import { icon } from '../ui/icons.js';

export interface Step {
  readonly root: HTMLElement;
  /** True when nothing is missing here; a later step opens only then. */
  ready(): boolean;
  enter?(): void;
}

const NAMES = { address: 'Address', delivery: 'Delivery', payment: 'Review & payment' } as const;
export type StepName = keyof typeof NAMES;
const ORDER = Object.keys(NAMES) as StepName[];

export interface Steps {
  show(): void;
  go(name: StepName): void;
}

export function stepWalk(
  place: HTMLElement,
  progress: HTMLElement,
  steps: Record<StepName, Step>,
): Steps {
  let shown: StepName | undefined;
  // All steps stay in the page: what was typed stays, also in the frame of the card form.
  place.replaceChildren(...ORDER.map((name) => steps[name].root));
  const show = (): void => {
    const name = reachable(steps, wanted());
    if (name !== wanted()) history.replaceState(null, '', `#${name}`);
    showProgress(progress, steps, name);
    if (name === shown) return;
    const first = shown === undefined;
    shown = name;
    for (const step of ORDER) steps[step].root.hidden = step !== name;
    steps[name].enter?.();
    document.title = document.title.replace(/^.*? · /, `${NAMES[name]} · `);
    if (first) return;
    scrollTo(0, 0);
    steps[name].root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  };
  addEventListener('hashchange', show);
  return {
    show,
    go: (name) => {
      location.hash = name;
    },
  };
}

const wanted = (): StepName => {
  const name = location.hash.slice(1) as StepName;
  return ORDER.includes(name) ? name : 'address';
};

function reachable(steps: Record<StepName, Step>, name: StepName): StepName {
  const before = ORDER.slice(0, ORDER.indexOf(name));
  return before.find((earlier) => !steps[earlier].ready()) ?? name;
}

function showProgress(
  progress: HTMLElement,
  steps: Record<StepName, Step>,
  current: StepName,
): void {
  const at = ORDER.indexOf(current);
  const places = ORDER.map((name, i) => {
    const open = i < at || (i > at && reachable(steps, name) === name);
    const mark = h('span.mark', i < at ? icon('check') : i + 1);
    const words = open ? h('a', { href: `#${name}` }, NAMES[name]) : h('span', NAMES[name]);
    const place = h('li', { 'data-done': i < at }, mark, words);
    setAttribute(place, 'aria-current', i === at ? 'step' : null);
    return place;
  });
  const last = h('li', h('span.mark', ORDER.length + 1), h('span', 'Confirmation'));
  progress.replaceChildren(...places, last);
}
