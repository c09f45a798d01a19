// One browser of the simulation: its disk, its locks and channels, its connection, its clock. Tabs
// are opened in it and die in it.
import type { Environment } from '../../../web/src/environment.js';
import { Channels, Locks } from './browser-parts.js';
import { Disk } from './disk.js';
import type { Line, Network } from './network.js';
import type { Plant } from '../planted/plant.js';
import { Random } from './random.js';
import type { Process, Timeline } from './timeline.js';

/** When every simulation begins. */
export const START_MS = 1_800_000_000_000;

export class Browser {
  readonly line: Line = { online: true };
  readonly disk: Disk;
  readonly locks: Locks;
  /** How far its clock is wrong. */
  clockError = 0;
  readonly #channels: Channels;
  readonly #random: Random;
  #visible = true;
  readonly #wake = new Map<() => void, Process>();
  readonly #hide = new Map<() => void, Process>();

  constructor(
    readonly name: string,
    seed: number,
    private readonly time: Timeline,
    private readonly network: Network,
    private readonly plant: Plant,
  ) {
    this.#random = new Random(seed, name);
    this.disk = new Disk({ name, alive: true }, time, new Random(seed, `${name} disk`));
    this.locks = new Locks(time, this.#random);
    this.#channels = new Channels(time, this.#random);
  }

  environment(tab: Process): Environment {
    const { time, plant } = this;
    const request = (name: string, options: LockOptions, work: (lock: object | null) => unknown) =>
      this.locks.request(tab, name, options, work);
    const real: Environment = {
      fetch: this.network.fetchFor(tab, this.line),
      now: () => START_MS + Math.round(time.now) + this.clockError,
      random: (bytes) => this.#random.bytes(bytes),
      openStorage: () => Promise.resolve(this.disk.open(tab)),
      locks: { request: request as LockManager['request'] },
      openChannel: (name) => this.#channels.open(tab, name),
      online: () => this.line.online,
      visible: () => this.#visible,
      onWake: (listener) => listen(this.#wake, listener, tab),
      onHide: (listener) => listen(this.#hide, listener, tab),
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted) return resolve();
          const finish = () => {
            cancel();
            signal.removeEventListener('abort', finish);
            resolve();
          };
          const cancel = time.after(tab, ms, 'awake', finish);
          signal.addEventListener('abort', finish);
        }),
      timer: (ms, work) => time.after(tab, ms, 'timer', work),
    };
    return { ...real, ...plant.environment?.(real, tab) };
  }

  /** The network is back, or a tab is looked at. */
  wake(): void {
    this.#visible = true;
    this.#call(this.#wake, 'wakes');
  }
  /** A tab goes out of sight. */
  hide(): void {
    this.#visible = false;
    this.#call(this.#hide, 'is hidden');
  }

  /** These tabs end at once, all at the same moment. */
  kill(tabs: readonly Process[]): void {
    for (const tab of tabs) tab.alive = false;
    this.disk.abandon(tabs);
    for (const tab of tabs) {
      this.locks.abandon(tab);
      this.#channels.abandon(tab);
      this.network.abandon(tab);
      for (const listeners of [this.#wake, this.#hide]) {
        for (const [listener, owner] of listeners) if (owner === tab) listeners.delete(listener);
      }
    }
  }

  #call(listeners: ReadonlyMap<() => void, Process>, label: string): void {
    for (const [listener, tab] of listeners) this.time.after(tab, 0, label, listener);
  }
}

function listen(
  listeners: Map<() => void, Process>,
  listener: () => void,
  tab: Process,
): () => void {
  listeners.set(listener, tab);
  return () => listeners.delete(listener);
}
