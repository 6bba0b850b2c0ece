import { describe, expect, test } from 'vitest';
import { caseEvents } from '#shared/domain/ethics/caseEvents.ts';
import type { CaseEvent } from '#shared/domain/ethics/caseEvents.ts';
import { caseStateOf, caseStates, caseTransitions } from '#shared/domain/ethics/caseLifeCycle.ts';
import type { CaseState } from '#shared/domain/ethics/caseLifeCycle.ts';
import { casePaperKinds } from '#shared/domain/ethics/casePapers.ts';
import { takeStep } from '#shared/domain/ethics/caseStep.ts';
import type { StepValues } from '#shared/domain/ethics/caseStep.ts';
import type { CaseFact } from '#shared/domain/ethics/facts.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { calendar, ethicsCase } from './schoolFacts.ts';

const context = { isPublic: true, today: '2026-11-24', calendar, parameters: createParameters() };

/** A named complaint that has just come in; the file holds every paper unless a test takes one out. */
const registered = ethicsCase({
  acceptedOn: null,
  heardOn: null,
  concludedOn: null,
  conclusion: null,
  handling: null,
  proposedOn: null,
  decidedBy: null,
  decidedOn: null,
  effectFrom: null,
  effectTo: null,
  appealRouteTold: null,
  deliveredOn: null,
  liftedOn: null,
  answeredOn: null,
  paperKinds: casePaperKinds,
});

function refused(
  fact: CaseFact,
  event: CaseEvent,
  on: string,
  values: StepValues = {},
  own = context,
): string {
  const taken = takeStep(fact, { event, on, values }, own);
  if (taken.ok) throw new Error(`${event} was taken: ${JSON.stringify(taken.value)}`);
  return taken.failure.sentence;
}
function after(
  fact: CaseFact,
  event: CaseEvent,
  on: string,
  values: StepValues = {},
  own = context,
): CaseFact {
  const taken = takeStep(fact, { event, on, values }, own);
  if (!taken.ok) throw new Error(`${event}: ${taken.failure.sentence}`);
  return { ...fact, ...taken.value };
}

type Step = readonly [CaseEvent, string, StepValues?];
const toProposal: readonly Step[] = [
  ['受理', '2025-05-07'],
  ['听取陈述', '2025-05-12'],
  ['作出结论', '2025-05-20', { conclusion: '属实' }],
  ['提出处理建议', '2025-05-21', { handling: '警告' }],
];
const toEffect: readonly Step[] = [
  ...toProposal,
  ['作出处理决定', '2025-06-03', { decidedBy: '县教育局' }],
  ['送达', '2025-06-05', { appealRouteTold: true }],
];
const walked = (steps: readonly Step[], from = registered): CaseFact =>
  steps.reduce((fact, [event, on, values]) => after(fact, event, on, values), from);

describe('the way of a proved complaint', () => {
  test('warning, answered, reviewed, appealed, lifted, filed', () => {
    const states: CaseState[] = [];
    const steps: readonly Step[] = [
      ...toProposal,
      ['答复举报人', '2025-05-22'],
      ['作出处理决定', '2025-06-03', { decidedBy: '县教育局' }],
      ['送达', '2025-06-05', { appealRouteTold: true }],
      ['申请复核', '2025-07-07'],
      ['复核决定', '2025-07-20', { result: '维持' }],
      ['提出申诉', '2025-08-01'],
      ['申诉决定', '2025-09-20', { result: '维持' }],
      ['解除处分', '2025-12-03'],
      ['归档', '2025-12-10'],
    ];
    const end = steps.reduce((fact, [event, on, values]) => {
      const next = after(fact, event, on, values);
      states.push(caseStateOf(next));
      return next;
    }, registered);
    expect(states).toEqual([
      '调查中',
      '调查中',
      '已有结论',
      '已提出建议',
      '已提出建议',
      '已决定',
      '执行中',
      '复核中',
      '执行中',
      '申诉中',
      '执行中',
      '已解除',
      '已归档',
    ]);
    expect(end).toMatchObject({ effectFrom: '2025-06-03', effectTo: '2025-12-03', handling: '警告' });
  });

  test('an anonymous one that is not proved ends without handling and is not answered', () => {
    const anonymous = { ...registered, named: false };
    const concluded = walked(
      [
        ['受理', '2025-05-07'],
        ['作出结论', '2025-05-20', { conclusion: '不属实' }],
      ],
      anonymous,
    );
    expect(
      refused(concluded, '作出处理决定', '2025-05-21', { handling: '警告', decidedBy: '县教育局' }),
    ).toBe('调查结论是“不属实”，只能“不予处理”。');
    expect(refused(concluded, '答复举报人', '2025-05-21')).toContain('匿名举报没有答复对象');
    const decided = after(concluded, '作出处理决定', '2025-05-21', {
      handling: '不予处理',
      decidedBy: '学校',
    });
    expect(decided).toMatchObject({ effectFrom: null, effectTo: null });
    expect(caseStateOf(after(decided, '归档', '2025-05-22'))).toBe('已归档');
  });
});

