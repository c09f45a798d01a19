// For a device without a camera: the code of the other one, typed.
import { find, h } from '../ui/dom.js';
import { arrival } from './arrival.js';

export function codeEntry(): HTMLElement {
  const input = h('input.input.code-input', {
    id: 'code',
    name: 'code',
    autocomplete: 'one-time-code',
    autocapitalize: 'characters',
    spellcheck: 'false',
    maxlength: 18,
    placeholder: 'XXXX-XXXX',
    dir: 'ltr',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    const code = input.value.trim();
    if (code) find('#devices').replaceChildren(arrival({ code }));
  };
  return h(
    'section.card',
    { 'aria-labelledby': 'code-title' },
    h('h2', { id: 'code-title' }, 'Take a cart over from another device'),
    h('p.soft', 'Open this page there, choose “Show a code”, and type it here.'),
    h(
      'form.code-form',
      { on: { submit } },
      h('label.visually-hidden', { for: 'code' }, 'Code of the other device'),
      input,
      h('button.button.button-quiet', 'Continue here'),
    ),
  );
}
