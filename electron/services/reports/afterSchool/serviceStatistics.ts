import {
  indicatorsOf,
  type ClassFigures,
  type FigureBase,
  type ServiceFigures,
} from '../../../../shared/domain/afterSchool/serviceFigures.ts';
import { gradeWords } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { formatMoney } from '../../../../shared/kernel/money.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { printedShare } from '../../../documents/officeText.ts';
import type { OutputCell, OutputSheet } from '../../../documents/writeWorkbook.ts';
import { loadServiceFigures } from '../../afterSchool/statistics/loadServiceFigures.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';

interface StatisticsData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly figures: ServiceFigures;
}

const kinds: readonly PeriodKind[] = ['term'];
const bases: readonly FigureBase[] = [
  { withBoarders: true, teachers: 'fullTime' },
  { withBoarders: false, teachers: 'staff' },
];
const count = { width: 14, form: 'integer', total: true } as const;
const share = { width: 12, form: 'text' } as const;

/**
 * 课后服务统计表 of a term (domain.md §5.4): every share stands with its numerator and denominator, because schools and
 * bureaus count different bases (boarders in or out); by grade, class, kind of course, weekday and week.
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
      figures: loadServiceFigures(h, period.value, context.today),
    });
  },
  compose: (data) => ({
    name: `课后服务统计表_${data.period}`,
    sheets: [
      indicatorSheet(data),
      gradeSheet(data),
      classSheet(data),
      courseSheet(data),
      weekdaySheet(data),
      weekSheet(data),
    ],
    personCount: 0,
    sensitiveColumns: [],
    problems: problemsOf(data.figures),
    rows: indicatorRows(data.figures).length,
  }),
});

function indicatorRows(figures: ServiceFigures): OutputCell[][] {
  const shares = bases
    .flatMap((base) => indicatorsOf(figures, base))
    .filter((one, index, all) => all.findIndex(({ name }) => name === one.name) === index)
    .map((one): OutputCell[] => [
      one.name,
      one.partWords,
      one.part,
      one.wholeWords,
      one.whole,
      printedShare(one.part, one.whole),
    ]);
  const plain = (name: string, value: string, what: string): OutputCell[] => [
    name,
    what,
    null,
    null,
    null,
    value,
  ];
  const reduced = figures.classes.reduce((sum, one) => sum + one.reduced, 0);
  const minutes =
    figures.serviceDays === 0 ? '—' : `${Math.round(figures.minutes / figures.serviceDays)}分钟`;
  return [
    ...shares,
    plain('校外人员数', `${figures.externalPersons}人`, '参与服务的校外人员'),
    plain('开展场次', `${figures.sessions}场`, '已确认开展的场次'),
    plain('开展天数', `${figures.serviceDays}天`, '有已确认场次的天数'),
    plain('日均服务时长', minutes, '每天最早开始至最晚结束的平均时长'),
    plain('减免人数', `${reduced}人`, '收费类别为减半、免收'),
    plain('收费总额', `${formatMoney(figures.feesPaid)}元`, '本学期已交费用合计'),
    plain('退费总额', `${formatMoney(figures.feesRefunded)}元`, '本学期已退费用合计'),
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
      { header: '分子口径', width: 36, form: 'text', wrap: true },
      { header: '分子', width: 12, form: 'integer' },
      { header: '分母口径', width: 26, form: 'text', wrap: true },
      { header: '分母', width: 12, form: 'integer' },
      { header: '结果', width: 14, form: 'text' },
    ],
    rows: indicatorRows(data.figures),
  });
}

const classColumns: readonly ReportColumn[] = [
  { ...count, header: '在校生' },
  { ...count, header: '其中走读生' },
  { ...count, header: '参加人数' },
  { ...count, header: '5天全程' },
  { ...count, header: '减免人数' },
  { ...share, header: '参与率' },
  { ...count, header: '应到人次' },
  { ...count, header: '实到人次' },
  { ...share, header: '出勤率' },
];

function classCells(rooms: readonly ClassFigures[]): OutputCell[] {
  const sum = (pick: (room: ClassFigures) => number): number =>
    rooms.reduce((total, room) => total + pick(room), 0);
  const [pupils, participants] = [sum((room) => room.pupils), sum((room) => room.participants)];
  const [due, present] = [sum((room) => room.due), sum((room) => room.present)];
  return [
    pupils,
    pupils - sum((room) => room.boarders),
    participants,
    sum((room) => room.fiveDays),
    sum((room) => room.reduced),
    printedShare(participants, pupils),
    due,
    present,
    printedShare(present, due),
  ];
}

function gradeSheet(data: StatisticsData): OutputSheet {
  const grades = [...Map.groupBy(data.figures.classes, ({ grade }) => grade)];
  return officialSheet({
    ...baseOf(data),
    name: '分年级',
    title: titleOf(data, '分年级'),
    note: '单位：人',
    columns: [{ header: '年级', width: 14, form: 'text' }, ...classColumns],
    rows: grades.map(([grade, rooms]) => [gradeWords(grade, grade), ...classCells(rooms)]),
    totals: true,
  });
}

function classSheet(data: StatisticsData): OutputSheet {
  return officialSheet({
    ...baseOf(data),
    name: '分班级',
    title: titleOf(data, '分班级'),
    note: '单位：人',
    columns: [{ header: '班级', width: 16, form: 'text' }, ...classColumns],
    rows: data.figures.classes.map((room) => [room.name, ...classCells([room])]),
    totals: true,
  });
}

function courseSheet(data: StatisticsData): OutputSheet {
  return officialSheet({
    ...baseOf(data),
    name: '课程',
    title: titleOf(data, '课程'),
    note: '单位：门、人',
    columns: [
      { header: '课程类别', width: 24, form: 'text' },
      { header: '门数', width: 14, form: 'integer', total: true },
      { header: '参加人数', width: 14, form: 'integer' },
      { ...count, header: '应到人次' },
      { ...count, header: '实到人次' },
      { ...share, header: '出勤率' },
    ],
    rows: data.figures.kinds.map(({ kind, courses, pupils, due, present }) => [
      kind,
      courses,
      pupils,
      due,
      present,
      printedShare(present, due),
    ]),
    totals: true,
  });
}

function weekdaySheet(data: StatisticsData): OutputSheet {
  return officialSheet({
    ...baseOf(data),
    name: '按星期',
    title: titleOf(data, '按星期'),
    note: '单位：人',
    columns: [
      { header: '星期', width: 20, form: 'text' },
      { header: '报名人数', width: 14, form: 'integer' },
      { ...count, header: '应到人次' },
      { ...count, header: '实到人次' },
      { ...share, header: '出勤率' },
    ],
    rows: data.figures.weekdays.map(({ weekday, participants, due, present }) => [
      `星期${'一二三四五'.charAt(weekday - 1)}`,
      participants,
      due,
      present,
      printedShare(present, due),
    ]),
    totals: true,
  });
}

function weekSheet(data: StatisticsData): OutputSheet {
  return officialSheet({
    ...baseOf(data),
    name: '按周',
    title: titleOf(data, '按周'),
    columns: [
      { header: '周次', width: 12, form: 'text' },
      { header: '周一日期', width: 14, form: 'text' },
      { ...count, header: '开展天数' },
      { ...count, header: '场次' },
      { header: '日均分钟', width: 12, form: 'integer' },
      { ...count, header: '应到人次' },
      { ...count, header: '实到人次' },
      { ...share, header: '出勤率' },
    ],
    rows: data.figures.weeks.map(({ week, from, days, sessions, minutes, due, present }) => [
      `第${week}周`,
      from,
      days,
      sessions,
      days === 0 ? 0 : Math.round(minutes / days),
      due,
      present,
      printedShare(present, due),
    ]),
    totals: true,
  });
}

function titleOf(data: StatisticsData, what: string): string {
  return `${data.schoolName}${formatPeriod(data.period)}课后服务${what}统计表`;
}

function baseOf(data: StatisticsData): { unitName: string; madeOn: string; madeBy: string } {
  return { unitName: data.schoolName, madeOn: data.madeOn, madeBy: data.madeBy };
}

function problemsOf(figures: ServiceFigures): string[] {
  const due = figures.weeks.reduce((sum, week) => sum + week.due, 0);
  return [
    ...(figures.classes.length === 0 ? ['没有义务教育阶段的在校生，参与率无法计算。请检查学生的班级。'] : []),
    ...(figures.unconfirmed > 0 ? [`有 ${figures.unconfirmed} 场排班没有确认开展，没有计入。`] : []),
    ...(figures.sessions > 0 && due === 0 ? ['还没有点名记录，出勤率无法计算。'] : []),
  ];
}
