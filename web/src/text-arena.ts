// Text across the boundary of a module: UTF-8 written to its input, read from its output.

export interface ArenaGlue {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
  input(bytes: number): number;
  output(): number;
  outputSize(): number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class TextArena {
  constructor(private readonly glue: ArenaGlue) {}

  /** Bytes written. A UTF-16 unit takes at most three bytes of UTF-8. */
  write(text: string): number {
    const room = text.length * 3;
    const at = this.glue.input(room);
    return encoder.encodeInto(text, this.glue.HEAPU8.subarray(at, at + room)).written;
  }

  read(): string {
    const at = this.glue.output();
    return decoder.decode(this.glue.HEAPU8.subarray(at, at + this.glue.outputSize()));
  }
}
