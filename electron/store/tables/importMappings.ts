import { z } from 'zod';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { execute, firstRow, tables } from '../query.ts';

const mappingSchema = z.array(z.string().nullable());

/** The mapping confirmed last time for sheets with these headers: field id per header, `null` = not imported. */
export function getMapping(
  h: ReadHandle,
  ledger: string,
  fingerprint: string,
): readonly (string | null)[] | null {
  const query = tables
    .selectFrom('import_mapping')
    .select('mapping')
    .where('ledger', '=', ledger)
    .where('fingerprint', '=', fingerprint);
  const row = firstRow(h, query);
  return row ? mappingSchema.parse(JSON.parse(row.mapping)) : null;
}

export interface RememberedMapping {
  readonly ledger: string;
  readonly fingerprint: string;
  readonly mapping: readonly (string | null)[];
}

/** Remembers a confirmed mapping under the fingerprint of the sheet's headers. */
export function saveMapping(w: WriteHandle, { ledger, fingerprint, mapping }: RememberedMapping): void {
  const content = { mapping: JSON.stringify(mapping), saved_at: w.change.at };
  execute(
    w,
    tables
      .insertInto('import_mapping')
      .values({ ledger, fingerprint, ...content })
      .onConflict((conflict) => conflict.columns(['ledger', 'fingerprint']).doUpdateSet(content)),
  );
}
