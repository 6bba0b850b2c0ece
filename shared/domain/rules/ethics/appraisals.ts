import { formatPeriod, periodRange } from '../../../kernel/periods.ts';
import { appraise, excellentAppraisalLimit } from '../../ethics/appraisalScore.ts';
import type { AppraisalFact, CaseFact, EthicsFacts } from '../../ethics/facts.ts';
import { assessmentLimits, brokenLimit, type AssessmentLimit } from '../../ethics/annualAssessment.ts';
import { isRevoked, isSanction } from '../../ethics/sanctions.ts';
import { blockOfUnqualified } from '../../ethics/unqualified.ts';
import { vetoProofs } from '../../ethics/vetoEvents.ts';
import { staffName } from '../../ethics/staffOn.ts';
import { ethicsGrades } from '../../ethics/words.ts';
import type { Parameters } from '../../parameters/index.ts';
import { aboutRecord, type FindingDraft, type Rule } from '../rule.ts';

type EthicsRule = Rule<EthicsFacts>;

function appraisalsOf(facts: EthicsFacts): readonly AppraisalFact[] {
  return facts.appraisals.filter(({ period }) => period === facts.appraisalPeriod);
}

function aboutAppraisal(appraisal: AppraisalFact, sentence: string, proof?: CaseFact): FindingDraft {
  return {
    ...aboutRecord('ethicsAppraisal', appraisal.id, sentence),
    evidence: [
      { ledger: 'ethicsAppraisal', id: appraisal.id },
      ...(proof ? [{ ledger: 'ethicsCase', id: proof.id }] : []),
    ],
  };
}

/** Cases of the person that were decided within the period of the appraisal. */
function sanctionsIn(facts: EthicsFacts, appraisal: AppraisalFact): readonly CaseFact[] {
  const range = periodRange(appraisal.period);
  return facts.cases.filter(
    (fact) =>
      fact.staffId === appraisal.staffId &&
      isSanction(fact.handling) &&
      !isRevoked(fact) &&
      fact.decidedOn !== null &&
      range.from <= fact.decidedOn &&
      fact.decidedOn <= range.to,
  );
}

const scoreAgreesWithGrade: EthicsRule = {
  id: 'ETH-03',
  severity: 'error',
  label: '总分、等次与权重和分数线相符',
  basis: '学校师德考核办法',
  parameters: ['appraisalWeights', 'appraisalBands'],
  check(facts, parameters) {
    const on = periodRange(facts.appraisalPeriod).to;
    const sum = parameters.numberList('appraisalWeights', on).reduce((total, weight) => total + weight, 0);
    const wrongWeights: FindingDraft = {
      sentence: `${formatPeriod(facts.appraisalPeriod)}师德考核的权重合计是 ${sum}，应为 100，请在参数设置中更正。`,
      window: null,
      subjectId: 'appraisalWeights',
      evidence: [],
      remedy: { kind: 'list', ledger: 'ethicsAppraisal' },
    };
    if (sum !== 100) return [wrongWeights];
    return appraisalsOf(facts).flatMap((appraisal) => {
      const expected = appraise(appraisal.scores, appraisal.adjustment, appraisal.veto, parameters, on);
      if (!expected) return [];
      const name = staffName(facts, appraisal.staffId);
      if (appraisal.total !== null && Math.abs(appraisal.total - expected.total) > 0.005)
        return aboutAppraisal(
          appraisal,
          `${name}的师德考核总分填了 ${appraisal.total}，按权重应为 ${expected.total}，请核对。`,
        );
      if (appraisal.grade === null || appraisal.veto || appraisal.grade === expected.grade) return [];
      // A share that is used up, or a sanction, lowers a grade lawfully; nothing raises it.
      if (ethicsGrades.indexOf(appraisal.grade) > ethicsGrades.indexOf(expected.grade)) return [];
      return aboutAppraisal(
        appraisal,
        `${name}的师德考核 ${expected.total} 分，按分数线应为“${expected.grade}”，填的是“${appraisal.grade}”，请核对。`,
      );
    });
  },
};

