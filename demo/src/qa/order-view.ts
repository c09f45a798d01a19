// Orders this page of the device placed: their state, and the sealed token each of them carried.
import type { Order } from 'sealcart';
import { h } from '../ui/dom.js';
import type { Device } from './device-link.js';
import { table } from './table.js';
import { readTokenHeader } from './token-header.js';

interface Placed {
  order: string;
  cart: string;
  token: string;
}

const placed = new Map<string, Placed>(); // outlives the page of the device that sent it

/** To be called before a device's page gives way to its next one, too. */
export function rememberOrders(device: Device): void {
  for (const { method, path, body } of device.requests) {
    if (method !== 'POST' || !path.endsWith('/orders')) continue;
    const request = JSON.parse(body) as Placed;
    placed.set(request.order, request);
  }
}

export async function orderView(device: Device): Promise<Node[]> {
  rememberOrders(device);
  const { id } = device.access;
  const ours = [...placed.values()].filter(({ cart }) => cart === id);
  if (ours.length === 0) {
    return [
      h(
        'p.soft',
        'No order yet. Check out on one of the devices; order and sealed token appear here.',
      ),
    ];
  }
  const shown = await Promise.all(ours.reverse().map((entry) => orderPart(device, entry)));
  return shown.flat();
}

async function orderPart({ cart }: Device, { order: id, token }: Placed): Promise<Node[]> {
  const order: Order | undefined = await cart.order(id).catch(() => undefined);
  const facts = order
    ? [
        ['number', order.number],
        ['payment', order.payment],
        ['reference', order.paymentReference || 'none yet'],
        ['grand total', cart.formatMoney(order.grandTotal)],
      ]
    : [['state', 'not confirmed yet']];
  return [
    table(`Order ${order?.number ?? id}`, ['field', 'value'], facts as [string, string][]),
    table(
      'Sealed token: the clear header',
      ['field', 'value'],
      readTokenHeader(token).map(({ name, value }) => [name, value]),
    ),
  ];
}
