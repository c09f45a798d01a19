// A pack is a text of this release, fetched once for each address.
import { CartError } from './errors.js';

const texts = new Map<string, Promise<string>>();

export function loadPack(folder: string | URL, name: string): Promise<string> {
  const url = `${String(folder).replace(/\/?$/, '/')}${name}.txt`;
  const before = texts.get(url);
  if (before) return before;
  const text = url.startsWith('file:') ? readFile(url, name) : fetchText(url, name);
  texts.set(url, text);
  text.catch(() => texts.delete(url)); // the next call tries again
  return text;
}

async function fetchText(url: string, name: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin' });
  } catch (cause) {
    throw new CartError({ code: 'env_network' }, { cause });
  }
  // A fallback page would not begin like a pack, which the module finds.
  if (!response.ok) throw new CartError({ code: 'pack_missing', params: { pack: name } });
  return response.text();
}

// Under Node; no page ever fetches that code.
async function readFile(url: string, name: string): Promise<string> {
  const { readText } = await import('./node-only.js');
  const text = await readText(url);
  if (text === undefined) throw new CartError({ code: 'pack_missing', params: { pack: name } });
  return text;
}
