import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const report = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe finds against the page as it stands: rule and first element, one line each; empty = nothing. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(source);
  // Colours on their way from one state to the next are no state of the page.
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((a) => a.effect?.getComputedTiming().endTime !== Infinity).map((a) => a.finished.catch(() => undefined)))',
  );
  const { violations } = report.parse(
    await page.evaluate('axe.run(document, { resultTypes: ["violations"] })'),
  );
  return violations.flatMap(({ id, nodes }) => {
    // A hint belongs to what it describes, wherever it is drawn; whether it is drawn yet is a matter of time.
    const found = nodes.find(({ html }) => id !== 'region' || !html.startsWith('<div role="tooltip"'));
    return found ? [`${id}: ${found.html.slice(0, 200)}`] : [];
  });
}
