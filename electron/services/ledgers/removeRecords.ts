import { levelOf, may } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../../store/handles.ts';
import {
  firstTitles,
  getRecord,
  getRecords,
  removeRecords as markRemoved,
} from '../../store/records/records.ts';
import { referrersOf, type Referrer } from '../../store/records/referrers.ts';
import { trackedFacts } from './factTracks.ts';
import { referencesIn } from './references.ts';

/**
 * Puts records into the recycle bin, together with the facts the program keeps of them. Refused as a whole when
 * another live record refers to one of them, when a finished record is removed without a reason, or when one is the
 * school itself.
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
  if (records.some(({ id, schoolId }) => id === schoolId))
    return failure(
      'conflict',
      `本校自己的“${definition.label}”不能删除：全部资料都归在它名下。内容有误的，请打开它修改。`,
    );
  const allowed = checkLocked(definition, records, w.change.reason, account);
  if (!allowed.ok) return allowed;
  const settled = w.behaviours[definition.id]?.settled?.(
    w,
    records.map(({ values }) => values),
  );
  if (settled) return failure('conflict', settled);
  const facts = records.flatMap((record) => trackedFacts(w, definition, record.id));
  const removed = records.map(({ id }) => id);
  const leaving = new Set([...removed, ...facts.flatMap((fact) => fact.ids)]);
  const use = useByOthers(w, definition, removed, leaving, account);
  if (use !== null)
    return failure(
      'conflict',
      `${use}，不能删除。请先修改那些记录；如果是人员离开，请填写离开日期，不要删除。`,
    );
  for (const { ledger, ids: factIds } of facts) if (factIds.length > 0) markRemoved(w, ledger, factIds);
  markRemoved(w, definition, removed);
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

/**
 * Says which of these records of a ledger live records refer to, the first few by name, and how many of what refer to
 * them; `null` when none does.
 * @param leaving records that don't count because they go too
 */
export function useByOthers(
  h: ReadHandle,
  definition: AnyLedger,
  ids: readonly string[],
  leaving: ReadonlySet<string>,
  account: AccountInfo,
): string | null {
  const others = referrersOf(h, definition, ids).filter(({ id }) => !leaving.has(id));
  if (others.length === 0) return null;
  const targets = new Set(others.flatMap((other) => targetsOf(h, other)));
  const used = ids.filter((id) => targets.has(id));
  const named = [...Map.groupBy(others, (other) => labelFor(h, other.ledger, account))]
    .map(([label, list]) => `${label} ${list.length} 条`)
    .join('、');
  return `${firstTitles(h, used)}还被其他 ${others.length} 条记录用到（${named}）`;
}

function targetsOf(h: ReadHandle, { ledger, id }: Referrer): readonly string[] {
  const definition = h.ledgers.get(ledger);
  const record = definition && getRecord(h, definition, id);
  return record ? referencesIn(definition, record.values).map((place) => place.id) : [];
}

/** What an account may not read is not named to it either. */
function labelFor(h: ReadHandle, ledger: string, account: AccountInfo): string {
  const definition = h.ledgers.get(ledger);
  return definition && levelOf(account.roles, definition.area) !== 'none' ? definition.label : '其他资料';
}
