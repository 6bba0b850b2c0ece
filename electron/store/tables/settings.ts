import type { z } from 'zod';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { execute, firstRow, tables } from '../query.ts';

/** A setting of the school by its key; `null` when it was never set or doesn't fit the schema any more. */
export function getSetting<Value>(h: ReadHandle, key: string, schema: z.ZodType<Value>): Value | null {
  const row = firstRow(h, tables.selectFrom('setting').select('value').where('key', '=', key));
  if (!row) return null;
  const parsed = schema.safeParse(JSON.parse(row.value));
  return parsed.success ? parsed.data : null;
}

/** Keeps a value that JSON can carry. */
export function saveSetting(w: WriteHandle, key: string, value: unknown): void {
  const text = JSON.stringify(value);
  execute(
    w,
    tables
      .insertInto('setting')
      .values({ key, value: text })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text })),
  );
}
