// Tabs over the views of one device.
import { h, setAttribute } from '../ui/dom.js';
import { aboutView } from './about-view.js';
import type { Device } from './device-link.js';
import { logView } from './log-view.js';
import { orderView } from './order-view.js';
import { requestView } from './request-view.js';
import { signInView } from './sign-in-view.js';
import { stateView } from './state-view.js';
import { traceView } from './trace-view.js';

type View = (device: Device) => Node[] | Promise<Node[]>;

const VIEWS: Record<string, { name: string; view: View }> = {
  state: { name: 'State', view: stateView },
  trace: { name: 'Price trace', view: traceView },
  log: { name: 'Op log', view: logView },
  requests: { name: 'Requests', view: requestView },
  'sign-in': { name: 'Sign-in', view: signInView },
  orders: { name: 'Orders & tokens', view: orderView },
  about: { name: 'Data & licences', view: aboutView },
};

const REFRESH_MS = 150;

export function inspector(
  root: HTMLElement,
  devices: ReadonlyMap<string, Device>,
): { refresh(): void } {
  const panel = h('div.panel', { role: 'tabpanel', id: 'panel', tabindex: 0 });
  const which = h(
    'select.input',
    { id: 'inspected', on: { change: () => void draw() } },
    h('option', { value: 'device-1' }, 'Device 1'),
    h('option', { value: 'device-2' }, 'Device 2'),
  );
  let shown = location.hash.slice(1) in VIEWS ? location.hash.slice(1) : 'state';
  const tabs = Object.entries(VIEWS).map(([id, { name }]) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-controls': 'panel',
        on: { click: () => choose(id) },
      },
      name,
    ),
  );
  const list = h(
    'div.tabs',
    { role: 'tablist', 'aria-label': 'Views', on: { keydown: (event) => arrow(event) } },
    ...tabs,
  );

  function choose(id: string): void {
    shown = id;
    history.replaceState(null, '', `#${id}`);
    markTabs();
    void draw();
  }

  function markTabs(): void {
    for (const tab of tabs) {
      const selected = tab.id === `tab-${shown}`;
      setAttribute(tab, 'aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
    }
    setAttribute(panel, 'aria-labelledby', `tab-${shown}`);
  }

  function arrow(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next =
      tabs[(tabs.findIndex((tab) => tab.id === `tab-${shown}`) + by + tabs.length) % tabs.length]!;
    choose(next.id.slice('tab-'.length));
    next.focus();
  }

  // A view that keeps its nodes keeps the focus and what is typed in them.
  const isShown = (nodes: readonly Node[]): boolean =>
    nodes.length === panel.childNodes.length &&
    nodes.every((node, i) => node === panel.childNodes[i]);

  let pass = 0;
  async function draw(): Promise<void> {
    const mine = ++pass;
    const device = devices.get(which.value);
    const nodes = device
      ? await VIEWS[shown]!.view(device)
      : [h('p.soft', 'This device is not open yet.')];
    if (mine !== pass || isShown(nodes)) return;
    const top = panel.scrollTop;
    panel.replaceChildren(...nodes);
    panel.scrollTop = top;
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  root.replaceChildren(
    h('div.field', h('label', { for: 'inspected' }, 'Inspect'), which),
    list,
    panel,
  );
  markTabs();
  void draw();
  return {
    refresh() {
      timer ??= setTimeout(() => {
        timer = undefined;
        void draw();
      }, REFRESH_MS);
    },
  };
}
