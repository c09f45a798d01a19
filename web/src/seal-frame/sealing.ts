// The frame's side of the worker, and what the frame remembers: the serial of the last key
// manifest.
import type { Quote } from '../generated/wire.js';
import type { Card } from './card-checks.js';
import type { Pins, SealResult, SealTask } from './worker-messages.js';

const WORKER = 'seal-worker.js';

export class Sealing {
  #worker = startWorker();

  constructor(private readonly pins: Promise<Pins>) {}

  async seal(quote: Quote, keys: string, card: Card): Promise<SealResult> {
    const pins = await this.pins;
    const payload = new TextEncoder().encode(JSON.stringify({ type: 'card', ...card })).buffer;
    const lowestSerial = storedSerial(pins.merchant);
    const task: SealTask = { quote, keys, pins, lowestSerial, payload };
    const worker = this.#worker;
    try {
      const result = await new Promise<SealResult>((resolve, reject) => {
        worker.onmessage = (event: MessageEvent<SealResult>) => resolve(event.data);
        worker.onerror = () => reject(new Error('the sealing worker failed'));
        worker.postMessage(task, [payload]);
      });
      if ('serial' in result) storeSerial(pins.merchant, result.serial);
      return result;
    } catch (error) {
      return { refusal: { code: 'internal', reason: String(error) } };
    } finally {
      worker.terminate();
      this.#worker = startWorker();
    }
  }
}

export async function fetchPins(): Promise<Pins> {
  const response = await fetch('pins.json');
  if (!response.ok) throw new Error(`pins.json: ${response.status}`);
  return (await response.json()) as Pins;
}

function startWorker(): Worker {
  return new Worker(scriptUrl(WORKER) as string, { type: 'module' });
}

// Where the policy demands Trusted Types (require-trusted-types-for 'script'), a worker's address
// must be one; this policy makes only that one.
function scriptUrl(name: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return name;
  policy ??= trustedTypes.createPolicy('sealcart', {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError(`not a script of this frame: ${url}`);
      return url;
    },
  });
  return policy.createScriptURL(name);
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
}
let policy: ScriptPolicy | undefined;

// A frame may be denied storage; then only this page's manifests are compared.
let remembered = 0;

function storedSerial(merchant: string): number {
  try {
    return Math.max(remembered, Number(localStorage.getItem(`serial ${merchant}`) ?? 0) || 0);
  } catch {
    return remembered;
  }
}

function storeSerial(merchant: string, serial: number): void {
  remembered = Math.max(remembered, serial);
  try {
    localStorage.setItem(`serial ${merchant}`, String(remembered));
  } catch {
    return;
  }
}
