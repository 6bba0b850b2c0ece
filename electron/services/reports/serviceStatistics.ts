import { formatPeriod, type PeriodKind } from '../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../shared/kernel/plainDate.ts';
import { success } from '../../../shared/kernel/result.ts';
import { isStaffOn } from '../../../shared/domain/ethics/staffOn.ts';
import { serviceAttendance } from '../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceCourse } from '../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { classPlacement } from '../../../shared/ledgers/base/classPlacement.ts';
import { pupil } from '../../../shared/ledgers/base/pupil.ts';
import { schoolClass } from '../../../shared/ledgers/base/schoolClass.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { printedShare } from '../../documents/officeText.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords, recordsOn } from '../../store/records.ts';
import { schoolOf } from '../ledgers/schoolOf.ts';
import { officialSheet } from './officialSheet.ts';
import { defineReport } from './report.ts';
import { periodOfScope, rangeOf, standingDay } from './reportPeriod.ts';
import { countsAsService, isCancelled, minutesOf, sessionsIn } from './serviceSessions.ts';
import { staffFactOf } from '../ethics/staffFact.ts';

interface GradeFigures {
  readonly grade: number;
  readonly pupils: number;
  readonly dayPupils: number;
  readonly participants: number;
  readonly fiveDays: number;
  readonly reduced: number;
}

export interface ServiceFigures {
  /** Day on which pupils, enrolments and staff are counted. */
  readonly day: string;
  readonly grades: readonly GradeFigures[];
  readonly fullTimeTeachers: number;
  readonly servingTeachers: number;
  readonly externalPersons: number;
  readonly sessions: number;
  readonly serviceDays: number;
  readonly minutesOfDays: number;
  readonly due: number;
  readonly present: number;
  readonly feesFen: number;
  readonly coursesByKind: readonly { readonly kind: string; readonly count: number }[];
  /** Past sessions without confirmation; they don't count as held. */
  readonly unconfirmed: number;
}

interface StatisticsData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly figures: ServiceFigures;
}

const kinds: readonly PeriodKind[] = ['term'];
/** Compulsory education: after-school service is for grades 1 to 9 only. */
const grades = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/**
 * 课后服务统计表 of a term (domain.md §5.4): every share stands with its numerator and denominator, because schools and
 * bureaus count different bases (boarders in or out).
 */
export const serviceStatistics = defineReport<StatisticsData>({
  name: 'serviceStatistics',
  label: '课后服务统计表',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: context.today,
      madeBy: context.accountName,
      figures: gatherFigures(h, period.value, context.today),
    });
  },
  compose: (data) => ({
    name: `课后服务统计表_${data.period}`,
    sheets: [indicatorSheet(data), gradeSheet(data), courseSheet(data)],
    personCount: 0,
    sensitiveColumns: [],
    problems: problemsOf(data.figures),
    rows: indicatorsOf(data.figures).length,
  }),
});

