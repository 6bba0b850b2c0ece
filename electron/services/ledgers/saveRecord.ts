import { isDeepStrictEqual } from 'node:util';
import { formatPeriod, isPeriod } from '../../../shared/kernel/periods.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { FieldProblem, Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord, LooseValues, RecordState } from '../../../shared/ledger/definition.ts';
import { checkValues } from '../../../shared/ledger/schema.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { createRecord, getRecord, updateRecord } from '../../store/records/records.ts';
import { differsInFollowUpOnly } from './followUp.ts';
import { planTracks, writeTracks } from './factTracks.ts';
import { keepLocked, maySeeLocked } from './lockedFields.ts';
import { checkAgainstOthers } from './recordChecks.ts';
import type { Unit } from '../school/unitOfWork.ts';
import { checkStateChange, storedStateOf } from './workflow.ts';

export interface SaveInput {
  /** UUIDv7 of the record, new or known. */
  readonly id: string;
  readonly values: LooseValues;
  readonly period: string | null;
  readonly state: RecordState;
  /** The revision the person started from; `null` = a new record. */
  readonly baseRevision: number | null;
}

/** What a save takes of its unit of work. */
export interface SaveContext extends Omit<Unit, 'newId'> {
  /** The save is itself part of locking, unlocking or correcting a month's allowances. */
  readonly settling?: true;
}

/**
 * The one way a record is saved, by hand, by import or for the demo school: values against the definition (drafts
 * may be incomplete), period, references, duplicates, overlapping ranges, workflow; then record and effective-dated
 * facts in the caller's transaction. A refusal has written nothing. The reason of a reopening is the change's reason.
 *
 * Failures: `invalidInput` with problems per field path, `conflict` (saved in between, finished record, locked month),
 * `forbidden` (approval), `notFound`.
 */
export function saveRecord(
  w: WriteHandle,
  definition: AnyLedger,
  input: SaveInput,
  context: SaveContext,
): Result<LedgerRecord> {
  const stored = getRecord(w, definition, input.id);
  const standing = checkStanding(definition, input, stored);
  if (!standing.ok) return standing;

  const state = storedStateOf(definition, input.state);
  const draft = state === 'draft';
  const given =
    stored && !maySeeLocked(w, definition, stored, context.account)
      ? keepLocked(definition, input.values, stored.values)
      : input.values;
  const checked = checkValues(definition, given, { draft, today: context.today });
  if ('problems' in checked) return refusal(checked.problems);
  const period = checkPeriod(definition, input.period, draft);
  if (period.length > 0) return refusal(period);
  const behaviour = w.behaviours[definition.id];
  const values = behaviour?.complete?.(w, checked.values, input.period) ?? checked.values;

  const changed =
    stored === null || stored.period !== input.period || !isDeepStrictEqual(stored.values, values);
  const locked =
    changed &&
    (stored === null ||
      stored.period !== input.period ||
      !differsInFollowUpOnly(definition, stored.values, values));
  const step = checkStateChange(definition, {
    stored,
    state,
    changed: locked,
    reason: w.change.reason,
    account: context.account,
  });
  if (!step.ok) return step;
  if (stored && !changed && stored.state === state) return success(stored);

  const settled = context.settling
    ? null
    : behaviour?.settled?.(w, stored ? [stored.values, values] : [values]);
  if (settled) return failure('conflict', settled);

  const record = { id: input.id, values, period: input.period };
  const problems = [
    ...checkAgainstOthers(w, definition, record),
    ...(draft ? [] : (behaviour?.check?.(w, record) ?? [])),
  ];
  if (problems.length > 0) return refusal(problems);
  const tracks = draft
    ? { writes: [] }
    : planTracks(
        w,
        definition,
        { id: input.id, before: stored?.values ?? null, after: values },
        context.today,
      );
  if ('problem' in tracks) return refusal([tracks.problem]);

  const content = { values, period: input.period, state };
  const saved = stored
    ? updateRecord(w, definition, input.id, content, stored.revision, stored)
    : createRecord(w, definition, { id: input.id, schoolId: context.schoolId, ...content });
  if (saved.ok) writeTracks(w, tracks.writes, context.schoolId);
  return saved;
}

/** Whether there is a record to change, or none where one is to be made. */
function checkStanding(definition: AnyLedger, input: SaveInput, stored: LedgerRecord | null): Result<null> {
  if (!stored) {
    return input.baseRevision === null
      ? success(null)
      : failure('notFound', `没有找到这条${definition.label}记录，可能已被删除。请返回列表重新打开。`);
  }
  if (stored.deletedAt !== null) return failure('notFound', '这条记录已被删除，请先从回收站恢复，再修改。');
  if (input.baseRevision === null)
    return failure('conflict', '这条记录已经保存过了。请重新打开，确认内容后再保存。');
  if (input.baseRevision !== stored.revision) return failure('conflict', conflictSentence(stored));
  return success(null);
}

function conflictSentence(stored: LedgerRecord): string {
  return `在您填写期间，${stored.updatedBy}保存过这条记录。请重新打开，核对后再保存；您填写的内容已留作草稿。`;
}

function refusal(problems: readonly FieldProblem[]): Result<never> {
  const first = problems[0];
  return failure(
    'invalidInput',
    problems.length === 1 && first
      ? first.sentence
      : `有 ${problems.length} 处需要改正，请按提示修改后再保存。`,
    problems,
  );
}

/** Saves a stored record with some of its values changed, from the revision it has here unless `from` names another. */
export function saveChanges(
  w: WriteHandle,
  definition: AnyLedger,
  record: LedgerRecord,
  changes: LooseValues,
  context: SaveContext,
  from: Partial<Pick<SaveInput, 'period' | 'state' | 'baseRevision'>> = {},
): Result<LedgerRecord> {
  const { id, period, state, revision } = record;
  const values = { ...record.values, ...changes };
  return saveRecord(w, definition, { id, values, period, state, baseRevision: revision, ...from }, context);
}

/** Saves a new record, finished unless it is said to be a draft. */
export function saveNew(
  w: WriteHandle,
  definition: AnyLedger,
  { state = 'finished', ...record }: Pick<SaveInput, 'values' | 'period'> & Partial<Pick<SaveInput, 'state'>>,
  unit: Unit,
): Result<LedgerRecord> {
  return saveRecord(w, definition, { id: unit.newId(), ...record, state, baseRevision: null }, unit);
}

function checkPeriod(definition: AnyLedger, period: string | null, draft: boolean): FieldProblem[] {
  if (!definition.period)
    return period === null ? [] : [{ path: 'period', sentence: `${definition.label}不分所属期，请留空。` }];
  if (period === null) return draft ? [] : [{ path: 'period', sentence: '请选择所属期。' }];
  if (isPeriod(period, definition.period.kinds)) return [];
  return [
    {
      path: 'period',
      sentence: `“${formatPeriod(period)}”不能作为${definition.label}的所属期，请重新选择。`,
    },
  ];
}
