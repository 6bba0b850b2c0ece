import type { ParsedInputOf } from '../../../../shared/contract/index.ts';
import type { SavedHandover, SavedRollCalls } from '../../../../shared/contract/serviceDay.ts';
import { isEnrolledOn } from '../../../../shared/domain/afterSchool/enrolments.ts';
import { handoverProblems } from '../../../../shared/domain/afterSchool/handover.ts';
import {
  isPresent,
  isTold,
  rollProblems,
  type RollProblem,
} from '../../../../shared/domain/afterSchool/rollCall.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { emptyValues } from '../../../../shared/ledger/schema.ts';
import { serviceAttendance } from '../../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '../../../../shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { WriteHandle } from '../../../store/handles.ts';
import { findByKey, getRecord } from '../../../store/records/records.ts';
import { saveRecord } from '../../ledgers/saveRecord.ts';
import type { Unit } from '../../school/unitOfWork.ts';
import { applicationsOf, enrolmentsOf, loadPupils, pickUpPlan } from './enrolledPupils.ts';
import { rollPupil } from './loadSession.ts';
import type { Slot } from './sessionCards.ts';

type Sheets = ParsedInputOf<'serviceDay.saveRollCalls'>['sheets'];
type HandoverInput = ParsedInputOf<'serviceDay.saveHandover'>;

/** Saves roll calls, all or none. Errors refuse the whole; what is only incomplete is answered as warnings. */
export function saveRollCalls(w: WriteHandle, sheets: Sheets, unit: Unit): Result<SavedRollCalls> {
  const warnings: RollProblem[] = [];
  let saved = 0;
  for (const sheet of sheets) {
    const found = heldSlot(w, sheet.slotId, unit.today);
    if (!found.ok) return found;
    const slot = found.value;
    const { heldOn } = slot.values;
    const ids = sheet.rows.map(({ pupilId }) => pupilId);
    if (new Set(ids).size < ids.length)
      return failure('invalidInput', '名单里有学生出现了两次，请删去一行再保存。');
    const problems = problemsOf(w, sheet.rows, slot);
    const errors = problems.filter(({ level }) => level === 'error');
    const [first] = errors;
    if (first)
      return failure(
        'invalidInput',
        errors.length === 1 ? first.sentence : `${first.sentence}另有 ${errors.length - 1} 处要改。`,
        errors.map(({ pupilId, sentence }) => ({ path: `${slot.id}.${pupilId}`, sentence })),
      );
    warnings.push(...problems);
    const stored = findByKey(w, serviceAttendance, ['slot'], { slot: slot.id })[0];
    const rowIds = new Map(stored?.values.rows.map((row) => [row.pupil, row.id]));
    const answer = saveRecord(
      w,
      serviceAttendance,
      {
        id: stored?.id ?? unit.newId(),
        values: {
          ...emptyValues(serviceAttendance),
          ...stored?.values,
          slot: slot.id,
          heldOn,
          signedBy: sheet.signedBy ?? stored?.values.signedBy ?? null,
          rows: sheet.rows.map(({ pupilId, ...row }) => ({
            id: rowIds.get(pupilId) ?? unit.newId(),
            pupil: pupilId,
            ...row,
          })),
        },
        period: slot.period,
        state: 'finished',
        baseRevision: sheet.baseRevision,
      },
      unit,
    );
    if (!answer.ok) return answer;
    saved += 1;
  }
  return success({ saved, warnings });
}

/** What speaks against a roll call. Pupils of whom there is nothing to say, nearly all, are not read for it. */
function problemsOf(w: WriteHandle, rows: Sheets[number]['rows'], slot: Slot): readonly RollProblem[] {
  const { heldOn } = slot.values;
  const called = rows.map(({ pupilId }) => pupilId);
  const applications = applicationsOf(w, slot.period ?? '', called);
  const special = rows.filter((row) => {
    const application = applications.get(row.pupilId);
    const maySit = application !== undefined && isEnrolledOn(application, heldOn);
    return !isTold(row) || (isPresent(row.state) && !maySit);
  });
  if (special.length === 0) return [];
  const ids = special.map(({ pupilId }) => pupilId);
  const pupils = loadPupils(w, ids);
  const enrolments = enrolmentsOf(
    w,
    ids.flatMap((id) => applications.get(id) ?? []),
  );
  const roll = ids.map((id, index) => rollPupil(id, pupils.get(id), index + 1, heldOn, enrolments.get(id)));
  return rollProblems(special, roll, slot.values);
}

/** Saves the hand-over of one session. */
export function saveHandover(w: WriteHandle, input: HandoverInput, unit: Unit): Result<SavedHandover> {
  const found = heldSlot(w, input.slotId, unit.today);
  if (!found.ok) return found;
  const slot = found.value;
  const { heldOn, staffing } = slot.values;
  const ids = input.rows.map(({ pupilId }) => pupilId);
  const enrolments = enrolmentsOf(w, applicationsOf(w, slot.period ?? '', ids).values());
  const pupils = loadPupils(w, ids);
  const plans = input.rows.map(({ pupilId }) =>
    pickUpPlan(pupilId, pupils.get(pupilId), enrolments.get(pupilId)),
  );
  const problems = handoverProblems(input.rows, plans);
  const [first] = problems.filter(({ level }) => level === 'error');
  if (first) return failure('invalidInput', first.sentence);
  const stored = findByKey(w, serviceHandover, ['slot'], { slot: slot.id })[0];
  const rowIds = new Map(stored?.values.rows.map((row) => [row.pupil, row.id]));
  const onDuty = (role: string): string | null => staffing.find((row) => row.role === role)?.staff ?? null;
  const answer = saveRecord(
    w,
    serviceHandover,
    {
      id: stored?.id ?? unit.newId(),
      values: {
        ...emptyValues(serviceHandover),
        handedBy: onDuty('授课') ?? onDuty('看护'),
        leader: onDuty('值班领导') ?? leaderOfDay(w, slot),
        ...stored?.values,
        slot: slot.id,
        heldOn,
        leftAt: input.leftAt,
        rows: input.rows.map(({ pupilId, ...row }) => ({
          id: rowIds.get(pupilId) ?? unit.newId(),
          pupil: pupilId,
          ...row,
        })),
      },
      period: slot.period,
      state: 'finished',
      baseRevision: input.baseRevision,
    },
    unit,
  );
  return answer.ok ? success({ warnings: problems }) : answer;
}

/** The leader on duty stands in a session of the whole school. */
function leaderOfDay(w: WriteHandle, { values }: Slot): string | null {
  return (
    findByKey(w, serviceSlot, ['heldOn'], { heldOn: values.heldOn })
      .flatMap((other) => other.values.staffing)
      .find(({ role, staff }) => role === '值班领导' && staff !== null)?.staff ?? null
  );
}

function heldSlot(w: WriteHandle, id: string, today: string): Result<Slot> {
  const slot = getRecord(w, serviceSlot, id);
  if (!slot || slot.deletedAt !== null)
    return failure('notFound', '没有找到这一场课后服务，可能已被删除。请回到当天页面重新选择。');
  const { heldOn, cancelledReason } = slot.values;
  if ((cancelledReason ?? '') !== '')
    return failure('invalidInput', `这一场已停课（${cancelledReason ?? ''}），不用点名和交接。`);
  if (heldOn > today)
    return failure('invalidInput', `这一场在${formatChinese(heldOn)}，还没有到，不能提前登记。`);
  return success(slot);
}
