import { z } from 'zod';
import { exportProfiles, type ExportProfile } from '../ledger/masking.ts';
import type { RecognisedSheet } from '../ledger/recognise.ts';
import { call, needs, signedIn } from './call.ts';
import { inLedger, querySchema } from './ledgers.ts';

/** What a sheet of an imported file was taken for. */
export interface SheetRecognition extends Pick<
  RecognisedSheet,
  'headers' | 'ledger' | 'confidence' | 'mapping' | 'detail'
> {
  readonly sheet: string;
  readonly rowCount: number;
  /** Row number (from 1) of the header; 0 when none was found. */
  readonly headerRow: number;
  /** Up to three values that stand below each header, to recognise the column by. */
  readonly samples: readonly (readonly string[])[];
  /** The mapping was remembered from an earlier import of this school, or comes from our own template. */
  readonly origin: 'template' | 'remembered' | 'recognised';
}

/** A file chosen for import; `importId` names the import until it is stored or given up. */
export interface ImportSource {
  readonly importId: string;
  readonly fileName: string;
  readonly sheets: readonly SheetRecognition[];
}

/** What is wrong with a cell or a row, and what may be meant. */
export interface ImportProblem {
  readonly sheet: string;
  /** Row number as the spreadsheet shows it. */
  readonly row: number;
  /** Column letter and header word, e.g. `C 出生日期`; empty when the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly sentence: string;
  readonly suggestion: string | null;
  readonly severity: 'error' | 'warning';
}

/** What an import would do; nothing is written. */
export interface ImportPreview {
  readonly importId: string;
  readonly counts: {
    readonly new: number;
    readonly changed: number;
    readonly same: number;
    readonly problem: number;
  };
  /** At most 500; `problemTotal` is the whole number. */
  readonly problems: readonly ImportProblem[];
  readonly problemTotal: number;
  readonly sample: readonly {
    readonly status: 'new' | 'changed' | 'same' | 'problem';
    readonly row: number;
    readonly cells: readonly string[];
  }[];
  readonly sampleHeaders: readonly string[];
}

/** An import that was stored. */
export interface ImportBatch {
  readonly id: string;
  readonly at: string;
  readonly accountName: string;
  readonly fileName: string;
  readonly ledger: string;
  readonly created: number;
  readonly changed: number;
  readonly undoneAt: string | null;
}

/** A file that was written, read back and hashed; `path` is where it lies, `sha256` in hex. */
export interface ExportReceipt {
  readonly path: string;
  readonly rows: number;
  readonly sha256: string;
}

/** How much an export would let out. */
export interface ExportScope {
  readonly rows: number;
  /** Distinct people whose names the chosen columns hold. */
  readonly persons: number;
}

/** Why a file leaves and who gets it. */
export interface HandOver {
  readonly purpose: string;
  readonly recipient: string;
}

/** One line of the log of what left the program. */
export interface ExportLogLine {
  readonly at: string;
  readonly accountName: string;
  readonly what: string;
  readonly profile: ExportProfile;
  readonly purpose: string;
  readonly recipient: string;
  readonly rows: number;
  readonly path: string;
  readonly sha256: string;
}

export { exportProfiles, profileHints, profileLabels, type ExportProfile } from '../ledger/masking.ts';

/** Both stand in the export log. */
const handOver = {
  purpose: z.string().trim().min(2, '请写导出的用途（至少 2 个字）。').max(200),
  recipient: z.string().trim().min(1, '请写交给谁。').max(100),
};
/** Field ids; absent = all exportable fields. */
const columns = z.array(z.string().max(80)).max(200).optional();
const ledger = z.string().max(80);
const importId = z.uuid();
const jobId = z.uuid();

/** Files in and out: import with preview, templates, export and its log. */
export const fileCalls = {
  /** Opens the file dialog unless `path` is given (tests, drag and drop). `null` = the user closed the dialog. */
  'import.choose': call<ImportSource | null>()(
    z.object({ jobId, path: z.string().max(2000).optional(), ledger: ledger.optional() }),
    needs('import'),
  ),
  /** Text copied from a spreadsheet (tab-separated), treated as a one-sheet file. */
  'import.paste': call<ImportSource>()(
    z.object({ ledger, text: z.string().max(5_000_000) }),
    needs('import'),
  ),
  'import.preview': call<ImportPreview>()(
    z.object({
      importId,
      jobId,
      sheet: z.string().max(200),
      ledger,
      mapping: z.array(z.string().max(160).nullable()).max(500),
      /** Period for ledgers that need one and whose sheet has no such column. */
      period: z.string().max(20).nullable().default(null),
    }),
    needs('import'),
  ),
  /** Writes what was previewed, in one transaction; rows with errors are left out when `skipProblems`. */
  'import.commit': call<ImportBatch>()(
    z.object({ importId, jobId, skipProblems: z.boolean() }),
    needs('import'),
  ),
  'import.undo': call<ImportBatch>()(z.object({ batchId: z.uuid(), jobId }), needs('import')),
  'import.batches': call<readonly ImportBatch[]>()(z.object({}), needs('import')),
  /** Saves a workbook with only the problem rows and a remark column; `null` = dialog closed. */
  'import.saveProblems': call<ExportReceipt | null>()(z.object({ importId }), needs('import')),
  'import.saveTemplate': call<ExportReceipt | null>()(z.object({ ledger }), inLedger('read')),
  'import.discard': call<null>()(z.object({ importId }), signedIn),

  'export.ledger': call<ExportReceipt | null>()(
    z.object({
      query: querySchema,
      jobId,
      format: z.enum(['xlsx', 'csvUtf8', 'csvGb18030', 'pdf']),
      profile: z.enum(exportProfiles),
      ...handOver,
      columns,
      path: z.string().max(2000).optional(),
    }),
    needs('export'),
  ),
  /** Opens the print dialog with the records of a query as a table. */
  'export.print': call<{ rows: number }>()(
    z.object({ query: querySchema, jobId, profile: z.enum(exportProfiles), ...handOver, columns }),
    needs('export'),
  ),
  /** How much would leave. */
  'export.scope': call<ExportScope>()(z.object({ query: querySchema, columns }), needs('export')),
  /** What the account wrote at its last export; `null` = it has exported nothing yet. */
  'export.lastHandOver': call<HandOver | null>()(z.object({}), needs('export')),
  /** The statistics of a query as a workbook, one sheet per table; `null` = dialog closed. */
  'export.statistics': call<ExportReceipt | null>()(
    z.object({ query: querySchema, ...handOver, path: z.string().max(2000).optional() }),
    needs('export'),
  ),
  'export.log': call<readonly ExportLogLine[]>()(z.object({}), needs('seeAccessLog')),
};
