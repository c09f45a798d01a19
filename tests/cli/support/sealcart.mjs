// Runs the command line that was built: sealcart(['price'], { input }) -> { status, lines, told }.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAM = path.join(ROOT, 'build/native/tools/sealcart');

export function sealcart(args, { input = '' } = {}) {
  const { status, stdout, stderr } = spawnSync(PROGRAM, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status, text: stdout, lines: stdout.split('\n').filter(Boolean), told: stderr.trim() };
}

/** Lines of a command that prints JSON lines. */
export const objects = (result) => result.lines.map((line) => JSON.parse(line));

/** Calls use(file) with a file that holds the value as JSON, or the text. */
export function withFile(value, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sealcart-'));
  try {
    const file = path.join(folder, 'input.json');
    writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
