import type { Resolve } from '../../../../shared/ledger/cells.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { tryCall } from '../../../client.ts';

/** Most different names that one paste looks up. */
const mostNames = 500;

/** Looks up the names that stand in the reference columns of a pasted block, so that reading the cells needs no waiting. */
export async function resolveNames(
  columns: readonly (readonly [string, Field])[],
  firstColumn: number,
  cells: readonly (readonly string[])[],
): Promise<{ readonly resolve: Resolve; readonly titles: ReadonlyMap<string, string> }> {
  const wanted = new Map<string, { readonly ledger: string; readonly text: string }>();
  for (const line of cells) {
    for (const [offset, cell] of line.entries()) {
      const field = columns[firstColumn + offset]?.[1];
      if (field?.kind !== 'reference' && field?.kind !== 'references') continue;
      for (const part of [cell, ...cell.split(/[、,，;；\n]+/u)]) {
        const text = part.trim();
        if (text !== '' && wanted.size < mostNames)
          wanted.set(keyOf(field.target, text), { ledger: field.target, text });
      }
    }
  }
  const titles = new Map<string, string>();
  const found = new Map<string, ReturnType<Resolve>>();
  for (const [key, { ledger, text }] of wanted) {
    const answer = await tryCall('ledger.lookup', { ledger, text: text.slice(0, 60), limit: 12 });
    const hits = answer.ok ? answer.value : [];
    const exact = hits.filter((hit) => hit.title === text || hit.code === text);
    const [only] = exact;
    if (only && exact.length === 1) {
      titles.set(only.id, only.title);
      found.set(key, { kind: 'found', id: only.id });
    } else if (exact.length > 1)
      found.set(key, { kind: 'ambiguous', labels: exact.map((hit) => `${hit.title}（${hit.code ?? ''}）`) });
    else found.set(key, { kind: 'unknown', similar: hits.slice(0, 3).map((hit) => hit.title) });
  }
  return {
    titles,
    resolve: (ledger, text) => found.get(keyOf(ledger, text.trim())) ?? { kind: 'unknown', similar: [] },
  };
}

function keyOf(ledger: string, text: string): string {
  return `${ledger} ${text}`;
}
