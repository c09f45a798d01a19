// What pages have and Node has elsewhere. No page ever fetches this.

// Bundlers for pages shall not look for Node's modules.
const modules = { files: 'node:fs/promises', crypto: 'node:crypto' };

/** Node 18 has it, but not as a global. */
export const { webcrypto } = (await import(
  /* webpackIgnore: true */ /* @vite-ignore */ modules.crypto
)) as { webcrypto: Crypto };

/** Bytes of the file, or why there are none. */
export async function readWasm(
  url: string,
  integrity: string | undefined,
): Promise<Uint8Array<ArrayBuffer> | 'env_wasm_not_found' | 'env_wasm_changed'> {
  const { readFile } = (await import(
    /* webpackIgnore: true */ /* @vite-ignore */ modules.files
  )) as { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> };
  const bytes = await readFile(new URL(url)).catch(() => undefined);
  if (!bytes) return 'env_wasm_not_found';
  return integrity && !(await matches(bytes, integrity)) ? 'env_wasm_changed' : bytes;
}

/** A file of UTF-8; undefined when it can't be read. */
export async function readText(url: string): Promise<string | undefined> {
  const { readFile } = (await import(
    /* webpackIgnore: true */ /* @vite-ignore */ modules.files
  )) as { readFile(path: URL, encoding: 'utf8'): Promise<string> };
  return readFile(new URL(url), 'utf8').catch(() => undefined);
}

// What fetch() does with the option: of the strongest algorithm named, one digest must match.
async function matches(bytes: Uint8Array<ArrayBuffer>, integrity: string): Promise<boolean> {
  const wanted = integrity
    .trim()
    .split(/\s+/)
    .map((value) => value.split('-', 2));
  const strongest = ['sha512', 'sha384', 'sha256'].find((name) => wanted.some(([w]) => w === name));
  if (!strongest) return true;
  const digest = await webcrypto.subtle.digest(strongest.replace('sha', 'SHA-'), bytes);
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return wanted.some(([name, value]) => name === strongest && value?.split('?')[0] === text);
}
