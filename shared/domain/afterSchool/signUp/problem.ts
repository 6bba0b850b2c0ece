/** A course as sign-up sees it: whom it takes, when, and how many. */
export interface SignUpCourse {
  readonly id: string;
  readonly name: string;
  readonly gradeFrom: number;
  readonly gradeTo: number;
  /** 1 = Monday … 5; empty = every service day. */
  readonly weekdays: readonly number[];
  /** `null` = as many as come. */
  readonly capacity: number | null;
}

/** What a pupil's parents asked for. */
export interface SignUpPupil {
  /** Id of the enrolment. */
  readonly id: string;
  readonly name: string;
  readonly className: string;
  /** `null` without class. */
  readonly grade: number | null;
  /** Days on which the pupil takes part, 1 = Monday … 5. */
  readonly weekdays: readonly number[];
  /** Course ids in the order of the wishes, the dearest first. */
  readonly wishes: readonly string[];
  /** How many courses the pupil may get, on different days; at least 1. */
  readonly wanted: number;
  /** Courses the pupil has and keeps. */
  readonly held: readonly string[];
  readonly appliedOn: string;
}

export interface SignUpProblem {
  readonly courses: readonly SignUpCourse[];
  readonly pupils: readonly SignUpPupil[];
  /** What the lottery numbers follow from; said aloud at the drawing, so that anybody can repeat it. */
  readonly seed: string;
}

/** What one pupil gets beside what is held. */
export interface Placement {
  readonly pupilId: string;
  /** In the order of the wishes. */
  readonly courseIds: readonly string[];
}

/** Who takes part in giving out: pupils with wishes who don't have yet what they want. Only they draw a number. */
export function contenders(problem: Pick<SignUpProblem, 'pupils'>): readonly SignUpPupil[] {
  return problem.pupils.filter(({ wishes, held, wanted }) => wishes.length > 0 && held.length < wanted);
}

const rankWords = ['第一志愿', '第二志愿', '第三志愿'] as const;

/** 第一志愿 … by place, counted from 0. */
export function rankWord(place: number): string {
  return rankWords[place] ?? `第${place + 1}志愿`;
}

/** The days on which a course is held, 1 = Monday … 5. */
export function courseDays(course: Pick<SignUpCourse, 'weekdays'>): readonly number[] {
  return course.weekdays.length > 0 ? course.weekdays : [1, 2, 3, 4, 5];
}

/** Whether two courses fall on one day, so that a pupil can't have both. */
export function sameDay(a: Pick<SignUpCourse, 'weekdays'>, b: Pick<SignUpCourse, 'weekdays'>): boolean {
  const days = courseDays(b);
  return courseDays(a).some((day) => days.includes(day));
}
