import { appraisalRound, type RoundPerson } from '../appraisalRound.ts';
import type { AppraisalFact, CaseFact } from '../facts.ts';
import type { Parameters } from '../../parameters/index.ts';
import { periodRange } from '../../../kernel/periods.ts';
import type { EthicsGrade } from '../words.ts';

/** What the panel decided about somebody whose total is tied at the cap. */
export interface TieDecision {
  readonly staffId: string;
  readonly granted: boolean;
}

/** How somebody stands to the cap on 优秀; `null`: below the band of 优秀. */
export type CapPlace = 'certain' | 'tied' | 'granted' | 'refused' | 'beyond' | null;

export interface RoundOutcome extends Omit<RoundPerson, 'grade'> {
  /** Place by total among all; equal totals share it. `null` without a total. */
  readonly rank: number | null;
  /** The grade by the band of the total alone, vetoes and sanctions included. */
  readonly bandGrade: EthicsGrade | null;
  /** The grade of the round; `null` while a score or the panel's decision is missing. */
  readonly grade: EthicsGrade | null;
  readonly cap: CapPlace;
}

export interface RoundTie {
  readonly total: number;
  readonly places: number;
  readonly staffIds: readonly string[];
  /** Decided for exactly these people and within the places. */
  readonly decided: boolean;
}

export interface RoundResult {
  readonly people: readonly RoundOutcome[];
  readonly appraised: number;
  readonly limit: number;
  /** How the limit was reckoned, in words. */
  readonly limitWords: string;
  readonly tie: RoundTie | null;
}

/**
 * Grades of a round: bands, vetoes, sanctions, then the cap. Who is tied at the cap has no grade until the panel has decided
 * about all of them; a decision about other people than those tied now doesn't count any more.
 * @param appraisals those of the period, one for each appraised
 * @param cases of all of them
 * @param parameters with the round's own rules in force
 */
export function roundResult(
  appraisals: readonly AppraisalFact[],
  cases: readonly CaseFact[],
  period: string,
  parameters: Parameters,
  decisions: readonly TieDecision[],
): RoundResult {
  const { people, excellent } = appraisalRound(appraisals, cases, period, parameters);
  const { certain, tied, placesForTied, beyond, limit } = excellent;
  const decided = isDecided(
    tied.map(({ staffId }) => staffId),
    placesForTied,
    decisions,
  );
  const share = parameters.number('appraisalExcellentShare', periodRange(period).to);
  const limitWords = `${people.length} 人参加考核，优秀不超过 ${share}%，最多 ${limit} 人（尾数舍去）`;
  const capOf = ({ staffId }: RoundPerson): CapPlace => {
    const isIn = (group: readonly RoundPerson[]) => group.some((one) => one.staffId === staffId);
    if (isIn(certain)) return 'certain';
    if (isIn(beyond)) return 'beyond';
    if (!isIn(tied)) return null;
    if (!decided) return 'tied';
    return decisions.some((one) => one.staffId === staffId && one.granted) ? 'granted' : 'refused';
  };
  const [firstTied] = tied;
  return {
    appraised: people.length,
    limit,
    limitWords,
    tie:
      firstTied && firstTied.total !== null
        ? {
            total: firstTied.total,
            places: placesForTied,
            staffIds: tied.map(({ staffId }) => staffId),
            decided,
          }
        : null,
    people: people.map((person) => {
      const cap = capOf(person);
      const rank = rankOf(person, people);
      return {
        ...person,
        rank,
        cap,
        bandGrade: person.grade,
        grade: cap === 'tied' ? null : cap === 'beyond' || cap === 'refused' ? '合格' : person.grade,
        reasons: [
          ...person.reasons,
          ...capReasons(cap, rank, limitWords, person, placesForTied, tied.length),
        ],
      };
    }),
  };
}

function isDecided(tied: readonly string[], places: number, decisions: readonly TieDecision[]): boolean {
  if (tied.length === 0) return false;
  const about = new Map(decisions.map(({ staffId, granted }) => [staffId, granted]));
  return (
    about.size === tied.length &&
    tied.every((id) => about.has(id)) &&
    [...about.values()].filter(Boolean).length <= places
  );
}

function rankOf({ total }: RoundPerson, people: readonly RoundPerson[]): number | null {
  return total === null ? null : people.filter((other) => (other.total ?? -1) > total).length + 1;
}

function capReasons(
  cap: CapPlace,
  rank: number | null,
  limitWords: string,
  { total }: RoundPerson,
  places: number,
  tied: number,
): readonly string[] {
  const tie = `与另外 ${tied - 1} 人同为 ${total} 分，余下 ${places} 个优秀名额`;
  switch (cap) {
    case 'beyond':
      return [`总分在优秀线以上，排第 ${rank} 名，超出优秀名额（${limitWords}），评为“合格”`];
    case 'tied':
      return [`${tie}，由考核小组研究决定`];
    case 'granted':
      return [`${tie}，考核小组研究评为“优秀”`];
    case 'refused':
      return [`${tie}，考核小组研究评为“合格”`];
    default:
      return [];
  }
}
