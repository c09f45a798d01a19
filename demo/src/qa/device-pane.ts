// One device: the shop in a frame, with the knobs of its network above.
import { address } from '../store/address-bar.js';
import { h } from '../ui/dom.js';
import type { Conditions, Device } from './device-link.js';
import { networkForm } from './network-form.js';

export interface DevicePane {
  readonly root: HTMLElement;
  conditions(): Conditions;
  attached(device: Device): void;
  /** Opens the shop; the fragment may carry a shared cart. */
  open(store: string, fragment: string): void;
  close(): void;
}

export function devicePane(name: string, title: string): DevicePane {
  let device: Device | undefined;
  let frame: HTMLIFrameElement | undefined;
  const network = networkForm(name, () => device?.setNetwork(network.conditions()));
  const reload = h(
    'button.link-button.small',
    { type: 'button', on: { click: () => frame?.contentWindow?.location.reload() } },
    `Reload ${title.toLowerCase()}`,
  );
  const slot = h('div.frame-slot');
  const head = h('div.device-head', h('h2', title), reload);
  return {
    root: h('article.device', { 'aria-label': title }, head, network.root, slot),
    conditions: network.conditions,
    attached: (link) => {
      device = link;
    },
    open(store, fragment) {
      const src = address('/', { qa: name, store }) + fragment;
      frame = h('iframe', { title: `The shop on ${title.toLowerCase()}`, src, name });
      slot.replaceChildren(frame);
    },
    close() {
      device = frame = undefined;
      slot.replaceChildren();
    },
  };
}
