import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import type { DateRange } from '../../../kernel/periods.ts';
import { addDays, daysBetween, formatChinese } from '../../../kernel/plainDate.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import { isExcused } from '../../ethics/campaignTracking.ts';
import { countElements } from '../../ethics/elementCoverage.ts';
import type { EthicsFacts, StaffFact } from '../../ethics/facts.ts';
import { isStaffOn, isStaffThroughout } from '../../ethics/staffOn.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';
import { listNames } from '../../listNames.ts';
import { ethicsElements } from '../../ethics/words.ts';

type EthicsRule = Rule<EthicsFacts>;

/** One finding for all who are missing; a single one is mended by a new record for that person. */
function aboutMissing(
  ledger: string,
  period: string,
  window: DateRange,
  missing: readonly StaffFact[],
  say: (names: string) => string,
): readonly FindingDraft[] {
  const [first] = missing;
  if (!first) return [];
  const create = { kind: 'create' as const, ledger, period, values: { staff: first.id } };
  return [
    {
      sentence: say(listNames(missing.map(({ name }) => name))),
      window,
      subjectId: `${ledger}/${period}`,
      evidence: missing.map(({ id }) => ({ ledger: 'staff', id })),
      remedy: missing.length === 1 ? create : { kind: 'list', ledger },
    },
  ];
}

const pledgedByAll: EthicsRule = {
  id: 'ETH-01',
  severity: 'warning',
  label: '每学年全员签订师德承诺书',
  basis: '教师〔2013〕10号《关于建立健全中小学师德建设长效机制的意见》',
  parameters: ['pledgeDays'],
  check(facts, parameters, today) {
    const from = facts.schoolYearStartsOn;
    const window = { from, to: addDays(from, parameters.number('pledgeDays', from)) };
    if (today <= window.to) return [];
    const pledged = new Set(
      facts.pledges
        .filter(({ period, signedOn }) => period === facts.schoolYear && signedOn <= today)
        .map(({ staffId }) => staffId),
    );
    const missing = facts.staff.filter(
      (staff) =>
        isStaffThroughout(staff, window) &&
        !pledged.has(staff.id) &&
        !isExcused(
          facts.excuses,
          { staffId: staff.id, campaign: '师德承诺书', period: facts.schoolYear },
          today,
        ),
    );
    return aboutMissing(
      'ethicsPledge',
      facts.schoolYear,
      window,
      missing,
      (names) =>
        `${formatPeriod(facts.schoolYear)} ${names}还没有签订师德承诺书，期限是${formatChinese(window.to)}。`,
    );
  },
};

const appraisedAll: EthicsRule = {
  id: 'ETH-02',
  severity: 'error',
  label: '师德考核全员覆盖',
  basis: '教师〔2013〕10号：每年进行一次师德考核',
  parameters: ['appraisalDueDays'],
  check(facts, parameters, today) {
    const range = periodRange(facts.appraisalPeriod);
    const dueOn = addDays(range.to, parameters.number('appraisalDueDays', range.to));
    if (today <= dueOn) return [];
    const appraised = new Set(
      facts.appraisals
        .filter(({ period, grade }) => period === facts.appraisalPeriod && grade !== null)
        .map(({ staffId }) => staffId),
    );
    const leftOut = new Set(
      facts.notAppraised
        .filter(({ period }) => period === facts.appraisalPeriod)
        .map(({ staffId }) => staffId),
    );
    const missing = facts.staff.filter(
      (staff) => isStaffOn(staff, range.to) && !appraised.has(staff.id) && !leftOut.has(staff.id),
    );
    return aboutMissing(
      'ethicsAppraisal',
      facts.appraisalPeriod,
      { from: range.from, to: dueOn },
      missing,
      (names) => `${formatPeriod(facts.appraisalPeriod)} ${names}还没有师德考核结果，请补上考核和等次。`,
    );
  },
};

