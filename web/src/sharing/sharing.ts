// The devices of a cart, on a device that may manage them. Loaded when it is first asked for.
import type { Api } from '../api.js';
import type { Environment } from '../environment.js';
import type {
  DeviceList,
  Pairing,
  PairingOffer,
  RestoreLinkMade,
} from '../generated/wire.js';
import type { RestoreLinkInput, RestoreLinkOffer } from '../types.js';
import { OfferedPairing } from './pairing.js';

export interface SharingParts {
  readonly api: Api;
  readonly environment: Environment;
  readonly closed: AbortSignal;
  /** Makes the cart on the server, with all there is to send. */
  settle(): Promise<void>;
  /** What the event stream tells of pairings; returns what ends it. */
  onPairing(listener: (pairing: Pairing) => void): () => void;
}

export class Sharing {
  constructor(private readonly parts: SharingParts) {}

  async devices(): Promise<DeviceList> {
    await this.parts.settle();
    return this.parts.api.json<DeviceList>({ path: this.#path('devices') });
  }
  async nameDevice(id: string, label: string): Promise<void> {
    await this.#post(`devices/${id}`, { label });
  }
  async removeDevice(id: string): Promise<void> {
    await this.parts.api.text({ method: 'DELETE', path: this.#path(`devices/${id}`) });
  }

  async pairing(base: string): Promise<OfferedPairing> {
    await this.parts.settle();
    const offer = JSON.parse(await this.#post('pairings', { base })) as PairingOffer;
    return new OfferedPairing(this.parts, offer);
  }

  async restoreLink({ days = 30, base }: RestoreLinkInput): Promise<RestoreLinkOffer> {
    await this.parts.settle();
    const text = await this.#post('restore-links', { days });
    const { id, token, expiresAtMs } = JSON.parse(text) as RestoreLinkMade;
    const link = new URL(base);
    link.hash = `restore=${token}`;
    return { id, expiresAtMs, url: link.href };
  }
  async revokeLink(id: string): Promise<void> {
    await this.parts.api.text({ method: 'DELETE', path: this.#path(`restore-links/${id}`) });
  }

  #post(part: string, body: object): Promise<string> {
    const path = this.#path(part);
    return this.parts.api.text({ method: 'POST', path, body: JSON.stringify(body) });
  }
  #path(part: string): string {
    return this.parts.api.cartPath(part);
  }
}
