import {
  classShare,
  type ClassFigures,
  type FigureBase,
  type ServiceFigures,
} from '../../../shared/domain/afterSchool/serviceFigures.ts';
import { gradeWords } from '../../../shared/domain/afterSchool/signUp/fitness.ts';

export type Grouping = 'grade' | 'class' | 'kind' | 'weekday' | 'week';

export interface FigureTableView {
  readonly headers: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The figures of a term by one grouping, shares against the chosen base. */
export function tableOf(figures: ServiceFigures, by: Grouping, base: FigureBase): FigureTableView {
  switch (by) {
    case 'grade':
      return {
        headers: ['年级', ...classHeaders(base)],
        rows: [...Map.groupBy(figures.classes, ({ grade }) => grade)].map(([grade, rooms]) => [
          gradeWords(grade, grade),
          ...classCells(rooms, base),
        ]),
      };
    case 'class':
      return {
        headers: ['班级', ...classHeaders(base)],
        rows: figures.classes.map((room) => [room.name, ...classCells([room], base)]),
      };
    case 'kind':
      return {
        headers: ['课程类别', '门数', '参加人数', '应到人次', '实到人次', '出勤率'],
        rows: figures.kinds.map(({ kind, courses, pupils, due, present }) => [
          kind,
          courses,
          pupils,
          due,
          present,
          percent(present, due),
        ]),
      };
    case 'weekday':
      return {
        headers: ['星期', '报名人数', '应到人次', '实到人次', '出勤率'],
        rows: figures.weekdays.map(({ weekday, participants, due, present }) => [
          `星期${'一二三四五'.charAt(weekday - 1)}`,
          participants,
          due,
          present,
          percent(present, due),
        ]),
      };
    case 'week':
      return {
        headers: ['周次', '周一', '天数', '场次', '日均分钟', '应到人次', '实到人次', '出勤率'],
        rows: figures.weeks.map(({ week, from, days, sessions, minutes, due, present }) => [
          `第${week}周`,
          from,
          days,
          sessions,
          days === 0 ? 0 : Math.round(minutes / days),
          due,
          present,
          percent(present, due),
        ]),
      };
  }
}

function classHeaders({ withBoarders }: FigureBase): readonly string[] {
  return [
    withBoarders ? '在校生' : '走读生',
    '参加',
    '参与率',
    '5天全程',
    '减免',
    '应到人次',
    '实到人次',
    '出勤率',
  ];
}

function classCells(rooms: readonly ClassFigures[], base: FigureBase): readonly (string | number)[] {
  const sum = (pick: (room: ClassFigures) => number): number =>
    rooms.reduce((total, room) => total + pick(room), 0);
  const of = sum((room) => classShare(room, base).of);
  const count = sum((room) => classShare(room, base).count);
  const [due, present] = [sum((room) => room.due), sum((room) => room.present)];
  return [
    of,
    count,
    percent(count, of),
    sum(({ fiveDays }) => fiveDays),
    sum(({ reduced }) => reduced),
    due,
    present,
    percent(present, due),
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`;
}