/** A case in each state, and for each event values with which it can be taken where the table allows it. */
const inState: Readonly<Record<CaseState, CaseFact>> = {
  已登记: registered,
  不予受理: walked([['不予受理', '2025-05-07', { rejectionReason: '重复投诉，没有新的证据' }]]),
  调查中: walked(toProposal.slice(0, 1)),
  已有结论: walked(toProposal.slice(0, 3)),
  已提出建议: walked(toProposal),
  已决定: walked(toEffect.slice(0, 5)),
  执行中: walked(toEffect),
  复核中: walked([...toEffect, ['申请复核', '2025-06-06']]),
  申诉中: walked([
    ...toEffect,
    ['申请复核', '2025-06-06'],
    ['复核决定', '2025-06-10', { result: '维持' }],
    ['提出申诉', '2025-06-11'],
  ]),
  处理已撤销: walked([
    ...toEffect,
    ['申请复核', '2025-06-06'],
    ['复核决定', '2025-06-10', { result: '撤销' }],
  ]),
  已解除: walked([...toEffect, ['解除处分', '2025-12-03']]),
  已归档: walked([
    ...toEffect,
    ['答复举报人', '2025-06-06'],
    ['解除处分', '2025-12-03'],
    ['归档', '2025-12-04'],
  ]),
};

describe('the table', () => {
  test('every fixture stands in its state', () => {
    for (const state of caseStates) expect(caseStateOf(inState[state])).toBe(state);
  });

  test.each(caseStates.flatMap((state) => caseEvents.map((event) => [state, event] as const)))(
    '%s + %s leads where the table says or is refused with a sentence',
    (state, event) => {
      const values: StepValues = {
        policeInformed: false,
        rejectionReason: '重复投诉，没有新的证据',
        conclusion: '属实',
        handling: event === '告知听证权利' ? '撤职' : '警告',
        decidedBy: '县教育局',
        appealRouteTold: true,
        result: '维持',
        extendedTo: '2026-06-03',
      };
      // Whatever a further condition asks for is given, so that only state and event decide.
      const ready: CaseFact = {
        ...inState[state],
        hearingToldOn: state === '已提出建议' ? '2025-05-22' : inState[state].hearingToldOn,
        answeredOn: event === '归档' ? '2025-05-22' : inState[state].answeredOn,
        handling: event === '归档' && state === '已决定' ? '不予处理' : inState[state].handling,
        ...(event === '提出申诉' ? { reviewAskedOn: '2025-06-06', reviewDecidedOn: '2026-11-20' } : {}),
        ...(event === '申请复核' && state === '执行中' ? { deliveredOn: '2026-11-20' } : {}),
        ...(event === '归档' && state === '执行中' ? { handling: '批评教育' as const } : {}),
      };
      const started = caseStateOf(ready);
      const targets = caseTransitions[started][event];
      const taken = takeStep(ready, { event, on: '2026-11-24', values }, context);
      expect(taken.ok).toBe(targets !== undefined);
      if (taken.ok) expect(targets).toContain(caseStateOf({ ...ready, ...taken.value }));
      else expect(taken.failure.sentence).toContain(`案件现在是“${started}”，不能办理“${event}”`);
    },
  );
});

