// One simulated history: shoppers on a few devices, a server, and everything that can go wrong
// between them; then all of it heals and is checked.
import type { CartAccess } from '../../web/src/types.js';
import { CartError } from '../../web/src/errors.js';
import { checkHealed } from './checks.js';
import { Ledger } from './ledger.js';
import type { Plant } from './planted/plant.js';
import { Shopper } from './shopper.js';
import { Browser, START_MS } from './world/browser.js';
import { FAIR, Network, type Weather } from './world/network.js';
import { Random } from './world/random.js';
import { SimServer, type Grounds } from './world/sim-server.js';
import { Tab } from './world/tab.js';
import { Timeline, type Process } from './world/timeline.js';

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly string[];
  /** Of everything that happened. */
  readonly digest: string;
  readonly lines: readonly string[];
  readonly events: Readonly<Record<'requests' | 'entries' | 'crashes', number>>;
}

const STORMS: readonly Weather[] = [
  FAIR,
  { loss: 0.05, twice: 0.05, slow: 0.02, broken: 0.05 },
  { loss: 0.25, twice: 0.2, slow: 0.1, broken: 0.2 },
  { loss: 0.6, twice: 0.1, slow: 0.3, broken: 0.4 },
];

export class Schedule {
  readonly time = new Timeline();
  readonly ledger = new Ledger();
  readonly network: Network;
  readonly server: SimServer;
  readonly browsers: Browser[] = [];
  tabs: Tab[] = [];
  crashes = 0;
  access: CartAccess | undefined;
  readonly random: Random;
  readonly #shopper: Shopper;
  readonly #world: Process = { name: 'world', alive: true };
  #opened = 0;

  constructor(
    readonly seed: number,
    grounds: Grounds,
    private readonly plant: Plant,
  ) {
    this.random = new Random(seed, 'schedule');
    this.network = new Network(
      this.time,
      new Random(seed, 'network'),
      (request, answer) => this.ledger.answered(request, answer),
      () => this.#crashed(),
    );
    this.server = new SimServer(
      grounds,
      seed,
      {
        now: () => START_MS + Math.round(this.time.now),
        told: (stream, text) => this.network.told(stream, text),
      },
      plant.forgetfulServer ?? false,
    );
    this.network.server = this.server;
    this.#shopper = new Shopper(this.time, new Random(seed, 'shopper'), this.ledger);
  }

  async run(): Promise<Outcome> {
    this.server.start();
    const devices = this.random.between(1, 3);
    for (let i = 0; i < devices; i++) {
      const name = `device${i + 1}`;
      this.browsers.push(new Browser(name, this.seed, this.time, this.network, this.plant));
    }
    await this.#live().catch((error: unknown) => this.ledger.violate(String(error)));
    this.server.die();
    for (const browser of this.browsers) {
      browser.kill(this.tabs.filter((tab) => tab.browser === browser));
    }
    return {
      seed: this.seed,
      violations: this.ledger.violations,
      digest: this.time.digest(),
      lines: this.time.lines,
      events: { requests: this.network.requests, entries: this.entries, crashes: this.crashes },
    };
  }

  entries = 0;

  openTab(browser: Browser): Tab {
    const tab = new Tab(`tab${++this.#opened}`, browser, this.time, this.plant);
    this.tabs.push(tab);
    this.time.note(`${browser.name}: opens ${tab.name}`);
    // The first device makes the cart, the others come by its link.
    const share = browser === this.browsers[0] ? undefined : this.access;
    tab.open(share).then(
      () => (this.access ??= tab.cart!.share()),
      (error: unknown) => this.#notOpened(tab, error),
    );
    return tab;
  }

  /** The tab is gone without a word. */
  kill(...tabs: readonly Tab[]): void {
    this.crashes++;
    for (const browser of this.browsers) {
      const mine = tabs.filter((tab) => tab.browser === browser);
      if (mine.length > 0) browser.kill(mine);
    }
    this.tabs = this.tabs.filter((tab) => !tabs.includes(tab));
  }

  addOne(tab: Tab): void {
    this.#shopper.addOne(tab);
  }

