import { isClockTime, minuteOfDay, minutesBetween } from '../../../kernel/clockTime.ts';
import { addDays, formatChinese } from '../../../kernel/plainDate.ts';
import type { AfterSchoolFacts, SlotFact } from '../../afterSchool/facts.ts';
import { seasonOn } from '../../afterSchool/planFacts.ts';
import { isService } from '../../afterSchool/serviceTime.ts';
import type { FindingDraft, Remedy, Rule } from '../rule.ts';
import { aboutSlot, shortDay, slotWords } from './serviceWords.ts';

type ServiceRule = Rule<AfterSchoolFacts>;

const notice = '教育部等四部门关于课后服务的通知（2023年12月）';

/** A finding about the term's plan, mended by opening it, or by making one. */
function aboutPlan(facts: AfterSchoolFacts, sentence: string, about = 'plan'): FindingDraft {
  const { plan } = facts.planned;
  const remedy: Remedy = plan
    ? { kind: 'open', ledger: 'servicePlan', id: plan.id }
    : { kind: 'create', ledger: 'servicePlan', period: facts.term.period, values: {} };
  return {
    sentence,
    window: null,
    subjectId: `${about}/${facts.term.period}`,
    evidence: plan ? [{ ledger: 'servicePlan', id: plan.id }] : [],
    remedy,
  };
}

const endsWithWork: ServiceRule = {
  id: 'ASC-05',
  severity: 'warning',
  label: '服务结束时间与当地下班时间衔接',
  basis: '教育部“5+2”要求：结束时间原则上不早于当地正常下班时间',
  parameters: ['endOfWorkToleranceMinutes'],
  check(facts, parameters) {
    const { plan } = facts.planned;
    if (!plan) return [];
    const lastOfDay = new Map<string, SlotFact>();
    for (const slot of facts.slots.filter(isService)) {
      const known = lastOfDay.get(slot.heldOn);
      if (!known || slot.endsAt > known.endsAt) lastOfDay.set(slot.heldOn, slot);
    }
    const found = [...lastOfDay.values()].flatMap((slot) => {
      const season = seasonOn(plan, slot.heldOn);
      const tolerance = parameters.number('endOfWorkToleranceMinutes', slot.heldOn);
      const within = season.name === null ? '' : `（${season.name}）`;
      if (
        season.endOfWorkAt !== null &&
        minuteOfDay(slot.endsAt) + tolerance < minuteOfDay(season.endOfWorkAt)
      )
        return [{ slot, words: `${slot.endsAt} 就结束，早于下班时间 ${season.endOfWorkAt}${within}` }];
      if (season.latestLeaveAt !== null && slot.endsAt > season.latestLeaveAt)
        return { slot, words: `到 ${slot.endsAt} 才结束，晚于最晚离校时间 ${season.latestLeaveAt}${within}` };
      return [];
    });
    return [...Map.groupBy(found, ({ words }) => words)].map(([words, days]) => {
      const ordered = days.map(({ slot }) => slot).toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
      const first = ordered[0]?.heldOn ?? facts.term.firstTeachingOn;
      return {
        sentence: `${shortDay(first)}${ordered.length > 1 ? `等 ${ordered.length} 天` : ''}的课后服务${words}，请调整排班或方案里的作息。`,
        window: { from: first, to: ordered.at(-1)?.heldOn ?? first },
        subjectId: `${facts.term.period}/${words}`,
        evidence: ordered.slice(0, 20).map(({ id }) => ({ ledger: 'serviceSlot', id })),
        remedy: { kind: 'open' as const, ledger: 'serviceSlot', id: ordered[0]?.id ?? '' },
      };
    });
  },
};

