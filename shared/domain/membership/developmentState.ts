import type { PlainDate } from '../../kernel/plainDate.ts';
import type { DevelopmentPerson } from './developmentFacts.ts';
import { developmentStep, developmentSteps } from './developmentSteps.ts';

export const developmentStates = [
  '申请人',
  '积极分子',
  '发展对象',
  '预备党员',
  '正式党员',
  '终止',
  '转出',
] as const;
export type DevelopmentState = (typeof developmentStates)[number];

/**
 * What a person is after the steps taken. The superior's consent makes 发展对象 (8), 预备党员 (17) and 正式党员 (24): until it
 * is there, the person is still what he or she was.
 */
export function developmentState(
  taken: ReadonlySet<number>,
  end: Pick<DevelopmentPerson, 'endedOn' | 'endReason'>,
): DevelopmentState {
  if (end.endedOn !== null) return end.endReason === '转出' ? '转出' : '终止';
  if (taken.has(24)) return '正式党员';
  if (taken.has(17)) return '预备党员';
  if (taken.has(8)) return '发展对象';
  return taken.has(3) ? '积极分子' : '申请人';
}

export function stateOf(person: DevelopmentPerson): DevelopmentState {
  return developmentState(new Set(person.steps.map(({ number }) => number)), person);
}

/** The day a step was taken, or `null`. */
export function stepOn(person: DevelopmentPerson, number: number): PlainDate | null {
  return person.steps.find((step) => step.number === number)?.on ?? null;
}

/** Steps whose turn it is: not taken, and all that must come before is. */
export function openSteps(person: DevelopmentPerson): readonly number[] {
  if (person.endedOn !== null) return [];
  return developmentSteps
    .filter(({ number, after }) => stepOn(person, number) === null && missingBefore(person, after) === null)
    .map(({ number }) => number);
}

/** The first of the steps whose turn it is. */
export function nextStep(person: DevelopmentPerson): number | null {
  return openSteps(person)[0] ?? null;
}

function missingBefore(person: DevelopmentPerson, steps: readonly number[]): number | null {
  return steps.find((number) => stepOn(person, number) === null) ?? null;
}

/** What a step waits for: the earliest step before it that has not been taken. */
export function blockedBy(person: DevelopmentPerson, number: number): number | null {
  return missingBefore(person, developmentStep(number).after);
}

export interface MissingPaper {
  readonly step: number;
  readonly paper: string;
}

/** Papers that should be in the dossier by now and aren't. */
export function missingPapers(person: DevelopmentPerson): readonly MissingPaper[] {
  return developmentSteps.flatMap(({ number, papersCompleteWith }) => {
    const due = stepOn(person, number) !== null && stepOn(person, papersCompleteWith ?? number) !== null;
    return due
      ? papersOf(person, number)
          .filter(({ ready }) => !ready)
          .map(({ paper }) => ({ step: number, paper }))
      : [];
  });
}

/** The papers of a step, each with whether it is there: by the word of the clerk, or as a file of that kind. */
export function papersOf(
  person: DevelopmentPerson,
  number: number,
): readonly { readonly paper: string; readonly ready: boolean }[] {
  const taken = person.steps.find((step) => step.number === number);
  return developmentStep(number).papers.map((paper) => ({
    paper,
    ready: taken?.papersReady === true || person.paperKinds.includes(paper),
  }));
}
