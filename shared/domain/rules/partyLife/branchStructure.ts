import { daysBetween, formatChinese } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { committeeOn, existsThroughout, hasCommitteeOn, holdersOn, rollOn } from '../../partyLife/roll.ts';
import type { BranchFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import type { PartyPost } from '../../partyLife/words.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** 支部工作条例: a branch needs three full members. */
const leastFullMembers = 3;
/** 支部工作条例: from seven full members on a branch has a committee. */
const fullMembersWithCommittee = 7;

const requiredPosts: readonly PartyPost[] = ['书记', '组织委员', '宣传委员', '纪检委员'];

function findInBranches(
  facts: PartyLifeFacts,
  today: PlainDate,
  judge: (
    branch: BranchFact,
  ) => { readonly sentence: string; readonly severity?: 'error' | 'info' } | undefined,
): readonly FindingDraft[] {
  return facts.branches
    .filter((branch) => existsThroughout(branch, { from: today, to: today }))
    .flatMap((branch) => {
      const problem = judge(branch);
      if (!problem) return [];
      return {
        ...problem,
        window: null,
        subjectId: branch.id,
        evidence: [{ ledger: 'branch', id: branch.id }],
        remedy: { kind: 'open' as const, ledger: 'branch', id: branch.id },
      };
    });
}

function fullMembersOf(facts: PartyLifeFacts, branch: BranchFact, today: PlainDate): number {
  return rollOn(facts.memberships, branch.id, today).filter(({ status }) => status === '正式党员').length;
}

const branchSize: PartyRule = {
  id: 'PTY-43',
  severity: 'warning',
  label: '党支部人数符合规定',
  basis: '《中国共产党支部工作条例（试行）》',
  parameters: ['branchMaxMembers'],
  check: (facts, parameters, today) =>
    findInBranches(facts, today, (branch) => {
      const all = rollOn(facts.memberships, branch.id, today).length;
      const full = fullMembersOf(facts, branch, today);
      const most = parameters.number('branchMaxMembers', today);
      if (all > most)
        return { sentence: `${branch.name}有党员 ${all} 人，一般不超过 ${most} 人，可考虑分设支部。` };
      if (full >= leastFullMembers) return undefined;
      return {
        sentence: `${branch.name}只有正式党员 ${full} 人，不足 ${leastFullMembers} 人的应成立联合党支部。`,
      };
    }),
};

const committeeFitsSize: PartyRule = {
  id: 'PTY-44',
  severity: 'warning',
  label: '支委会设置与党员人数相符',
  basis: '《中国共产党支部工作条例（试行）》',
  check: (facts, _parameters, today) =>
    findInBranches(facts, today, (branch) => {
      const full = fullMembersOf(facts, branch, today);
      const committee = hasCommitteeOn(facts.posts, branch.id, today);
      if (full >= fullMembersWithCommittee && !committee)
        return {
          sentence: `${branch.name}有正式党员 ${full} 人，应设支部委员会，请在“支委与组长”中登记委员。`,
        };
      if (full < fullMembersWithCommittee && committee)
        return {
          sentence: `${branch.name}只有正式党员 ${full} 人，不设支部委员会，只设书记（可设副书记）。`,
        };
      return undefined;
    }),
};

const committeeComplete: PartyRule = {
  id: 'PTY-45',
  severity: 'warning',
  label: '支委会人数和职务齐全',
  basis: '《中国共产党支部工作条例（试行）》：支部委员会由 3 至 5 人组成，一般不超过 7 人',
  parameters: ['committeeSize'],
  check: (facts, parameters, today) =>
    findInBranches(facts, today, (branch) => {
      if (!hasCommitteeOn(facts.posts, branch.id, today)) return undefined;
      const [least = 0, most = 0] = parameters.numberList('committeeSize', today);
      const size = committeeOn(facts.posts, branch.id, today).length;
      const vacant = requiredPosts.filter(
        (post) => holdersOn(facts.posts, branch.id, post, today).length === 0,
      );
      const problems = [
        ...(size < least || size > most ? [`有委员 ${size} 人，应为 ${least} 至 ${most} 人`] : []),
        ...(vacant.length > 0 ? [`${vacant.join('、')}空缺`] : []),
      ];
      if (problems.length === 0) return undefined;
      return { sentence: `${branch.name}的支委会${problems.join('，')}，请补选或登记任职。` };
    }),
};

const termRunning: PartyRule = {
  id: 'PTY-46',
  severity: 'error',
  label: '按期换届',
  basis: '《中国共产党支部工作条例（试行）》；《中国共产党基层组织选举工作条例》',
  parameters: ['termWarningDays'],
  check: (facts, parameters, today) =>
    findInBranches(facts, today, (branch) => {
      if (branch.termEndsOn === null)
        return { severity: 'info', sentence: `${branch.name}没有填任期届满日期，请补填，以便提醒换届。` };
      const { termEndsOn, extendedUntil } = branch;
      const extended = extendedUntil !== null && extendedUntil > termEndsOn;
      const endsOn = extended ? extendedUntil : termEndsOn;
      const left = daysBetween(today, endsOn);
      const end = `${extended ? '延长后的任期' : '任期'}${left < 0 ? '已于' : '将于'}${formatChinese(endsOn)}届满`;
      if (left < 0) return { sentence: `${branch.name}的${end}，应及时换届。` };
      if (left > parameters.number('termWarningDays', today)) return undefined;
      return { severity: 'info', sentence: `${branch.name}的${end}，还有 ${left} 天，请准备换届。` };
    }),
};

/** Size, committee and term of branches. */
export const branchStructureRules: readonly PartyRule[] = [
  branchSize,
  committeeFitsSize,
  committeeComplete,
  termRunning,
];
