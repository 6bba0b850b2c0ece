import { periodRange } from '../../kernel/periods.ts';
import type { Parameters } from '../parameters/index.ts';
import { appraise, excellentAppraisalLimit } from './appraisalScore.ts';
import type { AppraisalFact, AppraisalScores, CaseFact } from './facts.ts';
import { isRevoked, isSanction } from './sanctions.ts';
import { vetoProofs } from './vetoEvents.ts';
import type { EthicsGrade } from './words.ts';

/** One person in a round of appraisals. */
export interface RoundPerson {
  readonly appraisalId: string;
  readonly staffId: string;
  /** `null` while a score is missing. */
  readonly total: number | null;
  /** The grade by scores, vetoes and sanctions, before the cap on 优秀; `null` while a score is missing. */
  readonly grade: EthicsGrade | null;
  /** Why the grade is lower than the band of the total, one sentence each. */
  readonly reasons: readonly string[];
  /** The cases that prove it. */
  readonly caseIds: readonly string[];
  readonly missingScores: readonly (keyof AppraisalScores)[];
}

/** How 优秀 is shared out by rank; where totals are equal at the cap, the panel decides, never the program. */
export interface ExcellentShare {
  readonly limit: number;
  /** People who are 优秀 whoever of the tied is taken. */
  readonly certain: readonly RoundPerson[];
  /** People of one total of whom only some have a place. */
  readonly tied: readonly RoundPerson[];
  /** Places for the tied; 0 when there are none. */
  readonly placesForTied: number;
  /** People in the band of 优秀 for whom there is no place: 合格 by the cap. */
  readonly beyond: readonly RoundPerson[];
}

export interface AppraisalRound {
  /** By total, the highest first; people without one last. */
  readonly people: readonly RoundPerson[];
  readonly excellent: ExcellentShare;
}

/**
 * A round of appraisals of one period by the weights, bands, cap and veto list in force on its last day.
 * @param appraisals those of the period
 * @param cases of all the people appraised
 */
export function appraisalRound(
  appraisals: readonly AppraisalFact[],
  cases: readonly CaseFact[],
  period: string,
  parameters: Parameters,
): AppraisalRound {
  const people = appraisals
    .map((appraisal) =>
      personIn(
        appraisal,
        cases.filter(({ staffId }) => staffId === appraisal.staffId),
        period,
        parameters,
      ),
    )
    .toSorted((a, b) => (b.total ?? -1) - (a.total ?? -1));
  const share = parameters.number('appraisalExcellentShare', periodRange(period).to);
  return { people, excellent: shareOut(people, excellentAppraisalLimit(people.length, share)) };
}

function personIn(
  appraisal: AppraisalFact,
  cases: readonly CaseFact[],
  period: string,
  parameters: Parameters,
): RoundPerson {
  const range = periodRange(period);
  const vetoes = vetoProofs(cases, range, parameters);
  const warnings = cases.filter(
    (fact) =>
      isSanction(fact.handling) &&
      !isRevoked(fact) &&
      fact.decidedOn !== null &&
      range.from <= fact.decidedOn &&
      fact.decidedOn <= range.to &&
      !vetoes.some((veto) => veto.fact.id === fact.id),
  );
  const vetoed = appraisal.veto || vetoes.length > 0;
  const result = appraise(appraisal.scores, appraisal.adjustment, vetoed, parameters, range.to);
  const capped = !vetoed && result?.grade === '优秀' && warnings.length > 0;
  return {
    appraisalId: appraisal.id,
    staffId: appraisal.staffId,
    total: result?.total ?? null,
    // A veto stands whether or not every score is in.
    grade: vetoed ? '不合格' : capped ? '合格' : (result?.grade ?? null),
    reasons: [
      ...vetoes.map(({ reason }) => `${reason}，一票否决`),
      ...(appraisal.veto && vetoes.length === 0 ? ['有一票否决情形'] : []),
      ...(capped ? warnings.map(({ handling }) => `考核期内受到${handling ?? ''}处分，不得评为“优秀”`) : []),
    ],
    caseIds: [...vetoes.map(({ fact }) => fact.id), ...(capped ? warnings.map(({ id }) => id) : [])],
    missingScores: missingScores(appraisal.scores, parameters.numberList('appraisalWeights', range.to)),
  };
}

function missingScores(
  scores: AppraisalScores,
  weights: readonly number[],
): readonly (keyof AppraisalScores)[] {
  const order: readonly (keyof AppraisalScores)[] = ['self', 'peer', 'pupil', 'parent', 'panel'];
  return order.filter((part, index) => (weights[index] ?? 0) > 0 && scores[part] === null);
}

/** @param people by total, the highest first */
function shareOut(people: readonly RoundPerson[], limit: number): ExcellentShare {
  const candidates = people.filter(({ grade }) => grade === '优秀');
  const cut = candidates[limit - 1]?.total;
  if (candidates.length <= limit || cut === undefined || cut === null)
    return {
      limit,
      certain: candidates.slice(0, limit),
      tied: [],
      placesForTied: 0,
      beyond: candidates.slice(limit),
    };
  const above = candidates.filter(({ total }) => (total ?? 0) > cut);
  const atCut = candidates.filter(({ total }) => total === cut);
  const below = candidates.filter(({ total }) => (total ?? 0) < cut);
  const places = limit - above.length;
  return atCut.length <= places
    ? { limit, certain: [...above, ...atCut], tied: [], placesForTied: 0, beyond: below }
    : { limit, certain: above, tied: atCut, placesForTied: places, beyond: below };
}
