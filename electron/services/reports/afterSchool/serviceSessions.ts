import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { formatPeriod, type DateRange } from '../../../../shared/kernel/periods.ts';
import { addDays, datesBetween, weekdayOf, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { weekNo } from '../../../../shared/kernel/schoolTerm.ts';
import { printedDate } from '../../../documents/officeText.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import type { SchoolTerm } from '../../school/schoolTerms.ts';

export type Slot = RecordIn<typeof serviceSlot>;

/** Kinds that count as after-school service; 早到校, 午休 and 晚自习 never do (domain.md §0.2-4, §5.1). */
export function countsAsService(slot: Slot): boolean {
  return slot.values.kind === '课后服务' || slot.values.kind === '延时托管';
}

/** All sessions of these days, called-off ones too, in the order of day and hour. */
export function sessionsIn(h: ReadHandle, range: DateRange): Slot[] {
  return recordsBetween(h, serviceSlot, 'heldOn', range).toSorted(
    (a, b) =>
      a.values.heldOn.localeCompare(b.values.heldOn) || a.values.startsAt.localeCompare(b.values.startsAt),
  );
}

export function isCancelled(slot: Slot): boolean {
  return slot.values.cancelledReason !== null && slot.values.cancelledReason !== '';
}

/** Names of everybody and every course of the sessions, by id. */
export function namesOfSlots(h: ReadHandle, slots: readonly Slot[]): Readonly<Record<string, string>> {
  return titlesOf(
    h,
    slots.flatMap(({ values }) => [
      values.course,
      ...values.staffing.flatMap((row) =>
        [row.staff, row.external, row.replaces].filter((id) => id !== null),
      ),
    ]),
  );
}

/** The people who served: own staff and external persons with their unit, in the order of number and name. */
export function peopleOfSlots(
  h: ReadHandle,
  slots: readonly Slot[],
): readonly { readonly id: string; readonly name: string; readonly unit: string }[] {
  const rows = slots.flatMap(({ values }) => values.staffing);
  const own = getRecords(h, staff, [...new Set(rows.map((row) => row.staff).filter((id) => id !== null))]);
  const external = getRecords(h, externalPerson, [
    ...new Set(rows.map((row) => row.external).filter((id) => id !== null)),
  ]);
  return [
    ...own
      .toSorted(
        (a, b) =>
          (a.values.staffNumber ?? '').localeCompare(b.values.staffNumber ?? '', 'zh', { numeric: true }) ||
          a.values.name.localeCompare(b.values.name, 'zh'),
      )
      .map(({ id, values }) => ({ id, name: values.name, unit: '本校' })),
    ...external
      .toSorted((a, b) => a.values.name.localeCompare(b.values.name, 'zh'))
      .map(({ id, values }) => ({ id, name: values.name, unit: values.organisation ?? '校外人员' })),
  ];
}

/** 2026—2027学年第一学期第12周 of a week's Monday, or the days alone outside a term. */
export function weekWords(terms: readonly SchoolTerm[], monday: PlainDate): string {
  const sunday = addDays(monday, 6);
  const term = terms.find(({ startsOn, endsOn }) => startsOn <= sunday && monday <= endsOn);
  return term
    ? `${formatPeriod(term.period)}第${weekNo(monday, term.firstTeachingOn)}周`
    : `${printedDate(monday)}当周`;
}

/** Monday to Friday, and the days of the weekend on which something is held (make-up days). */
export function postedDays(monday: PlainDate, slots: readonly Slot[]): PlainDate[] {
  return datesBetween(monday, addDays(monday, 6)).filter(
    (day) => weekdayOf(day) <= 5 || slots.some(({ values }) => values.heldOn === day),
  );
}
