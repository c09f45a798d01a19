// Random shoppers on two devices: edits, network cuts, reloads, traps. However it went, both
// devices and a third one that only reads the log end with the same cart, and every snapshot read
// by numbers equals the one read whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CartError } from '../../web/src/errors.js';
import type { Cart } from '../../web/src/types.js';
import { LogServer } from './support/log-server.js';
import { cap, mug, slice, tee } from './support/shop.js';
import { DeviceWorld, until } from './support/world.js';

const SKUS = ['MUG', 'CAP', 'TEE-S-RED', 'TEE-M-RED', 'TEE-M-BLUE'];

type Step =
  | { kind: 'add'; device: number; sku: string; quantity: number }
  | { kind: 'set'; device: number; line: number; quantity: number }
  | { kind: 'remove' | 'code' | 'cut' | 'join' | 'reload' | 'trap'; device: number; line: number };

const device = fc.nat({ max: 1 });
const line = fc.nat({ max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      device,
      sku: fc.constantFrom(...SKUS),
      quantity: fc.integer({ min: -1, max: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      device,
      line,
      quantity: fc.integer({ min: 0, max: 60 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove', 'code', 'cut', 'join', 'reload', 'trap' as const),
      device,
      line,
    }),
  },
) as fc.Arbitrary<Step>;

class Shopper {
  cart!: Cart;
  constructor(readonly world: DeviceWorld) {}

  async open(share?: ReturnType<Cart['share']>): Promise<void> {
    this.cart = await this.world.open(share ? { cart: share } : {});
    this.cart.loadCatalog(slice(tee, mug, cap));
  }

  async take(step: Step): Promise<void> {
    const { cart, world } = this;
    const at = 'line' in step ? cart.getSnapshot().lines[step.line] : undefined;
    if (step.kind === 'add') await tried(cart.add({ sku: step.sku, quantity: step.quantity }));
    if (step.kind === 'set' && at) await tried(cart.setQuantity(at.id, step.quantity));
    if (step.kind === 'remove' && at) await tried(cart.remove(at.id));
    if (step.kind === 'code') await tried(at ? cart.applyCode('FIVE') : cart.removeCode('FIVE'));
    if (step.kind === 'cut') world.online = false;
    if (step.kind === 'join') world.comeBack();
    if (step.kind === 'trap') world.trapNext = true;
    if (step.kind === 'reload') {
      await cart.close();
      await this.open();
    }
  }
}

async function tried(edit: Promise<unknown>): Promise<void> {
  await edit.catch((error: unknown) => assert.ok(error instanceof CartError, String(error)));
}

function bare(cart: Cart): unknown {
  const { sync: _, ...facts } = cart.getSnapshot();
  return facts;
}

const world = (server: LogServer) => {
  const made = new DeviceWorld(server);
  made.spoil = (glue) =>
    Object.assign(Object.create(glue) as typeof glue, {
      submit(length: number) {
        if (made.trapNext)
          throw ((made.trapNext = false), new WebAssembly.RuntimeError('unreachable'));
        return glue.submit(length);
      },
    });
  return made;
};

test('devices converge, whatever happened on the way', async () => {
  const history = fc.array(step, { minLength: 5, maxLength: 40 });
  const run = async (steps: Step[]): Promise<void> => {
    const server = new LogServer();
    const shoppers = [new Shopper(world(server)), new Shopper(world(server))] as const;
    await shoppers[0].open();
    await shoppers[1].open(shoppers[0].cart.share());
    for (const step of steps) await shoppers[step.device]!.take(step);
    shoppers.forEach(({ world }) => (world.comeBack(), (world.trapNext = false)));
    const third = new Shopper(world(server));
    await third.open(shoppers[0].cart.share());
    const all = [...shoppers, third];
    const head = () => [...server.carts.values()][0]?.log.length ?? 0;
    const agreed = () =>
      all.every(({ cart }) => {
        const { pending, head: seen } = cart.getSnapshot().sync;
        return pending === 0 && seen === head();
      });
    await until(agreed, 'agreement');
    const [a, b, c] = all.map(({ cart }) => bare(cart));
    assert.deepEqual(a, b);
    assert.deepEqual(a, c);
    await Promise.all(all.map(({ cart }) => cart.close()));
  };
  await fc.assert(fc.asyncProperty(history, run), { numRuns: 60, endOnFailure: true });
});
