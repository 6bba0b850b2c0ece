import type { ConfirmedSessions, Substitute } from '../../../../shared/contract/serviceDay.ts';
import { isService } from '../../../../shared/domain/afterSchool/serviceTime.ts';
import { timesOverlap } from '../../../../shared/kernel/clockTime.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { addDays, mondayOf, weekdayOf } from '../../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import type { LedgerRecord } from '../../../../shared/ledger/definition.ts';
import { serviceBusyTime } from '../../../../shared/ledgers/afterSchool/serviceBusyTime.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { schooldays } from '../../../../shared/kernel/schooldays.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle, WriteHandle } from '../../../store/handles.ts';
import { allRecords, getRecord, titlesOf, type RecordIn } from '../../../store/records/records.ts';
import { contentAt } from '../../../store/records/revisions.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { saveChanges, type SaveContext } from '../../ledgers/saveRecord.ts';
import { slotFact } from '../slotFact.ts';
import { loadEnrolments } from './enrolledPupils.ts';
import { loadEvidence, type Slot } from './sessionCards.ts';

const gone = failure('notFound', '没有找到这一场课后服务，可能已被删除。请回到当天页面重新选择。');

/**
 * Confirms what was held: past service sessions of a range whose roll is called (or that nobody is due at, such as the duty of
 * the whole school). The others are answered with their reason.
 */
export function confirmSessions(
  w: WriteHandle,
  range: DateRange,
  context: SaveContext,
): Result<ConfirmedSessions> {
  const to = range.to < context.today ? range.to : context.today;
  if (to < range.from) return failure('invalidInput', '这些日子还没有到，不能确认开展。');
  const evidence = loadEvidence(w, { from: range.from, to });
  const open = evidence.slots.filter((slot) => !slot.values.confirmed && isService(slotFact(slot)));
  const titles = titlesOf(
    w,
    open.map(({ values }) => values.course),
  );
  const left: ConfirmedSessions['left'][number][] = [];
  let confirmed = 0;
  for (const [period, slots] of Map.groupBy(open, (slot) => slot.period ?? '')) {
    const enrolments = loadEnrolments(w, period, schoolCalendar(w, range.from));
    for (const slot of slots) {
      const name = `${slot.values.heldOn}“${titles[slot.values.course] ?? ''}”`;
      if (!evidence.rollCalls.has(slot.id) && enrolments.dueAt(slotFact(slot)).length > 0) {
        left.push({ slotId: slot.id, sentence: `${name}还没有点名。` });
        continue;
      }
      if (slot.values.staffing.length === 0) {
        left.push({ slotId: slot.id, sentence: `${name}没有登记到岗人员。` });
        continue;
      }
      const saved = saveSlot(w, slot, { confirmed: true }, context);
      if (!saved.ok) return saved;
      confirmed += 1;
    }
  }
  return success({ confirmed, left });
}

/** Calls sessions off, all or none. What was called or confirmed already took place. */
export function cancelSessions(
  w: WriteHandle,
  slotIds: readonly string[],
  reason: string,
  context: SaveContext,
): Result<{ readonly cancelled: number }> {
  let cancelled = 0;
  for (const id of new Set(slotIds)) {
    const slot = getRecord(w, serviceSlot, id);
    if (!slot || slot.deletedAt !== null) return gone;
    const { heldOn, name, confirmed, cancelledReason } = slot.values;
    if ((cancelledReason ?? '') !== '') continue;
    const called = loadEvidence(w, { from: heldOn, to: heldOn }).rollCalls.has(id);
    if (confirmed === true || called)
      return failure('conflict', `“${name ?? heldOn}”已经点名或确认开展，不能改为停课。请先核对。`);
    const staffing = slot.values.staffing.map((row) => ({ ...row, hours: 0 }));
    const saved = saveSlot(w, slot, { cancelledReason: reason, staffing }, context);
    if (!saved.ok) return saved;
    cancelled += 1;
  }
  return success({ cancelled });
}

/** Takes a calling-off back: the session is planned again, with the hours that its people had before. */
export function reinstateSession(w: WriteHandle, slotId: string, context: SaveContext): Result<null> {
  const slot = getRecord(w, serviceSlot, slotId);
  if (!slot || slot.deletedAt !== null) return gone;
  if ((slot.values.cancelledReason ?? '') === '')
    return failure('conflict', '这一场没有停课，不用恢复。请刷新后再看。');
  const hours = hoursBeforeCancelling(w, slot);
  const staffing = slot.values.staffing.map((row) => ({ ...row, hours: hours.get(row.id) ?? row.hours }));
  const saved = saveSlot(w, slot, { cancelledReason: null, staffing }, context);
  return saved.ok ? success(null) : saved;
}

