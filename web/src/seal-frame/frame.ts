// The card form of the second origin: reads the fields, has them sealed, hands out the token.
import { CardForm } from './card-form.js';
import {
  OPEN,
  type Appearance,
  type FromFrame,
  type OpenMessage,
  type ToFrame,
} from './protocol.js';
import { fetchPins, Sealing } from './sealing.js';

const pins = fetchPins();
pins.catch(() => {});
const sealing = new Sealing(pins);
const form = new CardForm(document.querySelector('form')!);

// Whom the policy lets frame this page (frame-ancestors) may open the form, once.
addEventListener('message', function opened(event: MessageEvent<OpenMessage>) {
  const [port] = event.ports;
  if (event.source !== parent || event.data?.kind !== OPEN || !port) return;
  removeEventListener('message', opened);
  document.documentElement.dir = event.data.direction === 'rtl' ? 'rtl' : 'ltr';
  dress(event.data.appearance);
  serve(port);
});

function serve(port: MessagePort): void {
  const say = (message: FromFrame) => port.postMessage(message);
  port.onmessage = (event: MessageEvent<ToFrame>) => {
    if (event.data.kind === 'focus') form.focus();
    else void seal(event.data, say);
  };
  form.onchange = (complete) => say({ kind: 'change', complete });
  form.onsubmit = () => say({ kind: 'submit' });
  new ResizeObserver(() => {
    say({
      kind: 'height',
      pixels: Math.ceil(document.documentElement.getBoundingClientRect().height),
    });
  }).observe(document.documentElement);
  pins.then(
    () => say({ kind: 'ready' }),
    () => say({ kind: 'refused', code: 'env_network', reason: 'pins.json' }),
  );
}

async function seal(
  task: ToFrame & { kind: 'seal' },
  say: (message: FromFrame) => void,
): Promise<void> {
  const card = form.read();
  if (!card) {
    form.focus();
    return say({ kind: 'refused', code: 'field_required', reason: 'the card is not complete' });
  }
  form.tell(`Sealing a payment of ${amountText(task.quote)}`);
  const result = await sealing.seal(task.quote, task.keys, card);
  form.tell('');
  if ('token' in result) say({ kind: 'sealed', token: result.token });
  else say({ kind: 'refused', ...result.refusal });
}

// The very amount that is sealed, as text: the point is set, nothing is computed.
function amountText({
  amount,
  exponent,
  currency,
}: {
  amount: number;
  exponent: number;
  currency: string;
}): string {
  const all = String(amount).padStart(exponent + 1, '0');
  const point = all.length - exponent;
  return `${all.slice(0, point)}${exponent > 0 ? '.' : ''}${all.slice(point)} ${currency}`;
}

function dress({ scheme, colors = {}, radius = '' }: Appearance): void {
  const root = document.documentElement;
  if (scheme) root.dataset['scheme'] = scheme;
  for (const [name, value] of Object.entries(colors)) {
    if (CSS.supports('color', value)) root.style.setProperty(`--${name}`, value);
  }
  if (CSS.supports('border-radius', radius)) root.style.setProperty('--radius', radius);
}
