import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { DateRange, PeriodKind } from '../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { ReportInfo } from '../../../shared/contract/reports.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { OfficeDocument } from '../../documents/officeDocument.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecord, type RecordIn } from '../../store/records/records.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { officialSheet, type Sheet, type SheetHead } from '../../documents/officialSheet.ts';
import { periodOfScope, rangeOf, standingDay } from './reportPeriod.ts';

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

/** A paper as a report composes it: what is left out is the usual. */
export interface ComposedPaper extends Pick<Paper, 'name' | 'document' | 'sheets' | 'personCount'> {
  /** `false` where a column isn't there or is open; absent: none. */
  readonly sensitiveColumns?: readonly (string | false)[];
  /** Sentences; `false` where there is no such problem; absent: none. */
  readonly problems?: readonly (string | false)[];
  /** Absent: the rows of its sheets, or one. */
  readonly rows?: number;
}

export interface ReportSpec<Data> extends ReportInfo {
  /** Reads what the paper needs from the store, as plain data. */
  readonly gather: (h: ReadHandle, scope: ReportScope, context: ReportContext) => Result<Data>;
  /** Pure: lays the data out. */
  readonly compose: (data: Data) => ComposedPaper;
}

/** Joins gathering and composing, so that the registry needs no data types. */
export function defineReport<Data>({ gather, compose, ...info }: ReportSpec<Data>): Report {
  return {
    ...info,
    make: (h, scope, context) => {
      const gathered = gather(h, scope, context);
      if (!gathered.ok) return gathered;
      const { sensitiveColumns = [], problems = [], ...paper } = compose(gathered.value);
      return success({
        rows: paper.sheets?.reduce((sum, { rows }) => sum + [...rows].length, 0) ?? 1,
        ...paper,
        sensitiveColumns: sensitiveColumns.filter((column) => column !== false),
        problems: problems.filter((problem) => problem !== false),
      });
    },
  };
}

/** The usual forms of a paper that is signed or put up. */
const documentFormats = ['docx', 'pdf'] as const;

type RecordReportInfo = Omit<ReportInfo, 'scope' | 'formats'> & Partial<Pick<ReportInfo, 'formats'>>;

/** A report made from one record of a ledger. */
export function recordReport<D extends AnyLedger, Data>({
  ledger,
  gather,
  compose,
  formats = documentFormats,
  ...info
}: RecordReportInfo & {
  readonly ledger: D;
  readonly gather: (h: ReadHandle, record: RecordIn<D>, about: ReportAbout) => Result<Data>;
  readonly compose: (data: Data, about: ReportAbout) => ComposedPaper;
}): Report {
  return defineReport<readonly [Data, ReportAbout]>({
    ...info,
    formats,
    scope: { kind: 'record', ledger: ledger.id },
    gather: (h, scope, context) => {
      const found = recordOfScope(h, ledger, scope);
      if (!found.ok) return found;
      const about = aboutOf(h, context);
      const gathered = gather(h, found.value, about);
      return gathered.ok ? success([gathered.value, about]) : gathered;
    },
    compose: ([data, about]) => compose(data, about),
  });
}

/** What every paper says of itself: whose it is, who made it and when. */
export interface ReportAbout extends ReportContext, SheetHead {
  /** A sheet of this school, made on this day. */
  readonly sheet: <Row>(sheet: Sheet<Row>) => OutputSheet;
}

export interface PeriodAbout extends ReportAbout {
  readonly period: string;
  readonly range: DateRange;
  /** The day on which the period's figures stand: its last one, or today while it runs. */
  readonly day: PlainDate;
  /** The record that the period is narrowed to, e.g. a branch; `null` = all. */
  readonly recordId: string | null;
}

type PeriodReportInfo = RecordReportInfo & {
  readonly periods: readonly PeriodKind[];
  readonly of?: { readonly ledger: string; readonly required: boolean };
};

/** A report about a period, of the whole school or of one record within it. */
export function periodReport<Data>({
  gather,
  compose,
  periods,
  of,
  formats = documentFormats,
  ...info
}: PeriodReportInfo & {
  readonly gather: (h: ReadHandle, about: PeriodAbout) => Result<Data>;
  /** The file is named after report and period unless a name is given. */
  readonly compose: (
    data: Data,
    about: PeriodAbout,
  ) => Omit<ComposedPaper, 'name'> & { readonly name?: string };
}): Report {
  return defineReport<readonly [Data, PeriodAbout]>({
    ...info,
    formats,
    scope: { kind: 'period', periods, ...(of && { of }) },
    gather: (h, scope, context) => {
      const found = periodOfScope(scope, periods);
      if (!found.ok) return found;
      const period = found.value;
      const range = rangeOf(h, period);
      const about: PeriodAbout = {
        ...aboutOf(h, context),
        period,
        range,
        day: standingDay(range, context.today),
        recordId: scope.recordId,
      };
      const gathered = gather(h, about);
      return gathered.ok ? success([gathered.value, about]) : gathered;
    },
    compose: ([data, about]) => ({ name: `${info.label}_${about.period}`, ...compose(data, about) }),
  });
}

/** A report about a period as a workbook, whose sheets come from `about.sheet`. */
export const sheetReport: typeof periodReport = (spec) => periodReport({ formats: ['xlsx', 'pdf'], ...spec });

/** How many different persons are named. */
export function countPersons(namesOrIds: readonly (string | null | undefined)[]): number {
  return new Set(namesOrIds.filter((each) => each !== null && each !== undefined && each !== '')).size;
}

function aboutOf(h: ReadHandle, context: ReportContext): ReportAbout {
  const head = { ...context, schoolName: schoolOf(h).values.name };
  return { ...head, sheet: (sheet) => officialSheet(head, sheet) };
}

/** The record a report is made from. */
export function recordOfScope<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  scope: Pick<ReportScope, 'recordId'>,
): Result<RecordIn<D>> {
  const record = scope.recordId === null ? undefined : getRecord(h, definition, scope.recordId);
  if (!record || record.deletedAt !== null)
    return failure(
      'notFound',
      `没有找到这条“${definition.label}”记录，可能已被删除。请回到列表重新选择，或到回收站恢复。`,
    );
  return success(record);
}