const selfCheckedEachTerm: EthicsRule = {
  id: 'ETH-17',
  severity: 'warning',
  label: '每学期有偿补课自查全覆盖',
  basis: '教师〔2015〕5号《严禁中小学校和在职中小学教师有偿补课的规定》',
  check: (facts, _parameters, today) =>
    facts.terms.flatMap((term) => {
      if (today <= term.endsOn) return [];
      const window = { from: term.startsOn, to: term.endsOn };
      const checked = new Set(
        facts.selfChecks.filter(({ period }) => period === term.period).map(({ staffId }) => staffId),
      );
      const missing = facts.staff.filter(
        (staff) =>
          staff.kind === '专任教师' &&
          isStaffThroughout(staff, window) &&
          !checked.has(staff.id) &&
          !isExcused(
            facts.excuses,
            { staffId: staff.id, campaign: '有偿补课自查', period: term.period },
            term.endsOn,
          ),
      );
      const beforeVacation = new Set(
        facts.selfChecks
          .filter(({ period, occasion }) => period === term.period && occasion !== '学期中')
          .map(({ staffId }) => staffId),
      );
      const vacation = term.period.endsWith('-1') ? '寒假' : '暑假';
      const missingLater = facts.staff.filter(
        (staff) => staff.kind === '专任教师' && checked.has(staff.id) && !beforeVacation.has(staff.id),
      );
      return [
        ...aboutMissing(
          'tutoringSelfCheck',
          term.period,
          window,
          missing,
          (names) => `${formatPeriod(term.period)} ${names}还没有有偿补课自查表。`,
        ),
        ...aboutMissing(
          'tutoringSelfCheck',
          term.period,
          window,
          missingLater,
          (names) => `${formatPeriod(term.period)} ${names}在${vacation}前没有做有偿补课自查。`,
        ).map((draft) => ({ ...draft, subjectId: `${draft.subjectId}/vacation` })),
      ];
    }),
};

const entryChecked: EthicsRule = {
  id: 'ETH-18',
  severity: 'error',
  label: '入职前和每年准入查询',
  basis: '《中华人民共和国未成年人保护法》第六十二条',
  parameters: ['entryCheckValidDays'],
  check(facts, parameters, today) {
    const valid = parameters.number('entryCheckValidDays', today);
    const insiders = facts.staff.filter((staff) => isStaffOn(staff, today));
    return [
      ...insiders.flatMap((staff) => {
        const days = facts.entryChecks
          .filter(({ staffId, checkedOn }) => staffId === staff.id && checkedOn <= today)
          .map(({ checkedOn }) => checkedOn)
          .sort();
        const problem = entryProblem(days.at(-1) ?? null, days[0] ?? null, staff.hiredOn, valid, today);
        if (problem === undefined) return [];
        return {
          ...aboutRecord('staff', staff.id, `${staff.name}${problem}`),
          remedy: {
            kind: 'create' as const,
            ledger: 'entryCheck',
            period: null,
            values: { staff: staff.id },
          },
        };
      }),
      ...facts.externalPersons.flatMap((person) => {
        const serves =
          person.servesFrom !== null &&
          person.servesFrom <= today &&
          (person.servesTo === null || today <= person.servesTo);
        if (!serves) return [];
        const { entryCheckedOn: last, servesFrom } = person;
        const problem = entryProblem(last, null, servesFrom, valid, today);
        if (problem === undefined) return [];
        return [aboutRecord('externalPerson', person.id, `校外人员${person.name}${problem}`)];
      }),
    ];
  },
};

/** @param first the first check, where all are kept */
function entryProblem(
  last: PlainDate | null,
  first: PlainDate | null,
  startsOn: PlainDate | null,
  validDays: number,
  today: PlainDate,
): string | undefined {
  if (last === null) return '没有准入查询记录，查询前不得上岗，请先查询。';
  if (daysBetween(last, today) > validDays)
    return `的准入查询已超过 ${validDays} 天（上次${formatChinese(last)}），请重新查询。`;
  const recentlyHired = startsOn !== null && daysBetween(startsOn, today) <= validDays;
  if (recentlyHired && first !== null && first > startsOn)
    return `${formatChinese(startsOn)}到校，${formatChinese(first)}才做准入查询，应先查询后上岗。`;
  return undefined;
}

const sixElements: EthicsRule = {
  id: 'ETH-23',
  severity: 'warning',
  label: '六位一体每学期都有记录',
  basis: '教师〔2013〕10号：教育、宣传、考核、激励、监督、惩处',
  check: (facts, _parameters, today) =>
    facts.terms.flatMap((term) => {
      if (today <= term.endsOn) return [];
      const window = { from: term.startsOn, to: term.endsOn };
      const counts = countElements(facts, window, term.period);
      const missing = ethicsElements.filter((element) => counts[element] === 0);
      if (missing.length === 0) return [];
      return {
        sentence: `${formatPeriod(term.period)} 师德建设缺少“${missing.join('、')}”方面的记录，没有发生的可记零报告。`,
        window,
        subjectId: term.period,
        evidence: [],
        remedy: {
          kind: 'create' as const,
          ledger: 'ethicsActivity',
          period: term.period,
          values: { element: missing[0] },
        },
      };
    }),
};

/** What everybody owes, and every term. */
export const everyoneCoveredRules: readonly EthicsRule[] = [
  pledgedByAll,
  appraisedAll,
  selfCheckedEachTerm,
  entryChecked,
  sixElements,
];
