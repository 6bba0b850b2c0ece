import { failure, success } from '../../../../shared/kernel/result.ts';
import { formatPeriod, isPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { addDays, dayOf, formatWeekday, mondayOf, monthOf } from '../../../../shared/kernel/plainDate.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { ends, repeatedPages, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { headRow } from '../../../documents/officeTables.ts';
import { printedDate } from '../../../documents/officeText.ts';
import type { OutputSheet } from '../../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { loadTerms } from '../../school/schoolTerms.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type SheetHead } from '../../../documents/officialSheet.ts';
import { countPersons, defineReport, recordOfScope, type Report, type ReportContext } from '../report.ts';
import { rangeOf } from '../reportPeriod.ts';
import { courseRows, roomRows, teacherRows, type RosterRow, type RosterWeek } from './rosterRows.ts';
import { isCancelled, namesOfSlots, postedDays, sessionsIn, weekWords } from './serviceSessions.ts';

interface RosterData extends SheetHead {
  readonly weeks: readonly RosterWeek[];
}

const periods: readonly PeriodKind[] = ['month', 'term'];

/** 课后服务周排班表: days × courses. */
export const weeklyRoster = rosterReport({
  name: 'weeklyRoster',
  label: '课后服务周排班表',
  heading: '课程\n（地点）',
  rowsOf: courseRows,
});

/** 课后服务教师周排班表: days × people, for the wall of the office. */
export const teacherRoster = rosterReport({
  name: 'teacherRoster',
  label: '课后服务教师周排班表',
  heading: '教师',
  rowsOf: teacherRows,
});

/** 课后服务场地周安排表: days × rooms. */
export const roomRoster = rosterReport({
  name: 'roomRoster',
  label: '课后服务场地周安排表',
  heading: '场地',
  rowsOf: roomRows,
});

interface RosterView {
  readonly name: string;
  readonly label: string;
  readonly heading: string;
  readonly rowsOf: (week: RosterWeek) => readonly RosterRow[];
}

/**
 * A roster poster of the week that holds a session, or of every week of a month or term. Saturday and Sunday appear only when
 * something is held on them (make-up days).
 */
function rosterReport(view: RosterView): Report {
  return defineReport<RosterData>({
    name: view.name,
    label: view.label,
    area: 'afterSchool',
    formats: ['docx', 'xlsx', 'pdf'],
    scope: { kind: 'record', ledger: 'serviceSlot', periods },
    gather: (h, scope, context) => {
      if (scope.recordId === null && scope.period !== null && isPeriod(scope.period, periods)) {
        const { from, to } = rangeOf(h, scope.period);
        const mondays = [
          ...new Set(sessionsIn(h, { from, to }).map(({ values }) => mondayOf(values.heldOn))),
        ];
        if (mondays.length === 0)
          return failure('notFound', `${formatPeriod(scope.period)}还没有课后服务排班，请先排班。`);
        return success(rosterOf(h, mondays, context));
      }
      const found = recordOfScope(h, serviceSlot, scope);
      if (!found.ok) return found;
      return success(rosterOf(h, [mondayOf(found.value.values.heldOn)], context));
    },
    compose: (data) => {
      const title = [data.schoolName, view.label];
      const unstaffed = data.weeks
        .flatMap(({ slots }) => slots)
        .filter((slot) => slot.values.staffing.length === 0 && !isCancelled(slot)).length;
      const people = data.weeks.flatMap(({ slots }) =>
        slots.flatMap(({ values }) => values.staffing.map((row) => row.staff ?? row.external)),
      );
      return {
        name: `${view.label}_${data.weeks[0]?.label ?? ''}`,
        document: {
          title,
          orientation: 'landscape',
          style: 'form',
          pageNumbers: data.weeks.length > 1,
          blocks: repeatedPages(title, data.weeks, (week) => weekBlocks(view, week, data)),
        },
        sheets: data.weeks.map((week) => weekSheet(view, week, data)),
        personCount: countPersons(people),
        problems: [unstaffed > 0 && `有 ${unstaffed} 场还没有安排人员。`],
        rows: data.weeks.reduce((sum, { slots }) => sum + slots.length, 0),
      };
    },
  });
}

function rosterOf(h: ReadHandle, mondays: readonly string[], context: ReportContext): RosterData {
  const terms = loadTerms(h);
  return {
    schoolName: schoolOf(h).values.name,
    today: context.today,
    accountName: context.accountName,
    weeks: mondays.toSorted().map((monday) => {
      const sunday = addDays(monday, 6);
      const slots = sessionsIn(h, { from: monday, to: sunday });
      return {
        label: weekWords(terms, monday),
        days: postedDays(monday, slots),
        slots,
        names: namesOfSlots(h, slots),
      };
    }),
  };
}

function weekBlocks(view: RosterView, week: RosterWeek, data: RosterData): Block[] {
  return [
    ends(
      `${week.label}（${printedDate(week.days[0] ?? null)}—${printedDate(week.days.at(-1) ?? null)}）`,
      `制表日期：${printedDate(data.today)}`,
    ),
    {
      kind: 'table',
      columns: [5, ...week.days.map(() => 6)],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow([view.heading, ...week.days.map(dayHeading)]),
        ...view.rowsOf(week).map(({ title, cells }) => ({
          cells: [{ text: title, label: true }, ...cells.map((text) => ({ text }))],
        })),
      ],
    },
    signatures([{ label: '制表人', name: data.accountName }, '审核人（签字）', '分管领导（签字）'], false),
  ];
}

function weekSheet(view: RosterView, week: RosterWeek, data: RosterData): OutputSheet {
  return officialSheet(data, {
    name: week.label.replace(/^.*学期/u, ''),
    title: `${view.label}（${week.label}）`,
    rows: view.rowsOf(week),
    columns: [
      { heading: view.heading.replace('\n', ''), width: 22, wrap: true, cell: ({ title }) => title },
      ...week.days.map((day, index) => ({
        heading: dayHeading(day),
        width: 20,
        wrap: true,
        cell: ({ cells }: RosterRow) => cells[index] ?? null,
      })),
    ],
  });
}

function dayHeading(day: string): string {
  return `${formatWeekday(day)}\n${monthOf(day)}月${dayOf(day)}日`;
}
