import { formatMoney } from '../../../kernel/money.ts';
import { formatPeriod, periodRange, periodsInside } from '../../../kernel/periods.ts';
import { existsThroughout, memberName, rollOn } from '../../partyLife/roll.ts';
import { missedMonths } from '../../partyLife/absences.ts';
import type { FeeFact, PartyLifeFacts } from '../../partyLife/facts.ts';
import { monthlyPartyFee } from '../../partyLife/partyFee.ts';
import type { Parameters } from '../../parameters/index.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';

type PartyRule = Rule<PartyLifeFacts>;

const feesPaid: PartyRule = {
  id: 'PTY-49',
  severity: 'warning',
  label: '党费按比例、按月足额交纳',
  basis: '《关于中国共产党党费收缴、使用和管理的规定》',
  parameters: ['partyFeeLimits', 'partyFeeRates', 'partyFeeRetiredLimits', 'partyFeeRetiredRates'],
  check(facts, parameters, today) {
    const fees = facts.fees.filter(({ month }) => month.startsWith(String(facts.year)));
    return [
      ...fees.flatMap((fee) => wronglyReckoned(facts, parameters, fee)),
      ...facts.branches.flatMap((branch) => {
        const own = fees.filter(({ branchId }) => branchId === branch.id);
        return own.length === 0
          ? []
          : monthsOf(facts.year).flatMap((month) => {
              const span = periodRange(month);
              if (today <= span.to || !existsThroughout(branch, span)) return [];
              const paid = new Set(
                own
                  .filter(
                    (fee) =>
                      fee.month === month && (fee.paid >= fee.due || fee.reduced) && fee.paidOn !== null,
                  )
                  .map(({ memberId }) => memberId),
              );
              const started = rollOn(facts.memberships, branch.id, span.from);
              const left = rollOn(facts.memberships, branch.id, span.to).filter(
                ({ memberId }) =>
                  !paid.has(memberId) && started.some((membership) => membership.memberId === memberId),
              );
              const [first] = left;
              if (!first) return [];
              const names = listNames(left.map(({ memberId }) => memberName(facts, memberId)));
              const known = own.find((fee) => fee.month === month && fee.memberId === first.memberId);
              return {
                sentence: `${formatPeriod(month)} ${branch.name}的${names}党费没有交齐。`,
                window: span,
                subjectId: branch.id,
                evidence: left.map(({ memberId }) => ({ ledger: 'partyMember', id: memberId })),
                remedy: known
                  ? { kind: 'open' as const, ledger: 'partyFee', id: known.id }
                  : {
                      kind: 'create' as const,
                      ledger: 'partyFee',
                      period: month,
                      values: { member: first.memberId, branch: branch.id },
                    },
              };
            });
      }),
    ];
  },
};

function wronglyReckoned(
  facts: PartyLifeFacts,
  parameters: Parameters,
  fee: FeeFact,
): readonly FindingDraft[] {
  const right = monthlyPartyFee(fee.base, fee.situation, parameters, `${fee.month}-01`);
  if (fee.due === right || (fee.reduced && fee.due < right)) return [];
  return [
    aboutRecord(
      'partyFee',
      fee.id,
      `${formatPeriod(fee.month)} ${memberName(facts, fee.memberId)}应交党费登记为 ${formatMoney(fee.due)} 元，按规定比例应为 ${formatMoney(right)} 元，请核对基数和比例。`,
    ),
  ];
}

function monthsOf(year: number): readonly string[] {
  return periodsInside(String(year)).filter((period) => period.length === 7);
}

/** 党章 art. 9: after six months running a member is taken to have left. */
const monthsOfLeaving = 6;

const noLongAbsence: PartyRule = {
  id: 'PTY-50',
  severity: 'warning',
  label: '没有连续不参加组织生活、不交党费的党员',
  basis: '《中国共产党章程》第九条：连续六个月不参加党的组织生活、不交纳党费，就被认为是自行脱党',
  parameters: ['absentMonthsWarning'],
  check(facts, parameters, today) {
    // Told once, with the year that holds the day.
    if (!today.startsWith(String(facts.year))) return [];
    const least = parameters.number('absentMonthsWarning', today);
    return facts.branches.flatMap((branch) => {
      const roll = rollOn(facts.memberships, branch.id, today).map(({ memberId }) => memberId);
      return missedMonths(facts, roll, today).flatMap(({ memberId, withoutMeetings, withoutFee }) => {
        const problems = [
          ...(withoutMeetings >= least ? [`连续 ${withoutMeetings} 个月没有参加组织生活`] : []),
          ...(withoutFee >= least ? [`连续 ${withoutFee} 个月没有交党费`] : []),
        ];
        if (problems.length === 0) return [];
        const grave = Math.max(withoutMeetings, withoutFee) >= monthsOfLeaving;
        return {
          ...aboutRecord(
            'partyMember',
            memberId,
            `${branch.name}的${memberName(facts, memberId)}${problems.join('，')}，${grave ? '已达到党章规定的六个月，请支部研究处理' : '请及时谈话提醒'}；有正当理由的请补填请假或欠交原因。`,
          ),
          severity: grave ? ('error' as const) : ('warning' as const),
        };
      });
    });
  },
};

/** 党费, and members who have fallen away. */
export const feeRules: readonly PartyRule[] = [feesPaid, noLongAbsence];
