import type { RoundPersonView } from '../../../shared/contract/appraisal.ts';
import type { StepState } from '../../../shared/domain/ethics/round/roundSteps.ts';

export const stepSigns = {
  done: { mark: '✓', word: '已完成', tone: 'good' },
  current: { mark: '◔', word: '正在办理', tone: 'calm' },
  waiting: { mark: '·', word: '未到', tone: 'quiet' },
  skipped: { mark: '—', word: '不需要', tone: 'quiet' },
} as const satisfies Record<StepState, unknown>;

const gradeTones = { 优秀: 'good', 合格: 'calm', 基本合格: 'warn', 不合格: 'bad' } as const;
const gradeMarks = { 优秀: '★', 合格: '✓', 基本合格: '△', 不合格: '!' } as const;

/** The grade, or why there is none yet. */
export function gradeSign({ grade, cap }: Pick<RoundPersonView, 'grade' | 'cap'>) {
  if (grade !== null) return { mark: gradeMarks[grade], word: grade, tone: gradeTones[grade] } as const;
  return cap === 'tied'
    ? ({ mark: '?', word: '待决定', tone: 'warn' } as const)
    : ({ mark: '·', word: '未齐', tone: 'quiet' } as const);
}

/** Whether there is something to look at: a missing part, far scores, a tie, a veto. */
export function needsLook(person: RoundPersonView): boolean {
  return (
    person.missing.length > 0 ||
    person.caseIds.length > 0 ||
    person.cap === 'tied' ||
    person.grade === '不合格' ||
    person.parts.some(({ outliers }) => outliers > 0)
  );
}
