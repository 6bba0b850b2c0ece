import type { CheckContext } from '../../ledger/definition.ts';

interface Ballot {
  readonly kind: string;
  readonly dueVoters: number;
  readonly presentVoters: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly written: number | null;
}

interface MeetingValues {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly attendance: readonly { readonly member: string }[];
  readonly votes: readonly Ballot[];
  readonly electorsDue: number | null;
  readonly electorsPresent: number | null;
  readonly ballotsIssued: number | null;
  readonly ballotsReturned: number | null;
  readonly ballotsSpoiled: number | null;
  readonly candidates: readonly {
    readonly candidate: string;
    readonly inFavour: number;
    readonly against: number | null;
    readonly abstained: number | null;
  }[];
}

type Problem = { readonly path: string; readonly sentence: string };

/** Kinds of vote in which the written opinion of an absent member counts (发展党员工作细则). */
const withWrittenOpinions = ['接收预备党员', '预备党员转正', '延长或取消预备期'];

/** What keeps a meeting record from being finished; a draft may still have it. */
export function meetingProblems(values: MeetingValues, { today }: CheckContext): readonly Problem[] {
  return [
    ...timeProblems(values, today),
    ...repeatedMembers(values),
    ...values.votes.flatMap(voteProblems),
    ...electionProblems(values),
  ];
}

function timeProblems({ heldOn, startsAt, endsAt }: MeetingValues, today: string | undefined): Problem[] {
  return [
    ...(today !== undefined && heldOn > today
      ? [{ path: 'heldOn', sentence: '会议还没有开，不能登记为完成。请先保存草稿，会后再点“完成”。' }]
      : []),
    ...(startsAt >= endsAt ? [{ path: 'endsAt', sentence: '结束时间要晚于开始时间。' }] : []),
  ];
}

function repeatedMembers({ attendance }: MeetingValues): Problem[] {
  const seen = new Set<string>();
  return attendance.flatMap(({ member }, index) => {
    const repeated = seen.has(member);
    seen.add(member);
    return repeated ? [{ path: `attendance.${index}.member`, sentence: '这位党员已经在名单里了。' }] : [];
  });
}

function voteProblems(vote: Ballot, index: number): Problem[] {
  const path = (field: keyof Ballot): string => `votes.${index}.${field}`;
  const written = vote.written ?? 0;
  const ballots = vote.inFavour + vote.against + vote.abstained;
  const voters = vote.presentVoters + written;
  const problems: Problem[] = [];
  if (ballots > voters)
    problems.push({
      path: path('inFavour'),
      sentence: `赞成、反对、弃权合计 ${ballots} 票，多于参加表决的 ${voters} 人，请核对票数和人数。`,
    });
  else if (ballots < voters)
    problems.push({
      path: path('inFavour'),
      sentence: `赞成、反对、弃权合计 ${ballots} 票，少于参加表决的 ${voters} 人，没有表态的请计入弃权。`,
    });
  if (vote.presentVoters > vote.dueVoters)
    problems.push({ path: path('presentVoters'), sentence: '实到有表决权人数不能多于应到。' });
  else if (voters > vote.dueVoters)
    problems.push({ path: path('written'), sentence: '实到加书面意见不能多于应到有表决权人数。' });
  if (written > 0 && !withWrittenOpinions.includes(vote.kind))
    problems.push({
      path: path('written'),
      sentence: '书面意见只在接收预备党员、转正和延长取消预备期时计票。',
    });
  return problems;
}

function electionProblems(values: MeetingValues): Problem[] {
  const { electorsDue, electorsPresent, ballotsIssued, ballotsReturned, ballotsSpoiled, candidates } = values;
  const problems: Problem[] = [];
  const notMore = (path: string, part: number | null, whole: number | null, sentence: string): void => {
    if (part !== null && whole !== null && part > whole) problems.push({ path, sentence });
  };
  notMore('electorsPresent', electorsPresent, electorsDue, '实到有选举权人数不能多于应到。');
  notMore('ballotsIssued', ballotsIssued, electorsPresent, '发出的选票不能多于实到有选举权的人数。');
  notMore(
    'ballotsReturned',
    ballotsReturned,
    ballotsIssued,
    '收回的选票多于发出的选票，这次选举无效，请核对。',
  );
  notMore('ballotsSpoiled', ballotsSpoiled, ballotsReturned, '废票不能多于收回的选票。');
  const most = ballotsReturned ?? ballotsIssued ?? electorsPresent;
  candidates.forEach(({ inFavour, against, abstained }, index) => {
    const votes = inFavour + (against ?? 0) + (abstained ?? 0);
    notMore(
      `candidates.${index}.inFavour`,
      votes,
      most,
      `各种票合计 ${votes} 张，多于收回的选票 ${most} 张，请核对。`,
    );
  });
  return problems;
}