const excellentShare: EthicsRule = {
  id: 'ETH-04',
  severity: 'warning',
  label: '师德考核优秀比例不超上限',
  basis: '学校师德考核办法：优秀比例由上级规定',
  parameters: ['appraisalExcellentShare'],
  check(facts, parameters) {
    const appraised = appraisalsOf(facts).filter(({ grade }) => grade !== null);
    const on = periodRange(facts.appraisalPeriod).to;
    const share = parameters.number('appraisalExcellentShare', on);
    const limit = excellentAppraisalLimit(appraised.length, share);
    const excellent = appraised.filter(({ grade }) => grade === '优秀');
    if (excellent.length <= limit) return [];
    return [
      {
        sentence: `${formatPeriod(facts.appraisalPeriod)}师德考核评了优秀 ${excellent.length} 人，参加考核 ${appraised.length} 人，按 ${share}% 最多 ${limit} 人，请调整。`,
        window: periodRange(facts.appraisalPeriod),
        subjectId: facts.appraisalPeriod,
        evidence: excellent.map(({ id }) => ({ ledger: 'ethicsAppraisal', id })),
        remedy: { kind: 'list', ledger: 'ethicsAppraisal' },
      },
    ];
  },
};

const vetoMeansUnqualified: EthicsRule = {
  id: 'ETH-05',
  severity: 'error',
  label: '一票否决应为不合格',
  basis: '教师〔2013〕10号：师德表现一票否决',
  parameters: ['vetoHandlings', 'vetoViolations'],
  check: (facts, parameters) =>
    appraisalsOf(facts).flatMap((appraisal) => {
      if (appraisal.grade === null || appraisal.grade === '不合格') return [];
      const own = facts.cases.filter(({ staffId }) => staffId === appraisal.staffId);
      const [proof] = vetoProofs(own, periodRange(appraisal.period), parameters);
      if (!appraisal.veto && !proof) return [];
      const why = proof ? proof.reason : '有一票否决情形';
      const name = staffName(facts, appraisal.staffId);
      return aboutAppraisal(
        appraisal,
        `${name}${why}，师德考核应为“不合格”，填的是“${appraisal.grade}”。`,
        proof?.fact,
      );
    }),
};

const unqualifiedStopsEverything: EthicsRule = {
  id: 'ETH-06',
  severity: 'error',
  label: '师德不合格，年度考核不合格，不得评优评聘',
  basis: '教师〔2013〕10号：师德表现一票否决',
  parameters: ['unqualifiedBlockMonths'],
  check: (facts, parameters) =>
    facts.appraisals.flatMap((appraisal) => {
      const block = blockOfUnqualified(appraisal, parameters);
      if (!block) return [];
      const name = staffName(facts, appraisal.staffId);
      const period = formatPeriod(appraisal.period);
      const on = (staffId: string, day: string): boolean =>
        staffId === appraisal.staffId && block.from <= day && day <= block.to;
      const year = block.from.slice(0, 4);
      const about = (ledger: string, id: string, sentence: string): FindingDraft => ({
        sentence: `${name}${period}师德考核不合格，${sentence}`,
        window: null,
        subjectId: `${appraisal.id}/${id}`,
        evidence: [
          { ledger: 'ethicsAppraisal', id: appraisal.id },
          { ledger, id },
        ],
        remedy: { kind: 'open', ledger, id },
      });
      return [
        ...facts.assessments
          .filter(
            (one) =>
              one.staffId === appraisal.staffId &&
              one.year === year &&
              brokenLimit(one.grade, limitsOf(facts, one, parameters))?.proof.ledger === 'ethicsAppraisal',
          )
          .map((one) =>
            about('annualAssessment', one.id, `${year}年度考核应为“不合格”，填的是“${one.grade}”。`),
          ),
        ...facts.awards
          .filter((one) => on(one.staffId, one.grantedOn))
          .map((one) => about('ethicsAward', one.id, `限制期内不得获得“${one.name}”，请核对。`)),
        ...facts.selections
          .filter((one) => on(one.staffId, one.listedOn) && !one.dropped && one.purpose !== '年度考核')
          .map((one) => about('staffSelection', one.id, `限制期内不得列入${one.purpose}名单，请撤下。`)),
      ];
    }),
};

