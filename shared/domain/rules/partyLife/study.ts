import { periodRange } from '../../../kernel/periods.ts';
import { existsThroughout, memberName } from '../../partyLife/roll.ts';
import type { PartyLifeFacts } from '../../partyLife/facts.ts';
import { studyAccounts } from '../../partyLife/studyHours.ts';
import type { StudyAccount } from '../../partyLife/studyHours.ts';
import type { Rule } from '../rule.ts';

type PartyRule = Rule<PartyLifeFacts>;

/** Names with their hours, the fewest first. */
function listShort(
  facts: PartyLifeFacts,
  accounts: readonly StudyAccount[],
  due: (account: StudyAccount) => number,
): string {
  const shown = accounts
    .toSorted((a, b) => a.hours - b.hours)
    .slice(0, 3)
    .map((account) => `${memberName(facts, account.memberId)} ${account.hours}/${due(account)}`);
  return accounts.length > 3 ? `${shown.join('、')}等 ${accounts.length} 人` : shown.join('、');
}

const hoursOnPace: PartyRule = {
  id: 'PTY-48',
  severity: 'warning',
  label: '党员年度学时',
  basis:
    '《中国共产党党员教育管理工作条例》：党员每年不少于 32 学时，书记和班子成员不少于 56 学时并至少参加 1 次集中培训',
  parameters: ['studyHoursMember', 'studyHoursLeader', 'leaderTrainings'],
  check(facts, parameters, today) {
    const window = periodRange(String(facts.year));
    const over = today > window.to;
    const dueOf = ({ target, onPace }: StudyAccount): number => (over ? target : onPace);
    const on = over ? window.to : today;
    return facts.branches
      .filter((branch) => existsThroughout(branch, { from: on, to: on }))
      .flatMap((branch) => {
        const accounts = studyAccounts(facts, branch.id, parameters, today);
        const short = accounts.filter((account) => account.hours < dueOf(account));
        const untrained = accounts.filter(
          ({ leader, trainings }) => leader && trainings < parameters.number('leaderTrainings', on),
        );
        const problems = [
          ...(short.length > 0
            ? [`${listShort(facts, short, dueOf)}的学时${over ? '没有达到要求' : '落后于进度'}`]
            : []),
          ...(over && untrained.length > 0
            ? [
                `${untrained
                  .slice(0, 3)
                  .map(({ memberId }) => memberName(facts, memberId))
                  .join('、')}${untrained.length > 3 ? `等 ${untrained.length} 人` : ''}没有参加集中培训`,
              ]
            : []),
        ];
        if (problems.length === 0) return [];
        return {
          severity: over ? ('warning' as const) : ('info' as const),
          sentence: `${facts.year}年 ${branch.name}：${problems.join('；')}。`,
          window,
          subjectId: branch.id,
          evidence: short.map(({ memberId }) => ({ ledger: 'partyMember', id: memberId })),
          remedy: {
            kind: 'create' as const,
            ledger: 'partyStudy',
            period: String(facts.year),
            values: { branch: branch.id },
          },
        };
      });
  },
};

/** Hours of study. */
export const studyRules: readonly PartyRule[] = [hoursOnPace];
