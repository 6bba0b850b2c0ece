import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { afterSchoolRules } from '#shared/domain/rules/afterSchoolRules.ts';
import { ethicsRules } from '#shared/domain/rules/ethicsRules.ts';
import { governanceRules } from '#shared/domain/rules/governanceRules.ts';
import { memberDevelopmentRules } from '#shared/domain/rules/memberDevelopmentRules.ts';
import { partyLifeRules } from '#shared/domain/rules/partyLifeRules.ts';
import { privacyRules } from '#shared/domain/rules/privacyRules.ts';

const reference = readFileSync('docs/domain.md', 'utf8');
const sections = new Set([...reference.matchAll(/^#{2,3} (\d+(?:\.\d+)?)/gm)].map(([, number]) => number));
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

  it.each([
    ...partyLifeRules,
    ...memberDevelopmentRules,
    ...governanceRules,
    ...ethicsRules,
    ...afterSchoolRules,
    ...privacyRules,
  ])('describes the rule $id', ({ id }) => {
    expect(reference).toContain(id);
  });
});
