import type { ExportProfile } from '../../../shared/contract/files.ts';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { writeAtomically, type WrittenFile } from '../../documents/atomicWrite.ts';
import { writeCsv } from '../../documents/writeCsv.ts';
import { writeWorkbook } from '../../documents/writeWorkbook.ts';
import type { JobContext } from '../../jobs/job.ts';
import { getRecords, listIds, titlesOf } from '../../store/records/records.ts';
import { referenceIndexes } from '../imports/referenceIndex.ts';
import { csvRows, ledgerSheets, printedTable, type LedgerSheetOptions } from './ledgerSheets.ts';
import { tableHtml } from './tableHtml.ts';

export interface ExportLedgerInput {
  readonly query: LedgerQuery;
  readonly format: 'xlsx' | 'csvUtf8' | 'csvGb18030' | 'pdf';
  readonly profile: ExportProfile;
  readonly columns: readonly string[] | null;
  readonly unitName: string;
  /** Where the file goes, and its name until it is whole. */
  readonly path: string;
  readonly temporaryPath: string;
}

export interface ExportedLedger {
  readonly rows: number;
  /** `null` for pdf: the page is printed by the desktop. */
  readonly file: WrittenFile | null;
  readonly html: string | null;
}

const chunk = 500;

/**
 * Writes the records of a query to a file as an official sheet or csv, or lays them out as a page to print. All sheets are
 * of one moment, although others may save meanwhile.
 */
export function exportLedgerJob(
  input: ExportLedgerInput,
  context: JobContext,
): Promise<Result<ExportedLedger>> {
  return context.store().atOneMoment(() => exportRecords(input, context));
}

async function exportRecords(input: ExportLedgerInput, context: JobContext): Promise<Result<ExportedLedger>> {
  const h = context.store().read;
  const definition = h.ledgers.get(input.query.ledger);
  if (!definition) throw new Error(`unknown ledger: ${input.query.ledger}`);
  const ids = listIds(h, definition, input.query);
  if (!ids.ok) return ids;
  const total = ids.value.length;
  // Read anew for each sheet, so that a long list is never whole in memory.
  const records: Iterable<LedgerRecord> = {
    *[Symbol.iterator]() {
      for (let at = 0; at < total; at += chunk)
        yield* getRecords(h, definition, ids.value.slice(at, at + chunk));
    },
  };
  const indexes = referenceIndexes(h);
  const options: LedgerSheetOptions = {
    profile: input.profile,
    ...(input.columns ? { columns: input.columns } : {}),
    labelOf: (ledger, id, form) =>
      (form === 'exact' && indexes.of(ledger).labelOf(id)) || (titlesOf(h, [id])[id] ?? ''),
    ledgerOf: (id) => h.ledgers.get(id),
    unitName: input.unitName,
    today: context.clock.today(),
    period: input.query.period,
  };
  if (input.format === 'pdf') {
    const html = tableHtml({ ...printedTable(definition, records, options), ...options });
    return success({ rows: total, file: null, html });
  }
  const written = await writeAtomically(
    input.path,
    async (stream) => {
      if (input.format === 'xlsx')
        return writeWorkbook(stream, ledgerSheets(definition, records, options), (done) => {
          context.progress('正在写文件', done, total);
        });
      await writeCsv(
        stream,
        csvRows(definition, records, options),
        input.format === 'csvUtf8' ? 'utf8' : 'gb18030',
      );
      return success(null);
    },
    input.temporaryPath,
  );
  return written.ok ? success({ rows: total, file: written.value, html: null }) : written;
}