  /** Everything that was wrong with the world ends. */
  heal(): void {
    this.time.note('everything heals');
    this.time.calm();
    this.network.weather = FAIR;
    this.network.death = undefined;
    if (!this.server.up) this.server.start();
    for (const browser of this.browsers) {
      browser.disk.full = false;
      browser.disk.calm();
      browser.line.online = true;
      browser.wake();
    }
  }

  async #live(): Promise<void> {
    await this.#begin();
    if (!this.access) return this.ledger.violate('the first tab never showed a cart');
    await this.#trouble();
    await checkHealed(this);
  }

  async #begin(): Promise<void> {
    this.openTab(this.browsers[0]!);
    await this.time.run(60_000, () => this.access !== undefined);
    for (const browser of this.browsers.slice(1)) this.openTab(browser);
    if (this.random.chance(0.5)) this.openTab(this.browsers[0]!);
    await this.time.run(this.time.now + this.random.between(0, 3_000));
  }

  async #trouble(): Promise<void> {
    const steps = this.random.between(5, 60);
    const storms = this.random.between(0, STORMS.length - 1);
    for (let i = 0; i < steps; i++) {
      const pause = this.random.chance(0.1) ? 20_000 : this.random.pick([5, 50, 400, 2_000]);
      await this.time.run(this.time.now + this.random.below(pause));
      if (this.random.chance(0.6)) this.#edit();
      else this.#disturb(storms);
    }
  }

  #edit(): void {
    if (this.tabs.length > 0) this.#shopper.act(this.random.pick(this.tabs));
  }

  #disturb(storms: number): void {
    const { random } = this;
    const browser = random.pick(this.browsers);
    const mine = this.tabs.filter((tab) => tab.browser === browser);
    switch (random.below(13)) {
      case 0:
        if (mine.length < 3) this.openTab(browser);
        break;
      case 1:
      case 2:
        this.#killSoon(browser, random.chance(0.5));
        break;
      case 3:
        if (mine.length > 0) this.#close(random.pick(mine));
        break;
      case 4:
      case 5:
        this.#toggleLine(browser);
        break;
      case 6:
        this.network.weather = STORMS[random.between(0, storms)]!;
        break;
      case 7:
        if (this.server.up) this.#crash();
        break;
      case 8:
        this.network.death = random.pick(['before', 'after']);
        break;
      case 9:
        browser.disk.full = !browser.disk.full && random.chance(0.3);
        break;
      case 10:
        browser.clockError += random.between(-400_000, 400_000);
        break;
      case 11:
        browser.hide();
        break;
      default:
        browser.wake();
    }
  }

  // At any moment from now on: one tab, or the whole browser as when the power fails.
  #killSoon(browser: Browser, all: boolean): void {
    const reopens = this.random.chance(0.7);
    const kill = () => {
      const mine = this.tabs.filter((tab) => tab.browser === browser);
      if (mine.length === 0) return;
      this.kill(...(all ? mine : [this.random.pick(mine)]));
      if (reopens) this.openTab(browser);
    };
    if (this.random.chance(0.5)) this.time.between(this.random.below(30), kill);
    else browser.disk.afterWrites(this.random.between(1, 4), kill);
  }

  #toggleLine(browser: Browser): void {
    this.time.note(`${browser.name}: ${browser.line.online ? 'offline' : 'online'}`);
    if (browser.line.online) return this.network.cut(browser.line);
    browser.line.online = true;
    if (this.random.chance(0.7)) browser.wake();
  }

  #close(tab: Tab): void {
    const { cart } = tab;
    if (!cart) return;
    this.time.note(`${tab.name}: closes`);
    this.tabs = this.tabs.filter((other) => other !== tab);
    void cart.close().then(() => tab.browser.kill([tab]));
  }

  #crash(): void {
    this.time.note('the server is killed');
    this.server.die();
    this.network.breakAll();
    this.#crashed();
  }

  #crashed(): void {
    this.crashes++;
    const ms = this.random.pick([50, 1_000, 8_000]);
    this.time.after(this.#world, ms, 'the server starts', () => {
      if (!this.server.up) this.server.start();
    });
  }

  #notOpened(tab: Tab, error: unknown): void {
    this.time.note(`${tab.name}: did not open: ${String(error)}`);
    if (!(error instanceof CartError)) this.ledger.violate(`${tab.name} threw ${String(error)}`);
    this.kill(tab);
  }
}
