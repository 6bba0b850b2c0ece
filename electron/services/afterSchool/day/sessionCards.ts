import type { SessionCard } from '../../../../shared/contract/serviceDay.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { serviceAttendance } from '../../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '../../../../shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { titlesOf, type RecordIn } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { slotFact } from '../slotFact.ts';
import type { Enrolments } from './enrolledPupils.ts';

export type Slot = RecordIn<typeof serviceSlot>;
export type RollCallRecord = RecordIn<typeof serviceAttendance>;
export type HandoverRecord = RecordIn<typeof serviceHandover>;

/** Sessions of some days with their evidence, by session. */
export interface SessionEvidence {
  readonly slots: readonly Slot[];
  readonly rollCalls: ReadonlyMap<string, RollCallRecord>;
  readonly handovers: ReadonlyMap<string, HandoverRecord>;
}

/** In the order of time and course name. */
export function loadEvidence(h: ReadHandle, range: DateRange): SessionEvidence {
  const slots = recordsBetween(h, serviceSlot, 'heldOn', range);
  const names = titlesOf(h, [...new Set(slots.map(({ values }) => values.course))]);
  const name = ({ values }: Slot): string => names[values.course] ?? '';
  return {
    slots: slots.toSorted(
      (a, b) =>
        a.values.heldOn.localeCompare(b.values.heldOn) ||
        a.values.startsAt.localeCompare(b.values.startsAt) ||
        name(a).localeCompare(name(b), 'zh-CN', { numeric: true }),
    ),
    rollCalls: bySlot(recordsBetween(h, serviceAttendance, 'heldOn', range)),
    handovers: bySlot(recordsBetween(h, serviceHandover, 'heldOn', range)),
  };
}

/** What the day's page shows of each session. */
export function sessionCards(
  h: ReadHandle,
  { slots, rollCalls, handovers }: SessionEvidence,
  enrolments: Enrolments,
): readonly SessionCard[] {
  const names = titlesOf(
    h,
    slots.flatMap(({ values }) => [
      values.course,
      ...values.staffing.flatMap((row) =>
        [row.staff, row.external, row.replaces].filter((id) => id !== null),
      ),
    ]),
  );
  return slots.map((slot): SessionCard => {
    const { id, values } = slot;
    const rollCall = rollCalls.get(id);
    return {
      id,
      course: names[values.course] ?? '没有登记的课程',
      heldOn: values.heldOn,
      kind: values.kind,
      startsAt: values.startsAt,
      endsAt: values.endsAt,
      room: values.room,
      people: values.staffing.flatMap((row) => {
        const personId = row.staff ?? row.external;
        if (personId === null) return [];
        return {
          rowId: row.id,
          personId,
          name: names[personId] ?? '（名单中没有的人）',
          external: row.staff === null,
          role: row.role,
          replaces: row.replaces === null ? null : (names[row.replaces] ?? null),
          because: row.replacedBecause,
        };
      }),
      due: rollCall ? (rollCall.values.dueCount ?? 0) : enrolments.dueAt(slotFact(slot)).length,
      present: rollCall ? (rollCall.values.presentCount ?? 0) : null,
      waiting: handovers.get(id)?.values.waitingCount ?? null,
      confirmed: values.confirmed === true,
      cancelledReason: values.cancelledReason === '' ? null : values.cancelledReason,
    };
  });
}

function bySlot<R extends { readonly values: { readonly slot: string } }>(
  records: readonly R[],
): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.values.slot, record]));
}
