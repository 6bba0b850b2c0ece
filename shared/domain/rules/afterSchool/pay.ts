import { timesOverlap } from '../../../kernel/clockTime.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import { weekdayOf } from '../../../kernel/plainDate.ts';
import type { LeaveFact } from '../../afterSchool/dailyFacts.ts';
import type { AfterSchoolFacts, SlotFact } from '../../afterSchool/facts.ts';
import { amountFor, correctionLines, payeeOf, payLines } from '../../afterSchool/pay/payLines.ts';
import { isService } from '../../afterSchool/serviceTime.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { aboutSlot, namesById, slotWords } from './serviceWords.ts';

/** Hours of somebody who was on leave then (ASC-19). */
export function leaveFindings(facts: AfterSchoolFacts): readonly FindingDraft[] {
  const leaves = Map.groupBy(facts.daily.leaves, ({ staffId }) => staffId);
  const nameOf = namesById(facts.staff);
  return facts.slots
    .filter((slot) => slot.confirmed && isService(slot))
    .flatMap((slot) =>
      slot.staffing.flatMap(({ staffId, hours }) =>
        staffId !== null && hours > 0 && leaves.get(staffId)?.some((leave) => coversSlot(leave, slot))
          ? {
              ...aboutSlot(
                slot,
                `${slotWords(facts, slot)}：${nameOf(staffId)}这时登记了请假，不能计 ${hours} 课时，请核对谁到岗。`,
              ),
              subjectId: `leave/${slot.id}/${staffId}`,
            }
          : [],
      ),
    );
}

/** Locked months that paid other hours than their sessions say now (ASC-19): what has not been corrected yet. */
export function paidHoursFindings(facts: AfterSchoolFacts): readonly FindingDraft[] {
  const { payMonths, rates } = facts.daily;
  const paid = payMonths.flatMap(({ lines }) => lines);
  return payMonths.flatMap(({ id, month }): FindingDraft[] => {
    const due = payLines(facts.slots, rates, month).lines;
    const open = correctionLines(
      paid.filter(({ ofMonth }) => ofMonth === month),
      due,
    );
    if (open.length === 0) return [];
    const amount = open.reduce((sum, line) => sum + line.amount, 0);
    return [
      {
        ...aboutRecord(
          'servicePayMonth',
          id,
          `${formatPeriod(month)}月结以后课时有更正，差额 ${formatMoney(amount)} 元还没有${amount < 0 ? '扣回' : '补发'}，会列入下一个月结的月份。`,
        ),
        severity: 'warning',
      },
    ];
  });
}

function coversSlot({ from, to, weekdays, span }: LeaveFact, slot: SlotFact): boolean {
  return (
    (from === null || from <= slot.heldOn) &&
    (to === null || slot.heldOn <= to) &&
    (weekdays.length === 0 || weekdays.includes(weekdayOf(slot.heldOn))) &&
    timesOverlap(span, { start: slot.startsAt, end: slot.endsAt })
  );
}

const paidByRate: Rule<AfterSchoolFacts> = {
  id: 'ASC-20',
  severity: 'error',
  label: '补助等于课时乘当时执行的标准',
  basis: '课后服务经费管理办法：按实际课时和标准发放补助',
  check(facts) {
    const { payMonths, rates } = facts.daily;
    const nameOf = namesById([...facts.staff, ...facts.externalPersons]);
    return payMonths.flatMap(({ id, month, lines }): FindingDraft[] => {
      const wrong = lines.flatMap((line) => {
        const { from, to } = periodRange(line.ofMonth);
        const inForce = rates.some(
          (rate) =>
            rate.role === line.role &&
            rate.amount === line.rate &&
            rate.from <= to &&
            (rate.to === null || rate.to >= from),
        );
        const name = nameOf(payeeOf(line));
        if (!inForce)
          return [`${name}的${line.role}按每课时 ${formatMoney(line.rate)} 元计算，与执行的标准不符`];
        return line.amount === amountFor(line.hours, line.rate)
          ? []
          : [`${name}的${line.role}金额 ${formatMoney(line.amount)} 元不等于课时乘标准`];
      });
      if (wrong.length === 0) return [];
      return [
        aboutRecord(
          'servicePayMonth',
          id,
          `${formatPeriod(month)}补助：${wrong.slice(0, 5).join('；')}，请核对标准，解锁后重新月结。`,
        ),
      ];
    });
  },
};

export const payRules: readonly Rule<AfterSchoolFacts>[] = [paidByRate];
