import type { Filter } from '../../../../shared/contract/ledgers.ts';
import type { AnyLedger, LooseValues } from '../../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../../shared/ledger/schema.ts';

/**
 * What narrows the list of persons for a roll call: those still there, and those who refer to the same record (branch,
 * class …) as the record being written.
 */
export function rosterFilters(target: AnyLedger, definition: AnyLedger, values: LooseValues): Filter[] {
  const filters: Filter[] = (target.tracks ?? []).flatMap((track) =>
    track.until === undefined ? [] : [{ field: String(track.until), operator: 'isEmpty' as const }],
  );
  const narrowed = new Set<string>();
  for (const [id, field] of Object.entries(fieldsOf(definition))) {
    if (field.kind !== 'reference') continue;
    if (field.visibleWhen && !field.visibleWhen(values)) continue;
    const value = values[id];
    if (typeof value !== 'string') continue;
    for (const [personField, each] of Object.entries(fieldsOf(target))) {
      if (each.kind !== 'reference' || each.target !== field.target || narrowed.has(personField)) continue;
      narrowed.add(personField);
      filters.push({ field: personField, operator: 'is', value });
    }
  }
  return dedupe(filters);
}

/** Reference fields of the person ledger by which the clerk may narrow further (班级, 党支部 …). */
export function narrowingFields(target: AnyLedger): readonly string[] {
  return Object.entries(fieldsOf(target)).flatMap(([id, field]) =>
    field.kind === 'reference' && field.filter ? [id] : [],
  );
}

function dedupe(filters: readonly Filter[]): Filter[] {
  return [...new Map(filters.map((filter) => [filter.field, filter])).values()];
}
