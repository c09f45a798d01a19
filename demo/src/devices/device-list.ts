// The devices that have this cart, this one first, each with a way to remove it.
import type { Cart, Device } from 'sealcart';
import { attemptBeside } from '../ui/attempt.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { deviceName } from './device-name.js';

const ORIGIN = {
  made: 'made this cart',
  paired: 'let in with a code',
  link: 'came by a link',
  login: 'signed in',
} as const;

export function deviceList(cart: Cart) {
  const list = h('ul.device-list', { 'aria-label': 'Devices' });
  const links = h('ul.device-list', { 'aria-label': 'Links' });
  const problem = h('div', { role: 'alert' });
  const attempt = attemptBeside(problem, 'devices-problem');
  const refresh = (): Promise<boolean> =>
    attempt(async () => {
      const { you, ...found } = await cart.devices();
      const own = found.devices.find(({ id }) => id === you);
      if (own?.label === '') {
        await cart.nameDevice(you, deviceName());
        return void (await refresh());
      }
      const rows = found.devices.map((device) => row(device, device.id === you));
      list.replaceChildren(...rows);
      links.replaceChildren(
        ...found.links.map(({ id, expiresAtMs }) =>
          entry(
            'link',
            'A link',
            `good until ${day(expiresAtMs)}`,
            action('Revoke', `Revoke the link`, () => cart.revokeLink(id)),
          ),
        ),
      );
    });
  const action = (words: string, label: string, run: () => Promise<void>): HTMLElement => {
    const click = (): void => void attempt(run).then((done) => done && refresh());
    const attributes = { type: 'button', 'aria-label': label, on: { click } };
    return h('button.link-button.small', attributes, words);
  };
  const row = (device: Device, own: boolean): HTMLElement => {
    const name = device.label || 'A device';
    const facts = `${ORIGIN[device.origin]}, last here ${day(device.seenAtMs)}`;
    const remove = action('Remove', `Remove ${name}`, () => cart.removeDevice(device.id));
    return entry('phone', name, facts, own ? h('span.state', 'This device') : remove);
  };
  const root = h(
    'section.card',
    { 'aria-labelledby': 'list-title' },
    h('h2', { id: 'list-title' }, 'Devices with this cart'),
    list,
    links,
    problem,
  );
  return { root, refresh };
}

function entry(
  kind: Parameters<typeof icon>[0],
  name: string,
  facts: string,
  end: HTMLElement,
): HTMLElement {
  return h('li.device', icon(kind), h('div', h('p', name), h('p.soft.small', facts)), end);
}

const day = (ms: number): string =>
  new Date(ms).toLocaleDateString(undefined, { day: 'numeric', month: 'long' });
