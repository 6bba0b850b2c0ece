import { compareLabels } from '../../../shared/kernel/labelOrder.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { formatPeriod, isPeriod, type PeriodKind } from '../../../shared/kernel/periods.ts';
import {
  addDays,
  datesBetween,
  dayOf,
  formatWeekday,
  mondayOf,
  monthOf,
  weekdayOf,
} from '../../../shared/kernel/plainDate.ts';
import { weekNo } from '../../../shared/kernel/schoolTerm.ts';
import { serviceSlot } from '../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { Block } from '../../documents/officeDocument.ts';
import { printedDate } from '../../documents/officeText.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { loadTerms } from '../checks/facts/schoolTerms.ts';
import { schoolOf } from '../ledgers/schoolOf.ts';
import { officialSheet } from './officialSheet.ts';
import { defineReport, recordOfScope, type ReportContext } from './report.ts';
import { rangeOf } from './reportPeriod.ts';
import { isCancelled, namesOfSlots, sessionsIn, type Slot } from './serviceSessions.ts';
import { headRow } from './tableCells.ts';

interface RosterData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly weeks: readonly Week[];
}

interface Week {
  /** 2026—2027学年第一学期第12周, or the days alone outside a term. */
  readonly label: string;
  readonly days: readonly string[];
  readonly slots: readonly Slot[];
  readonly names: Readonly<Record<string, string>>;
}

const periods: readonly PeriodKind[] = ['month', 'term'];

/**
 * 课后服务周排班表: days × courses of the week that holds a session, or of every week of a month or term. Saturday and
 * Sunday appear only when something is held on them (make-up days).
 */
export const weeklyRoster = defineReport<RosterData>({
  name: 'weeklyRoster',
  label: '课后服务周排班表',
  area: 'afterSchool',
  formats: ['docx', 'xlsx', 'pdf'],
  scope: { kind: 'record', ledger: 'serviceSlot', periods },
  gather: (h, scope, context) => {
    if (scope.recordId === null && scope.period !== null && isPeriod(scope.period, periods)) {
      const { from, to } = rangeOf(h, scope.period);
      const mondays = [...new Set(sessionsIn(h, { from, to }).map(({ values }) => mondayOf(values.heldOn)))];
      if (mondays.length === 0)
        return failure('notFound', `${formatPeriod(scope.period)}还没有课后服务排班，请先排班。`);
      return success(rosterOf(h, mondays, context));
    }
    const found = recordOfScope(h, serviceSlot, scope);
    if (!found.ok) return found;
    return success(rosterOf(h, [mondayOf(found.value.values.heldOn)], context));
  },
  compose: (data) => {
    const [first, ...further] = data.weeks;
    const unstaffed = data.weeks
      .flatMap(({ slots }) => slots)
      .filter((slot) => slot.values.staffing.length === 0 && !isCancelled(slot)).length;
    const people = data.weeks.flatMap(({ slots }) =>
      slots.flatMap(({ values }) => values.staffing.map((row) => row.staff ?? row.external)),
    );
    return {
      name: `课后服务周排班表_${first?.label ?? ''}`,
      document: {
        title: [data.schoolName, '课后服务周排班表'],
        orientation: 'landscape',
        style: 'form',
        pageNumbers: data.weeks.length > 1,
        blocks: [
          ...(first ? weekBlocks(first, data) : []),
          ...further.flatMap((week): Block[] => [
            { kind: 'newSheet', title: [data.schoolName, '课后服务周排班表'] },
            ...weekBlocks(week, data),
          ]),
        ],
      },
      sheets: data.weeks.map((week) => weekSheet(week, data)),
      personCount: new Set(people.filter((id) => id !== null)).size,
      sensitiveColumns: [],
      problems: unstaffed > 0 ? [`有 ${unstaffed} 场还没有安排人员。`] : [],
      rows: data.weeks.reduce((sum, { slots }) => sum + slots.length, 0),
    };
  },
});

