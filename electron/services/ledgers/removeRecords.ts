import { levelOf, may } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import { getRecords, removeRecords as markRemoved, titlesOf } from '../../store/records/records.ts';
import { referrersOf } from '../../store/records/referrers.ts';
import { trackedFacts } from './factTracks.ts';

/**
 * Puts records into the recycle bin, together with the facts the program keeps of them. Refused as a whole when
 * another live record refers to one of them, or when a finished record is removed without a reason.
 * @returns how many records were removed
 */
export function removeFromLedger(
  w: WriteHandle,
  definition: AnyLedger,
  ids: readonly string[],
  account: AccountInfo,
): Result<number> {
  const records = getRecords(w, definition, ids).filter((record) => record.deletedAt === null);
  if (records.length === 0) return failure('notFound', '这些记录已经不在列表里了，请刷新后再看。');
  const allowed = checkLocked(definition, records, w.change.reason, account);
  if (!allowed.ok) return allowed;
  const settled = w.behaviours[definition.id]?.settled?.(
    w,
    records.map(({ values }) => values),
  );
  if (settled) return failure('conflict', settled);
  const facts = records.flatMap((record) => trackedFacts(w, definition, record.id));
  const free = checkFree(w, definition, records, new Set(facts.flatMap((fact) => fact.ids)), account);
  if (!free.ok) return free;
  for (const { ledger, ids: factIds } of facts) if (factIds.length > 0) markRemoved(w, ledger, factIds);
  markRemoved(
    w,
    definition,
    records.map((record) => record.id),
  );
  return success(records.length);
}

function checkLocked(
  definition: AnyLedger,
  records: readonly LedgerRecord[],
  reason: string | undefined,
  account: AccountInfo,
): Result<null> {
  if (!definition.workflow) return success(null);
  if (records.some((record) => record.state === 'approved') && !may(account.roles, 'approve'))
    return failure('forbidden', '已审定的记录只能由负责人删除，请联系负责人。');
  if (records.some((record) => record.state !== 'draft') && !reason?.trim())
    return failure('invalidInput', '删除已完成的记录，请写明原因。', [
      { path: 'reason', sentence: '请写明删除的原因。' },
    ]);
  return success(null);
}

function checkFree(
  h: ReadHandle,
  definition: AnyLedger,
  records: readonly LedgerRecord[],
  ownFacts: ReadonlySet<string>,
  account: AccountInfo,
): Result<null> {
  const removed = new Set(records.map((record) => record.id));
  const others = referrersOf(h, definition, [...removed]).filter(
    (other) => !removed.has(other.id) && !ownFacts.has(other.id),
  );
  if (others.length === 0) return success(null);
  const first = records[0];
  const title = first ? (titlesOf(h, [first.id])[first.id] ?? '') : '';
  const what = records.length === 1 ? `“${title}”` : `所选的 ${records.length} 条记录`;
  const named = [...Map.groupBy(others, (other) => labelFor(h, other.ledger, account))]
    .map(([label, list]) => `${label} ${list.length} 条`)
    .join('、');
  return failure(
    'conflict',
    `${what}还被其他 ${others.length} 条记录用到（${named}），不能删除。请先修改那些记录；如果是人员离开，请填写离开日期，不要删除。`,
  );
}

/** What an account may not read is not named to it either. */
function labelFor(h: ReadHandle, ledger: string, account: AccountInfo): string {
  const definition = h.ledgers.get(ledger);
  return definition && levelOf(account.roles, definition.area) !== 'none' ? definition.label : '其他资料';
}
