import { expect, test } from 'vitest';
import { folderCycles } from '../../../build/scripts/folderCycles.ts';

const module = (source: string, ...resolved: string[]) => ({
  source,
  dependencies: resolved.map((one) => ({ resolved: one })),
});

test('two folders that import each other are named once, with an import of either', () => {
  expect(
    folderCycles([
      module('a/x/one.ts', 'a/y/two.ts'),
      module('a/y/two.ts'),
      module('a/y/three.ts', 'a/x/four.ts'),
      module('a/x/four.ts'),
    ]),
  ).toEqual(['a/x ↔ a/y (a/x/one.ts → a/y/two.ts; a/y/three.ts → a/x/four.ts)']);
});

test('imports in one direction, within a folder, between a folder and one inside it, and of packages are none', () => {
  expect(
    folderCycles([
      module('a/x/one.ts', 'a/x/two.ts', 'a/y/three.ts', 'node_modules/kit/index.js'),
      module('a/x/two.ts', 'a/x/one.ts'),
      module('a/y/three.ts', 'a/y/inner/four.ts'),
      module('a/y/inner/four.ts', 'a/y/three.ts'),
    ]),
  ).toEqual([]);
});

test('a folder whose name begins like another is not inside it', () => {
  expect(
    folderCycles([module('a/x/one.ts', 'a/xy/two.ts'), module('a/xy/two.ts', 'a/x/one.ts')]),
  ).toHaveLength(1);
});