/** Hours by row of the last revision that wasn't called off; empty where the session was entered as called off. */
function hoursBeforeCancelling(h: ReadHandle, slot: Slot): ReadonlyMap<string, number | null> {
  for (let number = slot.revision - 1; number >= 1; number -= 1) {
    const values = contentAt(h, slot.id, number)?.values as Partial<Slot['values']> | undefined;
    if (values && (values.cancelledReason ?? '') === '')
      return new Map((values.staffing ?? []).map((row) => [row.id, row.hours]));
  }
  return new Map();
}

/** Puts somebody in the place of a person on duty and keeps who was replaced and why. */
export function substitute(
  w: WriteHandle,
  order: {
    readonly slotId: string;
    readonly rowId: string;
    readonly staffId: string;
    readonly reason: string;
  },
  context: SaveContext,
): Result<null> {
  const slot = getRecord(w, serviceSlot, order.slotId);
  if (!slot || slot.deletedAt !== null) return gone;
  const row = slot.values.staffing.find(({ id }) => id === order.rowId);
  if (!row) return failure('conflict', '这一场的到岗人员刚刚改过，请重新打开这一页。');
  const found = findSubstitutes(w, slot, order.rowId).find(({ staffId }) => staffId === order.staffId);
  if (!found) return failure('invalidInput', '没有找到这位教师，可能已离校。请重新选择。');
  if (found.busy !== null) return failure('conflict', `${found.name}${found.busy}，请换一位。`);
  const staffing = slot.values.staffing.map((each) =>
    each.id === row.id
      ? {
          ...each,
          staff: order.staffId,
          external: null,
          // Who stands in for a substitute stands in for the one first planned.
          replaces: row.replaces ?? row.staff,
          replacedBecause: order.reason,
        }
      : each,
  );
  const saved = saveSlot(w, slot, { staffing }, context);
  return saved.ok ? success(null) : saved;
}

/** Present staff for a duty, the free ones with the fewest sessions of the week first. */
export function findSubstitutes(h: ReadHandle, slot: Slot, rowId: string): readonly Substitute[] {
  const { heldOn } = slot.values;
  const monday = mondayOf(heldOn);
  const week = recordsBetween(h, serviceSlot, 'heldOn', { from: monday, to: addDays(monday, 6) }).filter(
    ({ values }) => (values.cancelledReason ?? '') === '',
  );
  const names = titlesOf(
    h,
    week.map(({ values }) => values.course),
  );
  const busyTimes = Map.groupBy(
    finishedRecords(h, serviceBusyTime, [], slot.period),
    ({ values }) => values.staff,
  );
  const inSlot = new Set(slot.values.staffing.filter(({ id }) => id !== rowId).map((row) => row.staff));
  const replaced = slot.values.staffing.find(({ id }) => id === rowId)?.staff;
  return allRecords(h, staff)
    .filter(({ id, values }) => id !== replaced && (values.leftOn === null || values.leftOn > heldOn))
    .map(({ id, values }): Substitute => {
      const own = week.filter((other) => other.values.staffing.some((row) => row.staff === id));
      const clash = own.find((other) => other.id !== slot.id && overlaps(other, slot));
      const away = busyTimes.get(id)?.find((record) => isAway(record, slot));
      return {
        staffId: id,
        name: values.name,
        weekSessions: own.length,
        busy: inSlot.has(id)
          ? '已经在这一场'
          : clash
            ? `同时在“${names[clash.values.course] ?? ''}”`
            : away
              ? `${away.values.kind}${away.values.label === null ? '' : `（${away.values.label}）`}`
              : null,
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.busy !== null) - Number(b.busy !== null) ||
        a.weekSessions - b.weekSessions ||
        a.name.localeCompare(b.name, 'zh-CN'),
    );
}

function overlaps(a: Slot, b: Slot): boolean {
  return (
    a.values.heldOn === b.values.heldOn &&
    timesOverlap(
      { start: a.values.startsAt, end: a.values.endsAt },
      { start: b.values.startsAt, end: b.values.endsAt },
    )
  );
}

function isAway({ values }: RecordIn<typeof serviceBusyTime>, slot: Slot): boolean {
  const { heldOn, startsAt, endsAt } = slot.values;
  if ((values.from !== null && heldOn < values.from) || (values.to !== null && heldOn > values.to))
    return false;
  const weekday = schooldays[weekdayOf(heldOn) - 1];
  if (values.weekdays.length > 0 && !values.weekdays.some((day) => day === weekday)) return false;
  return timesOverlap(
    { start: values.startsAt ?? '00:00', end: values.endsAt ?? '24:00' },
    { start: startsAt, end: endsAt },
  );
}

/** Changes some values of a session. */
export function saveSlot(
  w: WriteHandle,
  slot: Slot,
  changes: Partial<Slot['values']>,
  context: SaveContext,
): Result<LedgerRecord> {
  return saveChanges(w, serviceSlot, slot, changes, context);
}
