import { may } from '../../../shared/contract/rights.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import {
  firstTitles,
  getRecord,
  getRecords,
  restoreRevision,
  undeleteRecords,
} from '../../store/records/records.ts';
import { contentAt } from '../../store/records/revisions.ts';
import { planTracks, removedFacts, writeTracks } from './factTracks.ts';
import { lockedFieldsOf, maySeeLocked } from './lockedFields.ts';
import { checkAgainstOthers } from './recordChecks.ts';
import type { SaveContext } from './saveRecord.ts';

/**
 * Gives a record the content of an earlier revision again, and brings its facts in line. What the account may not see
 * keeps its present value. Refused when the old content no longer fits what else the school has.
 */
export function restoreToRevision(
  w: WriteHandle,
  definition: AnyLedger,
  id: string,
  number: number,
  context: SaveContext,
): Result<LedgerRecord> {
  const stored = getRecord(w, definition, id);
  const content = contentAt(w, id, number);
  if (!stored || !content) return failure('notFound', '没有找到这个版本，请刷新后再看。');
  if (stored.deletedAt !== null) return failure('notFound', '这条记录在回收站里，请先恢复记录，再恢复版本。');
  if ((stored.state === 'approved' || content.state === 'approved') && !may(context.account.roles, 'approve'))
    return failure('forbidden', '这条记录已经审定，只有负责人能恢复到以前的版本。请联系负责人。');
  const settled = w.behaviours[definition.id]?.settled?.(w, [stored.values, content.values]);
  if (settled) return failure('conflict', settled);
  const problems = checkAgainstOthers(w, definition, { id, values: content.values, period: content.period });
  const [first] = problems;
  if (first) return failure('conflict', `不能恢复到这个版本：${first.sentence}`);
  const kept = maySeeLocked(w, definition, stored, context.account) ? [] : lockedFieldsOf(definition);
  const restored = restoreRevision(w, definition, id, number, kept);
  if (!restored.ok || restored.value.state === 'draft') return restored;
  const change = { id, before: stored.values, after: restored.value.values };
  const tracks = planTracks(w, definition, change, context.today);
  if ('problem' in tracks) return failure('conflict', `不能恢复到这个版本：${tracks.problem.sentence}`);
  writeTracks(w, tracks.writes, context.schoolId);
  return restored;
}

/**
 * Takes records out of the recycle bin, with the facts that went there in the same write.
 * @returns how many records came back
 */
export function undeleteInLedger(
  w: WriteHandle,
  definition: AnyLedger,
  ids: readonly string[],
): Result<number> {
  const records = getRecords(w, definition, ids).filter((record) => record.deletedAt !== null);
  if (records.length === 0) return failure('notFound', '这些记录已经不在回收站里了，请刷新后再看。');
  const settled = w.behaviours[definition.id]?.settled?.(
    w,
    records.map(({ values }) => values),
  );
  if (settled) return failure('conflict', settled);
  for (const record of records) {
    undeleteRecords(w, definition, [record.id]);
    for (const { ledger, ids: factIds } of removedFacts(w, definition, record.id, record.deletedAt))
      undeleteRecords(w, ledger, factIds);
  }
  for (const record of records) {
    const problem = againstReturn(w, definition, record);
    if (problem !== null) return failure('conflict', problem);
  }
  return success(records.length);
}

/** What stands against a record that has come back, or has its former content again: a sentence, or `null`. */
export function againstReturn(h: ReadHandle, definition: AnyLedger, record: LedgerRecord): string | null {
  const [problem] = checkAgainstOthers(h, definition, record);
  return problem ? `${firstTitles(h, [record.id])}不能恢复：${problem.sentence}` : null;
}
