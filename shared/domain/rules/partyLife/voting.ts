import { committeeOn, memberName, votingMembersOn } from '../../partyLife/roll.ts';
import type { ElectionFact, MeetingFact, PartyLifeFacts, VoteFact } from '../../partyLife/facts.ts';
import { decisionKindOf, hasQuorum, isPassed, quorumWords } from '../../partyLife/quorum.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { aboutMeeting, meetingWords } from './meetingWords.ts';

type PartyRule = Rule<PartyLifeFacts>;

function findInVotes(
  facts: PartyLifeFacts,
  judge: (meeting: MeetingFact, vote: VoteFact) => string | undefined,
): readonly FindingDraft[] {
  return facts.meetings.flatMap((meeting) =>
    meeting.votes.flatMap((vote) => {
      const problem = judge(meeting, vote);
      if (problem === undefined) return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}表决“${vote.matter}”：${problem}`,
        vote.id,
      );
    }),
  );
}

/** Problems of elections by ballot: those of meetings that list candidates. */
function findInElections(
  facts: PartyLifeFacts,
  judge: (election: ElectionFact) => readonly string[],
): readonly FindingDraft[] {
  return facts.meetings
    .filter(({ candidates }) => candidates.length > 0)
    .flatMap((meeting) =>
      judge(meeting).map((problem, index) =>
        aboutMeeting(meeting, `${meetingWords(facts, meeting)}的选举：${problem}`, `election/${index}`),
      ),
    );
}

const quorumForVote: PartyRule = {
  id: 'PTY-18',
  severity: 'error',
  label: '到会人数达到规定才能表决',
  basis: '《中国共产党支部工作条例（试行）》第十一条；《中国共产党发展党员工作细则》',
  check: (facts) =>
    findInVotes(facts, (meeting, { kind, dueVoters, presentVoters }) => {
      const decision = decisionKindOf(meeting.type, kind);
      if (decision === 'election' || decision === 'committee') return undefined;
      if (hasQuorum(decision, dueVoters, presentVoters)) return undefined;
      return `应到 ${dueVoters} 人，实到 ${presentVoters} 人，${quorumWords(decision)}，这次表决无效，请核对人数或重新表决。`;
    }),
};

const majorityOfThoseDue: PartyRule = {
  id: 'PTY-19',
  severity: 'error',
  label: '赞成超过应到有表决权人数的半数才算通过',
  basis: '《中国共产党支部工作条例（试行）》第十一条',
  check: (facts) =>
    findInVotes(facts, (meeting, vote) => {
      const decision = decisionKindOf(meeting.type, vote.kind);
      if (decision === 'election' || vote.outcome !== '通过') return undefined;
      if (isPassed(decision, vote.dueVoters, vote.presentVoters, vote.inFavour) !== false) return undefined;
      return `赞成 ${vote.inFavour} 票，没有超过应到 ${vote.dueVoters} 人的半数，不能记为通过。`;
    }),
};

const committeeQuorum: PartyRule = {
  id: 'PTY-20',
  severity: 'error',
  label: '支委会应有半数以上委员到会',
  basis: '《中国共产党支部工作条例（试行）》第十二条',
  check: (facts) =>
    facts.meetings.flatMap((meeting) => {
      if (meeting.type !== '支部委员会会议') return [];
      const committee = committeeOn(facts.posts, meeting.branchId, meeting.heldOn);
      if (committee.length === 0) return [];
      const present = meeting.attendance.filter(
        ({ memberId, state }) => state === '出席' && committee.includes(memberId),
      ).length;
      if (hasQuorum('committee', committee.length, present)) return [];
      return aboutMeeting(
        meeting,
        `${meetingWords(facts, meeting)}：委员 ${committee.length} 人，到会 ${present} 人，${quorumWords('committee')}，请核对出席情况。`,
      );
    }),
};

const validElection: PartyRule = {
  id: 'PTY-21',
  severity: 'error',
  label: '选举的到会人数和得票数',
  basis: '《中国共产党基层组织选举工作条例》',
  check: (facts) => [
    ...findInElections(facts, ({ electorsDue, electorsPresent, candidates }) => {
      if (electorsDue === null || electorsPresent === null)
        return ['没有填应到、实到有选举权的人数，请补填。'];
      if (!hasQuorum('election', electorsDue, electorsPresent))
        return [`应到 ${electorsDue} 人，实到 ${electorsPresent} 人，${quorumWords('election')}，选举无效。`];
      return candidates
        .filter(
          ({ elected, inFavour }) => elected && !isPassed('election', electorsDue, electorsPresent, inFavour),
        )
        .map(
          ({ memberId, inFavour }) =>
            `${memberName(facts, memberId)}得票 ${inFavour} 张，没有超过实到 ${electorsPresent} 人的半数，不能当选。`,
        );
    }),
    ...findInVotes(facts, (meeting, vote) => {
      if (decisionKindOf(meeting.type, vote.kind) !== 'election') return undefined;
      if (!hasQuorum('election', vote.dueVoters, vote.presentVoters))
        return `应到 ${vote.dueVoters} 人，实到 ${vote.presentVoters} 人，${quorumWords('election')}，选举无效。`;
      if (vote.outcome !== '通过' || isPassed('election', vote.dueVoters, vote.presentVoters, vote.inFavour))
        return undefined;
      return `得票 ${vote.inFavour} 张，没有超过实到 ${vote.presentVoters} 人的半数，不能当选。`;
    }),
  ],
};

const ballotsAddUp: PartyRule = {
  id: 'PTY-22',
  severity: 'error',
  label: '赞成、反对、弃权合计与参加表决人数相符',
  basis: '《中国共产党支部工作条例（试行）》第十一条',
  check: (facts) => [
    ...findInElections(facts, (election) => {
      const { electorsPresent, ballotsIssued, ballotsReturned, candidates } = election;
      const most = ballotsReturned ?? electorsPresent ?? Number.POSITIVE_INFINITY;
      const over = candidates.filter(
        ({ inFavour, against, abstained }) => inFavour + against + abstained > most,
      );
      return [
        ...(electorsPresent !== null && (ballotsIssued ?? 0) > electorsPresent
          ? [`发出选票 ${ballotsIssued} 张，多于实到有选举权的 ${electorsPresent} 人。`]
          : []),
        ...((ballotsReturned ?? 0) > (ballotsIssued ?? Number.POSITIVE_INFINITY)
          ? [`收回选票 ${ballotsReturned} 张，多于发出的 ${ballotsIssued} 张，选举无效。`]
          : []),
        ...over.map(({ memberId }) => `${memberName(facts, memberId)}的各种票合计多于收回的选票，请核对。`),
      ];
    }),
    ...findInVotes(facts, (_meeting, vote) => {
      const ballots = vote.inFavour + vote.against + vote.abstained;
      const voters = vote.presentVoters + vote.written;
      if (ballots === voters) return undefined;
      return `赞成、反对、弃权合计 ${ballots} 票，参加表决 ${voters} 人，请核对票数。`;
    }),
  ],
};

const onlyVotingMembers: PartyRule = {
  id: 'PTY-23',
  severity: 'error',
  label: '预备党员和受留党察看处分的党员没有表决权',
  basis: '《中国共产党章程》；《中国共产党基层组织选举工作条例》',
  check: (facts) =>
    findInVotes(facts, (meeting, vote) => {
      if (meeting.type !== '支部党员大会') return undefined;
      const voting = votingMembersOn(
        facts.memberships,
        facts.sanctions,
        meeting.branchId,
        meeting.heldOn,
      ).length;
      if (vote.dueVoters <= voting) return undefined;
      return `应到有表决权填了 ${vote.dueVoters} 人，当天名册上只有 ${voting} 人有表决权，请核对是否把预备党员算了进去。`;
    }),
};

/** Votes and the presence they need. */
export const votingRules: readonly PartyRule[] = [
  quorumForVote,
  majorityOfThoseDue,
  committeeQuorum,
  validElection,
  ballotsAddUp,
  onlyVotingMembers,
];
