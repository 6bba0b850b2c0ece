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
import { useByOthers } from '../ledgers/removeRecords.ts';
import { againstReturn } from '../ledgers/restoreRecords.ts';
import { tryOut, type Unit } from '../school/unitOfWork.ts';
import { runImport, type ImportOutcome, type ImportTask } from './runImport.ts';

/** Problems of an undo that are told; each names its record. */
const namedProblems = 3;

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

/**
 * Takes a whole import back, in one transaction. Refused with `conflict` where a locked month stands on its records, or
 * where removing or restoring one of them by hand would be: others refer to it, or have its number meanwhile.
 */
export function undoImportJob(
  { batchId, account }: { readonly batchId: string; readonly account: AccountInfo },
  context: JobContext,
): Result<ImportBatch> {
  const progress = (done: number, total: number) => context.progress('正在撤销导入', done, total);
  progress(0, 0);
  return context.change(account)(null, (w) => {
    const steps = revisionsOfImport(w, batchId);
    const settled = steps
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
    if (settled) return failure('conflict', settled);
    const undone = undoImport(w, batchId, progress);
    if (!undone.ok) return undone;
    const against = againstUndo(w, steps, account);
    return against === null ? undone : failure('conflict', `不能撤销这次导入：${against}`);
  });
}

/**
 * What of the school stands against an undo, or `null`. It is asked for when all is taken back, so that what the import's
 * records have to do with each other counts no more.
 */
function againstUndo(
  w: WriteHandle,
  steps: ReturnType<typeof revisionsOfImport>,
  account: AccountInfo,
): string | null {
  const made = Map.groupBy(
    steps.filter(({ first }) => first === 1),
    ({ ledger }) => ledger,
  );
  for (const [ledger, records] of made) {
    const ids = records.map(({ recordId }) => recordId);
    const use = useByOthers(w, definitionIn(w, ledger), ids, new Set(), account);
    if (use !== null) return `${use}。请先修改或删除那些记录，再撤销导入。`;
  }
  const problems: string[] = [];
  for (const { ledger, recordId, first } of steps) {
    if (first === 1) continue;
    const definition = definitionIn(w, ledger);
    const record = getRecord(w, definition, recordId);
    const problem = record && againstReturn(w, definition, record);
    if (problem) problems.push(problem);
    if (problems.length === namedProblems) break;
  }
  return problems.length > 0 ? problems.join('') : null;
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
