import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { ReportInfo } from '../../../shared/contract/reports.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { OfficeDocument } from '../../documents/officeDocument.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecord, type RecordIn } from '../../store/records/records.ts';

export interface ReportScope {
  /** `2026`, `2026Q4`, `2026-10`, `2026-2027`, `2026-2027-1`. */
  readonly period: string | null;
  /** The record it is made from; beside a period, the one it is narrowed to. */
  readonly recordId: string | null;
}

export interface ReportContext {
  readonly today: PlainDate;
  /** Printed as 填报人 or 制表人. */
  readonly accountName: string;
  /** Told by long reports how far they are: a Chinese phrase, done, and of how many (0 = unknown). */
  readonly progress?: (phrase: string, done: number, total: number) => void;
}

/** A filled report, before it becomes a file. */
export interface Paper {
  /** Middle part of the file name: 支部党员大会会议记录_第一党支部. */
  readonly name: string;
  readonly document?: OfficeDocument;
  readonly sheets?: readonly OutputSheet[];
  /** Distinct persons whose names leave with it. */
  readonly personCount: number;
  /** Labels of columns that are not open. */
  readonly sensitiveColumns: readonly string[];
  /** What is missing or doubtful, one Chinese sentence each; it may leave all the same. */
  readonly problems: readonly string[];
  /** Data rows, for the export log. */
  readonly rows: number;
}

export interface Report extends ReportInfo {
  /** Failures: `invalidInput` (wrong scope), `notFound` (no such record). Nothing is written. */
  readonly make: (h: ReadHandle, scope: ReportScope, context: ReportContext) => Result<Paper>;
}

export interface ReportSpec<Data> extends ReportInfo {
  /** Reads what the paper needs from the store, as plain data. */
  readonly gather: (h: ReadHandle, scope: ReportScope, context: ReportContext) => Result<Data>;
  /** Pure: lays the data out. */
  readonly compose: (data: Data) => Paper;
}

/** Joins gathering and composing, so that the registry needs no data types. */
export function defineReport<Data>({ gather, compose, ...info }: ReportSpec<Data>): Report {
  return {
    ...info,
    make: (h, scope, context) => {
      const gathered = gather(h, scope, context);
      return gathered.ok ? success(compose(gathered.value)) : gathered;
    },
  };
}

/** The record a report is made from. */
export function recordOfScope<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  scope: ReportScope,
): Result<RecordIn<D>> {
  const record = scope.recordId === null ? undefined : getRecord(h, definition, scope.recordId);
  if (!record || record.deletedAt !== null)
    return failure(
      'notFound',
      `没有找到这条“${definition.label}”记录，可能已被删除。请回到列表重新选择，或到回收站恢复。`,
    );
  return success(record);
}
