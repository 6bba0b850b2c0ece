import { hasQuorum, isPassed, quorumWords } from '../../partyLife/quorum.ts';
import type {
  DevelopmentFacts,
  DevelopmentPerson,
  DevelopmentVoteFact,
  StepFact,
} from '../../membership/developmentFacts.ts';
import { developmentSteps, stepWords, type DevelopmentStep } from '../../membership/developmentSteps.ts';
import { developmentBasis, findInPersons, wasElsewhere } from './aboutPerson.ts';
import type { DevelopmentRule, PersonProblem } from './aboutPerson.ts';

interface VotedStep extends StepFact {
  readonly kind: NonNullable<DevelopmentStep['vote']>;
}

/** Steps of the person that rest on a vote of this school's branch. */
function votedSteps(person: DevelopmentPerson): readonly VotedStep[] {
  return developmentSteps.flatMap(({ number, vote }) => {
    const taken = person.steps.find((step) => step.number === number);
    return taken && vote && !wasElsewhere(person, taken.on) ? [{ ...taken, kind: vote }] : [];
  });
}

function votesAt(facts: DevelopmentFacts, step: VotedStep): readonly DevelopmentVoteFact[] {
  return facts.votes.filter((vote) => vote.meetingId === step.meetingId && vote.kind === step.kind);
}

function isAbout(vote: DevelopmentVoteFact, name: string): boolean {
  return vote.candidate === null ? vote.matter.includes(name) : vote.candidate.includes(name);
}

const validVote: DevelopmentRule = {
  id: 'DEV-12',
  severity: 'error',
  label: '支部大会表决：到会超过半数，赞成超过应到的半数',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) =>
      votedSteps(person).flatMap((step): PersonProblem[] => {
        const vote = votesAt(facts, step).find((one) => isAbout(one, person.name));
        if (!vote) return [];
        const { dueVoters: due, presentVoters: present, inFavour } = vote;
        const said = (sentence: string): PersonProblem[] => [
          { sentence: `${step.kind}的表决${sentence}`, part: String(step.number), meetingId: step.meetingId },
        ];
        if (!hasQuorum('admission', due, present))
          return said(`应到 ${due} 人，实到 ${present} 人，${quorumWords('admission')}，表决无效。`);
        if (isPassed('admission', due, present, inFavour) !== true)
          return said(`赞成 ${inFavour} 票，没有超过应到 ${due} 人的半数，没有通过。`);
        return vote.outcome === '未通过' ? said('记的结果是“未通过”，这一步不能成立，请核对。') : [];
      }),
    ),
};

const oneByOne: DevelopmentRule = {
  id: 'DEV-13',
  severity: 'error',
  label: '逐人讨论、逐人表决',
  basis: developmentBasis,
  check: (facts) =>
    findInPersons(facts, (person) =>
      votedSteps(person).flatMap((step): PersonProblem[] => {
        const said = (sentence: string): PersonProblem[] => [
          { sentence, part: String(step.number), meetingId: step.meetingId },
        ];
        if (step.meetingId === null) return said(`${stepWords(step.number)}没有选会议记录，看不到表决情况。`);
        const vote = votesAt(facts, step).find((one) => isAbout(one, person.name));
        if (!vote) return said(`已完成的党员大会记录里没有对本人的表决（${step.kind}），请补登表决情况。`);
        const together = facts.persons.filter(
          (other) => other.id !== person.id && other.name !== person.name && isAbout(vote, other.name),
        );
        return together.length === 0
          ? []
          : said(
              `和${together.map(({ name }) => name).join('、')}合在一起表决，应逐人讨论、逐人表决，请分开登记票数。`,
            );
      }),
    ),
};

/** Votes of the branch meeting on one person. */
export const developmentVoteRules: readonly DevelopmentRule[] = [validVote, oneByOne];
