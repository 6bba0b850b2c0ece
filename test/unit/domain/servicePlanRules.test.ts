import { describe, expect, test } from 'vitest';
import type { AfterSchoolFacts } from '#shared/domain/afterSchool/facts.ts';
import type { FeeAccount } from '#shared/domain/afterSchool/fees.ts';
import {
  seasonOn,
  type ChargeFact,
  type CourseOfferFact,
  type ServicePlanFact,
} from '#shared/domain/afterSchool/planFacts.ts';
import { courseClashes } from '#shared/domain/afterSchool/signUp/courseClashes.ts';
import { afterSchoolRules } from '#shared/domain/rules/afterSchoolRules.ts';
import { createParameters, type ParameterOverride } from '#shared/domain/parameters/index.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import { afterSchool, slot } from './schoolFacts.ts';

const today = '2026-11-24';

function find(
  ruleId: string,
  facts: AfterSchoolFacts,
  on = today,
  overrides: readonly ParameterOverride[] = [],
): readonly string[] {
  const rule = afterSchoolRules.filter(({ id }) => id === ruleId);
  expect(rule).toHaveLength(1);
  return runRules(rule, facts, createParameters(overrides), on).map(({ sentence }) => sentence);
}

function withPlan(
  changes: Partial<ServicePlanFact>,
  more: Partial<AfterSchoolFacts['planned']> = {},
): AfterSchoolFacts {
  const { planned } = afterSchool();
  if (!planned.plan) throw new Error('the sample has a plan');
  return afterSchool({ planned: { ...planned, ...more, plan: { ...planned.plan, ...changes } } });
}

describe('ASC-05: the end of the service meets the end of work', () => {
  test.each<[string, Partial<ServicePlanFact>, string | undefined]>([
    ['18:30', {}, undefined],
    ['18:00', {}, undefined],
    ['17:59', {}, '10月12日（星期一）的课后服务17:59 就结束，早于下班时间 18:00，请调整排班或方案里的作息。'],
    [
      '18:31',
      {},
      '10月12日（星期一）的课后服务到 18:31 才结束，晚于最晚离校时间 18:30，请调整排班或方案里的作息。',
    ],
    [
      '17:40',
      { seasons: [{ name: '冬季', from: '2026-10-08', endOfWorkAt: '17:30', latestLeaveAt: null }] },
      undefined,
    ],
    [
      '17:20',
      { seasons: [{ name: '冬季', from: '2026-10-08', endOfWorkAt: '17:30', latestLeaveAt: null }] },
      '10月12日（星期一）的课后服务17:20 就结束，早于下班时间 17:30（冬季），请调整排班或方案里的作息。',
    ],
    ['17:00', { endOfWorkAt: null }, undefined],
  ])('ends %s with %j', (endsAt, changes, expected) => {
    const facts = withPlan(changes);
    const found = find('ASC-05', { ...facts, slots: [slot('l1', '2026-10-12', { endsAt })] });
    expect(found).toEqual(expected === undefined ? [] : [expected]);
  });

  test('a tolerance may be set, a later group makes a day long enough, and days are told together', () => {
    const early = (id: string, on: string) => slot(id, on, { endsAt: '17:50' });
    const slots = [early('a', '2026-10-12'), early('b', '2026-10-13')];
    const facts = afterSchool({ slots });
    expect(find('ASC-05', facts)).toEqual([
      '10月12日（星期一）等 2 天的课后服务17:50 就结束，早于下班时间 18:00，请调整排班或方案里的作息。',
    ]);
    const overrides = [{ id: 'endOfWorkToleranceMinutes', validFrom: '2026-01-01', value: 10 }];
    expect(find('ASC-05', facts, today, overrides)).toEqual([]);
    const later = slot('c', '2026-10-12', { kind: '延时托管', startsAt: '17:50', endsAt: '18:20' });
    expect(find('ASC-05', afterSchool({ slots: [...slots.slice(0, 1), later] }))).toEqual([]);
  });

  test.each([
    ['2026-09-30', null, '18:00'],
    ['2026-10-01', '秋', '17:30'],
    ['2026-12-01', '冬', '17:00'],
  ])('the season on %s is %s', (on, name, endOfWorkAt) => {
    const seasons = [
      { name: '冬', from: '2026-12-01', endOfWorkAt: '17:00', latestLeaveAt: null },
      { name: '秋', from: '2026-10-01', endOfWorkAt: '17:30', latestLeaveAt: null },
    ];
    expect(seasonOn({ seasons, endOfWorkAt: '18:00', latestLeaveAt: '18:30' }, on)).toEqual({
      name,
      endOfWorkAt,
      latestLeaveAt: '18:30',
    });
  });
});

