// The card form in the other origin's frame looks like this page: its colours are handed over.
import type { Appearance, ColorName } from 'sealcart/seal';

const TOKENS: Record<ColorName, string> = {
  paper: '--paper',
  text: '--ink',
  soft: '--ink-soft',
  line: '--control-line',
  field: '--surface',
  accent: '--focus',
  error: '--danger',
};

export function appearance(): Appearance {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const asked = document.documentElement.dataset['theme'];
  const colors = Object.entries(TOKENS).map(([name, token]) => [name, colorOf(token)]);
  return {
    scheme: asked === 'light' || asked === 'dark' ? asked : dark,
    colors: Object.fromEntries(colors) as Record<ColorName, string>,
  };
}

// A token is light-dark(...): the browser resolves it where it is used as a colour.
function colorOf(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