describe('what a step asks for', () => {
  const proposal = (handling: CaseFact['handling']): CaseFact => ({
    ...inState['已提出建议'],
    handling,
  });

  test('papers of the file', () => {
    const without = (...kinds: string[]): CaseFact => ({
      ...proposal('警告'),
      paperKinds: casePaperKinds.filter((kind) => !kinds.includes(kind)),
    });
    const values: StepValues = { decidedBy: '县教育局' };
    expect(refused(without('陈述笔录', '调查报告'), '作出处理决定', '2025-06-03', values)).toBe(
      '办理“作出处理决定”前，案卷里要有调查报告、陈述笔录。请先放入材料，再办理。',
    );
    after(without('听证告知书', '听证笔录'), '作出处理决定', '2025-06-03', values);
    expect(
      refused(without('听证告知书'), '作出处理决定', '2025-06-03', { ...values, handling: '撤职' }),
    ).toContain('要有听证告知书。');
  });

  test.each([
    ['警告', '学校', true, '警告处分不能由学校决定，应由县教育局或上级部门决定。'],
    ['警告', '学校', false, null],
    ['批评教育', '学校', true, null],
  ] as const)('%s by %s, public %s', (handling, decidedBy, isPublic, sentence) => {
    const own = { ...context, isPublic };
    const values = { handling, decidedBy };
    if (sentence === null) after(proposal(handling), '作出处理决定', '2025-06-03', values, own);
    else expect(refused(proposal(handling), '作出处理决定', '2025-06-03', values, own)).toBe(sentence);
  });

  test('the teacher is heard, and from 降低岗位等级 told of the hearing', () => {
    const values: StepValues = { decidedBy: '县教育局' };
    expect(refused({ ...proposal('警告'), heardOn: null }, '作出处理决定', '2025-06-03', values)).toContain(
      '还没有听取本人陈述',
    );
    const grave = proposal('降低岗位等级');
    expect(refused(grave, '作出处理决定', '2025-06-03', values)).toContain('应先告知听证权利');
    const told = after(grave, '告知听证权利', '2025-05-23', { hearingAsked: true });
    expect(refused(told, '作出处理决定', '2025-06-03', values)).toContain('听证后才能作出决定');
    const heard = after(told, '举行听证', '2025-05-30');
    expect(refused(heard, '作出处理决定', '2025-05-29', values)).toContain('不能早于上一步（2025年5月30日）');
    expect(after(heard, '作出处理决定', '2025-06-03', values).effectTo).toBe('2027-06-03');
  });

  test('days: not in the future, not before the step before, in force from the decision', () => {
    expect(refused(registered, '受理', '2026-11-25')).toBe('“受理”的日期不能晚于今天。');
    expect(refused(registered, '受理', '2025-05-05')).toBe('“受理”的日期不能早于上一步（2025年5月6日）。');
    expect(
      refused(proposal('警告'), '作出处理决定', '2025-06-03', {
        decidedBy: '县教育局',
        effectFrom: '2025-06-01',
      }),
    ).toContain('不能早于决定日期');
  });

  test.each([
    ['2027-06-02', true],
    ['2027-06-01', false],
  ])('disqualified until %s: %s', (disqualifiedUntil, holds) => {
    const step = { event: '作出处理决定', on: '2025-06-03' } as const;
    const values: StepValues = { decidedBy: '县教育局', disqualifiedUntil };
    expect(takeStep(proposal('警告'), { ...step, values }, context).ok).toBe(holds);
  });

  test('urgent duties ask whether the police was told; an extension is granted once', () => {
    expect(refused(registered, '紧急上报', '2025-05-06')).toBe('请选择是否已向公安机关报告。');
    const reported = after(registered, '紧急上报', '2025-05-06', { policeInformed: false });
    expect(refused(reported, '紧急上报', '2025-05-07', { policeInformed: true })).toContain('不用再次登记');
    const extended = after(inState['调查中'], '延长调查', '2025-05-20');
    expect(refused(extended, '延长调查', '2025-05-21')).toContain('只能延长一次');
  });

  test('review ends on a working day, and never makes it heavier', () => {
    const fact = inState['执行中'];
    // The 30th day, 5 July 2025, is a Saturday.
    after(fact, '申请复核', '2025-07-07');
    expect(refused(fact, '申请复核', '2025-07-08')).toBe('申请复核的期限到2025年7月7日，已经过期。');
    const review = inState['复核中'];
    expect(refused(review, '复核决定', '2025-06-10', { result: '变更', handling: '记过' })).toContain(
      '不得因申请复核',
    );
    const milder = after(review, '复核决定', '2025-06-10', { result: '变更', handling: '批评教育' });
    expect(milder).toMatchObject({ handling: '批评教育', effectTo: null });
    expect(refused(milder, '解除处分', '2025-12-03')).toContain('不用解除');
    expect(refused(fact, '提出申诉', '2025-06-10')).toBe('还没有复核决定，应先申请复核。');
  });

  test('lifting waits for the end of the period, and an extension moves it', () => {
    const fact = inState['执行中'];
    expect(refused(fact, '解除处分', '2025-12-02')).toBe('处分到2025年12月3日期满，期满后才能解除。');
    after(fact, '解除处分', '2025-12-03');
    expect(refused(fact, '延长处分期', '2025-12-01', { extendedTo: '2025-12-03' })).toContain(
      '应晚于2025年12月3日',
    );
    const longer = after(fact, '延长处分期', '2025-12-01', { extendedTo: '2026-03-03' });
    expect(refused(longer, '解除处分', '2026-03-02')).toContain('2026年3月3日期满');
    after(longer, '解除处分', '2026-03-03');
  });

  test('a file is closed when the complainant is answered and the sanction lifted', () => {
    expect(refused(inState['执行中'], '归档', '2025-12-04')).toContain('实名举报还没有答复');
    const answered = { ...inState['执行中'], answeredOn: '2025-05-22' };
    expect(refused(answered, '归档', '2025-12-04')).toContain('处分还没有解除');
    expect(refused({ ...inState['已决定'], answeredOn: '2025-05-22' }, '归档', '2025-12-04')).toContain(
      '还没有送达',
    );
  });
});
