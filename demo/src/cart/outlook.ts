// What the shopper may still get: how far it is to free delivery and to the next saving, and how
// long a promotion lasts. The module finds all figures; the block keeps its height as they change.
import type { CartSnapshot, SnapshotGap } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h, setText } from '../ui/dom.js';
import { timeLeft } from '../ui/time-left.js';

const TICK_MS = 1000;
/** A change further away hurries nobody. */
const SOON_MS = 3 * 24 * 60 * 60 * 1000;

export function outlook({ cart, store, format }: Shop) {
  const words = h('p', { id: 'free-delivery' });
  const bar = h('progress.gap-bar', { 'aria-labelledby': 'free-delivery', max: 1, value: 0 });
  const delivery = h('div', words, bar);
  const next = h('p.soft.small');
  const clock = h('p.soft.small', { role: 'timer' });
  const root = h('div.outlook', { hidden: true }, delivery, next, clock);

  const showClock = (): void => {
    const change = cart.getSnapshot().nextChange;
    const rule = store.promotions.find(({ id }) => id === change?.promotion);
    const left = (change?.at ?? Infinity) - Date.now();
    clock.hidden = !rule || left > SOON_MS;
    if (!change || !rule || clock.hidden) return;
    const verb = rule.endsAt === change.at ? 'ends' : 'begins';
    setText(clock, `${rule.name} ${verb} in ${timeLeft(left)}.`);
  };
  const showDelivery = (snapshot: CartSnapshot, gaps: readonly SnapshotGap[]): void => {
    const method = snapshot.shippingMethods.find(({ chosen }) => chosen);
    const gap = gaps.find(({ kind, rule }) => kind === 'freeShipping' && rule === method?.id);
    delivery.hidden = !method?.freeFrom || !gap;
    if (!method?.freeFrom || !gap) return;
    bar.value = 1 - gap.amount / method.freeFrom;
    const more = gap.spend ?? gap.amount;
    const far = `Spend ${format(more)} more for free ${lowered(method.name)}.`;
    setText(words, gap.amount > 0 ? far : `${method.name} is free.`);
  };
  setInterval(() => root.isConnected && !root.hidden && showClock(), TICK_MS);
  return {
    root,
    show(snapshot: CartSnapshot): void {
      root.hidden = snapshot.lines.length === 0;
      if (root.hidden) return;
      const missing = snapshot.gaps.some(({ amount }) => amount > 0);
      const gaps = missing ? cart.gaps() : snapshot.gaps;
      showDelivery(snapshot, gaps);
      setText(next, nextSaving(gaps, format));
      showClock();
    },
  };
}

/** The promotion that is nearest: by money, else by units. */
function nextSaving(gaps: readonly SnapshotGap[], format: (minor: number) => string): string {
  const open = gaps.filter(({ kind }) => kind === 'promotion');
  const bySpending = open
    .filter((gap) => gap.spend !== undefined)
    .sort((a, b) => a.spend! - b.spend!)[0];
  if (bySpending) return `Spend ${format(bySpending.spend!)} more for “${bySpending.name}”.`;
  const byUnits = open.filter(({ units }) => units > 0).sort((a, b) => a.units - b.units)[0];
  return byUnits ? `Add ${byUnits.units} more for “${byUnits.name}”.` : '';
}

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
