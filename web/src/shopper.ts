// What only the server knows and prices depend on: how often limited codes were used, and whether
// this shopper ordered before, and how much of a product with a limit for each customer. Asked for
// when the store has such rules or a product such a limit, and not otherwise.
import type { Api } from './api.js';
import type { Device } from './device.js';
import type { Promotion, ShopperQuestion, StoreDocument } from './generated/wire.js';

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
    const personal = this.device.limitsCustomers() || hasPersonalRules(this.device.storeJson);
    if (!this.#known || !personal) return;
    const question: ShopperQuestion = { email: this.#email };
    const path = this.api.cartPath('shopper');
    await this.device.know(
      await this.api.text({ method: 'POST', path, body: JSON.stringify(question) }),
    );
  }
}

function hasPersonalRules(storeJson: string): boolean {
  const isPersonal = (promotion: Promotion): boolean =>
    promotion.usageLimit !== undefined ||
    promotion.shopperLimit !== undefined ||
    promotion.firstOrder === true;
  return (JSON.parse(storeJson) as StoreDocument).promotions?.some(isPersonal) ?? false;
}
