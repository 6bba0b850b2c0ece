import { may } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord, RecordState } from '../../../shared/ledger/definition.ts';

export interface StateChange {
  readonly stored: Pick<LedgerRecord, 'state'> | null;
  readonly state: RecordState;
  /** Whether values or period differ from what is stored in more than what is filled in later (`followUp`). */
  readonly changed: boolean;
  readonly reason: string | undefined;
  readonly account: AccountInfo;
}

/** The state that is stored: ledgers without a workflow know only `finished`, which stays editable there. */
export function storedStateOf(definition: AnyLedger, state: RecordState): RecordState {
  return definition.workflow ? state : 'finished';
}

/**
 * Whether a save may take this step (draft → finished → approved). A finished record is locked: reopening it as a draft,
 * or correcting it in one step, needs a reason. Approving, and touching what is approved, needs the capability `approve`.
 */
export function checkStateChange(definition: AnyLedger, change: StateChange): Result<null> {
  const { stored, state, changed, reason, account } = change;
  if (!definition.workflow) return success(null);
  const wasApproved = stored?.state === 'approved';
  const steps = stored?.state !== state;
  if ((wasApproved && (changed || steps)) || (state === 'approved' && steps)) {
    if (!may(account.roles, 'approve'))
      return failure(
        'forbidden',
        wasApproved
          ? '这条记录已经审定，只有负责人能重新打开。请联系负责人。'
          : '审定由负责人进行。请先保存为“已完成”，再请负责人审定。',
      );
  }
  const wasFinished = stored !== null && stored.state !== 'draft';
  const approves = state === 'approved' && !wasApproved;
  if (wasFinished && (changed || (steps && !approves)) && !reason?.trim())
    return failure('invalidInput', '这条记录已经完成并锁定。要重新打开或更正，请写明原因。', [
      { path: 'reason', sentence: '请写明重新打开或更正的原因。' },
    ]);
  return success(null);
}
