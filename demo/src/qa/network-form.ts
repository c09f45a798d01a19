// The knobs of one device's network.
import { h } from '../ui/dom.js';
import type { Conditions } from './device-link.js';

const LATENCIES_MS = [0, 100, 400, 1000, 3000];
const LOSSES_PERCENT = [0, 10, 30, 60];

export interface NetworkForm {
  readonly root: HTMLElement;
  conditions(): Conditions;
}

export function networkForm(device: string, change: () => void): NetworkForm {
  const choice = (name: string, values: readonly number[], unit: string): HTMLSelectElement => {
    // Isolated: the unit stays behind the figure, also right to left.
    const words = (value: number): string => `\u2066${value} ${unit}\u2069`;
    const options = values.map((value) => h('option', { value }, words(value)));
    return h('select.input', { id: `${device}-${name}`, on: { change } }, ...options);
  };
  const latency = choice('latency', LATENCIES_MS, 'ms');
  const loss = choice('loss', LOSSES_PERCENT, '%');
  const offline = h('input', { type: 'checkbox', id: `${device}-offline`, on: { change } });
  return {
    root: h(
      'div.network',
      h('div.field', h('label', { for: latency.id }, 'Latency'), latency),
      h('div.field', h('label', { for: loss.id }, 'Loss'), loss),
      h('label.check', offline, 'Offline'),
    ),
    conditions: () => ({
      latencyMs: Number(latency.value),
      loss: Number(loss.value) / 100,
      offline: offline.checked,
    }),
  };
}
