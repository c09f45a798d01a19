// Everything that is left to chance in a simulation, from one seed.

export class Random {
  #a: number;
  #b: number;
  #c = 0x9e3779b9;
  #d = 1;

  /** The stream of this name; streams of one seed do not depend on each other. */
  constructor(seed: number, name: string) {
    this.#a = seed | 0;
    this.#b = Math.floor(seed / 0x1_0000_0000) | 0;
    for (const unit of name) {
      this.#c = Math.imul(this.#c ^ unit.charCodeAt(0), 0x01000193);
    }
    for (let i = 0; i < 12; i++) this.next();
  }

  /** 32 bits (sfc32 of PractRand, public domain). */
  next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** 0 to below `end`. */
  below(end: number): number {
    return this.next() % end;
  }
  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }
  chance(share: number): boolean {
    return this.next() < share * 0x1_0000_0000;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
  bytes(count: number): Uint8Array<ArrayBuffer> {
    return Uint8Array.from({ length: count }, () => this.below(256));
  }
}
