// Runs every rule over every file of the repository.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownFiles } from './files.mjs';
import { rules } from './rules.mjs';

const files = ownFiles();

for (const rule of rules) {
  test(rule.name, () => {
    const problems = files
      .filter(({ path }) => rule.applies(path))
      .flatMap(({ path, text }) => rule.find(text, path).map((problem) => `${path}: ${problem}`));
    assert.equal(problems.length, 0, `\n${problems.slice(0, 40).join('\n')}`);
  });
}
