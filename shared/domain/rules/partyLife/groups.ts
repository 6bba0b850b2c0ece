import { existsThroughout, groupLeadersOn, groupsOn, memberName, rollOn } from '../../partyLife/roll.ts';
import type { GroupFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import { aboutRecord, type Rule } from '../rule.ts';

type PartyRule = Rule<PartyLifeFacts>;

const soundGroups: PartyRule = {
  id: 'PTY-47',
  severity: 'warning',
  label: '党小组设置合理',
  basis: '《中国共产党支部工作条例（试行）》第十三条；中央和国家机关党小组工作规定（参照）',
  parameters: ['groupMinMembers'],
  check: (facts, parameters, today) =>
    facts.branches
      .filter((branch) => existsThroughout(branch, { from: today, to: today }))
      .flatMap((branch) =>
        groupsOn(facts.groups, branch.id, today).flatMap((group) => {
          const problems = problemsOf(facts, group, parameters.number('groupMinMembers', today), today);
          if (problems.length === 0) return [];
          return aboutRecord(
            'partyGroup',
            group.id,
            `${branch.name}${group.name}${problems.join('，')}，请调整。`,
          );
        }),
      ),
};

function problemsOf(
  facts: PartyLifeFacts,
  group: GroupFact,
  least: number,
  today: string,
): readonly string[] {
  const members = rollOn(facts.memberships, group.branchId, today).filter(
    ({ groupId }) => groupId === group.id,
  );
  const leaders = groupLeadersOn(facts.posts, group.id, today);
  const isFull = (memberId: string): boolean =>
    rollOn(facts.memberships, group.branchId, today).some(
      (membership) => membership.memberId === memberId && membership.status === '正式党员',
    );
  const unfit = leaders.filter((memberId) => !isFull(memberId));
  return [
    ...(members.length < least ? [`只有 ${members.length} 名党员，一般不少于 ${least} 名`] : []),
    ...(members.length > 0 && !members.some(({ memberId }) => isFull(memberId)) ? ['没有正式党员'] : []),
    ...(leaders.length === 0 ? ['没有登记组长'] : []),
    ...unfit.map((memberId) => `组长${memberName(facts, memberId)}不是本支部的正式党员`),
  ];
}

/** 党小组. */
export const groupRules: readonly PartyRule[] = [soundGroups];
