import type { ImportBatch } from '../../../shared/contract/files.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { headerFingerprint } from '../../../shared/ledger/recognise.ts';
import type { JobContext } from '../../jobs/job.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { addImportBatch, undoImport } from '../../store/tables/importBatches.ts';
import { getRecord } from '../../store/records/records.ts';
import { contentAt, revisionsOfImport } from '../../store/records/revisions.ts';
import { saveMapping } from '../../store/tables/importMappings.ts';
import { tryOut, type Unit } from '../school/unitOfWork.ts';
import { runImport, type ImportOutcome, type ImportTask } from './runImport.ts';

export interface ImportJobInput {
  readonly ledger: string;
  readonly task: ImportTask;
  readonly account: AccountInfo;
}

export interface CommitJobInput extends ImportJobInput {
  readonly batchId: string;
  readonly fileName: string;
  readonly skipProblems: boolean;
}

/** What an import would do: it runs without writing, and others can save meanwhile. */
export function previewImportJob(input: ImportJobInput, context: JobContext): Result<ImportOutcome> {
  return tryOut(context.store(), context.clock, input.account, (w, unit) =>
    success(run(w, unit, input, context, '正在核对')),
  );
}

/** Writes an import in one transaction. Refused with `invalidInput` when rows have errors and may not be skipped. */
export function commitImportJob(input: CommitJobInput, context: JobContext): Result<ImportBatch> {
  const work = (w: WriteHandle, unit: Unit): Result<ImportBatch> => {
    const { counts } = run(w, unit, input, context, '正在写入');
    if (counts.problem > 0 && !input.skipProblems)
      return failure(
        'invalidInput',
        `有 ${counts.problem} 行存在问题，没有导入任何内容。请先改正，或选择跳过有问题的行。`,
      );
    const { headers, mapping } = input.task.main.layout;
    saveMapping(w, { ledger: input.ledger, fingerprint: headerFingerprint(headers), mapping });
    return success(
      addImportBatch(w, {
        id: input.batchId,
        fileName: input.fileName,
        ledger: input.ledger,
        created: counts.new,
        changed: counts.changed,
      }),
    );
  };
  return context.change(input.account)(null, work, { importId: input.batchId });
}

/** Takes a whole import back, in one transaction; refused with `conflict` where a locked month stands on its records. */
export function undoImportJob(
  { batchId, account }: { readonly batchId: string; readonly account: AccountInfo },
  context: JobContext,
): Result<ImportBatch> {
  const progress = (done: number, total: number) => context.progress('正在撤销导入', done, total);
  progress(0, 0);
  return context.change(account)(null, (w) => {
    const settled = revisionsOfImport(w, batchId)
      .map(({ ledger, recordId, first }) => {
        const definition = definitionIn(w, ledger);
        const present = getRecord(w, definition, recordId);
        const before = first === 1 ? null : contentAt(w, recordId, first - 1);
        return w.behaviours[ledger]?.settled?.(
          w,
          [present, before].flatMap((version) => (version ? [version.values] : [])),
        );
      })
      .find((problem) => problem);
    return settled ? failure('conflict', settled) : undoImport(w, batchId, progress);
  });
}

function run(
  w: WriteHandle,
  unit: Unit,
  { ledger, task }: ImportJobInput,
  context: JobContext,
  phrase: string,
): ImportOutcome {
  return runImport(w, definitionIn(w, ledger), task, unit, (done, total) => {
    context.progress(phrase, done, total);
  });
}

function definitionIn(w: WriteHandle, ledger: string): AnyLedger {
  const definition = w.ledgers.get(ledger);
  if (!definition) throw new Error(`unknown ledger: ${ledger}`);
  return definition;
}
