/** One who waits for a place in a course. */
export interface WaitingPupil {
  readonly id: string;
  /** Whether the pupil has no course at all. */
  readonly withNothing: boolean;
  /** Place of the course among the wishes, from 0; behind them all when it isn't one. */
  readonly wish: number;
  /** `null` for who signed up after the drawing. */
  readonly lottery: number | null;
  readonly appliedOn: string;
}

/** In whose turn a place that gets free goes: who has nothing first, then by wish, lottery number and day of application. */
export function waitingOrder<P extends WaitingPupil>(waiting: readonly P[]): readonly P[] {
  return waiting.toSorted(
    (a, b) =>
      Number(b.withNothing) - Number(a.withNothing) ||
      a.wish - b.wish ||
      (a.lottery ?? Number.MAX_SAFE_INTEGER) - (b.lottery ?? Number.MAX_SAFE_INTEGER) ||
      a.appliedOn.localeCompare(b.appliedOn) ||
      a.id.localeCompare(b.id),
  );
}

/** The order in one sentence, for the screen and the notice. */
export const waitingOrderWords = '没有课的学生优先，再按志愿顺序、抽签序号、申请日期排列。';
