// Seals one payment and ends. Payment data lives in this worker's memory only, and the frame ends
// the worker as soon as it has answered.
import { openSealer, SealError } from '../../../wasm/seal/seal-module.mjs';
import { loadWasm, WasmFailure } from '../load.js';
import type { SealRefusal } from './protocol.js';
import type { SealResult, SealTask } from './worker-messages.js';

declare const SEAL_WASM_INTEGRITY: string;

// Begun before there is anything to seal.
const loading = loadWasm({
  url: new URL('seal.wasm', location.href),
  integrity: SEAL_WASM_INTEGRITY,
});
loading.catch(() => {});

onmessage = async (event: MessageEvent<SealTask>) => {
  postMessage(await seal(event.data));
};

async function seal(task: SealTask): Promise<SealResult> {
  const payload = new Uint8Array(task.payload);
  try {
    const sealer = openSealer(await loading);
    const { keys, pins, lowestSerial, quote } = task;
    const now = Date.now();
    if (quote.merchant !== pins.merchant)
      throw new SealError('manifest_merchant', 'another merchant');
    const serial = sealer.useManifest({ manifest: keys.trim(), ...pins, lowestSerial, now });
    const token = sealer.seal(quote, payload, now);
    sealer.close();
    return { token, serial };
  } catch (error) {
    return { refusal: refusalOf(error) };
  } finally {
    payload.fill(0);
  }
}

// Keys that can't be trusted are another matter than data that can't be sealed.
function refusalOf(error: unknown): SealRefusal {
  if (error instanceof WasmFailure) return { ...error.facts, reason: 'seal.wasm' };
  if (!(error instanceof SealError)) return { code: 'internal', reason: String(error) };
  const aboutKeys = /^(manifest_|key_)/.test(error.code);
  return { code: aboutKeys ? 'seal_keys_refused' : 'token_invalid', reason: error.code };
}