function rosterOf(h: ReadHandle, mondays: readonly string[], context: ReportContext): RosterData {
  const terms = loadTerms(h);
  return {
    schoolName: schoolOf(h).values.name,
    madeOn: context.today,
    madeBy: context.accountName,
    weeks: mondays.toSorted().map((monday) => {
      const sunday = addDays(monday, 6);
      const slots = sessionsIn(h, { from: monday, to: sunday });
      const term = terms.find(({ startsOn, endsOn }) => startsOn <= sunday && monday <= endsOn);
      return {
        label: term
          ? `${formatPeriod(term.period)}第${weekNo(monday, term.firstTeachingOn)}周`
          : `${printedDate(monday)}当周`,
        days: datesBetween(monday, sunday).filter(
          (day) => weekdayOf(day) <= 5 || slots.some(({ values }) => values.heldOn === day),
        ),
        slots,
        names: namesOfSlots(h, slots),
      };
    }),
  };
}

function weekBlocks(week: Week, data: RosterData): Block[] {
  return [
    {
      kind: 'ends',
      left: `${week.label}（${printedDate(week.days[0] ?? null)}—${printedDate(week.days.at(-1) ?? null)}）`,
      right: `制表日期：${printedDate(data.madeOn)}`,
    },
    {
      kind: 'table',
      columns: [5, ...week.days.map(() => 6)],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(['课程\n（地点）', ...week.days.map(dayHeading)]),
        ...gridOf(week).map(({ course, cells }) => ({
          cells: [{ text: course, label: true }, ...cells.map((text) => ({ text }))],
        })),
      ],
    },
    {
      kind: 'signatures',
      lines: [
        { label: '制表人', name: data.madeBy },
        { label: '审核人（签字）' },
        { label: '分管领导（签字）' },
      ],
    },
  ];
}

function weekSheet(week: Week, data: RosterData): OutputSheet {
  return officialSheet({
    name: week.label.replace(/^.*学期/u, ''),
    title: `${data.schoolName}课后服务周排班表（${week.label}）`,
    unitName: data.schoolName,
    madeOn: data.madeOn,
    madeBy: data.madeBy,
    columns: [
      { header: '课程（地点）', width: 22, form: 'text', wrap: true },
      ...week.days.map((day) => ({
        header: dayHeading(day),
        width: 20,
        form: 'text' as const,
        wrap: true,
      })),
    ],
    rows: gridOf(week).map(({ course, cells }) => [course, ...cells]),
  });
}

function dayHeading(day: string): string {
  return `${formatWeekday(day)}\n${monthOf(day)}月${dayOf(day)}日`;
}

/** One row per course and place, one cell per day. */
function gridOf(week: Week): { course: string; cells: string[] }[] {
  const keys = new Map<string, { course: string; slots: Slot[] }>();
  for (const slot of week.slots) {
    const { course, room, kind } = slot.values;
    const key = `${course}|${room ?? ''}|${kind}`;
    const name = week.names[course] ?? '';
    const heading = [
      kind === '课后服务' ? name : `${name}（${kind}）`,
      ...(room === null || room === '' ? [] : [`（${room}）`]),
    ].join('\n');
    const row = keys.get(key) ?? { course: heading, slots: [] };
    row.slots.push(slot);
    keys.set(key, row);
  }
  return [...keys.values()]
    .toSorted((a, b) => compareLabels(a.course, b.course))
    .map(({ course, slots }) => ({
      course,
      cells: week.days.map((day) =>
        slots
          .filter(({ values }) => values.heldOn === day)
          .map((slot) => cellOf(slot, week.names))
          .join('\n'),
      ),
    }));
}

/** 16:30—18:30, then who is there by role; 停课 with its reason. */
function cellOf(slot: Slot, names: Week['names']): string {
  const { startsAt, endsAt, staffing, cancelledReason } = slot.values;
  if (isCancelled(slot)) return `停课：${cancelledReason ?? ''}`;
  const byRole = new Map<string, string[]>();
  for (const row of staffing) {
    const name = names[row.staff ?? row.external ?? ''] ?? '';
    byRole.set(row.role, [...(byRole.get(row.role) ?? []), row.external === null ? name : `${name}（校外）`]);
  }
  return [
    `${startsAt}—${endsAt}`,
    ...[...byRole].map(([role, people]) => `${role}：${people.join('、')}`),
  ].join('\n');
}