function gatherFigures(h: ReadHandle, period: string, today: string): ServiceFigures {
  const range = rangeOf(h, period);
  const day = standingDay(range, today);
  const gradeOfClass = new Map(allRecords(h, schoolClass).map(({ id, values }) => [id, values.grade]));
  const placed = new Map(
    recordsOn(h, classPlacement, day).map(({ values }) => [
      values.pupil,
      gradeOfClass.get(values.schoolClass),
    ]),
  );
  const pupils = allRecords(h, pupil).filter(
    ({ values }) =>
      (values.enteredOn === null || values.enteredOn <= day) &&
      (values.leftOn === null || day < values.leftOn),
  );
  const enrolments = new Map(
    allRecords(h, serviceEnrolment, { period })
      .filter(
        ({ values }) => values.appliedOn <= day && (values.withdrawnOn === null || day < values.withdrawnOn),
      )
      .map(({ values }) => [values.pupil, values]),
  );
  const planned = sessionsIn(h, { from: range.from, to: day }).filter(
    (slot) => countsAsService(slot) && !isCancelled(slot),
  );
  const held = planned.filter(({ values }) => values.confirmed === true);
  const staffing = held.flatMap(({ values }) => values.staffing);
  const own = new Set(staffing.map((row) => row.staff).filter((id) => id !== null));
  const teachers = allRecords(h, staff).filter(
    (record) => record.values.staffKind === '专任教师' && isStaffOn(staffFactOf(record), day),
  );
  const heldIds = new Set(held.map(({ id }) => id));
  const rollCalls = allRecords(h, serviceAttendance, { period }).filter(({ values }) =>
    heldIds.has(values.slot),
  );
  const courses = allRecords(h, serviceCourse, { period });
  return {
    day,
    grades: grades.flatMap((grade) => {
      const here = pupils.filter(({ id }) => placed.get(id) === grade);
      const enrolled = here.flatMap(({ id }) => enrolments.get(id) ?? []);
      if (here.length === 0) return [];
      return [
        {
          grade,
          pupils: here.length,
          dayPupils: here.filter(({ values }) => values.boarder !== true).length,
          participants: enrolled.length,
          fiveDays: enrolled.filter((values) => values.weekdays.length === 5).length,
          reduced: enrolled.filter((values) => values.feeClass !== '全额').length,
        },
      ];
    }),
    fullTimeTeachers: teachers.length,
    servingTeachers: teachers.filter(({ id }) => own.has(id)).length,
    externalPersons: new Set(staffing.map((row) => row.external).filter((id) => id !== null)).size,
    sessions: held.length,
    serviceDays: new Set(held.map(({ values }) => values.heldOn)).size,
    minutesOfDays: spanMinutesByDay(held),
    due: sum(rollCalls.map(({ values }) => values.dueCount ?? 0)),
    present: sum(rollCalls.map(({ values }) => values.presentCount ?? 0)),
    feesFen: sum([...enrolments.values()].map((values) => values.feePaid ?? 0)),
    coursesByKind: [...Map.groupBy(courses, ({ values }) => values.kind)].map(([kind, list]) => ({
      kind,
      count: list.length,
    })),
    unconfirmed: planned.length - held.length,
  };
}

/** Sum over the days of the time from the day's first start to its last end: parallel courses don't make a day longer. */
function spanMinutesByDay(held: ReturnType<typeof sessionsIn>): number {
  return sum(
    [...Map.groupBy(held, ({ values }) => values.heldOn).values()].map((slots) => {
      const [first] = slots;
      if (!first) return 0;
      const startsAt = slots.map(({ values }) => values.startsAt).toSorted()[0] ?? first.values.startsAt;
      const endsAt =
        slots
          .map(({ values }) => values.endsAt)
          .toSorted()
          .at(-1) ?? first.values.endsAt;
      return minutesOf({ ...first, values: { ...first.values, startsAt, endsAt } });
    }),
  );
}

function indicatorsOf(figures: ServiceFigures): (string | number | null)[][] {
  const total = (pick: (grade: GradeFigures) => number): number => sum(figures.grades.map(pick));
  const pupils = total((grade) => grade.pupils);
  const dayPupils = total((grade) => grade.dayPupils);
  const participants = total((grade) => grade.participants);
  const fiveDays = total((grade) => grade.fiveDays);
  const share = (
    name: string,
    part: number,
    partName: string,
    whole: number,
    wholeName: string,
  ): (string | number)[] => [name, partName, part, wholeName, whole, printedShare(part, whole)];
  const plain = (name: string, value: string, what: string): (string | null)[] => [
    name,
    what,
    null,
    null,
    null,
    value,
  ];
  const minutes =
    figures.serviceDays === 0 ? '—' : `${Math.round(figures.minutesOfDays / figures.serviceDays)}分钟`;
  return [
    share('学生参与率（全体在校生）', participants, '参加人数', pupils, '义务教育阶段在校生'),
    share('学生参与率（不含寄宿生）', participants, '参加人数', dayPupils, '义务教育阶段走读生'),
    share('5天全程参与率', fiveDays, '周一至周五都参加', participants, '参加人数'),
    share('教师参与率', figures.servingTeachers, '参与服务的专任教师', figures.fullTimeTeachers, '专任教师'),
    share('出勤率', figures.present, '实到人次', figures.due, '应到人次'),
    plain('校外人员数', `${figures.externalPersons}人`, '参与服务的校外人员'),
    plain('开展场次', `${figures.sessions}场`, '已确认开展的场次'),
    plain('开展天数', `${figures.serviceDays}天`, '有已确认场次的天数'),
    plain('日均服务时长', minutes, '每天最早开始至最晚结束的平均时长'),
    plain('减免人数', `${total((grade) => grade.reduced)}人`, '收费类别为减半、免收'),
    plain('收费总额', `${(figures.feesFen / 100).toFixed(2)}元`, '本学期已交费用合计'),
  ];
}

