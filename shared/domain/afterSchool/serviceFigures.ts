import type { PlainDate } from '../../kernel/plainDate.ts';

/** How often pupils came, of how often they were due. */
export interface AttendanceCount {
  readonly due: number;
  readonly present: number;
}

export interface ClassFigures extends AttendanceCount {
  readonly classId: string;
  readonly name: string;
  readonly grade: number;
  readonly pupils: number;
  readonly boarders: number;
  readonly participants: number;
  readonly boardersTaking: number;
  /** Of the participants, those enrolled on all five weekdays. */
  readonly fiveDays: number;
  readonly reduced: number;
}

export interface KindFigures extends AttendanceCount {
  readonly kind: string;
  readonly courses: number;
  /** Pupils enrolled in a course of the kind, each once. */
  readonly pupils: number;
}

export interface WeekdayFigures extends AttendanceCount {
  /** 1 = Monday … 5: whose timetable is taught. */
  readonly weekday: number;
  /** Pupils enrolled on that weekday. */
  readonly participants: number;
}

export interface WeekFigures extends AttendanceCount {
  /** Teaching week of the term, from 1. */
  readonly week: number;
  readonly from: PlainDate;
  readonly sessions: number;
  readonly days: number;
  /** Minutes of all its days, from the first start to the last end of each. */
  readonly minutes: number;
}

/** The counts of a term's service as they stand on a day; shares follow from them and the base that is chosen. */
export interface ServiceFigures {
  readonly day: PlainDate;
  readonly classes: readonly ClassFigures[];
  readonly kinds: readonly KindFigures[];
  readonly weekdays: readonly WeekdayFigures[];
  readonly weeks: readonly WeekFigures[];
  readonly fullTimeTeachers: number;
  readonly fullTimeServing: number;
  readonly staff: number;
  readonly staffServing: number;
  readonly externalPersons: number;
  readonly sessions: number;
  readonly serviceDays: number;
  readonly minutes: number;
  /** Past sessions without confirmation; they don't count as held. */
  readonly unconfirmed: number;
  /** 分. */
  readonly feesPaid: number;
  readonly feesRefunded: number;
}

/** What shares are counted against: schools and bureaus count different bases (domain.md §5.4). */
export interface FigureBase {
  /** The monitoring platform leaves boarders out. */
  readonly withBoarders: boolean;
  /** 专任教师 or everybody on the staff. */
  readonly teachers: 'fullTime' | 'staff';
}

export interface Indicator {
  readonly name: string;
  readonly part: number;
  readonly partWords: string;
  readonly whole: number;
  readonly wholeWords: string;
}

/** Pupils of a class in the base, and those of them who take part. */
export function classShare(
  one: ClassFigures,
  { withBoarders }: Pick<FigureBase, 'withBoarders'>,
): { readonly count: number; readonly of: number } {
  return withBoarders
    ? { count: one.participants, of: one.pupils }
    : { count: one.participants - one.boardersTaking, of: one.pupils - one.boarders };
}

/** The shares asked upward, each with both its numbers and what they count. */
export function indicatorsOf(figures: ServiceFigures, base: FigureBase): readonly Indicator[] {
  const shares = figures.classes.map((one) => classShare(one, base));
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const participants = sum(figures.classes.map((one) => one.participants));
  const fullTime = base.teachers === 'fullTime';
  return [
    {
      name: base.withBoarders ? '学生参与率（全体在校生）' : '学生参与率（不含寄宿生）',
      part: sum(shares.map(({ count }) => count)),
      partWords: base.withBoarders ? '参加人数' : '参加的走读生',
      whole: sum(shares.map(({ of }) => of)),
      wholeWords: base.withBoarders ? '义务教育阶段在校生' : '义务教育阶段走读生',
    },
    {
      name: '5天全程参与率',
      part: sum(figures.classes.map(({ fiveDays }) => fiveDays)),
      partWords: '周一至周五都参加',
      whole: participants,
      wholeWords: '参加人数',
    },
    {
      name: fullTime ? '教师参与率（专任教师）' : '教师参与率（教职工）',
      part: fullTime ? figures.fullTimeServing : figures.staffServing,
      partWords: fullTime ? '参与服务的专任教师' : '参与服务的教职工',
      whole: fullTime ? figures.fullTimeTeachers : figures.staff,
      wholeWords: fullTime ? '专任教师' : '教职工',
    },
    {
      name: '出勤率',
      part: sum(figures.weeks.map(({ present }) => present)),
      partWords: '实到人次',
      whole: sum(figures.weeks.map(({ due }) => due)),
      wholeWords: '应到人次',
    },
  ];
}
