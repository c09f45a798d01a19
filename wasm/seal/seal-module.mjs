// All the JavaScript seal.wasm needs: views of its memory, numbers in, a token out.
//
// The module imports nothing, so it can call nothing; this file hands it randomness and reads the
// token. It keeps no copy of the payment data. Typed in seal-module.d.mts.

/** A refusal. `code` is the name of a status of core/seal (status.def), e.g. "manifest_expired". */
export class SealError extends Error {
  constructor(code, message) {
    super(message);
    this.name = 'SealError';
    this.code = code;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One sealer is one instance of a compiled seal.wasm, with memory of its own. */
export function openSealer(module) {
  const wasm = new WebAssembly.Instance(module).exports;
  const arena = arenaViews(wasm);

  const accept = (status) => {
    if (status === 0) return;
    throw new SealError(
      textAt(wasm, wasm.seal_status_name(status)),
      textAt(wasm, wasm.seal_status_text(status)),
    );
  };

  return {
    useManifest({ manifest, merchant, roots, lowestSerial = 0, now }) {
      const bytes = fromBase64url(manifest);
      writeHex(arena.merchant, merchant, 'merchant');
      roots.slice(0, 4).forEach((root, i) => {
        writeHex(arena.roots.subarray(32 * i, 32 * i + 32), root, `roots[${i}]`);
      });
      arena.manifest.set(bytes.subarray(0, arena.manifest.length));
      accept(wasm.seal_use_manifest(bytes.length, roots.length, lowestSerial, now));
      return wasm.seal_manifest_serial();
    },

    seal(quote, payload, now) {
      writeHex(arena.cart, quote.cart, 'cart');
      writeHex(arena.quote, quote.id, 'id');
      writeHex(arena.cartHash, quote.cartHash, 'cartHash');
      encoder.encodeInto(`${quote.currency}\0\0\0`, arena.currency);
      crypto.getRandomValues(arena.random);
      const size = writePayload(arena.payload, payload);
      accept(
        wasm.seal_token(
          size,
          quote.amount,
          quote.exponent,
          quote.issuedAtMs,
          quote.expiresAtMs,
          now,
        ),
      );
      return toBase64url(arena.token);
    },

    close() {
      wasm.seal_wipe();
    },
  };
}

// The module says what lies where, so that no offset is written down twice.
function arenaViews(wasm) {
  const views = {};
  let at = wasm.seal_arena();
  for (const field of textAt(wasm, wasm.seal_layout()).trim().split(' ')) {
    const [name, bytes] = field.split(':');
    views[name] = new Uint8Array(wasm.memory.buffer, at, Number(bytes));
    at += Number(bytes);
  }
  return views;
}

function textAt(wasm, pointer) {
  const memory = new Uint8Array(wasm.memory.buffer, pointer);
  return decoder.decode(memory.subarray(0, memory.indexOf(0)));
}

// Bytes written; one more than fits when the payload does not fit, which the module refuses.
function writePayload(view, payload) {
  if (typeof payload === 'string') {
    const { read, written } = encoder.encodeInto(payload, view);
    return read === payload.length ? written : view.length + 1;
  }
  view.set(payload.subarray(0, view.length));
  return payload.length;
}

function writeHex(view, text, field) {
  if (!(typeof text === 'string' && text.length === 2 * view.length && /^[0-9a-f]*$/.test(text))) {
    throw new SealError(
      'id_invalid',
      `${field}: not ${2 * view.length} lower-case hexadecimal digits`,
    );
  }
  for (let i = 0; i < view.length; i++) {
    view[i] = digit(text.charCodeAt(2 * i)) * 16 + digit(text.charCodeAt(2 * i + 1));
  }
}

function digit(code) {
  return code < 58 ? code - 48 : code - 87; // '0'..'9', 'a'..'f'
}

const ALPHABET = encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

// RFC 4648, section 5, without padding; half the time of btoa and three replacements.
function toBase64url(bytes) {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let i = 0, at = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2]; // beyond the end: 0
    text[at++] = ALPHABET[group >> 18];
    text[at++] = ALPHABET[(group >> 12) & 63];
    text[at++] = ALPHABET[(group >> 6) & 63];
    text[at++] = ALPHABET[group & 63];
  }
  return decoder.decode(text.subarray(0, Math.ceil((bytes.length * 4) / 3)));
}

function fromBase64url(text) {
  let binary = '';
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    // not base64: an empty manifest is refused like any other that is not one
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