const publicisedAndSigned: EthicsRule = {
  id: 'ETH-07',
  severity: 'warning',
  label: '考核结果公示并由本人签字',
  basis: '学校师德考核办法：公示、本人签字',
  parameters: ['noticeWorkdays'],
  check: (facts, parameters) =>
    appraisalsOf(facts).flatMap((appraisal) => {
      const { grade, noticeFrom, noticeTo, signedOn } = appraisal;
      if (grade === null) return [];
      const name = staffName(facts, appraisal.staffId);
      if (noticeFrom === null || noticeTo === null || signedOn === null) {
        const missing = [
          ...(noticeFrom === null || noticeTo === null ? ['公示起止日期'] : []),
          ...(signedOn === null ? ['本人签字日期'] : []),
        ];
        return [aboutAppraisal(appraisal, `${name}的师德考核缺少${missing.join('和')}。`)];
      }
      const least = parameters.number('noticeWorkdays', noticeFrom);
      const after = facts.calendar.workdaysBetween(noticeFrom, noticeTo);
      const starts = facts.calendar.isWorkday(noticeFrom);
      if (after === 'unknown' || starts === 'unknown') return [];
      const days = after + (starts ? 1 : 0);
      if (days >= least) return [];
      return aboutAppraisal(
        appraisal,
        `${name}的师德考核只公示了 ${days} 个工作日，应不少于 ${least} 个工作日。`,
      );
    }),
};

function limitsOf(
  facts: EthicsFacts,
  assessment: EthicsFacts['assessments'][number],
  parameters: Parameters,
): readonly AssessmentLimit[] {
  const own = <T extends { readonly staffId: string }>(all: readonly T[]) =>
    all.filter(({ staffId }) => staffId === assessment.staffId);
  return assessmentLimits(
    { appraisals: own(facts.appraisals), cases: own(facts.cases) },
    Number(assessment.year),
    parameters,
  );
}

const warnedNotExcellent: EthicsRule = {
  id: 'ETH-11',
  severity: 'error',
  label: '受处分年度的考核等次受限制',
  basis: '《事业单位工作人员处分规定》',
  parameters: ['sanctionAssessmentGrades', 'sanctionAssessmentYears'],
  check: (facts, parameters) => [
    ...appraisalsOf(facts).flatMap((appraisal) => {
      if (appraisal.grade !== '优秀') return [];
      const proof = sanctionsIn(facts, appraisal).find(({ handling }) => handling === '警告');
      if (!proof) return [];
      const name = staffName(facts, appraisal.staffId);
      return [aboutAppraisal(appraisal, `${name}在考核期内受到警告处分，师德考核不得评为“优秀”。`, proof)];
    }),
    ...facts.assessments.flatMap((assessment): readonly FindingDraft[] => {
      const limit = brokenLimit(assessment.grade, limitsOf(facts, assessment, parameters));
      if (limit?.proof.ledger !== 'ethicsCase') return [];
      const name = staffName(facts, assessment.staffId);
      return [
        {
          ...aboutRecord(
            'annualAssessment',
            assessment.id,
            `${name}${limit.reason}，填的是“${assessment.grade}”，请更正。`,
          ),
          evidence: [{ ledger: 'annualAssessment', id: assessment.id }, limit.proof],
        },
      ];
    }),
  ],
};

/** 师德考核. */
export const appraisalRules: readonly EthicsRule[] = [
  scoreAgreesWithGrade,
  excellentShare,
  vetoMeansUnqualified,
  unqualifiedStopsEverything,
  publicisedAndSigned,
  warnedNotExcellent,
];