const eveningStudyWithinLimits: ServiceRule = {
  id: 'ASC-07',
  severity: 'warning',
  label: '晚自习只限初中，不过长、不过晚',
  basis: `${notice}；教育部“5+2”要求`,
  parameters: ['eveningStudyMaxMinutes', 'eveningStudyLatestEnd'],
  check(facts, parameters, today) {
    const offers = new Map(facts.planned.offers.map((offer) => [offer.courseId, offer]));
    function problemsOf(
      on: string,
      { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
      gradeFrom: number | undefined,
    ): readonly string[] {
      const most = parameters.number('eveningStudyMaxMinutes', on);
      const latest = parameters.text('eveningStudyLatestEnd', on);
      const minutes = minutesBetween(startsAt, endsAt);
      return [
        ...(gradeFrom !== undefined && gradeFrom < 7 ? ['有小学生参加，晚自习只限初中'] : []),
        ...(minutes > most ? [`有 ${minutes} 分钟，不得超过 ${most} 分钟`] : []),
        ...(isClockTime(latest) && endsAt > latest ? [`${endsAt} 才结束，不得晚于 ${latest}`] : []),
      ];
    }
    const slots = facts.slots
      .filter(({ kind, cancelled }) => kind === '晚自习' && !cancelled)
      .flatMap((slot) => {
        const problems = problemsOf(slot.heldOn, slot, offers.get(slot.courseId)?.gradeFrom);
        return problems.length === 0
          ? []
          : [aboutSlot(slot, `${slotWords(facts, slot)}${problems.join('，')}。`)];
      });
    const planned = (facts.planned.plan?.otherCare ?? [])
      .filter(({ kind }) => kind === '晚自习')
      .flatMap((care, index) => {
        const problems = problemsOf(today, care, care.gradeFrom);
        return problems.length === 0
          ? []
          : aboutPlan(
              facts,
              `方案里的晚自习（${care.startsAt}—${care.endsAt}）${problems.join('，')}。`,
              `evening${index}`,
            );
      });
    return [...planned, ...slots];
  },
};

const chargedByTheSchool: ServiceRule = {
  id: 'ASC-22',
  severity: 'error',
  label: '由学校或财政收费，不捆绑其他项目',
  basis: `${notice}：不得通过家委会、第三方机构等收取`,
  check(facts) {
    const { plan } = facts.planned;
    if (!plan) return [];
    const proper = plan.channel === null || ['不收费', '学校代收', '财政专户'].includes(plan.channel);
    const items = plan.bundledItems?.trim() ?? '';
    return [
      ...(proper
        ? []
        : [
            aboutPlan(
              facts,
              `课后服务费的收费方式是“${plan.channel}”，应由学校或财政收取，请改正。`,
              'channel',
            ),
          ]),
      ...(items === '' || items === '无'
        ? []
        : [aboutPlan(facts, `随课后服务费收取了“${items}”，不得捆绑其他项目，请取消并退还。`, 'items')]),
    ];
  },
};

const publicised: ServiceRule = {
  id: 'ASC-23',
  severity: 'warning',
  label: '收费标准和收支按学期公示',
  basis: `${notice}：服务项目、收费标准、收支情况公示`,
  check(facts, _parameters, today) {
    const { plan, charges, accountLines } = facts.planned;
    if (!plan) return [];
    const charging = charges.some(({ account }) => account.standard > 0);
    return [
      ...(charging && plan.publicisedFrom === null && today > facts.term.firstTeachingOn
        ? [
            aboutPlan(
              facts,
              '本学期收取课后服务费，还没有公示收费标准、时间和课程，请公示后填写公示日期。',
              'standard',
            ),
          ]
        : []),
      ...((charging || accountLines > 0) &&
      plan.accountsPublicisedFrom === null &&
      today > facts.term.lastTeachingOn
        ? [aboutPlan(facts, '本学期课后服务已经结束，收支情况还没有公示，请公示后填写公示日期。', 'accounts')]
        : []),
    ];
  },
};

const approvedAndFiled: ServiceRule = {
  id: 'ASC-24',
  severity: 'warning',
  label: '一校一案开学后按期审定、报备',
  basis: '课后服务“一校一案”备案要求，天数可在参数中调整',
  parameters: ['servicePlanFilingDays'],
  check(facts, parameters, today) {
    const { plan } = facts.planned;
    const { firstTeachingOn, period } = facts.term;
    const days = parameters.number('servicePlanFilingDays', firstTeachingOn);
    const dueOn = addDays(firstTeachingOn, days);
    const late = plan !== null && plan.filedOn !== null && plan.filedOn > dueOn;
    if (today <= dueOn && !late) return [];
    if (!plan) {
      if (facts.slots.length === 0 && facts.enrolments.length === 0) return [];
      return [aboutPlan(facts, `开学已超过 ${days} 天，本学期还没有登记课后服务方案（一校一案）。`)];
    }
    if (plan.approvedOn !== null && plan.filedOn !== null && !late) return [];
    const missing = [
      ...(plan.approvedOn === null ? ['没有审定日期'] : []),
      ...(plan.filedOn === null ? ['没有报备日期'] : late ? [`${formatChinese(plan.filedOn)}才报备`] : []),
    ];
    return [
      {
        ...aboutPlan(
          facts,
          `本学期课后服务方案${missing.join('、')}，应在${formatChinese(dueOn)}前审定并报教育局。`,
        ),
        window: { from: firstTeachingOn, to: dueOn },
        subjectId: period,
      },
    ];
  },
};

const enoughKinds: ServiceRule = {
  id: 'ASC-27',
  severity: 'info',
  label: '课程种类不少于规定，有体育',
  basis: `${notice}：丰富服务内容`,
  parameters: ['serviceKindsMin'],
  check(facts, parameters, today) {
    const kinds = [...new Set(facts.courses.map(({ kind }) => kind))];
    if (kinds.length === 0) return [];
    const least = parameters.number('serviceKindsMin', today);
    const problems = [
      ...(kinds.length < least
        ? [`只有 ${kinds.length} 类（${kinds.join('、')}），应不少于 ${least} 类`]
        : []),
      ...(kinds.includes('体育') ? [] : ['没有体育类课程']),
    ];
    if (problems.length === 0) return [];
    return [
      {
        sentence: `本学期课后服务课程${problems.join('，')}，请充实课程。`,
        window: null,
        subjectId: facts.term.period,
        evidence: [],
        remedy: { kind: 'list', ledger: 'serviceCourse' },
      },
    ];
  },
};

/** The term's plan: times, money, publicity, filing, variety. */
export const planRules: readonly ServiceRule[] = [
  endsWithWork,
  eveningStudyWithinLimits,
  chargedByTheSchool,
  publicised,
  approvedAndFiled,
  enoughKinds,
];
