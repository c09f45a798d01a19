// Whose data this shop shows: the NOTICE of the project, as it ships.
import { h } from '../ui/dom.js';

let notice: Promise<string> | undefined;

export async function aboutView(): Promise<Node[]> {
  notice ??= fetch('/NOTICE.txt').then((answer) =>
    answer.ok ? answer.text() : 'NOTICE.txt is missing from this build.',
  );
  return [h('pre', { dir: 'ltr' }, await notice)];
}
