// What there is to say of a line: why it can't be ordered as it stands, with one button that mends
// it, and calmly what is good to know.
import type { CartProblem, CartSnapshot, SnapshotLine } from 'sealcart';
import type { Shop } from '../store/shop.js';
import { h } from '../ui/dom.js';
import { icon } from '../ui/icons.js';
import { fieldError, sentence } from '../ui/messages.js';

export interface ToldLine {
  readonly line: SnapshotLine;
  readonly problem: CartProblem | undefined;
  readonly notices: readonly CartProblem[];
}

/** A line is shown anew when its product comes, with name and picture. */
export const toldKey = ({ line }: ToldLine): string => `${line.id} ${line.product}`;

/** Changed prices have a note of their own, see price-note.ts. */
export function toldLines({ lines, problems, notices }: CartSnapshot): ToldLine[] {
  return lines.map((line, i) => {
    const isHere = ({ path }: CartProblem): boolean =>
      path === `lines[${i}]` || path.startsWith(`lines[${i}].`);
    return {
      line,
      problem: problems.find((it) => isHere(it) && it.code !== 'price_changed'),
      notices: notices.filter(isHere),
    };
  });
}

export function lineNote({ cart }: Shop, id: string) {
  const root = h('div.line-notes');
  let shown = '';
  return {
    root,
    show({ problem, notices }: ToldLine): void {
      const now = JSON.stringify([problem, notices]);
      if (now === shown) return;
      shown = now;
      root.replaceChildren(
        ...(problem ? [fieldError(`state-${id}`, problem), ...mendButton(problem)] : []),
        ...notices.map((notice) =>
          h(
            'p.line-notice',
            { 'data-code': notice.code },
            icon(notice.code === 'quantity_conflict' ? 'phone' : 'box'),
            sentence(notice),
          ),
        ),
        ...keepButton(notices),
      );
    },
  };

  // Choosing the quantity that is shown ends the question.
  function keepButton(notices: readonly CartProblem[]): HTMLElement[] {
    const most = notices.find(({ code }) => code === 'quantity_conflict')?.params['most'];
    if (most === undefined) return [];
    const click = (): void => {
      const line = cart.getSnapshot().lines.find((found) => found.id === id);
      if (line) void cart.setQuantity(id, line.quantity);
    };
    return [h('button.link-button.small', { type: 'button', on: { click } }, 'That is right')];
  }

  function mendButton(problem: CartProblem): HTMLElement[] {
    if (!problem.remedy) return [];
    const click = (): void => void cart.mend(problem);
    return [h('button.link-button.small', { type: 'button', on: { click } }, wordsOf(problem))];
  }
}

function wordsOf({ remedy }: CartProblem): string {
  if (remedy?.kind !== 'setQuantity') return 'Remove it';
  return remedy.quantity === 1 ? 'Take 1' : `Take ${remedy.quantity}`;
}
