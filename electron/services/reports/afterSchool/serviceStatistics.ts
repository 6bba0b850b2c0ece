import {
  indicatorsOf,
  type ClassFigures,
  type FigureBase,
  type ServiceFigures,
} from '../../../../shared/domain/afterSchool/serviceFigures.ts';
import { gradeWords } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { formatMoney } from '../../../../shared/kernel/money.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { notApplicable } from '../../../documents/officeText.ts';
import { loadServiceFigures } from '../../afterSchool/statistics/loadServiceFigures.ts';
import { shareColumn, type Sheet, type SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport } from '../report.ts';

const bases: readonly FigureBase[] = [
  { withBoarders: true, teachers: 'fullTime' },
  { withBoarders: false, teachers: 'staff' },
];

/**
 * 课后服务统计表 of a term (domain.md §5.4): every share stands with its numerator and denominator, because schools and
 * bureaus count different bases (boarders in or out); by grade, class, kind of course, weekday and week.
 */
export const serviceStatistics = sheetReport({
  name: 'serviceStatistics',
  label: '课后服务统计表',
  area: 'afterSchool',
  periods: ['term'],
  gather: (h, { period, today }) => success(loadServiceFigures(h, period, today)),
  compose: (figures, { period, sheet }) => {
    const indicators = indicatorRows(figures);
    const part = <Row>(one: Omit<Sheet<Row>, 'title'>) =>
      sheet({ title: `${formatPeriod(period)}课后服务${one.name}统计表`, ...one });
    return {
      sheets: [
        sheet({
          name: '课后服务统计表',
          title: `${formatPeriod(period)}课后服务统计表`,
          note: `统计至${formatChinese(figures.day)}`,
          rows: indicators,
          columns: [
            { heading: '指标', width: 30, cell: ({ name }) => name },
            { heading: '分子口径', width: 36, wrap: true, cell: ({ partWords }) => partWords },
            { heading: '分子', width: 12, format: 'integer', cell: ({ part: count }) => count },
            { heading: '分母口径', width: 26, wrap: true, cell: ({ wholeWords }) => wholeWords },
            { heading: '分母', width: 12, format: 'integer', cell: ({ whole }) => whole },
            { heading: '结果', width: 14, format: 'share', cell: ({ result }) => result },
          ],
        }),
        part({
          name: '分年级',
          note: '单位：人',
          rows: [...Map.groupBy(figures.classes, ({ grade }) => grade)].map(([grade, rooms]) =>
            pupilFigures(gradeWords(grade, grade), rooms),
          ),
          columns: [{ heading: '年级', width: 14, cell: ({ name }) => name }, ...pupilColumns],
        }),
        part({
          name: '分班级',
          note: '单位：人',
          rows: figures.classes.map((room) => pupilFigures(room.name, [room])),
          columns: [{ heading: '班级', width: 16, cell: ({ name }) => name }, ...pupilColumns],
        }),
        part({
          name: '课程',
          note: '单位：门、人',
          rows: figures.kinds,
          columns: [
            { heading: '课程类别', width: 24, cell: ({ kind }) => kind },
            counted('门数', ({ courses }: Kind) => courses),
            { heading: '参加人数', width: 14, format: 'integer', cell: ({ pupils }) => pupils },
            ...attendanceColumns,
          ],
        }),
        part({
          name: '按星期',
          note: '单位：人',
          rows: figures.weekdays,
          columns: [
            { heading: '星期', width: 20, cell: ({ weekday }) => `星期${'一二三四五'.charAt(weekday - 1)}` },
            { heading: '报名人数', width: 14, format: 'integer', cell: ({ participants }) => participants },
            ...attendanceColumns,
          ],
        }),
        part({
          name: '按周',
          rows: figures.weeks,
          columns: [
            { heading: '周次', width: 12, cell: ({ week }) => `第${week}周` },
            { heading: '周一日期', width: 14, cell: ({ from }) => from },
            counted('开展天数', ({ days }: Week) => days),
            counted('场次', ({ sessions }: Week) => sessions),
            {
              heading: '日均分钟',
              width: 12,
              format: 'integer',
              cell: ({ days, minutes }) => (days === 0 ? 0 : Math.round(minutes / days)),
            },
            ...attendanceColumns,
          ],
        }),
      ],
      personCount: 0,
      problems: problemsOf(figures),
      rows: indicators.length,
    };
  },
});

