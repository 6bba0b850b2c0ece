import type { GroupWeek, SessionDesk } from '../../../../shared/contract/serviceDay.ts';
import { asEnrolled } from '../../../../shared/domain/afterSchool/handover.ts';
import {
  enrolmentDoubt,
  isPresent,
  presentRow,
  type RollPupil,
} from '../../../../shared/domain/afterSchool/rollCall.ts';
import { pinyinSortKey } from '../../../../shared/kernel/searchText.ts';
import { addDays, mondayOf, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecord } from '../../../store/records/records.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { handoverRow } from '../handoverRow.ts';
import { rollCallRow } from '../rollCallRow.ts';
import { slotFact } from '../slotFact.ts';
import {
  loadEnrolments,
  loadPupils,
  pickUpPlan,
  type Enrolment,
  type Enrolments,
  type Pupil,
} from './enrolledPupils.ts';
import { loadEvidence, sessionCards, type SessionEvidence, type Slot } from './sessionCards.ts';

const noSession = failure('notFound', '没有找到这一场课后服务，可能已被删除。请回到当天页面重新选择。');

/** Roll call and hand-over of one session. */
export function loadSession(h: ReadHandle, slotId: string): Result<SessionDesk> {
  const slot = getRecord(h, serviceSlot, slotId);
  if (!slot || slot.deletedAt !== null || slot.period === null) return noSession;
  const { heldOn } = slot.values;
  const evidence = loadEvidence(h, { from: heldOn, to: heldOn });
  const [desk] = desksOf(h, [slot], evidence, slot.period);
  return desk ? success(desk) : noSession;
}

/** All sessions of a group in the week that holds a day, called off ones too. */
export function loadGroupWeek(h: ReadHandle, courseId: string, on: PlainDate): Result<GroupWeek> {
  const course = getRecord(h, serviceCourse, courseId);
  if (!course || course.deletedAt !== null)
    return failure('notFound', '没有找到这个班组，可能已被删除。请重新选择。');
  const monday = mondayOf(on);
  const evidence = loadEvidence(h, { from: monday, to: addDays(monday, 6) });
  const slots = evidence.slots.filter(({ values }) => values.course === courseId);
  const period = slots[0]?.period ?? null;
  return success({
    course: course.values.name,
    desks: period === null ? [] : desksOf(h, slots, evidence, period),
  });
}

function desksOf(
  h: ReadHandle,
  slots: readonly Slot[],
  evidence: SessionEvidence,
  period: string,
): readonly SessionDesk[] {
  const first = slots[0];
  if (!first) return [];
  const enrolments = loadEnrolments(h, period, schoolCalendar(h, first.values.heldOn));
  const ids = new Map(
    slots.map((slot) => {
      const called = evidence.rollCalls.get(slot.id);
      return [
        slot.id,
        called ? called.values.rows.map(({ pupil }) => pupil) : enrolments.dueAt(slotFact(slot)),
      ];
    }),
  );
  const pupils = loadPupils(h, [...ids.values()].flat());
  const cards = sessionCards(h, { ...evidence, slots }, enrolments);
  return slots.flatMap((slot, index) => {
    const session = cards[index];
    if (!session) return [];
    const roll = rollOf(ids.get(slot.id) ?? [], slot.values.heldOn, pupils, enrolments);
    const called = evidence.rollCalls.get(slot.id);
    const stored = new Map(called?.values.rows.map((row) => [row.pupil, rollCallRow(row)]));
    const rows = roll.map(({ pupilId }) => stored.get(pupilId) ?? presentRow(pupilId));
    const plans = roll.map(({ pupilId }) => pickUpPlan(pupilId, pupils.get(pupilId), enrolments.of(pupilId)));
    const handed = evidence.handovers.get(slot.id);
    const leaving = new Map(handed?.values.rows.map((row) => [row.pupil, handoverRow(row)]));
    const staying = new Set(
      rows.filter(({ state }) => isPresent(state) && state !== '早退').map(({ pupilId }) => pupilId),
    );
    const leftAt = handed?.values.leftAt ?? slot.values.endsAt;
    return {
      session,
      period,
      pupils: roll,
      rollCall: {
        rows,
        signedBy:
          called?.values.signedBy ?? slot.values.staffing.find(({ role }) => role === '授课')?.staff ?? null,
        revision: called?.revision ?? null,
      },
      plans,
      handover: {
        rows: called
          ? plans
              .filter(({ pupilId }) => staying.has(pupilId))
              .map((plan) => leaving.get(plan.pupilId) ?? asEnrolled(plan, leftAt))
          : [],
        leftAt,
        revision: handed?.revision ?? null,
      },
    };
  });
}

/** By class and name, as rolls are read. */
function rollOf(
  ids: readonly string[],
  heldOn: PlainDate,
  pupils: ReadonlyMap<string, Pupil>,
  enrolments: Enrolments,
): readonly RollPupil[] {
  return ids
    .map((pupilId) => ({ pupilId, own: pupils.get(pupilId) }))
    .toSorted((a, b) =>
      pinyinSortKey(a.own?.values.name ?? '').localeCompare(pinyinSortKey(b.own?.values.name ?? '')),
    )
    .map(({ pupilId, own }, index) => rollPupil(pupilId, own, index + 1, heldOn, enrolments.of(pupilId)));
}

/** One pupil of a roll, with what speaks against taking part (ASC-08). */
export function rollPupil(
  pupilId: string,
  own: Pupil | undefined,
  number: number,
  heldOn: PlainDate,
  enrolment: Enrolment | undefined,
): RollPupil {
  const plan = pickUpPlan(pupilId, own, enrolment);
  return {
    pupilId,
    name: plan.name,
    number,
    pickUp: enrolment ? plan.way : null,
    permittedReceivers: plan.permittedReceivers,
    doubt: enrolmentDoubt(plan.name, enrolment?.values ?? null, heldOn),
  };
}
