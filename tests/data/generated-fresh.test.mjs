// A generated file that differs from what its generator writes was edited by hand or forgotten.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import * as artwork from '../../tools/generate/artwork.mjs';
import * as cardBrands from '../../tools/generate/card-brands.mjs';
import * as cashRounding from '../../tools/generate/cash-rounding.mjs';
import { shippedCarts, sourceCarts } from '../../tools/generate/carts-sample.mjs';
import * as demoStore from '../../tools/generate/demo-store.mjs';
import { LOCALES } from '../../tools/generate/locale-packs.mjs';
import * as messagePacks from '../../tools/generate/message-packs.mjs';
import { hasSourceData, ROOT } from '../../tools/generate/store/document.mjs';
import * as taxRates from '../../tools/generate/tax-rates.mjs';
import * as wholesaleStore from '../../tools/generate/wholesale-store.mjs';

const skip = hasSourceData() ? false : 'no ../shared/data beside the repository';

function assertFresh(files, generator) {
  for (const [file, expected] of Object.entries(files)) {
    const target = path.join(ROOT, file);
    assert.ok(existsSync(target), `${file} is missing: run node tools/generate/${generator}`);
    // No assert.equal: its difference of half a megabyte helps nobody.
    assert.ok(
      readFileSync(target, 'utf8') === expected,
      `${file} is stale: run node tools/generate/${generator}`,
    );
  }
}

test('demo shops are as their generator writes them', { skip }, () => {
  assertFresh(demoStore.generate(), 'demo-store.mjs');
});

test('the wholesale shop is as its generator writes it', { skip }, () => {
  assertFresh(wholesaleStore.generate(), 'wholesale-store.mjs');
});

test('the table of cash rounding is as its generator writes it', { skip }, () => {
  const table = 'core/data/cash_rounding.inc';
  assertFresh({ [table]: cashRounding.generate()[table] }, 'cash-rounding.mjs');
});

test('the table of card brands is as its generator writes it', { skip }, () => {
  assertFresh(cardBrands.generate(), 'card-brands.mjs');
});

test('the table of tax rates is as its generator writes it', { skip }, () => {
  assertFresh(taxRates.generate(), 'tax-rates.mjs');
});

test('the packed carts hold the text of their source', { skip }, () => {
  assert.ok(shippedCarts() === sourceCarts(), 'run node tools/generate/carts-sample.mjs');
});

test('pictures are as their generator draws them, and none is left over', () => {
  const drawn = artwork.generate();
  assertFresh(drawn, 'artwork.mjs');
  const kept = readdirSync(path.join(ROOT, artwork.ART_FOLDER)).filter((name) =>
    name.endsWith('.svg'),
  );
  assert.deepEqual(
    kept.filter((name) => !drawn[`${artwork.ART_FOLDER}/${name}`]),
    [],
  );
});

// Names of the packs KIND-XX.txt, without the end.
const packsOf = (kind) =>
  readdirSync(path.join(ROOT, 'core/data/packs'))
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => path.parse(name).name)
    .sort();

test('packs of messages and labels are as their lists say, and none is left over', () => {
  const packs = messagePacks.generate();
  assertFresh(packs, 'message-packs.mjs');
  const written = Object.keys(packs).map((file) => path.parse(file).name);
  assert.deepEqual(packsOf('messages'), written.sort());
});

// What they say is compared with ICU in tests/fields/locale_test.cpp: CLDR does not ship with us.
test('each locale has its pack, none is left over, and its language has messages', () => {
  assert.deepEqual(packsOf('locale'), LOCALES.map((locale) => `locale-${locale}`).sort());
  const dates = packsOf('locale').map((pack) => {
    const text = readFileSync(path.join(ROOT, `core/data/packs/${pack}.txt`), 'utf8');
    const [, name, version, date] = text.slice(0, text.indexOf('\n')).split(' ');
    assert.equal(`${name} ${version}`, `${pack} 1`);
    return date;
  });
  assert.equal(new Set(dates).size, 1, 'packs of one run of locale-packs.mjs');
  const languages = new Set(LOCALES.map((locale) => `messages-${locale.split('-')[0]}`));
  assert.deepEqual(packsOf('messages'), [...languages].sort());
});
