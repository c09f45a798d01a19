// A message that belongs to no field: what the server refused later, storage that is gone.
import type { CartProblem } from 'sealcart';
import { h } from './dom.js';
import { icon } from './icons.js';
import { sentence } from './messages.js';

const SHOWN_MS = 8000;

export function toast(problem: CartProblem): void {
  const place = document.querySelector('dialog[open]') ?? document.body;
  const note = h(
    'div.note.note-danger.toast',
    { role: 'alert', 'data-code': problem.code },
    icon('warn'),
    h('p', sentence(problem)),
  );
  place.append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}
