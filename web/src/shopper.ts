// What only the server knows and prices depend on: how often limited codes were used, and whether
// this shopper ordered before. Asked for when the store has such rules, and not otherwise.
import type { Api } from './api.js';
import type { Device } from './device.js';
import type { ShopperQuestion } from './generated/wire.js';

const PERSONAL_RULES = /"(?:usageLimit|shopperLimit|firstOrder)":/;

export class Shopper {
  #email = '';
  #known = false; // the server has the cart

  constructor(
    private readonly api: Api,
    private readonly device: Device,
  ) {}

  /** The server has the cart now, or always had. */
  async found(): Promise<void> {
    this.#known = true;
    await this.refresh();
  }

  async identify(email: string): Promise<void> {
    if (email === this.#email) return;
    this.#email = email;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    if (!this.#known || !PERSONAL_RULES.test(this.device.storeJson)) return;
    const question: ShopperQuestion = { email: this.#email };
    const path = this.api.cartPath('shopper');
    await this.device.know(
      await this.api.text({ method: 'POST', path, body: JSON.stringify(question) }),
    );
  }
}
