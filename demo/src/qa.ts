// The QA panel: two devices of one shopper beside each other, and an inspector of what they hold.
import { devicePane } from './qa/device-pane.js';
import type { DevicePane } from './qa/device-pane.js';
import type { Device } from './qa/device-link.js';
import { inspector } from './qa/inspector.js';
import { watchStep } from './qa/in-step.js';
import { rememberOrders } from './qa/order-view.js';
import { forgetDevices } from './qa/reset.js';
import { isCustomers } from './qa/sign-in-view.js';
import { query } from './store/address-bar.js';
import { forgetList } from './store/later.js';
import { find, h } from './ui/dom.js';
import { dress } from './ui/dress.js';

const NAMES = ['device-1', 'device-2'] as const;
const CLOSE_MS = 1500;

dress();
const panes = new Map<string, DevicePane>(
  NAMES.map((name, i) => [name, devicePane(name, `Device ${i + 1}`)]),
);
const devices = new Map<string, Device>();
const step = watchStep(find('#in-step'));
const view = inspector(find('#inspector'), devices);

window.sealcartPanel = {
  conditions: (name) => panes.get(name)!.conditions(),
  attach(name, device) {
    const before = devices.get(name);
    if (before) rememberOrders(before);
    devices.set(name, device);
    panes.get(name)!.attached(device);
    step.watch(name, device.cart);
    device.cart.subscribe(view.refresh);
    if (name === NAMES[0]) openSecond(device);
    view.refresh();
  },
};

// The second device gets the cart the way a shopper would hand it over: by the link.
// One that is signed in has its cart by that.
function openSecond(first: Device): void {
  const pane = panes.get(NAMES[1])!;
  const second = devices.get(NAMES[1]);
  const { id, capability } = first.access;
  if ([first, second].some((device) => device && isCustomers(device))) {
    if (!second) pane.open(store.value, '');
  } else if (second?.access.id !== id) {
    pane.open(store.value, `#cart=${id}.${capability}`);
  }
}

const store = find<HTMLSelectElement>('#qa-store');

async function start(): Promise<void> {
  find('#devices').replaceChildren(...[...panes.values()].map((pane) => pane.root));
  const { stores, defaultStore } = await readConfig();
  const chosen = query('store') || defaultStore;
  store.replaceChildren(
    ...stores.map(({ id, name, currency }) =>
      h('option', { value: id, selected: id === chosen }, `${currency}\u2003${name}`),
    ),
  );
  store.addEventListener('change', () => open());
  find('#qa-reset').addEventListener('click', () => void reset());
  open();
}

async function readConfig(): Promise<{
  stores: { id: string; name: string; currency: string }[];
  defaultStore: string;
}> {
  return (await fetch('/v1/config')).json() as Promise<Awaited<ReturnType<typeof readConfig>>>;
}

function open(): void {
  devices.clear();
  step.clear();
  for (const pane of panes.values()) pane.close();
  panes.get(NAMES[0])!.open(store.value, '');
}

async function reset(): Promise<void> {
  for (const { access } of devices.values()) forgetList(access);
  const closing = [...devices.values()].map(({ cart }) => cart.close().catch(() => undefined));
  await Promise.race([Promise.all(closing), pause(CLOSE_MS)]); // a page that is gone closes nothing
  for (const pane of panes.values()) pane.close();
  await forgetDevices(NAMES);
  open();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

void start();
