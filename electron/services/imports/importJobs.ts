import type { ImportBatch } from '../../../shared/contract/files.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { headerFingerprint } from '../../../shared/ledger/recognise.ts';
import type { JobContext } from '../../jobs/job.ts';
import type { Change, WriteHandle } from '../../store/handles.ts';
import { addImportBatch, undoImport } from '../../store/tables/importBatches.ts';
import { getRecord } from '../../store/records/records.ts';
import { contentAt, revisionsOfImport } from '../../store/records/revisions.ts';
import { saveMapping } from '../../store/tables/importMappings.ts';
import type { Store } from '../../store/store.ts';
import { schoolOf } from '../school/schoolOf.ts';
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

/** What an import would do: runs it and takes everything back. */
export function previewImportJob(input: ImportJobInput, context: JobContext): Result<ImportOutcome> {
  const store = context.store();
  let outcome: ImportOutcome | undefined;
  store.write({ ...changeOf(input.account, context), trial: true }, (w) => {
    outcome = run(w, input, context, '正在核对');
    // A refused result is what makes the store take the transaction back.
    return failure('cancelled', '这只是预览。');
  });
  return outcome ? success(outcome) : failure('unavailable', '没有得到预览结果，请再试一次。');
}

/** Writes an import in one transaction. Refused with `invalidInput` when rows have errors and may not be skipped. */
export function commitImportJob(input: CommitJobInput, context: JobContext): Result<ImportBatch> {
  const change = { ...changeOf(input.account, context), importId: input.batchId };
  return context.store().write(change, (w): Result<ImportBatch> => {
    const { counts } = run(w, input, context, '正在写入');
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
  });
}

/** Takes a whole import back, in one transaction; refused with `conflict` where a locked month stands on its records. */
export function undoImportJob(
  { batchId, account }: { readonly batchId: string; readonly account: AccountInfo },
  context: JobContext,
): Result<ImportBatch> {
  context.progress('正在撤销导入', 0, 0);
  return context.store().write(changeOf(account, context), (w) => {
    const settled = revisionsOfImport(w, batchId)
      .map(({ ledger, recordId, first }) => {
        const definition = definitionIn(context.store(), ledger);
        const present = getRecord(w, definition, recordId);
        const before = first === 1 ? null : contentAt(w, recordId, first - 1);
        return w.behaviours[ledger]?.settled?.(
          w,
          [present, before].flatMap((version) => (version ? [version.values] : [])),
        );
      })
      .find((problem) => problem);
    return settled ? failure('conflict', settled) : undoImport(w, batchId);
  });
}

function run(w: WriteHandle, input: ImportJobInput, context: JobContext, phrase: string): ImportOutcome {
  const definition = definitionIn(context.store(), input.ledger);
  return runImport(w, definition, input.task, {
    today: context.clock.today(),
    now: Date.parse(context.clock.now()),
    schoolId: schoolOf(w).id,
    account: input.account,
    progress: (done, total) => {
      context.progress(phrase, done, total);
    },
  });
}

function definitionIn(store: Store, ledger: string): AnyLedger {
  const definition = store.read.ledgers.get(ledger);
  if (!definition) throw new Error(`unknown ledger: ${ledger}`);
  return definition;
}

function changeOf(account: AccountInfo, context: JobContext): Change {
  return { accountId: account.id, accountName: account.name, at: context.clock.now() };
}
