import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areas } from '#shared/ledger/definition.ts';
import { ledgers } from '#shared/ledgers/index.ts';

/** The folders that take definitions as values. */
const engine = [
  'shared/ledger',
  'electron/services/ledgers',
  'electron/services/imports',
  'electron/services/exports',
  'electron/services/checks',
  'electron/store',
  'electron/documents',
  'renderer/ledger',
];

/** Written by a version of the definitions, once and for ever. */
const migrations = 'electron/store/migrations';

const files = engine.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(migrations)),
);

test('the engine names no ledger', () => {
  expect(namesIn(new Set(ledgers.map(({ id }) => id)))).toEqual([]);
});

test('the engine names no area', () => {
  const known = new Set<string>(areas.filter((area) => !isCommonWord(area)));
  expect(namesIn(known).filter((place) => !place.startsWith('shared/ledger/definition.ts'))).toEqual([]);
});

test('the engine is looked through', () => {
  expect(files.length).toBeGreaterThan(150);
});

/** 台账 and 基础信息 are called by words that the engine needs for other things. */
function isCommonWord(area: string): boolean {
  return area === 'ledgers' || area === 'base';
}

/** Where one of `names` stands as a string, or as a key of a value unless it is a plain word (`term`). */
function namesIn(names: ReadonlySet<string>): string[] {
  return files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/'(?<text>\w+)'|^\s*(?<key>[a-z]+[A-Z]\w*): /gm)]
      .map(({ groups }) => groups?.['text'] ?? groups?.['key'] ?? '')
      .filter((word) => names.has(word))
      .map((word) => `${path}: ${word}`),
  );
}
