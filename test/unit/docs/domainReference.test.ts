import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areaChecks } from '#electron/services/areaChecks.ts';

const reference = readFileSync('docs/domain.md', 'utf8');
const sections = new Set([...reference.matchAll(/^#{2,3} (\d+(?:\.\d+)?)/gm)].map(([, number]) => number));
const rules = areaChecks.flatMap((area) => area.rules);
const files = globSync('{shared,electron,renderer,test}/**/*.{ts,tsx}');

/** Sections that a file cites, such as `4.8` of "domain.md §4.8" and `0.2` of "domain.md §0.2-4". */
function cited(text: string): string[] {
  return [...text.matchAll(/domain\.md §([^;)*]*)/g)].flatMap(([, places = '']) =>
    [...`§${places}`.matchAll(/§(\d+(?:\.\d+)?)/g)].map(([, number = '']) => number),
  );
}

describe('The domain reference', () => {
  it('has every section that the code cites', () => {
    const missing = files.flatMap((file) =>
      cited(readFileSync(file, 'utf8')).flatMap((number) =>
        sections.has(number) ? [] : [`${file}: §${number}`],
      ),
    );
    expect(files.length).toBeGreaterThan(500);
    expect(missing).toEqual([]);
  });

  it.each(rules)('describes the rule $id', ({ id }) => {
    expect(reference).toContain(id);
  });

  it('and the code name no rule that there is none of', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const kinds = [...new Set([...ids].map((id) => id.slice(0, 3)))].join('|');
    const product = files.filter((file) => !file.startsWith('test/'));
    const named = ['docs/domain.md', ...product].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(new RegExp(`\\b(?:${kinds})-\\d+`, 'g'))].map(([id]) => id),
    );
    expect(named.length).toBeGreaterThan(ids.size);
    expect([...new Set(named)].filter((id) => !ids.has(id))).toEqual([]);
  });
});
