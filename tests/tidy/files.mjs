// The files of the repository that people write, with their text.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, relative } from 'node:path';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const skippedFolders = new Set(['.git', '.toolchain', 'build', 'node_modules', 'var', 'dist']);
const binary = /\.(png|jpe?g|webp|ico|woff2?|gz|wasm|db)$/;

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name)) yield* walk(path);
    } else if (entry.isFile() && !binary.test(entry.name)) {
      yield path;
    }
  }
}

export function ownFiles() {
  return [...walk(root)].map((path) => ({
    path: relative(root, path),
    text: readFileSync(path, 'utf8'),
  }));
}
