// Letting another device in, on the device that has the cart: shows the code, hears who gave it,
// and approves or refuses. Half by the event stream, half by asking, so that neither has to work.
import { errorOf } from '../errors.js';
import { cartEvent } from '../events.js';
import type { AccessScope, Pairing, PairingList, PairingOffer } from '../generated/wire.js';
import type { PairingOffering } from '../types.js';
import type { SharingParts } from './sharing.js';

const ASK_MS = 4_000;

export class OfferedPairing extends EventTarget implements PairingOffering {
  #state: Pairing;
  readonly #ended = new AbortController();
  readonly #stop: () => void;

  constructor(
    private readonly parts: SharingParts,
    readonly offer: PairingOffer,
  ) {
    super();
    const { id, expiresAtMs } = offer;
    this.#state = { id, state: 'open', label: '', check: '', expiresAtMs };
    this.#stop = parts.onPairing((pairing) => this.#learn(pairing));
    parts.closed.addEventListener('abort', this.#end);
    void this.#follow();
  }

  get state(): Pairing {
    return this.#state;
  }
  get ended(): boolean {
    return this.#ended.signal.aborted;
  }

  async approve(check: string, scopes: readonly AccessScope[] = []): Promise<Pairing> {
    return this.#answer('approve', JSON.stringify({ check, scopes }));
  }
  async refuse(): Promise<Pairing> {
    return this.#answer('refuse', '{}');
  }

  async #answer(verb: 'approve' | 'refuse', body: string): Promise<Pairing> {
    const { api } = this.parts;
    const path = api.cartPath(`pairings/${this.offer.id}/${verb}`);
    this.#learn(await api.json<Pairing>({ method: 'POST', path, body }));
    return this.#state;
  }

  async #follow(): Promise<void> {
    const { api, environment } = this.parts;
    while (!this.ended) {
      await environment.sleep(ASK_MS, this.#ended.signal);
      if (this.ended) return;
      if (environment.now() > this.#state.expiresAtMs) return this.#end();
      try {
        const path = api.cartPath('pairings');
        const { pairings } = await api.json<PairingList>({ path });
        const found = pairings.find(({ id }) => id === this.offer.id);
        if (found) this.#learn(found);
      } catch (error) {
        if (errorOf(error).code === 'env_closed') this.#end();
      }
    }
  }

  #learn(pairing: Pairing): void {
    if (pairing.id !== this.offer.id || this.ended) return;
    const changed = pairing.state !== this.#state.state || pairing.check !== this.#state.check;
    this.#state = pairing;
    if (pairing.state === 'approved' || pairing.state === 'refused') this.#end();
    else if (changed) this.#tell();
  }

  #end = (): void => {
    if (this.ended) return;
    this.#ended.abort();
    this.#stop();
    this.parts.closed.removeEventListener('abort', this.#end);
    this.#tell();
  };

  #tell(): void {
    this.dispatchEvent(cartEvent('pairing:change', this.#state));
  }
}
