import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { call } from '../../client.ts';

const mostIds = 500;

/** Ids of the records that values refer to, by ledger. */
function referredIds(definition: AnyLedger, values: LooseValues): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  collect(fieldsOf(definition), values, found);
  return new Map([...found].map(([ledger, ids]) => [ledger, [...ids]]));
}

function collect(
  fields: Readonly<Record<string, Field>>,
  values: LooseValues,
  found: Map<string, Set<string>>,
): void {
  for (const [id, field] of Object.entries(fields)) {
    const value = values[id];
    if (field.kind === 'details') {
      for (const row of Array.isArray(value) ? (value as LooseValues[]) : [])
        collect(knownFields(field.fields), row, found);
    } else if (field.kind === 'reference' || field.kind === 'references') {
      const ids = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
      const known = found.get(field.target) ?? new Set();
      for (const each of ids) known.add(each);
      if (known.size > 0) found.set(field.target, known);
    }
  }
}

/** Titles of the records that values refer to, where they came without them (drafts, prefilled forms); `null` while reading. */
export function useReferredTitles(
  definition: AnyLedger,
  values: LooseValues | null,
): Readonly<Record<string, string>> | null {
  const wanted = useMemo(
    () => (values === null ? [] : [...referredIds(definition, values)]),
    [definition, values],
  );
  return useQueries({
    queries: wanted.map(([ledger, ids]) => ({
      queryKey: ['ledger.list', 'titles', ledger, ids],
      queryFn: () =>
        call('ledger.list', {
          query: { ledger, filters: [{ field: 'id', operator: 'anyOf', value: ids.slice(0, mostIds) }] },
          page: 0,
          pageSize: mostIds,
        }),
    })),
    combine: (answers) => {
      if (answers.some((answer) => answer.isLoading)) return null;
      const titles: Record<string, string> = {};
      for (const [index, answer] of answers.entries()) {
        const target = findLedger(wanted[index]?.[0] ?? '');
        for (const record of answer.data?.rows ?? []) {
          const title = record.values[target?.title ?? ''];
          if (typeof title === 'string') titles[record.id] = answer.data?.titles[title] ?? title;
        }
      }
      return titles;
    },
  });
}
