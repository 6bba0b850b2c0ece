import { addDays, addMonthsCN, daysBetween, formatChinese } from '../../../kernel/plainDate.ts';
import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import type { EthicsFacts } from '../../ethics/facts.ts';
import { isStaffOn } from '../../ethics/staffOn.ts';
import { isUnderSanction } from '../../ethics/sanctions.ts';
import { teachingMonths, zeroReportPeriods } from '../../ethics/zeroReports.ts';
import { aboutRecord, type Rule } from '../rule.ts';

type EthicsRule = Rule<EthicsFacts>;

const healthChecked: EthicsRule = {
  id: 'ETH-19',
  severity: 'error',
  label: '幼儿园教职工每年健康检查',
  basis: '《中华人民共和国学前教育法》第四十四条、第四十五条',
  parameters: ['healthCheckValidDays'],
  check(facts, parameters, today) {
    if (!facts.isKindergarten) return [];
    const valid = parameters.number('healthCheckValidDays', today);
    return facts.staff
      .filter((staff) => isStaffOn(staff, today))
      .flatMap((staff) => {
        const last = facts.healthChecks
          .filter(({ staffId, checkedOn }) => staffId === staff.id && checkedOn <= today)
          .toSorted((a, b) => a.checkedOn.localeCompare(b.checkedOn))
          .at(-1);
        const problem =
          last === undefined
            ? '没有健康检查记录，检查合格后才能上岗。'
            : !last.fit
              ? '最近一次健康检查不合格，不得从事保教工作。'
              : daysBetween(last.checkedOn, today) > valid
                ? `的健康检查已超过 ${valid} 天（上次${formatChinese(last.checkedOn)}），请重新检查。`
                : undefined;
        if (problem === undefined) return [];
        return {
          ...aboutRecord('staff', staff.id, `${staff.name}${problem}`),
          remedy: {
            kind: 'create' as const,
            ledger: 'healthCheck',
            period: null,
            values: { staff: staff.id },
          },
        };
      });
  },
};

const registeredInTime: EthicsRule = {
  id: 'ETH-21',
  severity: 'info',
  label: '教师资格定期注册到期',
  basis: '《中小学教师资格定期注册暂行办法》',
  parameters: ['certificateNoticeMonths', 'sanctionMonths'],
  check: (facts, parameters, today) =>
    facts.staff
      .filter((staff) => isStaffOn(staff, today))
      .flatMap((staff) => {
        const dueOn = staff.certificateDueOn;
        if (dueOn === null) return [];
        if (dueOn > addMonthsCN(today, parameters.number('certificateNoticeMonths', today))) return [];
        const proof = facts.cases.find(
          (fact) => fact.staffId === staff.id && isUnderSanction(fact, dueOn, parameters),
        );
        const due = dueOn < today ? '已到期' : '将到期';
        return {
          ...aboutRecord(
            'staff',
            staff.id,
            proof
              ? `${staff.name}的教师资格定期注册${due}（${formatChinese(dueOn)}），处分期内暂缓注册，请在解除后办理。`
              : `${staff.name}的教师资格定期注册${due}（${formatChinese(dueOn)}），请准备材料。`,
          ),
          evidence: [
            { ledger: 'staff', id: staff.id },
            ...(proof ? [{ ledger: 'ethicsCase', id: proof.id }] : []),
          ],
        };
      }),
};

const zeroReported: EthicsRule = {
  id: 'ETH-22',
  severity: 'warning',
  label: '按期零报告',
  basis: '师德问题零报告制度，周期由上级规定',
  parameters: ['zeroReportRhythm', 'zeroReportDueDays'],
  check(facts, parameters, today) {
    const grace = parameters.number('zeroReportDueDays', today);
    const missing = zeroReportPeriods(facts, parameters, today)
      .filter(({ state }) => state === 'missing')
      .map(({ period }) => period);
    const [first] = missing;
    const last = missing.at(-1);
    if (first === undefined || last === undefined) return [];
    return [
      {
        sentence: `${missing.map(formatPeriod).join('、')}没有师德零报告，请补登记。`,
        window: { from: periodRange(first).from, to: addDays(periodRange(last).to, grace) },
        subjectId: `zeroReport/${facts.schoolYear}`,
        evidence: [],
        remedy: {
          kind: 'create',
          ledger: 'ethicsActivity',
          period: first,
          values: { element: '惩处', kind: '零报告', title: `${formatPeriod(first)}师德零报告` },
        },
      },
    ];
  },
};

const studiedAndWarned: EthicsRule = {
  id: 'ETH-24',
  severity: 'info',
  label: '每月师德学习，每学年警示教育',
  basis: '学校师德建设年度计划',
  parameters: ['ethicsStudiesPerMonth', 'warningEducationPerYear'],
  check(facts, parameters, today) {
    const studies = ['专题学习', '警示教育', '岗前师德培训'];
    const least = parameters.number('ethicsStudiesPerMonth', today);
    const heldIn = (month: string): number =>
      facts.activities.filter((one) => studies.includes(one.kind) && one.heldOn.startsWith(month)).length;
    const poor = teachingMonths(facts.terms).filter(
      (month) => periodRange(month).to < today && heldIn(month) < least,
    );
    const leastWarnings = parameters.number('warningEducationPerYear', today);
    const warnings = facts.activities.filter(({ kind }) => kind === '警示教育').length;
    const lastTerm = facts.terms.find(({ period }) => period.endsWith('-2'));
    const yearOver = lastTerm !== undefined && lastTerm.endsOn < today;
    const create = (values: Readonly<Record<string, unknown>>) => ({
      kind: 'create' as const,
      ledger: 'ethicsActivity',
      period: null,
      values: { element: '教育', ...values },
    });
    return [
      ...(poor.length === 0
        ? []
        : [
            {
              sentence: `${poor.map(formatPeriod).join('、')}的师德学习少于 ${least} 次，请补登记或说明原因。`,
              window: null,
              subjectId: `studies/${facts.schoolYear}`,
              evidence: [],
              remedy: create({ kind: '专题学习' }),
            },
          ]),
      ...(!yearOver || warnings >= leastWarnings
        ? []
        : [
            {
              sentence: `${formatPeriod(facts.schoolYear)}警示教育 ${warnings} 次，应不少于 ${leastWarnings} 次。`,
              window: null,
              subjectId: `warnings/${facts.schoolYear}`,
              evidence: [],
              remedy: create({ kind: '警示教育' }),
            },
          ]),
    ];
  },
};

/** What comes round: checks of health, registrations, zero reports, studies. */
export const rhythmRules: readonly EthicsRule[] = [
  healthChecked,
  registeredInTime,
  zeroReported,
  studiedAndWarned,
];
