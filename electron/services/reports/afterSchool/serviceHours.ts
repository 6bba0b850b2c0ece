import {
  formatPeriod,
  periodKindOf,
  type DateRange,
  type PeriodKind,
} from '../../../../shared/kernel/periods.ts';
import { datesBetween, dayOf, monthOf } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { columnLetter } from '../../../../shared/ledger/columns.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf } from '../reportPeriod.ts';
import { countsAsService, isCancelled, peopleOfSlots, sessionsIn, type Slot } from './serviceSessions.ts';

interface HoursData {
  readonly schoolName: string;
  readonly period: string;
  readonly range: DateRange;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly people: ReturnType<typeof peopleOfSlots>;
  /** Sessions that took place. */
  readonly slots: readonly Slot[];
  /** Past sessions that nobody has confirmed yet. */
  readonly unconfirmed: number;
}

const kinds: readonly PeriodKind[] = ['month', 'term'];
type HoursKind = '授课' | '看护' | '管理';
const hoursKinds: readonly HoursKind[] = ['授课', '看护', '管理'];

/**
 * 教师课时统计表 of a month (by day) or a term (by month): hours taught, watched over and managed. Only confirmed
 * sessions of after-school service count; 值班领导 and 安保 are management.
 */
export const serviceHours = defineReport<HoursData>({
  name: 'serviceHours',
  label: '课后服务教师课时统计表',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const range = rangeOf(h, period.value);
    const served = sessionsIn(h, range).filter((slot) => countsAsService(slot) && !isCancelled(slot));
    const slots = served.filter(({ values }) => values.confirmed === true);
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      range,
      madeOn: context.today,
      madeBy: context.accountName,
      people: peopleOfSlots(h, slots),
      slots,
      unconfirmed: served.filter(({ values }) => values.confirmed !== true && values.heldOn <= context.today)
        .length,
    });
  },
  compose: (data) => {
    const buckets = bucketsOf(data);
    return {
      name: `课后服务教师课时统计表_${data.period}`,
      sheets: [
        officialSheet({
          name: '教师课时统计表',
          title: `${data.schoolName}${formatPeriod(data.period)}课后服务教师课时统计表`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: '单位：课时',
          columns: columnsOf(buckets, periodKindOf(data.period) === 'month'),
          rows: data.people.map((person) => rowOf(person, data.slots, buckets)),
          totals: true,
        }),
      ],
      personCount: data.people.length,
      sensitiveColumns: [],
      problems: [
        ...(data.unconfirmed > 0 ? [`有 ${data.unconfirmed} 场已过的排班没有确认开展，没有计入课时。`] : []),
        ...(data.people.length === 0 ? ['这段时间没有已确认的课后服务，表中没有教师。'] : []),
      ],
      rows: data.people.length,
    };
  },
});

interface Bucket {
  readonly header: string;
  readonly holds: (day: string) => boolean;
}

function bucketsOf({ period, range }: HoursData): Bucket[] {
  const days = datesBetween(range.from, range.to);
  if (periodKindOf(period) === 'month')
    return days.map((each) => ({ header: String(dayOf(each)), holds: (day) => day === each }));
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  return months.map((month) => ({
    header: `${monthOf(`${month}-01`)}月`,
    holds: (day) => day.startsWith(month),
  }));
}

function columnsOf(buckets: readonly Bucket[], byDay: boolean): ReportColumn[] {
  const hours = { form: 'decimal', total: true } as const;
  return [
    { header: '姓名', width: 10, form: 'text', personName: true },
    { header: '单位', width: 10, form: 'text' },
    ...buckets.map(({ header }) => ({
      ...hours,
      header,
      width: byDay ? 4.2 : 9,
      group: byDay ? '日期' : '月份',
    })),
    ...hoursKinds.map((kind) => ({ ...hours, header: kind, width: 7.5, group: '其中' })),
    {
      ...hours,
      header: '合计',
      width: 8,
      // 序号, 姓名 and 单位 stand before the days.
      formula: (row) => `SUM(${columnLetter(3)}${row}:${columnLetter(2 + buckets.length)}${row})`,
    },
    { header: '本人签字', width: 10, form: 'text' },
  ];
}

function rowOf(
  person: HoursData['people'][number],
  slots: readonly Slot[],
  buckets: readonly Bucket[],
): (string | number | null)[] {
  const served = slots.flatMap(({ values }) =>
    values.staffing
      .filter((row) => (row.staff ?? row.external) === person.id)
      .map((row) => ({ day: values.heldOn, kind: kindOf(row.role), hours: row.hours ?? 0 })),
  );
  const sum = (rows: readonly { readonly hours: number }[]): number =>
    Math.round(rows.reduce((total, row) => total + row.hours, 0) * 10) / 10;
  return [
    person.name,
    person.unit,
    ...buckets.map((bucket) => sum(served.filter((row) => bucket.holds(row.day))) || null),
    ...hoursKinds.map((kind) => sum(served.filter((row) => row.kind === kind)) || null),
    sum(served),
    null,
  ];
}

function kindOf(role: Slot['values']['staffing'][number]['role']): HoursKind {
  return role === '授课' || role === '看护' ? role : '管理';
}
