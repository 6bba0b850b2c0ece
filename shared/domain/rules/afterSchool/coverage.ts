import { addDays, mondayOf, weekdayOf } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { weekNo } from '../../../kernel/schoolTerm.ts';
import type { AfterSchoolFacts } from '../../afterSchool/facts.ts';
import { isService, serviceDays } from '../../afterSchool/serviceTime.ts';
import type { ServiceDay } from '../../afterSchool/serviceTime.ts';
import type { FindingDraft, Rule } from '../rule.ts';
import { aboutSlot, shortDay, slotWords } from './serviceWords.ts';

type ServiceRule = Rule<AfterSchoolFacts>;

/** The term's teaching days that are over. */
function pastDays(facts: AfterSchoolFacts, today: PlainDate): readonly ServiceDay[] | 'unknown' {
  const { firstTeachingOn, lastTeachingOn } = facts.term;
  const yesterday = addDays(today, -1);
  return serviceDays(facts, {
    from: firstTeachingOn,
    to: yesterday < lastTeachingOn ? yesterday : lastTeachingOn,
  });
}

/** One finding a teaching week, so that a school that starts late is not flooded. */
function findInWeeks(
  facts: AfterSchoolFacts,
  days: readonly ServiceDay[],
  say: (day: ServiceDay) => string,
  ending: string,
): readonly FindingDraft[] {
  return [...Map.groupBy(days, ({ date }) => mondayOf(date))].map(([monday, wrong]) => ({
    sentence: `第 ${weekNo(monday, facts.term.firstTeachingOn)} 周 ${wrong.map(say).join('、')}${ending}`,
    window: { from: monday, to: addDays(monday, 6) },
    subjectId: facts.term.period,
    evidence: wrong.flatMap(({ slotIds }) => slotIds.map((id) => ({ ledger: 'serviceSlot', id }))),
    remedy: {
      kind: 'create',
      ledger: 'serviceSlot',
      period: facts.term.period,
      values: { heldOn: wrong[0]?.date ?? monday },
    },
  }));
}

const everyTeachingDay: ServiceRule = {
  id: 'ASC-02',
  severity: 'error',
  label: '每个上课日都有课后服务',
  basis: '教育部“5+2”要求：每周 5 天全覆盖',
  check(facts, _parameters, today) {
    const days = pastDays(facts, today);
    if (days === 'unknown')
      return [
        {
          severity: 'info',
          sentence: '本学期有的年份还没有导入放假安排，无法核对每个上课日的课后服务。请在设置的校历中导入。',
          window: { from: facts.term.firstTeachingOn, to: facts.term.lastTeachingOn },
          subjectId: `calendar/${facts.term.period}`,
          evidence: [],
          remedy: { kind: 'list', ledger: 'term' },
        },
      ];
    return findInWeeks(
      facts,
      days.filter(({ slotIds }) => slotIds.length === 0),
      ({ date }) => shortDay(date) + (weekdayOf(date) > 5 ? '调休上课' : ''),
      '没有课后服务安排，请补排班或在校历中注明不上课。',
    );
  },
};

const longEnough: ServiceRule = {
  id: 'ASC-03',
  severity: 'warning',
  label: '每天服务时长不少于规定',
  basis: '教育部“5+2”要求：每天至少 2 小时，各地可定',
  parameters: ['serviceMinMinutes'],
  check(facts, parameters, today) {
    const days = pastDays(facts, today);
    if (days === 'unknown') return [];
    const short = days.filter(
      ({ date, minutes, slotIds }) =>
        slotIds.length > 0 && minutes < parameters.number('serviceMinMinutes', date),
    );
    const least = parameters.number('serviceMinMinutes', today);
    return findInWeeks(
      facts,
      short,
      ({ date, minutes }) => `${shortDay(date)}只有 ${minutes} 分钟`,
      `，每天应不少于 ${least} 分钟。`,
    );
  },
};

const afterLessonsOnly: ServiceRule = {
  id: 'ASC-04',
  severity: 'error',
  label: '课后服务在上课日放学后开展',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）',
  check: (facts) =>
    facts.slots.filter(isService).flatMap((slot) => {
      if (facts.calendar.timetableWeekday(slot.heldOn) === undefined)
        return [aboutSlot(slot, `${slotWords(facts, slot)}不在上课日，课后服务只在上课日开展，请核对日期。`)];
      const { lessonsEndAt } = facts.term;
      if (lessonsEndAt === null || slot.startsAt >= lessonsEndAt) return [];
      return aboutSlot(slot, `${slotWords(facts, slot)}在下午放学（${lessonsEndAt}）之前开始，请核对时间。`);
    }),
};

const otherCareKeptApart: ServiceRule = {
  id: 'ASC-06',
  severity: 'error',
  label: '早到校、午休、晚自习不算课后服务',
  basis: '教育部等四部门关于课后服务的通知（2023年12月）：五个严禁',
  check: (facts) =>
    facts.slots.flatMap((slot) => {
      const hours = slot.staffing.reduce((sum, one) => sum + one.hours, 0);
      const apart = slot.kind === '早到校' || slot.kind === '午休' || slot.kind === '晚自习';
      if (!apart || hours === 0) return [];
      return aboutSlot(
        slot,
        `${slotWords(facts, slot)}是${slot.kind}，不属于课后服务，登记的 ${hours} 课时不能计入补助，请改为 0。`,
      );
    }),
};

/** Service on every teaching day, long enough, and only then. */
export const coverageRules: readonly ServiceRule[] = [
  everyTeachingDay,
  longEnough,
  afterLessonsOnly,
  otherCareKeptApart,
];
