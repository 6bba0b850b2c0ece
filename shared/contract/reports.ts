import { z } from 'zod';
import type { Area, PeriodKind } from '../ledger/definition.ts';
import { call, needs, signedIn } from './call.ts';
import type { FindingView } from './checks.ts';
import type { ExportReceipt } from './files.ts';

/** A report that can be made, and from what. */
export interface ReportInfo {
  /** Holds what only people named on its record may see: who complained, evidence, statements. */
  readonly locked?: true;
  /** Reads much beside its record, as the pupils of the school: a look at it takes a while too. */
  readonly wide?: true;
  readonly name: string;
  readonly label: string;
  readonly area: Area;
  readonly formats: readonly ('docx' | 'xlsx' | 'pdf')[];
  readonly scope:
    /** With `of`: about one record of that ledger (a branch) within the period; not `required` = all of them may be meant. */
    | {
        readonly kind: 'period';
        readonly periods: readonly PeriodKind[];
        readonly of?: { readonly ledger: string; readonly required: boolean };
      }
    /** Made from one record of this ledger; those with `periods` also from all records of a period. */
    | { readonly kind: 'record'; readonly ledger: string; readonly periods?: readonly PeriodKind[] };
}

/** A report as it would be printed. */
export interface ReportPreview {
  /** Complete HTML page (own CSS, no script), the same that is printed. */
  readonly html: string;
  /** Width of the paper, for showing it at the right size. */
  readonly pageWidthMm: number;
  /** Names of persons that leave with the document. */
  readonly personCount: number;
  readonly sensitiveColumns: readonly string[];
  readonly problems: readonly string[];
}

/** A place to write to. */
export interface Drive {
  readonly path: string;
  readonly label: string;
  readonly removable: boolean;
  readonly freeBytes: number;
}

/** Something that is due to the superior in a period. */
export interface SubmissionTask {
  readonly id: string;
  readonly label: string;
  readonly area: Area;
  readonly period: string;
  readonly dueOn: string | null;
  readonly ready: boolean;
  /** Open findings of severity error that stand against it. */
  readonly blocking: readonly FindingView[];
}

/** One document that a task hands over, and what leaves with it. */
export interface SubmissionDocument {
  /** Name of the report it is made by, with `recordId` or for the task's period. */
  readonly report: string;
  readonly recordId: string | null;
  /** Name as in the file: 党员名册_2026Q3. */
  readonly title: string;
  readonly formats: ReportInfo['formats'];
  readonly personCount: number;
  readonly sensitiveColumns: readonly string[];
  readonly problems: readonly string[];
  /** Why it can't be made, which stops the whole task; `null` when it can. */
  readonly refusal: string | null;
}

/** A submission that left the school, from the export log. */
export interface SubmissionLogLine {
  readonly at: string;
  readonly accountName: string;
  readonly taskId: string;
  /** As the folder says it, e.g. 2026年第3季度. */
  readonly periodWords: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly folder: string;
  readonly fileCount: number;
}

/** A submission that was written and verified. */
export interface SubmissionReceipt {
  readonly folder: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** PDF files that are not in it, and why this PC could not make them; `null` = nothing is missing. */
  readonly missing: { readonly names: readonly string[]; readonly sentence: string } | null;
  readonly verifiedAt: string;
}

/** Both stand in the export log. */
const handOver = {
  purpose: z.string().trim().min(2, '请写用途。').max(200),
  recipient: z.string().trim().min(1, '请写交给谁。').max(100),
};
const reportScope = z.object({
  name: z.string().max(80),
  period: z.string().max(20).nullable().default(null),
  recordId: z.uuid().nullable().default(null),
});

/** Reports and submissions. */
export const reportCalls = {
  'reports.catalogue': call<readonly ReportInfo[]>()(z.object({}), signedIn),
  'reports.preview': call<ReportPreview>()(reportScope, signedIn),
  /** Saves one document; asks for the place unless `path`, or a `folder` to take it under its own name, is given. `null` = dialog closed. */
  'reports.save': call<ExportReceipt | null>()(
    reportScope.extend({
      /** Names the job of a long report, so that its progress can be followed and it can be stopped. */
      jobId: z.uuid().optional(),
      format: z.enum(['docx', 'xlsx', 'pdf']),
      ...handOver,
      path: z.string().max(2000).optional(),
      folder: z.string().max(2000).optional(),
    }),
    needs('export'),
  ),
  'reports.print': call<null>()(reportScope, signedIn),
  'submission.tasks': call<readonly SubmissionTask[]>()(
    z.object({ period: z.string().max(20).optional() }),
    needs('export'),
  ),
  /** Every document of a task as it would leave now; nothing is written. */
  'submission.documents': call<readonly SubmissionDocument[]>()(
    z.object({ taskId: z.string().max(80), period: z.string().max(20) }),
    needs('export'),
  ),
  /** Earlier submissions of the tasks that the account may read, the last first. */
  'submission.handOvers': call<readonly SubmissionLogLine[]>()(z.object({}), needs('export')),
  /** Removable drives first. */
  'submission.drives': call<readonly Drive[]>()(z.object({}), needs('export')),
  'submission.chooseFolder': call<string | null>()(z.object({}), needs('export')),
  'submission.write': call<SubmissionReceipt>()(
    z.object({
      jobId: z.uuid(),
      taskId: z.string().max(80),
      period: z.string().max(20),
      target: z.string().max(2000),
      ...handOver,
    }),
    needs('export'),
  ),
};
