// Pictures: one for each product and look, small, safe under a strict Content-Security-Policy.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

import { ROOT } from '../../tools/generate/store/document.mjs';
import { DEMO, DEMO_EU, variantsOf } from './shops.mjs';

const PUBLIC = path.join(ROOT, 'demo/public');
const MAX_BYTES = 3 * 1024;
const pictures = readdirSync(path.join(PUBLIC, 'art')).filter((name) => name.endsWith('.svg'));

test('every product has a picture that exists', () => {
  for (const { product } of [DEMO, DEMO_EU].flatMap(variantsOf)) {
    assert.ok(existsSync(path.join(PUBLIC, product.image)), product.image);
  }
});

test('a variant of another colour or medium has the picture its value names', () => {
  const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  for (const { product, variant } of variantsOf(DEMO)) {
    const [option] = product.options;
    const name =
      option?.name === 'Color' || option?.name === 'Medium'
        ? `${product.id}-${slug(variant.options[0])}.svg`
        : `${product.id}.svg`;
    assert.ok(pictures.includes(name), name);
    if (variant === product.variants[0]) assert.equal(product.image, `art/${name}`);
  }
});

test('no picture is above 3 KB, and all have the same shape', () => {
  for (const name of pictures) {
    const svg = readFileSync(path.join(PUBLIC, 'art', name), 'utf8');
    assert.ok(Buffer.byteLength(svg) <= MAX_BYTES, `${name}: ${Buffer.byteLength(svg)} bytes`);
    assert.match(svg, /^<svg [^>]*viewBox="0 0 400 400" width="400" height="400">/, name);
    assert.doesNotMatch(svg, /NaN|undefined|\[object/, name);
  }
});

test('pictures hold no script, style or foreign address', () => {
  const all = [
    ...pictures.map((name) => `art/${name}`),
    'logo.svg',
    'logo-dark.svg',
    'favicon.svg',
  ];
  for (const name of all) {
    const svg = readFileSync(path.join(PUBLIC, name), 'utf8').replace(
      'xmlns="http://www.w3.org/2000/svg"',
      '',
    );
    assert.doesNotMatch(svg, /<script|<style|style=|\bon\w+=|https?:|data:/, name);
    for (const [, id] of svg.matchAll(/(?:url\(|href=")#(\w+)/g)) {
      assert.ok(svg.includes(`id="${id}"`), `${name}: nothing is called ${id}`);
    }
  }
});