function indicatorSheet(data: StatisticsData): OutputSheet {
  return officialSheet({
    ...baseOf(data),
    name: '课后服务统计表',
    title: `${data.schoolName}${formatPeriod(data.period)}课后服务统计表`,
    note: `统计至${formatChinese(data.figures.day)}`,
    columns: [
      { header: '指标', width: 30, form: 'text' },
      { header: '分子口径', width: 32, form: 'text', wrap: true },
      { header: '分子', width: 12, form: 'integer' },
      { header: '分母口径', width: 26, form: 'text', wrap: true },
      { header: '分母', width: 12, form: 'integer' },
      { header: '结果', width: 14, form: 'text' },
    ],
    rows: indicatorsOf(data.figures),
  });
}

function gradeSheet(data: StatisticsData): OutputSheet {
  const count = { width: 14, form: 'integer', total: true } as const;
  return officialSheet({
    ...baseOf(data),
    name: '分年级',
    title: `${data.schoolName}${formatPeriod(data.period)}课后服务分年级统计表`,
    note: '单位：人',
    columns: [
      { header: '年级', width: 14, form: 'text' },
      { ...count, header: '在校生' },
      { ...count, header: '其中走读生' },
      { ...count, header: '参加人数' },
      { ...count, header: '5天全程' },
      { ...count, header: '减免人数' },
      { header: '参与率', width: 12, form: 'text' },
    ],
    rows: data.figures.grades.map((grade) => [
      `${'一二三四五六七八九'.charAt(grade.grade - 1)}年级`,
      grade.pupils,
      grade.dayPupils,
      grade.participants,
      grade.fiveDays,
      grade.reduced,
      printedShare(grade.participants, grade.pupils),
    ]),
    totals: true,
  });
}

function courseSheet(data: StatisticsData): OutputSheet {
  return officialSheet({
    ...baseOf(data),
    name: '课程',
    title: `${data.schoolName}${formatPeriod(data.period)}课后服务课程统计表`,
    note: '单位：门',
    columns: [
      { header: '课程类别', width: 24, form: 'text' },
      { header: '门数', width: 14, form: 'integer', total: true },
    ],
    rows: data.figures.coursesByKind.map(({ kind, count }) => [kind, count]),
    totals: true,
  });
}

function baseOf(data: StatisticsData): { unitName: string; madeOn: string; madeBy: string } {
  return { unitName: data.schoolName, madeOn: data.madeOn, madeBy: data.madeBy };
}

function problemsOf(figures: ServiceFigures): string[] {
  return [
    ...(figures.grades.length === 0 ? ['没有义务教育阶段的在校生，参与率无法计算。请检查学生的班级。'] : []),
    ...(figures.unconfirmed > 0 ? [`有 ${figures.unconfirmed} 场排班没有确认开展，没有计入。`] : []),
    ...(figures.sessions > 0 && figures.due === 0 ? ['还没有点名记录，出勤率无法计算。'] : []),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
