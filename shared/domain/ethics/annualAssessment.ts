import { yearOf } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import { effectStart, isAtLeast, isRevoked, isSanction, sanctionEnd } from './sanctions.ts';
import type { AppraisalFact, CaseFact } from './facts.ts';
import { periodRange } from '../../kernel/periods.ts';
import { assessmentGrades, ethicsGrades, type AssessmentGrade } from './words.ts';

/** Why a person's annual assessment of a year can't be better than a grade. */
export interface AssessmentLimit {
  /** The best grade that may be given; 不定等次 = takes part, only comments are written. */
  readonly best: AssessmentGrade;
  readonly proof: { readonly ledger: 'ethicsCase' | 'ethicsAppraisal'; readonly id: string };
  readonly reason: string;
  readonly basis: string;
}

/** Whether a grade keeps a limit. Where no grade may be given any grade breaks it; giving none breaks nothing. */
function keepsLimit(grade: AssessmentGrade, best: AssessmentGrade): boolean {
  if (best === '不定等次') return grade === best;
  if (grade === '不定等次') return true;
  return ethicsGrades.indexOf(grade) >= ethicsGrades.indexOf(best);
}

/**
 * The first limit that a grade breaks. Somebody whose ethics were unqualified gets 不合格 and nothing else, but for a year for which a
 * sanction leaves no grade: there the comments alone are right as well.
 */
export function brokenLimit(
  grade: AssessmentGrade,
  limits: readonly AssessmentLimit[],
): AssessmentLimit | undefined {
  const unqualified = limits.find(({ best }) => best === '不合格');
  if (!unqualified) return limits.find(({ best }) => !keepsLimit(grade, best));
  const noGrade = limits.some(({ best }) => best === '不定等次');
  return grade === '不合格' || (noGrade && grade === '不定等次') ? undefined : unqualified;
}

/**
 * What limits somebody's annual assessment of a year, the strictest first: an unqualified ethics appraisal of the period that
 * ends in the year, and sanctions by the text in force when they were decided.
 */
export function assessmentLimits(
  person: { readonly appraisals: readonly AppraisalFact[]; readonly cases: readonly CaseFact[] },
  year: number,
  parameters: Parameters,
): readonly AssessmentLimit[] {
  const unqualified = person.appraisals.filter(
    ({ grade, period }) => grade === '不合格' && yearOf(periodRange(period).to) === year,
  );
  return [
    ...unqualified.map(({ id }): AssessmentLimit => ({
      best: '不合格',
      proof: { ledger: 'ethicsAppraisal', id },
      reason: '师德考核不合格，年度考核应为“不合格”',
      basis: '教师〔2013〕10号：师德表现一票否决',
    })),
    ...person.cases.flatMap((fact) => {
      const best = limitOfSanction(fact, year, parameters);
      if (best === undefined) return [];
      const reason =
        best === '不定等次'
          ? `受${fact.handling}处分，${year}年度考核只写评语、不定等次`
          : `受${fact.handling}处分，${year}年度考核不得高于“${best}”`;
      return {
        best,
        proof: { ledger: 'ethicsCase' as const, id: fact.id },
        reason,
        basis: basisOn(fact),
      };
    }),
  ].toSorted((a, b) => rank(a.best) - rank(b.best));
}

/** The best grade that a sanction leaves for a year; `undefined` where it doesn't reach that year. */
function limitOfSanction(fact: CaseFact, year: number, parameters: Parameters): AssessmentGrade | undefined {
  const start = effectStart(fact);
  if (start === null || isRevoked(fact) || !isSanction(fact.handling) || fact.handling === '开除')
    return undefined;
  const index = isAtLeast(fact.handling, '降低岗位等级') ? 2 : fact.handling === '记过' ? 1 : 0;
  const decidedOn = fact.decidedOn ?? start;
  const years = parameters.numberList('sanctionAssessmentYears', decidedOn)[index] ?? 1;
  const first = yearOf(start);
  const last = years === 0 ? yearOf(sanctionEnd(fact, parameters) ?? start) : first + years - 1;
  if (year < first || year > last) return undefined;
  return gradeNamed(parameters.words('sanctionAssessmentGrades', decidedOn)[index]);
}

function gradeNamed(word: string | undefined): AssessmentGrade | undefined {
  return assessmentGrades.find((grade) => grade === word);
}

function basisOn(fact: CaseFact): string {
  return (fact.decidedOn ?? '') < '2023-11-06'
    ? '《事业单位工作人员处分暂行规定》（2012年）'
    : '《事业单位工作人员处分规定》（2023年）';
}

/** 不合格 is the strictest; 不定等次 comes before the better grades. */
function rank(grade: AssessmentGrade): number {
  return ['不合格', '不定等次', '基本合格', '合格', '优秀'].indexOf(grade);
}
