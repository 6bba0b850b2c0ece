import { sql } from 'kysely';
import type { MarkedFile, PrivacyFacts } from '../../../../shared/domain/privacy/facts.ts';
import { secrecyMarkIn, secrecyMarks } from '../../../../shared/domain/privacy/secrecyMarks.ts';
import type { AttachmentRef } from '../../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../../shared/ledger/schema.ts';
import { columnNameOf } from '../../../../shared/ledger/tables.ts';
import type { AnyLedger } from '../../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRowsOf } from '../../../store/query.ts';

/** What the privacy rules look at: names of attached files that bear a secrecy mark. */
export function loadPrivacyFacts(h: ReadHandle): PrivacyFacts {
  return { markedFiles: [...h.ledgers.values()].flatMap((definition) => markedFilesOf(h, definition)) };
}

function markedFilesOf(h: ReadHandle, definition: AnyLedger): MarkedFile[] {
  const columns = Object.entries(fieldsOf(definition))
    .filter(([, field]) => field.kind === 'attachments')
    .map(([id]) => columnNameOf(id));
  return columns.flatMap((column) => {
    const marked = sql.join(
      secrecyMarks.map((mark) => sql`${sql.id(column)} LIKE ${`%${mark}%`}`),
      sql` OR `,
    );
    const rows = allRowsOf(
      h,
      sql<{ id: string; files: string }>`
        SELECT id, ${sql.id(column)} AS files FROM ${sql.id(definition.table)}
        WHERE deleted_at IS NULL AND (${marked})`,
    );
    return rows.flatMap(({ id, files }) =>
      (JSON.parse(files) as AttachmentRef[])
        .filter(({ name }) => secrecyMarkIn(name) !== undefined)
        .map(({ name }) => ({ ledger: definition.id, recordId: id, fileName: name })),
    );
  });
}
