import { sql } from 'kysely';
import type { Resolution } from '../../../shared/ledger/cells.ts';
import { editDistance, looseForm } from '../../../shared/ledger/looseText.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRows, allRowsOf, tables } from '../../store/query.ts';

/** How records of one ledger are called on sheets, and found again by what stands there. */
export interface ReferenceIndex {
  /** The title where it is the only one, else title（code）, else title（id). */
  labelOf(id: string): string;
  resolve(text: string): Resolution;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
  /** Period the record counts for; `null` where its ledger has none. */
  readonly period: string | null;
}

const mostSuggestions = 3;
const mostCandidates = 6;

/**
 * Names and codes of every live record of a ledger, read once.
 * @param period of records with the same name, the ones of this period are meant: courses are called alike every term
 */
function referenceIndex(h: ReadHandle, ledger: string, period: string | null): ReferenceIndex {
  const entries = allRows(
    h,
    tables
      .selectFrom('search_entry')
      .select(['record_id as id', 'title', 'code'])
      .where('ledger', '=', ledger)
      .where('deleted_at', 'is', null),
  );
  const periods = periodsOf(h, ledger);
  return indexEntries(
    entries.map((entry) => ({ ...entry, period: periods.get(entry.id) ?? null })),
    period,
  );
}

function periodsOf(h: ReadHandle, ledger: string): ReadonlyMap<string, string> {
  const definition = h.ledgers.get(ledger);
  if (!definition?.period) return new Map();
  const rows = allRowsOf(
    h,
    sql<{ id: string; period: string }>`SELECT "id" AS id, "period" AS period
      FROM ${sql.id(definition.table)} WHERE "period" IS NOT NULL`,
  );
  return new Map(rows.map(({ id, period }) => [id, period]));
}

function indexEntries(entries: readonly Entry[], period: string | null): ReferenceIndex {
  const byTitle = groupBy(entries, (entry) => looseForm(entry.title));
  const byCode = groupBy(entries, (entry) => looseForm(entry.code ?? ''));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  function labelOf(id: string): string {
    const entry = byId.get(id);
    if (!entry) return '';
    const form = looseForm(entry.title);
    if (form === '') return `（${id}）`;
    if ((byTitle.get(form)?.length ?? 0) <= 1 && !byCode.has(form)) return entry.title;
    const sameCode = byCode.get(looseForm(entry.code ?? ''));
    return entry.code && sameCode?.length === 1
      ? `${entry.title}（${entry.code}）`
      : `${entry.title}（${id}）`;
  }

  function resolve(text: string): Resolution {
    const form = looseForm(text);
    const titled = byTitle.get(form) ?? [];
    const coded = form === '' ? [] : (byCode.get(form) ?? []);
    const found = [...new Set([...titled, ...coded])];
    if (found.length === 1 && found[0]) return { kind: 'found', id: found[0].id };
    const current = period === null ? [] : found.filter((entry) => entry.period === period);
    if (current.length === 1 && current[0]) return { kind: 'found', id: current[0].id };
    if (found.length > 1) return ambiguous(found);
    const match = /^(.*)[(（]([^()（）]+)[)）]$/u.exec(text.trim());
    if (match) {
      const [, name = '', mark = ''] = match;
      const marked = byId.get(mark);
      if (marked && looseForm(marked.title) === looseForm(name)) return { kind: 'found', id: mark };
      const named = byTitle.get(looseForm(name)) ?? [];
      const chosen = named.filter((entry) => looseForm(entry.code ?? '') === looseForm(mark));
      if (chosen.length === 1 && chosen[0]) return { kind: 'found', id: chosen[0].id };
      if (chosen.length > 1) return ambiguous(chosen);
    }
    return { kind: 'unknown', similar: similarTo(form) };
  }

  function ambiguous(found: readonly Entry[]): Resolution {
    return { kind: 'ambiguous', labels: found.slice(0, mostCandidates).map((entry) => labelOf(entry.id)) };
  }

  function similarTo(form: string): string[] {
    const limit = Math.max(1, Math.floor([...form].length / 3));
    const near: { title: string; distance: number }[] = [];
    for (const [title, [first]] of byTitle) {
      if (!first || Math.abs(title.length - form.length) > limit) continue;
      const distance = editDistance(form, title);
      if (distance <= limit) near.push({ title: first.title, distance });
    }
    return near
      .sort((a, b) => a.distance - b.distance)
      .slice(0, mostSuggestions)
      .map(({ title }) => title);
  }

  return { labelOf, resolve };
}

export interface ReferenceIndexes {
  of(ledger: string): ReferenceIndex;
  /** The ledger has changed: it is read anew when needed. */
  forget(ledger: string): void;
}

/**
 * Indexes of all ledgers that somebody refers to, each read when it is first needed.
 * @param period what the sheet counts for, where it is known
 */
export function referenceIndexes(h: ReadHandle, period: string | null = null): ReferenceIndexes {
  const known = new Map<string, ReferenceIndex>();
  return {
    of(ledger) {
      let index = known.get(ledger);
      if (!index) known.set(ledger, (index = referenceIndex(h, ledger, period)));
      return index;
    },
    forget: (ledger) => known.delete(ledger),
  };
}

function groupBy(entries: readonly Entry[], formOf: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const form = formOf(entry);
    if (form === '') continue;
    const group = groups.get(form);
    if (group) group.push(entry);
    else groups.set(form, [entry]);
  }
  return groups;
}
