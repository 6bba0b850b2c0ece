import { formatPeriod, periodKindOf, type DateRange } from '../../../../shared/kernel/periods.ts';
import { datesBetween, dayOf, monthOf } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport } from '../report.ts';
import { countsAsService, isCancelled, peopleOfSlots, sessionsIn, type Slot } from './serviceSessions.ts';

const hoursKinds = ['授课', '看护', '管理'] as const;
type HoursKind = (typeof hoursKinds)[number];

interface HoursRow {
  readonly name: string;
  readonly unit: string;
  readonly served: readonly { readonly day: string; readonly kind: HoursKind; readonly hours: number }[];
}

/**
 * 教师课时统计表 of a month (by day) or a term (by month): hours taught, watched over and managed. Only confirmed
 * sessions of after-school service count; 值班领导 and 安保 are management.
 */
export const serviceHours = sheetReport({
  name: 'serviceHours',
  label: '课后服务教师课时统计表',
  area: 'afterSchool',
  periods: ['month', 'term'],
  gather: (h, { range, today }) => {
    const served = sessionsIn(h, range).filter((slot) => countsAsService(slot) && !isCancelled(slot));
    const slots = served.filter(({ values }) => values.confirmed === true);
    return success({
      rows: peopleOfSlots(h, slots).map((person) => ({ ...person, served: servedBy(person.id, slots) })),
      /** Past sessions that nobody has confirmed yet. */
      unconfirmed: served.filter(({ values }) => values.confirmed !== true && values.heldOn <= today).length,
    });
  },
  compose: ({ rows, unconfirmed }, { period, range, sheet }) => ({
    sheets: [
      sheet({
        name: '教师课时统计表',
        title: `${formatPeriod(period)}课后服务教师课时统计表`,
        note: '单位：课时',
        columns: columnsOf(range, periodKindOf(period) === 'month'),
        rows,
      }),
    ],
    personCount: rows.length,
    problems: [
      unconfirmed > 0 && `有 ${unconfirmed} 场已过的排班没有确认开展，没有计入课时。`,
      rows.length === 0 && '这段时间没有已确认的课后服务，表中没有教师。',
    ],
  }),
});

function servedBy(id: string, slots: readonly Slot[]): HoursRow['served'] {
  return slots.flatMap(({ values }) =>
    values.staffing
      .filter((row) => (row.staff ?? row.external) === id)
      .map(({ role, hours }) => ({
        day: values.heldOn,
        kind: role === '授课' || role === '看护' ? role : ('管理' as const),
        hours: hours ?? 0,
      })),
  );
}

function columnsOf({ from, to }: DateRange, byDay: boolean): SheetColumn<HoursRow>[] {
  const days = datesBetween(from, to);
  const spans = byDay ? days : [...new Set(days.map((day) => day.slice(0, 7)))];
  const headingOf = (span: string) => (byDay ? String(dayOf(span)) : `${monthOf(`${span}-01`)}月`);
  const hours = { format: 'decimal', total: true } as const;
  return [
    { heading: '姓名', width: 10, personName: true, cell: ({ name }) => name },
    { heading: '单位', width: 10, cell: ({ unit }) => unit },
    ...spans.map((span) => ({
      ...hours,
      heading: headingOf(span),
      width: byDay ? 4.2 : 9,
      group: byDay ? '日期' : '月份',
      cell: ({ served }: HoursRow) => sum(served.filter(({ day }) => day.startsWith(span))) || null,
    })),
    ...hoursKinds.map((kind) => ({
      ...hours,
      heading: kind,
      width: 7.5,
      group: '其中',
      cell: ({ served }: HoursRow) => sum(served.filter((row) => row.kind === kind)) || null,
    })),
    {
      ...hours,
      heading: '合计',
      width: 8,
      cell: ({ served }) => sum(served),
      formula: (at) => `SUM(${at(headingOf(spans[0] ?? ''))}:${at(headingOf(spans.at(-1) ?? ''))})`,
    },
    { heading: '本人签字', width: 10, cell: () => null },
  ];
}

function sum(rows: HoursRow['served']): number {
  return Math.round(rows.reduce((total, row) => total + row.hours, 0) * 10) / 10;
}