interface Indicator {
  readonly name: string;
  readonly partWords: string;
  readonly part: number | null;
  readonly wholeWords: string | null;
  readonly whole: number | null;
  /** A share as a number, or words. */
  readonly result: string | number;
}

function indicatorRows(figures: ServiceFigures): Indicator[] {
  const shares = bases
    .flatMap((base) => indicatorsOf(figures, base))
    .filter((one, index, all) => all.findIndex(({ name }) => name === one.name) === index)
    .map((one) => ({ ...one, result: one.whole === 0 ? notApplicable : one.part / one.whole }));
  const plain = (name: string, result: string, partWords: string): Indicator => ({
    name,
    partWords,
    part: null,
    wholeWords: null,
    whole: null,
    result,
  });
  const reduced = figures.classes.reduce((sum, one) => sum + one.reduced, 0);
  const minutes =
    figures.serviceDays === 0 ? notApplicable : `${Math.round(figures.minutes / figures.serviceDays)}分钟`;
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

function counted<Row>(heading: string, cell: (row: Row) => number): SheetColumn<Row> {
  return { heading, width: 14, format: 'integer', total: true, cell };
}

type Kind = ServiceFigures['kinds'][number];
type Week = ServiceFigures['weeks'][number];

interface Attendance {
  readonly due: number;
  readonly present: number;
}

const attendanceColumns: readonly SheetColumn<Attendance>[] = [
  counted('应到人次', ({ due }) => due),
  counted('实到人次', ({ present }) => present),
  shareColumn(
    '出勤率',
    12,
    ({ present }) => present,
    ({ due }) => due,
  ),
];

type Counted = 'pupils' | 'boarders' | 'participants' | 'fiveDays' | 'reduced' | 'due' | 'present';
type PupilFigures = Readonly<Record<Counted, number>> & { readonly name: string };

/** Figures of some classes together. */
function pupilFigures(name: string, rooms: readonly ClassFigures[]): PupilFigures {
  const sum = (of: Counted): number => rooms.reduce((total, room) => total + room[of], 0);
  return {
    name,
    pupils: sum('pupils'),
    boarders: sum('boarders'),
    participants: sum('participants'),
    fiveDays: sum('fiveDays'),
    reduced: sum('reduced'),
    due: sum('due'),
    present: sum('present'),
  };
}

const pupilColumns: readonly SheetColumn<PupilFigures>[] = [
  counted('在校生', ({ pupils }) => pupils),
  counted('其中走读生', ({ pupils, boarders }) => pupils - boarders),
  counted('参加人数', ({ participants }) => participants),
  counted('5天全程', ({ fiveDays }) => fiveDays),
  counted('减免人数', ({ reduced }) => reduced),
  shareColumn(
    '参与率',
    12,
    ({ participants }) => participants,
    ({ pupils }) => pupils,
  ),
  ...attendanceColumns,
];

function problemsOf(figures: ServiceFigures): (string | false)[] {
  const due = figures.weeks.reduce((sum, week) => sum + week.due, 0);
  return [
    figures.classes.length === 0 && '没有义务教育阶段的在校生，参与率无法计算。请检查学生的班级。',
    figures.unconfirmed > 0 && `有 ${figures.unconfirmed} 场排班没有确认开展，没有计入。`,
    figures.sessions > 0 && due === 0 && '还没有点名记录，出勤率无法计算。',
  ];
}
