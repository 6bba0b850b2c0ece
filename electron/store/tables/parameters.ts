import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

/** A value that a county or school has set for a rule, in force from a day on. */
export interface ParameterVersion {
  readonly id: string;
  readonly validFrom: string;
  readonly value: unknown;
  readonly reason: string;
  readonly savedAt: string;
  readonly savedBy: string;
}

/** Every set value, by parameter and day; the shipped defaults are not among them. */
export function listParameters(h: ReadHandle): readonly ParameterVersion[] {
  return allRows(h, tables.selectFrom('parameter').selectAll().orderBy('id').orderBy('valid_from')).map(
    (row) => ({
      id: row.id,
      validFrom: row.valid_from,
      value: JSON.parse(row.value) as unknown,
      reason: row.reason,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
    }),
  );
}

/** Sets a value from a day on; another value for the same day is replaced. */
export function saveParameter(
  w: WriteHandle,
  parameter: Pick<ParameterVersion, 'id' | 'validFrom' | 'value' | 'reason'>,
): void {
  const content = {
    value: JSON.stringify(parameter.value),
    reason: parameter.reason,
    saved_at: w.change.at,
    saved_by: w.change.accountName,
  };
  execute(
    w,
    tables
      .insertInto('parameter')
      .values({ id: parameter.id, valid_from: parameter.validFrom, ...content })
      .onConflict((conflict) => conflict.columns(['id', 'valid_from']).doUpdateSet(content)),
  );
}
