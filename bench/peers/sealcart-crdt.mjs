// Sealcart on the replication task of the peers' harness (../shared/peers, E-crdt), with its seed,
// edits, forks and rows: 50 of 60 lines, then 70 in 100 edits set a quantity, 15 remove a line, 15
// add one back, each its own operation in compact form. A line is its SKU and units here; title,
// size and price are the catalogue's, and never travel.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const file =
  process.env.SEALCART_SYNC_BENCH ?? path.join(root, 'build/wasm/wasm/sync/sync_bench.wasm');
const EDITS = Number(process.env.EDITS ?? 10_000);
const FORK_EDITS = 1_000;
const LINES = 60;

const now = () => Number(process.hrtime.bigint()) / 1e6;
const started = now();
const { instance } = await WebAssembly.instantiate(readFileSync(file), {
  wasi_snapshot_preview1: {
    proc_exit() {},
    fd_write: () => 0,
    fd_close: () => 0,
    fd_seek: () => 0,
  },
  env: { emscripten_notify_memory_growth() {} },
});
const wasm = instance.exports;
wasm._initialize?.();
const init = now() - started;

function put(bytes) {
  const at = wasm.buffer_at(bytes.length);
  new Uint8Array(wasm.memory.buffer, at, bytes.length).set(bytes);
}
const taken = (size) => new Uint8Array(wasm.memory.buffer, wasm.buffer_at(0), size).slice();
function must(code) {
  if (code < 0) throw new Error('refused');
  return code;
}

for (let i = 0; i < LINES; i++) {
  put(new TextEncoder().encode(`SKU-${1000 + i}`));
  wasm.add_sku();
}

let state = 42;
function random() {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 4294967296;
}

// [line, units]; no units: removed.
function drawEdits(count, here) {
  return Array.from({ length: count }, () => {
    const chance = random();
    const line = Math.floor(random() * LINES);
    if (!here[line]) {
      here[line] = true;
      return [line, 1 + (line % 5)];
    }
    if (chance >= 0.15) return [line, 1 + Math.floor(random() * 9)];
    here[line] = false;
    return [line, 0];
  });
}

let replicas = 2 ** 52;
function filled() {
  const doc = wasm.open_doc(++replicas);
  for (let i = 0; i < 50; i++) must(wasm.edit(doc, i, 1 + (i % 5)));
  return doc;
}
const fifty = () => Array.from({ length: LINES }, (_, i) => i < 50);

const decoder = new TextDecoder();
const shown = (doc) => JSON.parse(decoder.decode(taken(wasm.show(doc))));

function loaded(bytes) {
  const doc = wasm.open_doc(++replicas);
  put(bytes);
  must(wasm.receive(doc));
  return doc;
}

function edits() {
  wasm.close_docs();
  const doc = filled();
  const list = drawEdits(EDITS, fifty());
  let sent = 0;
  const begun = now();
  for (const [line, units] of list) sent += must(wasm.edit(doc, line, units));
  const edited = now();
  const bytes = taken(must(wasm.save(doc)));
  const saved = now();
  shown(loaded(bytes));
  const read = now();
  return {
    edit_us: ((edited - begun) * 1000) / EDITS,
    save_ms: saved - edited,
    load_ms: read - saved,
    bytes: bytes.length,
    bytes_gz: gzipSync(bytes).length,
    update_bytes: sent / EDITS,
  };
}

// Two forks of a thousand edits each take the other's whole state; then both are shown.
function merge() {
  wasm.close_docs();
  const one = filled();
  const other = loaded(taken(must(wasm.save(one))));
  for (const doc of [one, other]) {
    for (const [line, units] of drawEdits(FORK_EDITS, fifty())) must(wasm.edit(doc, line, units));
  }
  const begun = now();
  const mine = taken(must(wasm.save(one)));
  const theirs = taken(must(wasm.save(other)));
  put(mine);
  must(wasm.receive(other));
  put(theirs);
  must(wasm.receive(one));
  const [left, right] = [shown(one), shown(other)];
  const ms = now() - begun;
  return {
    merge_ms: ms,
    diff_bytes: mine.length + theirs.length,
    merged_bytes: must(wasm.save(one)),
    same: JSON.stringify(left) === JSON.stringify(right) ? 1 : 0,
  };
}

const middle = (rows, key) => rows.sort((a, b) => a[key] - b[key])[rows.length >> 1];
edits();
const alone = middle(Array.from({ length: 3 }, edits), 'edit_us');
merge();
merge();
const together = middle(Array.from({ length: 7 }, merge), 'merge_ms');
const rss = process.memoryUsage().rss / 1e6;
console.log(JSON.stringify({ key: 'sealcart', init_ms: init, ...alone, ...together, rss_mb: rss }));
