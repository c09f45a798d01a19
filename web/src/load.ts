// Finds, fetches and compiles the .wasm once for each address, and says in one sentence what is
// wrong when that fails: the browser's own messages name neither cause nor fix.
import type { ErrorFacts } from './errors.js';

/** Why there is no module. Without text: the sealing worker loads this too, and shall be small. */
export class WasmFailure extends Error {
  constructor(
    readonly facts: ErrorFacts,
    cause?: unknown,
  ) {
    super(facts.code, { cause });
  }
}

export interface WasmSource {
  readonly url: URL | string;
  /** Subresource integrity, such as "sha384-…"; a changed file is refused. */
  readonly integrity?: string | undefined;
  /** Bytes or a compiled module, instead of fetching. */
  readonly binary?: BufferSource | WebAssembly.Module | undefined;
  /** Told what is wrong when it works nevertheless. */
  readonly warn?: (facts: ErrorFacts) => void;
}

interface Compilations<K> {
  get(key: K): Promise<WebAssembly.Module> | undefined;
  set(key: K, module: Promise<WebAssembly.Module>): unknown;
  delete(key: K): boolean;
}

const byUrl = new Map<string, Promise<WebAssembly.Module>>();
const byBytes = new WeakMap<BufferSource, Promise<WebAssembly.Module>>();

/** A second call for the same file or bytes shares the first compilation. */
export function loadWasm(source: WasmSource): Promise<WebAssembly.Module> {
  const { binary, integrity } = source;
  const url = String(source.url);
  if (binary instanceof WebAssembly.Module) return Promise.resolve(binary);
  if (binary) return shared(byBytes, binary, () => compileBytes(binary, 'wasmBinary'));
  return shared(byUrl, `${url} ${integrity ?? ''}`, () => compileUrl(url, source));
}

// A failure is not kept: the next call tries again.
function shared<K>(
  known: Compilations<K>,
  key: K,
  compile: () => Promise<WebAssembly.Module>,
): Promise<WebAssembly.Module> {
  const before = known.get(key);
  if (before) return before;
  const module = compile();
  known.set(key, module);
  module.catch(() => known.delete(key));
  return module;
}

async function compileUrl(
  url: string,
  { integrity, warn }: WasmSource,
): Promise<WebAssembly.Module> {
  if (url.startsWith('file:')) return compileFile(url, integrity);
  const response = await fetchWasm(url, integrity);
  const type = mediaType(response);
  if (type !== 'application/wasm') return compileMistyped(url, type, response, warn);
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (cause) {
    await refuseWhereForbidden();
    const cut = !(cause instanceof WebAssembly.CompileError);
    throw new WasmFailure(
      { code: cut ? 'env_wasm_not_found' : 'env_wasm_invalid', params: { url } },
      cause,
    );
  }
}

async function fetchWasm(url: string, integrity: string | undefined): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      credentials: 'same-origin',
      ...(integrity ? { integrity } : {}),
    });
  } catch (cause) {
    // A browser tells a failed integrity check and a dead network alike; only asking again tells.
    const again = integrity ? await fetch(url).catch(() => undefined) : undefined;
    if (!again?.ok) throw new WasmFailure({ code: 'env_wasm_not_found', params: { url } }, cause);
    // A fallback page has the wrong bytes and the wrong type: the type is what to mend.
    const type = mediaType(again);
    const code = type === 'application/wasm' ? 'env_wasm_changed' : 'env_wasm_mime';
    throw new WasmFailure({ code, params: { url, type: type || 'no media type' } }, cause);
  }
  if (!response.ok) throw new WasmFailure({ code: 'env_wasm_not_found', params: { url } });
  return response;
}

// Under Node; no page ever fetches that code.
async function compileFile(url: string, integrity?: string): Promise<WebAssembly.Module> {
  const { readWasm } = await import('./node-only.js');
  const found = await readWasm(url, integrity);
  if (typeof found === 'string') throw new WasmFailure({ code: found, params: { url } });
  return compileBytes(found, url);
}

// A server that does not know .wasm still serves the right bytes: use them, and tell the developer.
async function compileMistyped(
  url: string,
  type: string,
  response: Response,
  warn: WasmSource['warn'],
): Promise<WebAssembly.Module> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const facts = { code: 'env_wasm_mime', params: { url, type: type || 'no media type' } } as const;
  if (!isWasm(bytes)) throw new WasmFailure(facts);
  const module = await compileBytes(bytes, url);
  warn?.(facts);
  return module;
}

async function compileBytes(bytes: BufferSource, url: string): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    await refuseWhereForbidden();
    throw new WasmFailure({ code: 'env_wasm_invalid', params: { url } }, cause);
  }
}

// The empty module compiles wherever WebAssembly may be used at all.
async function refuseWhereForbidden(): Promise<void> {
  try {
    await WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  } catch (cause) {
    throw new WasmFailure({ code: 'env_wasm_csp' }, cause);
  }
}

function isWasm(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0x61 && bytes[2] === 0x73 && bytes[3] === 0x6d;
}

// Streaming takes exactly `application/wasm`, without parameters (WebAssembly Web API, section 3).
function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').trim().toLowerCase();
}
