// The emitted JSON Schemas are complete in themselves and say the same as the TypeScript types.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const schemas = readdirSync(new URL('docs/schema/', root)).map((name) =>
  JSON.parse(readFileSync(new URL(`docs/schema/${name}`, root), 'utf8')),
);
const typescript = readFileSync(new URL('web/src/generated/wire.ts', root), 'utf8');

function* nodes(value) {
  if (value === null || typeof value !== 'object') return;
  yield value;
  for (const part of Object.values(value)) yield* nodes(part);
}

function objectTypes(schema) {
  return [schema, ...Object.values(schema.$defs ?? {})].filter((type) => type.properties);
}

function interfaceMembers(name) {
  const body = new RegExp(`^export interface ${name} \\{\n([^}]*)^\\}`, 'm').exec(typescript)?.[1];
  assert.ok(body, `no interface ${name}`);
  return [...body.matchAll(/^ {2}readonly (\w+)(\??):/gm)].map(([, member, mark]) => ({
    name: member,
    required: mark === '',
  }));
}

test('there is a schema for each document', () => {
  assert.ok(schemas.length >= 12);
});

test('every reference points at a definition', () => {
  for (const schema of schemas) {
    for (const { $ref } of nodes(schema)) {
      if (typeof $ref !== 'string') continue;
      assert.ok(schema.$defs?.[$ref.replace('#/$defs/', '')], `${schema.$id}: ${$ref}`);
    }
  }
});

test('every text, number and list is bounded', () => {
  for (const schema of schemas) {
    for (const node of nodes(schema)) {
      if (node.type === 'string') assert.ok('maxLength' in node || 'pattern' in node, schema.$id);
      if (node.type === 'integer') assert.ok('minimum' in node && 'maximum' in node, schema.$id);
      if (node.type === 'array') assert.ok('maxItems' in node, schema.$id);
    }
  }
});

test('the interfaces have the members of the schemas, in their order', () => {
  for (const type of schemas.flatMap(objectTypes)) {
    const members = Object.keys(type.properties).map((name) => ({
      name,
      required: type.required.includes(name),
    }));
    assert.deepEqual(interfaceMembers(type.title), members, type.title);
  }
});