describe('ASC-07: evening study', () => {
  test.each<[string, string, number, readonly string[]]>([
    ['18:30', '20:30', 7, []],
    ['18:20', '20:30', 7, ['有 130 分钟，不得超过 120 分钟']],
    ['19:00', '20:31', 7, ['20:31 才结束，不得晚于 20:30']],
    ['19:00', '20:00', 6, ['有小学生参加，晚自习只限初中']],
  ])('%s—%s from grade %i', (startsAt, endsAt, gradeFrom, problems) => {
    const { planned } = afterSchool();
    const offers: CourseOfferFact[] = planned.offers.map((offer) => ({ ...offer, gradeFrom }));
    const evening = slot('e', '2026-10-12', { kind: '晚自习', startsAt, endsAt });
    const sessions = find('ASC-07', afterSchool({ slots: [evening], planned: { ...planned, offers } }));
    const inPlan = find(
      'ASC-07',
      withPlan({ otherCare: [{ kind: '晚自习', gradeFrom, gradeTo: 9, startsAt, endsAt }] }),
    );
    expect(sessions).toEqual(
      problems.map((problem) => `10月12日（星期一）${startsAt}—${endsAt}的“课外阅读”${problem}。`),
    );
    expect(inPlan).toEqual(problems.map((problem) => `方案里的晚自习（${startsAt}—${endsAt}）${problem}。`));
  });
});

describe('ASC-09: nobody is forced', () => {
  const classOf = (size: number, enrolled: number, days: readonly string[] = ['2026-09-01', '2026-09-02']) =>
    afterSchool({
      pupils: Array.from({ length: size }, (_, index) => ({
        id: `x${index}`,
        name: `学生${index}`,
        grade: 3,
        className: '三年级1班',
        boarder: false,
      })),
      enrolments: Array.from({ length: enrolled }, (_, index) => ({
        ...afterSchool().enrolments[0]!,
        id: `n${index}`,
        pupilId: `x${index}`,
        appliedOn: days[index % days.length] ?? '',
      })),
    });
  test.each([
    ['a whole class', classOf(10, 10), ['三年级1班全班都报了名，请核对是否自愿，不得强制或变相强制参加。']],
    ['all but one', classOf(10, 9), []],
    ['a small class', classOf(9, 9), []],
    [
      'all forms of one day',
      classOf(12, 10, ['2026-09-01']),
      ['三年级1班的申请全部签在2026年9月1日，请核对是否家长本人逐份签字。'],
    ],
    ['few forms of one day', classOf(12, 9, ['2026-09-01']), []],
  ])('%s', (_what, facts, expected) => {
    expect(find('ASC-09', facts)).toEqual(expected);
  });
});

describe('ASC-15: agencies', () => {
  test.each<[Partial<CourseOfferFact>, string | undefined]>([
    [{ agency: null }, undefined],
    [{ agency: '县少年宫', agencyListed: true, agencyCheckedOn: '2026-08-20' }, undefined],
    [{ agency: '县少年宫', agencyListed: true }, '没有核查日期'],
    [{ agency: '县少年宫' }, '不在教育局公布的第三方名单内、没有核查日期'],
  ])('%j', (changes, problem) => {
    const { planned } = afterSchool();
    const offers = planned.offers.map((offer, index) => (index === 1 ? { ...offer, ...changes } : offer));
    expect(find('ASC-15', afterSchool({ planned: { ...planned, offers } }))).toEqual(
      problem === undefined
        ? []
        : [`课程“篮球”的校外机构县少年宫${problem}，不能参与课后服务，请核查或更换。`],
    );
  });
});

describe('ASC-21: charged as set', () => {
  const account = (balance: number): FeeAccount => ({
    standard: 30_000,
    reduction: 0,
    outside: 0,
    absence: 0,
    due: 30_000,
    paid: 30_000 - balance,
    refunded: 0,
    balance,
    plannedDays: 100,
    days: 100,
    words: '',
  });
  const charge = (balance: number, changes: Partial<ChargeFact> = {}): ChargeFact => ({
    enrolmentId: 'n-x1',
    pupilId: 'x1',
    feeClass: '全额',
    withdrawn: false,
    account: account(balance),
    ...changes,
  });
  test.each<[string, ChargeFact, readonly string[]]>([
    ['paid in full', charge(0), []],
    ['in arrears is no fault of the school', charge(10_000), []],
    ['too much', charge(-100), ['学生甲交的费用比应收的多 1.00 元，请核对收费或退还。']],
    [
      'exempt and charged',
      charge(-15_000, { feeClass: '免收' }),
      ['学生甲是免收对象，收了 150.00 元，请退还。'],
    ],
    ['withdrawn', charge(-5_000, { withdrawn: true }), ['学生甲已经退出，还有 50.00 元没有退还，请退费。']],
  ])('%s', (_what, one, expected) => {
    const { planned } = afterSchool();
    expect(find('ASC-21', afterSchool({ planned: { ...planned, charges: [one] } }))).toEqual(expected);
  });
});

