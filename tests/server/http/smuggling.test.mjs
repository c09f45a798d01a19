// Requests two programs could read in two ways: each has one reading here, or none.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Programs } from './support/programs.mjs';
import { raw } from './support/raw.mjs';
import { rows } from './support/smuggling.mjs';

let programs;
before(async () => {
  programs = await Programs.start();
});
after(() => programs.close());

const statuses = (answer) => [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((m) => Number(m[1]));

// In one piece, and in two: a parser keeps its place between reads.
for (const [how, pieces] of [
  ['whole', (bytes) => [bytes]],
  ['in two', (bytes) => [bytes.slice(0, bytes.length / 2), bytes.slice(bytes.length / 2)]],
]) {
  test(`each request has its one answer: ${how}`, async () => {
    const pauseMs = how === 'whole' ? 0 : 20;
    const wrong = [];
    const check = async ([what, section, bytes, expected]) => {
      const got = statuses(await raw(programs.port, pieces(bytes), { pauseMs, waitMs: 3000 }));
      if (String(got) === String(expected)) return;
      wrong.push(`${what} (RFC ${section}): ${got}, not ${expected}`);
    };
    await Promise.all(rows.map(check));
    assert.deepEqual(wrong, []);
    assert.ok(rows.length >= 120, `${rows.length} rows`);
  });
}

test('every row stands once', () => {
  assert.equal(new Set(rows.map(([what]) => what)).size, rows.length);
});
