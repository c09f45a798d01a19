// The endpoint in a child process (tests/sim/server), asked and answered without waiting for the
// event loop: while it works, nothing else in the simulation can happen.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export class ServerLink {
  readonly #to: number;
  readonly #from: number;
  readonly #child: ChildProcess;

  constructor(program: string, folder: string, documents: readonly [string, string]) {
    const [to, from] = [join(folder, 'to'), join(folder, 'from')];
    spawnSync('mkfifo', [to, from]);
    // Opened for both directions first, so that no open waits for the other end.
    const keep = [openSync(to, 'r+'), openSync(from, 'r+')];
    const given = [openSync(to, 'r'), openSync(from, 'w')] as const;
    this.#to = openSync(to, 'w');
    this.#from = openSync(from, 'r');
    this.#child = spawn(program, documents, { stdio: [...given, 'inherit'] });
    for (const fd of [...keep, ...given]) closeSync(fd);
    rmSync(to);
    rmSync(from);
  }

  ask<T>(message: object): T {
    const text = Buffer.from(JSON.stringify(message));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    writeAll(this.#to, Buffer.concat([length, text]));
    return JSON.parse(this.#read(this.#read(4).readUInt32LE()).toString()) as T;
  }

  close(): void {
    closeSync(this.#to); // the child ends at the end of its input
    closeSync(this.#from);
    this.#child.unref();
  }

  #read(size: number): Buffer {
    const buffer = Buffer.alloc(size);
    for (let at = 0; at < size;) {
      const got = readSync(this.#from, buffer, at, size - at, null);
      if (got === 0) throw new Error('the server of the simulation ended');
      at += got;
    }
    return buffer;
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
}
