/** How often each answer was given to one question in one group (class or teacher). */
export interface SurveyTally {
  readonly group: string;
  /** From 1. */
  readonly question: number;
  readonly verySatisfied: number;
  readonly satisfied: number;
  readonly fair: number;
  readonly dissatisfied: number;
}

/** The answers in their printed order. */
export const surveyAnswers = ['很满意', '满意', '基本满意', '不满意'] as const;

export interface AnswerShares {
  readonly answers: number;
  /** Counts in the order of `surveyAnswers`. */
  readonly counts: readonly [number, number, number, number];
  /** Percent of 很满意 and 满意; `null` without answers. */
  readonly satisfiedPercent: number | null;
}

export interface SurveyQuestionResult extends AnswerShares {
  readonly question: number;
  readonly text: string;
}

export interface SurveyGroupResult {
  readonly group: string;
  /** Sheets: the most answers to one question; `null` where the group is too small to be shown. */
  readonly sheets: number | null;
  readonly satisfiedPercent: number | null;
  /** Fewer sheets than the minimum: nothing of the group is told. */
  readonly suppressed: boolean;
}

export interface SurveyResult {
  readonly sheets: number;
  readonly questions: readonly SurveyQuestionResult[];
  /** `null` where there are too few answers altogether. */
  readonly overall: AnswerShares | null;
  readonly groups: readonly SurveyGroupResult[];
  readonly suppressed: boolean;
}

/**
 * The summary of a questionnaire. Groups with fewer sheets than the minimum are suppressed; where only one would be, the
 * next smallest is too, or it could be had by subtracting the others from the whole.
 */
export function surveyResult(
  tallies: readonly SurveyTally[],
  questions: readonly string[],
  minimum: number,
): SurveyResult {
  const names = [...new Set(tallies.map(({ group }) => group))];
  const sheetsOf = (group: string): number =>
    Math.max(0, ...tallies.filter((one) => one.group === group).map(total));
  const sheets = names.reduce((sum, name) => sum + sheetsOf(name), 0);
  const suppressed = sheets < minimum;
  const hidden = suppressed ? new Set(names) : hiddenGroups(names, sheetsOf, minimum);
  return {
    sheets,
    suppressed,
    overall: suppressed ? null : sharesOf(tallies),
    questions: questions.map((text, index) => ({
      question: index + 1,
      text,
      ...sharesOf(suppressed ? [] : tallies.filter(({ question }) => question === index + 1)),
    })),
    groups: names.map((group) => {
      const isHidden = hidden.has(group);
      return {
        group,
        sheets: isHidden ? null : sheetsOf(group),
        satisfiedPercent: isHidden
          ? null
          : sharesOf(tallies.filter((one) => one.group === group)).satisfiedPercent,
        suppressed: isHidden,
      };
    }),
  };
}

/** Adds sheets to the tallies of a group; every sheet holds one answer (0–3, `null` = none) per question. */
export function addSheets(
  tallies: readonly SurveyTally[],
  sheets: readonly { readonly group: string; readonly answers: readonly (number | null)[] }[],
): readonly SurveyTally[] {
  const byKey = new Map<string, Counts>(
    tallies.map((tally) => [`${tally.group}\n${tally.question}`, countsOf(tally)]),
  );
  for (const { group, answers } of sheets)
    answers.forEach((answer, index) => {
      if (answer === null) return;
      const key = `${group}\n${index + 1}`;
      const counts = byKey.get(key) ?? [0, 0, 0, 0];
      byKey.set(key, counts.map((count, at) => (at === answer ? count + 1 : count)) as Counts);
    });
  return [...byKey].map(([key, [verySatisfied, satisfied, fair, dissatisfied]]) => {
    const [group = '', question = '0'] = key.split('\n');
    return { group, question: Number(question), verySatisfied, satisfied, fair, dissatisfied };
  });
}

type Counts = [number, number, number, number];

function countsOf(tally: SurveyTally): Counts {
  return [tally.verySatisfied, tally.satisfied, tally.fair, tally.dissatisfied];
}

function total(tally: SurveyTally): number {
  return countsOf(tally).reduce((sum, count) => sum + count, 0);
}

function sharesOf(tallies: readonly SurveyTally[]): AnswerShares {
  const counts: Counts = [0, 0, 0, 0];
  for (const tally of tallies)
    countsOf(tally).forEach((count, index) => {
      counts[index as 0 | 1 | 2 | 3] += count;
    });
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return {
    answers,
    counts,
    satisfiedPercent: answers === 0 ? null : ((counts[0] + counts[1]) / answers) * 100,
  };
}

function hiddenGroups(
  names: readonly string[],
  sheetsOf: (name: string) => number,
  minimum: number,
): ReadonlySet<string> {
  const small = names.filter((name) => sheetsOf(name) < minimum);
  const hiddenSheets = small.reduce((sum, name) => sum + sheetsOf(name), 0);
  if (small.length === 0 || hiddenSheets >= minimum) return new Set(small);
  const [next] = names.filter((name) => !small.includes(name)).toSorted((a, b) => sheetsOf(a) - sheetsOf(b));
  return new Set(next === undefined ? small : [...small, next]);
}