describe('ASC-22 to ASC-24: money and papers of the plan', () => {
  test.each<[string, Partial<ServicePlanFact>, readonly string[]]>([
    ['ASC-22', { channel: '学校代收' }, []],
    ['ASC-22', { channel: '财政专户', bundledItems: '无' }, []],
    [
      'ASC-22',
      { channel: '家委会代收' },
      ['课后服务费的收费方式是“家委会代收”，应由学校或财政收取，请改正。'],
    ],
    ['ASC-22', { bundledItems: '牛奶费' }, ['随课后服务费收取了“牛奶费”，不得捆绑其他项目，请取消并退还。']],
    ['ASC-24', {}, []],
    ['ASC-24', { filedOn: '2026-10-26' }, []],
    [
      'ASC-24',
      { filedOn: '2026-10-27' },
      ['本学期课后服务方案2026年10月27日才报备，应在2026年10月26日前审定并报教育局。'],
    ],
    [
      'ASC-24',
      { approvedOn: null, filedOn: null },
      ['本学期课后服务方案没有审定日期、没有报备日期，应在2026年10月26日前审定并报教育局。'],
    ],
  ])('%s %j', (ruleId, changes, expected) => {
    expect(find(ruleId, withPlan(changes))).toEqual(expected);
  });

  test('no plan at all is found only after the days to file it', () => {
    const { planned } = afterSchool();
    const facts = afterSchool({ planned: { ...planned, plan: null } });
    expect(find('ASC-24', facts, '2026-10-26')).toEqual([]);
    expect(find('ASC-24', facts, '2026-10-27')).toEqual([
      '开学已超过 14 天，本学期还没有登记课后服务方案（一校一案）。',
    ]);
  });

  test('income and expenditure are to be shown once the term is over', () => {
    const open = withPlan({}, { accountLines: 3 });
    expect(find('ASC-23', open, '2026-10-16')).toEqual([]);
    expect(find('ASC-23', open, '2026-10-17')).toEqual([
      '本学期课后服务已经结束，收支情况还没有公示，请公示后填写公示日期。',
    ]);
    expect(find('ASC-23', withPlan({ accountsPublicisedFrom: '2026-10-18' }, { accountLines: 3 }))).toEqual(
      [],
    );
    expect(find('ASC-23', withPlan({}))).toEqual([]);
  });
});

test.each<[string, number, number, readonly string[]]>([
  ['no term before', 0, 0, []],
  ['80 % before, 100 % now', 8, 10, []],
  ['79 % before', 79, 100, ['学生参与率从上学期的 79.0% 升到 100.0%，变动超过 20 个百分点，上报前请核对。']],
])('ASC-26: %s', (_what, count, of, expected) => {
  const { planned } = afterSchool();
  const participationBefore = of === 0 ? null : { count, of };
  expect(find('ASC-26', afterSchool({ planned: { ...planned, participationBefore } }))).toEqual(expected);
});

test.each<[readonly string[], readonly string[]]>([
  [['阅读', '体育', '艺术'], []],
  [['体育', '艺术'], ['本学期课后服务课程只有 2 类（体育、艺术），应不少于 3 类，请充实课程。']],
  [['阅读', '科普', '艺术'], ['本学期课后服务课程没有体育类课程，请充实课程。']],
  [[], []],
])('ASC-27: %j', (kinds, expected) => {
  const courses = kinds.map((kind, index) => ({ id: `k${index}`, name: kind, kind, content: '' }));
  expect(find('ASC-27', afterSchool({ courses }))).toEqual(expected);
});

describe('courses that want the same room or person', () => {
  const course = (name: string, changes: Partial<Parameters<typeof courseClashes>[0][number]> = {}) => ({
    id: name,
    name,
    weekdays: [1],
    room: null,
    people: [],
    ...changes,
  });
  const wang = { id: 's1', name: '王芳' };
  test.each([
    [
      [course('篮球', { room: '操场' }), course('足球', { room: '操场' })],
      ['“篮球”和“足球”周一都在操场，请换场地或错开上课日。'],
    ],
    [[course('篮球', { room: '操场' }), course('足球', { room: '操场', weekdays: [2] })], []],
    [
      [course('篮球', { room: '操场', weekdays: [] }), course('足球', { room: '操场 ', weekdays: [2, 3] })],
      ['“篮球”和“足球”周二、周三都在操场，请换场地或错开上课日。'],
    ],
    [
      [course('合唱', { people: [wang] }), course('剪纸', { people: [wang] })],
      ['“合唱”和“剪纸”周一都由王芳上课，请换人或错开上课日。'],
    ],
    [[course('合唱', { room: '' }), course('剪纸', { room: '' })], []],
  ])('%#', (courses, expected) => {
    expect(courseClashes(courses)).toEqual(expected);
  });
});
