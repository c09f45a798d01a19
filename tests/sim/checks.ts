// When everything has healed: does it come to rest, does everyone have the same cart, is nothing
// lost, is nothing there twice, and does news still travel?
import { isDeepStrictEqual } from 'node:util';
import type { LogBatch, LogEntry, Op } from '../../web/src/generated/wire.js';
import type { CartError } from '../../web/src/errors.js';
import { foldOf } from './fold.js';
import type { Schedule } from './schedule.js';
import { ghost } from './shop.js';
import type { Tab } from './world/tab.js';

/** Virtual time in which everything must have come to rest. */
const REST_MS = 300_000;
/** In which nothing should happen any more. */
const QUIET_MS = 120_000;
/** In which a living tab sends what others left. */
const LOOK_MS = 120_000;
/** In which news reaches every tab. */
const NEWS_MS = 45_000;

export async function checkHealed(schedule: Schedule): Promise<void> {
  schedule.heal();
  const { ledger, time } = schedule;
  await openWhatIsLeft(schedule);
  if (!(await time.run(time.now + REST_MS, () => atRest(schedule)))) {
    return ledger.violate(`no rest after ${REST_MS} ms: ${schedule.tabs.map(stateOf).join('; ')}`);
  }
  await checkQuiet(schedule);
  await checkNews(schedule);
  await time.run(time.now + 5_000); // products of the new line
  const log = readLog(schedule);
  schedule.entries = log.length;
  const restarted = schedule.browsers.filter(({ locks }) => locks.restarts > 0);
  // A page with a full disk may have sent what its next life does not know of.
  if (restarted.some(({ disk }) => !disk.wasFull)) ledger.violate('a page began again, unasked');
  ledger.audit(log, restarted.length > 0);
  await checkConverged(schedule, log);
  checkErrors(schedule);
}

// Each device shows the cart, and what dead tabs left unsent on its disk a living one sends.
async function openWhatIsLeft(schedule: Schedule): Promise<void> {
  const { time, ledger } = schedule;
  await time.run(time.now + 5_000); // tabs that close now
  for (const browser of schedule.browsers) {
    if (schedule.tabs.some((tab) => tab.browser === browser)) continue;
    schedule.openTab(browser);
  }
  await time.run(time.now + LOOK_MS);
  for (const browser of schedule.browsers) {
    const left = await orphans(schedule, browser);
    if (left > 0) ledger.violate(`${browser.name} did not send ${left} of tabs that are gone`);
  }
}

async function orphans(schedule: Schedule, browser: Schedule['browsers'][0]): Promise<number> {
  const id = schedule.access!.id;
  const ops = (await browser.disk.image.list(['op', id])) as Op[];
  const isLeft = ({ replica }: Op) =>
    !browser.locks.isHeld(`sealcart replica sealcart ${id} ${replica}`);
  return ops.filter(isLeft).length;
}

function atRest({ tabs, server, access }: Schedule): boolean {
  return tabs.every(({ cart }) => {
    if (!cart) return false;
    const { pending, state, head } = cart.getSnapshot().sync;
    return pending === 0 && state === 'saved' && head === tabs[0]!.cart!.getSnapshot().sync.head;
  }) && server.up && access !== undefined;
}

function stateOf({ name, cart }: Tab): string {
  return `${name} ${JSON.stringify(cart?.getSnapshot().sync)}`;
}

// A cart at rest asks nothing: its stream tells it everything.
async function checkQuiet({ time, network, tabs, ledger }: Schedule): Promise<void> {
  await time.run(time.now + 60_000);
  const before = network.requests;
  await time.run(time.now + QUIET_MS);
  const asked = network.requests - before;
  if (asked > tabs.length) ledger.violate(`${asked} requests in ${QUIET_MS} ms without a reason`);
}

async function checkNews(schedule: Schedule): Promise<void> {
  const { time, tabs, ledger, network, random } = schedule;
  const before = network.requests;
  const head = tabs[0]!.cart!.getSnapshot().sync.head;
  schedule.addOne(random.pick(tabs));
  const heard = () => atRest(schedule) && tabs[0]!.cart!.getSnapshot().sync.head === head + 1;
  if (!(await time.run(time.now + NEWS_MS, heard))) {
    ledger.violate(`news did not reach everyone: ${tabs.map(stateOf).join('; ')}`);
  }
  const asked = network.requests - before;
  if (asked > 4 * tabs.length) ledger.violate(`${asked} requests for one piece of news`);
}

function readLog({ server, access }: Schedule): LogEntry[] {
  const log: LogEntry[] = [];
  for (;;) {
    const batch = JSON.parse(ask(server, access!, `/log?after=${log.length}`)) as LogBatch;
    log.push(...batch.entries);
    if (log.length >= batch.head) return log;
  }
}

function ask(server: Schedule['server'], access: Schedule['access'], part: string): string {
  const headers = { authorization: `Bearer ${access!.capability}` };
  const target = `/v1/carts/${access!.id}${part}`;
  const [answer] = server.answer([{ method: 'GET', target, headers, body: '' }])!;
  if (answer!.status !== 200) throw new Error(`${target}: ${answer!.status} ${answer!.body}`);
  return answer!.body;
}

async function checkConverged(schedule: Schedule, log: readonly LogEntry[]): Promise<void> {
  const { tabs, server, access, ledger } = schedule;
  const served = ask(server, access, '');
  server.die();
  server.start();
  if (ask(server, access, '') !== served) ledger.violate('a restart changed the cart');
  const fold = await foldOf(access!.id, log);
  if (fold.snapshot !== served) ledger.violate(`server: ${served}; its log: ${fold.snapshot}`);
  for (const tab of tabs) {
    const { confirmed, pending } = tab.saved();
    if (pending.length > 0) ledger.violate(`${tab.name} still has ${pending.length} unsent`);
    if (!isDeepStrictEqual(confirmed, fold.confirmed)) {
      ledger.violate(
        `${tab.name}: ${JSON.stringify(confirmed)}; the log: ${JSON.stringify(fold.confirmed)}`,
      );
    }
    const shown = tab.snapshot();
    if (shown !== served) ledger.violate(`${tab.name} shows ${shown}; the server ${served}`);
  }
}

// The server refuses what is not for sale; a full disk is told. Nothing else went wrong here.
function checkErrors({ tabs, ledger }: Schedule): void {
  const { sku } = ghost.variants[0]!;
  const expected = ({ code, params }: CartError) =>
    code === 'env_storage' || Object.values(params).includes(sku);
  for (const { name, errors } of tabs) {
    for (const error of errors) {
      if (!expected(error)) {
        ledger.violate(`${name} told ${error.code} ${error.path} ${JSON.stringify(error.params)}`);
      }
    }
  }
}
