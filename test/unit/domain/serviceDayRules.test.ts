import { describe, expect, test } from 'vitest';
import type { DailyFacts } from '#shared/domain/afterSchool/dailyFacts.ts';
import type { RollCallRow } from '#shared/domain/afterSchool/facts.ts';
import {
  asEnrolled,
  handoverProblems,
  withWay,
  type HandoverRow,
  type PickUpPlan,
} from '#shared/domain/afterSchool/handover.ts';
import {
  enrolmentDoubt,
  isTold,
  presentRow,
  rollProblems,
  withRollState,
  type RollPupil,
} from '#shared/domain/afterSchool/rollCall.ts';
import { leavingPupils, sumServiceDay } from '#shared/domain/afterSchool/serviceDaySums.ts';
import { afterSchoolRules } from '#shared/domain/rules/afterSchoolRules.ts';
import { rollStates } from '#shared/domain/afterSchool/words.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import { afterSchool, daily, slot } from './schoolFacts.ts';

const today = '2026-11-24';
const line = {
  staffId: 's1',
  externalId: null,
  role: '授课',
  ofMonth: '2026-10',
  hours: 10,
  rate: 4000,
  amount: 40_000,
} as const;
const rate = { role: '授课', from: '2026-08-01', to: null, amount: 4000 } as const;

function sentencesOf(ruleId: string, changes: Partial<DailyFacts>, on = today): readonly string[] {
  const rounds = afterSchool().daily.rounds;
  const facts = afterSchool({ daily: daily({ rounds, ...changes }) });
  const rules = afterSchoolRules.filter(({ id }) => id === ruleId);
  expect(rules).toHaveLength(1);
  return runRules(rules, facts, createParameters(), on).map(({ sentence }) => sentence);
}

describe('a roll call row', () => {
  const pupil = (changes: Partial<RollPupil> = {}): RollPupil => ({
    pupilId: 'x1',
    name: '学生甲',
    number: 1,
    pickUp: '家长接送',
    permittedReceivers: ['王家长'],
    doubt: null,
    ...changes,
  });
  const session = { startsAt: '16:30', endsAt: '18:30' };
  const row = (changes: Partial<RollCallRow>): RollCallRow => ({ ...presentRow('x1'), ...changes });
  test.each<[string, Partial<RollCallRow>, Partial<RollPupil>, readonly string[]]>([
    ['present', {}, {}, []],
    ['late', { state: '迟到' }, {}, []],
    ['leave with its reason', { state: '请假', reason: '看牙' }, {}, []],
    ['leave without', { state: '请假' }, {}, ['warning 学生甲请假，还没有写原因。']],
    [
      'absent, nobody knows why',
      { state: '缺勤' },
      {},
      ['warning 学生甲缺勤，还没有写原因。', 'warning 学生甲缺勤，还没有告知家长。'],
    ],
    ['absent, all done', { state: '缺勤', reason: '生病', guardianInformed: true }, {}, []],
    ['left, no time', { state: '早退', fetchedBy: '王家长' }, {}, ['error 学生甲早退，请填写离开时间。']],
    ['left at the very end', { state: '早退', leftAt: '18:30', fetchedBy: '王家长' }, {}, []],
    [
      'left after the end',
      { state: '早退', leftAt: '18:31', fetchedBy: '王家长' },
      {},
      ['error 学生甲离开的时间 18:31 不在这一场（16:30—18:30）里，请核对。'],
    ],
    [
      'fetched by a stranger',
      { state: '早退', leftAt: '17:00', fetchedBy: '赵六' },
      {},
      ['warning 学生甲由赵六接走，不在允许接送的名单内，请核实身份。'],
    ],
    ['left alone, as allowed', { state: '早退', leftAt: '17:00' }, { pickUp: '自行离校' }, []],
    ['not enrolled', {}, { doubt: '学生甲没有家长申请。' }, ['warning 学生甲没有家长申请。']],
    ['not enrolled and absent', { state: '请假', reason: '病' }, { doubt: '学生甲没有家长申请。' }, []],
  ])('%s', (_name, changes, about, expected) => {
    const found = rollProblems([row(changes)], [pupil(about)], session);
    expect(found.map(({ level, sentence }) => `${level} ${sentence}`)).toEqual(expected);
  });

  test('that says all there is to say has no problem, whoever the pupil is; any other but an early leaving has one', () => {
    for (const state of rollStates)
      for (const reason of [null, '生病'])
        for (const guardianInformed of [false, true]) {
          const said = row({ state, reason, guardianInformed });
          const problems = rollProblems([said], [pupil()], session);
          if (isTold(said)) expect(problems).toEqual([]);
          else expect(problems).not.toEqual([]);
        }
    expect(isTold(row({ state: '早退', leftAt: '17:00', fetchedBy: '王家长' }))).toBe(false);
  });

  test('a new state takes away what belonged to the old one', () => {
    const early = row({ state: '早退', leftAt: '17:00', fetchedBy: '王家长' });
    expect(withRollState(early, '请假')).toEqual(row({ state: '请假', guardianInformed: true }));
    expect(withRollState(row({ state: '缺勤', reason: '生病' }), '到')).toEqual(presentRow('x1'));
    expect(withRollState(row({ state: '缺勤', reason: '生病' }), '请假').reason).toBe('生病');
  });

  test.each([
    [null, '甲没有家长申请，先参加后请补登记报名。'],
    [{ appliedOn: '2026-10-12', withdrawnOn: null }, null],
    [
      { appliedOn: '2026-10-13', withdrawnOn: null },
      '甲的家长申请在 2026-10-13，晚于这一天，应先申请后参加。',
    ],
    [{ appliedOn: '2026-09-01', withdrawnOn: '2026-10-12' }, '甲已在 2026-10-12 退出，请核对。'],
    [{ appliedOn: '2026-09-01', withdrawnOn: '2026-10-13' }, null],
  ])('enrolment %o', (enrolment, expected) => {
    expect(enrolmentDoubt('甲', enrolment, '2026-10-12')).toBe(expected);
  });
});

describe('a hand-over row', () => {
  const plan: PickUpPlan = {
    pupilId: 'x1',
    name: '学生甲',
    way: '家长接送',
    receiver: '王家长',
    relation: '父亲',
    phone: null,
    permittedReceivers: ['王家长'],
  };
  const usual = asEnrolled(plan, '18:30');
  test.each<[string, HandoverRow, readonly string[]]>([
    ['as enrolled', usual, []],
    [
      'nobody came',
      withWay(usual, '未接', plan, '18:30'),
      ['error 学生甲没有人接，请写明怎样处置（留校看护、联系谁、谁送回）。'],
    ],
    ['nobody came, looked after', { ...withWay(usual, '未接', plan, '18:30'), handling: '留校' }, []],
    ['somebody, unnamed', withWay(usual, '他人代接', plan, '18:30'), ['error 学生甲还没有写由谁接走。']],
    [
      'a stranger',
      { ...withWay(usual, '他人代接', plan, '18:30'), receiver: '赵六' },
      ['warning 学生甲由赵六接走，不在允许接送的名单内，请核实身份。'],
    ],
    [
      'went alone',
      withWay(usual, '自行离校', plan, '18:30'),
      ['warning 学生甲报名时填的是家长接送，这次自行离校，请核实家长同意。'],
    ],
    ['back to the plan', withWay(withWay(usual, '未接', plan, '18:30'), '家长接送', plan, '18:30'), []],
  ])('%s', (_name, row, expected) => {
    expect(handoverProblems([row], [plan]).map(({ level, sentence }) => `${level} ${sentence}`)).toEqual(
      expected,
    );
  });
});

describe('ASC-18 at leaving', () => {
  const row = (pupilId: string, changes: Partial<HandoverRow> = {}): HandoverRow => ({
    pupilId,
    way: '家长接送',
    receiver: '王家长',
    relation: null,
    phone: null,
    leftAt: '18:30',
    handling: null,
    ...changes,
  });
  const handover = (rows: readonly HandoverRow[], heldOn = '2026-10-16', slotId = 'l5') => [
    { id: 'h1', slotId, heldOn, leaving: leavingPupils(['x1', 'x2'].map(presentRow), rows) },
  ];
  test('all fetched as enrolled', () => {
    expect(sentencesOf('ASC-18', { handovers: handover([row('x1'), row('x2')]) })).toEqual([]);
  });
  test('a school that keeps them on paper is not flooded', () => {
    expect(sentencesOf('ASC-18', { handovers: [] })).toEqual([]);
  });
  test('names who has no line, a stranger, and nobody’s child', () => {
    expect(sentencesOf('ASC-18', { handovers: handover([row('x1', { receiver: '赵六' })]) })).toEqual([
      '10月16日（星期五）16:30—18:30的“课外阅读”离校交接：学生甲由赵六接走，不在允许接送的名单内；学生乙没有交接登记，请核对并补填。',
    ]);
    expect(
      sentencesOf('ASC-18', { handovers: handover([row('x1', { way: '未接', receiver: null }), row('x2')]) }),
    ).toEqual([
      '10月16日（星期五）16:30—18:30的“课外阅读”离校交接：学生甲没有人接，没有写明处置，请核对并补填。',
    ]);
  });
  test('of a day only what may be wrong is handed on', () => {
    const roll = [
      presentRow('x1'),
      { ...presentRow('x2'), state: '迟到' as const },
      { ...presentRow('x3'), state: '早退' as const },
      { ...presentRow('x4'), state: '缺勤' as const },
      presentRow('x5'),
    ];
    const evening = [{ ...presentRow('x4'), fetchedBy: '王家长' }];
    const lines = [row('x1'), row('x3'), row('x5', { way: '未接', receiver: null, handling: ' ' })];
    const day = '2026-10-16';
    expect(
      sumServiceDay(
        [slot('l1', day)],
        [
          { id: 'r1', slotId: 'l1', heldOn: day, rows: roll },
          { id: 'r2', slotId: 'l2', heldOn: day, rows: evening },
          { id: 'r3', slotId: 'l3', heldOn: day, rows: [{ ...presentRow('x6'), state: '请假' }] },
        ],
        [{ id: 'h1', slotId: 'l1', heldOn: day, rows: lines }],
        [],
      ),
    ).toEqual({
      slots: [slot('l1', day)],
      rollCalls: [
        { id: 'r1', slotId: 'l1', heldOn: day, present: 4, notable: roll.slice(1, 4) },
        { id: 'r2', slotId: 'l2', heldOn: day, present: 1, notable: evening },
        {
          id: 'r3',
          slotId: 'l3',
          heldOn: day,
          present: 0,
          notable: [{ ...presentRow('x6'), state: '请假' }],
        },
      ],
      handovers: [
        {
          id: 'h1',
          slotId: 'l1',
          heldOn: day,
          leaving: [
            { pupilId: 'x2', place: 1, row: null },
            { pupilId: 'x5', place: 4, row: lines[2] },
          ],
        },
      ],
      away: ['x6'],
    });
  });
  test('names the sessions without one, from the first on', () => {
    expect(
      sentencesOf('ASC-18', { handovers: handover([row('x1'), row('x2')], '2026-10-14', 'l3') }),
    ).toEqual(['第 1 周有 2 场课后服务没有离校交接登记，请补登记。']);
  });
});

describe('ASC-19 hours that are paid', () => {
  const leave = {
    staffId: 's1',
    from: '2026-10-13',
    to: '2026-10-13',
    weekdays: [],
    span: { start: '00:00', end: '24:00' },
  };
  test('nobody is paid while on leave', () => {
    expect(sentencesOf('ASC-19', { leaves: [leave] })).toEqual([
      '10月13日（星期二）16:30—18:30的“课外阅读”：教师甲这时登记了请假，不能计 2 课时，请核对谁到岗。',
    ]);
    expect(sentencesOf('ASC-19', { leaves: [{ ...leave, staffId: 's2' }] })).toEqual([]);
    expect(sentencesOf('ASC-19', { leaves: [{ ...leave, weekdays: [1] }] })).toEqual([]);
    // Half-open: leave that ends when the session begins.
    expect(sentencesOf('ASC-19', { leaves: [{ ...leave, span: { start: '08:00', end: '16:30' } }] })).toEqual(
      [],
    );
  });
  test('a locked month says what its sessions say', () => {
    const payMonths = [{ id: 'm1', month: '2026-10', lines: [line] }];
    expect(sentencesOf('ASC-19', { payMonths, rates: [rate] })).toEqual([]);
    const over = [{ id: 'm1', month: '2026-10', lines: [{ ...line, hours: 12, amount: 48_000 }] }];
    expect(sentencesOf('ASC-19', { payMonths: over, rates: [rate] })).toEqual([
      '2026年10月月结以后课时有更正，差额 -80.00 元还没有扣回，会列入下一个月结的月份。',
    ]);
    const corrected = [
      ...over,
      { id: 'm2', month: '2026-11', lines: [{ ...line, hours: -2, amount: -8_000 }] },
    ];
    expect(sentencesOf('ASC-19', { payMonths: corrected, rates: [rate] })).toEqual([]);
  });
});

describe('ASC-20 hours by the rate in force', () => {
  const month = (changes: Partial<typeof line> | { rate: number; amount: number }) => [
    { id: 'm1', month: '2026-10', lines: [{ ...line, ...changes }] },
  ];
  test.each([
    ['as it should be', month({}), [rate], []],
    [
      'a rate that nobody set',
      month({ rate: 4500, amount: 45_000 }),
      [rate],
      ['2026年10月补助：教师甲的授课按每课时 45.00 元计算，与执行的标准不符，请核对标准，解锁后重新月结。'],
    ],
    [
      'an amount that is no product',
      month({ amount: 1 } as never),
      [rate],
      ['2026年10月补助：教师甲的授课金额 0.01 元不等于课时乘标准，请核对标准，解锁后重新月结。'],
    ],
    ['a rate that ended on the last day before', month({}), [{ ...rate, to: '2026-09-30' }], 1],
    ['a rate that begins on the last day', month({}), [{ ...rate, from: '2026-10-31' }], []],
  ])('%s', (_name, payMonths, rates, expected) => {
    const found = sentencesOf('ASC-20', { payMonths, rates });
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected);
  });
});

describe('ASC-25 safety rounds', () => {
  const round = (heldOn: string, hazard: DailyFacts['rounds'][number]['hazard'] = null) => ({
    id: `w-${heldOn}`,
    heldOn,
    hazard,
  });
  const week = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16'];
  test('one finding a week, and one for a term without any', () => {
    expect(sentencesOf('ASC-25', {})).toEqual([]);
    expect(sentencesOf('ASC-25', { rounds: week.slice(1, 4).map((day) => round(day)) })).toEqual([
      '第 1 周 10月12日（星期一）、10月16日（星期五）没有安全巡查记录，请补登记。',
    ]);
    expect(sentencesOf('ASC-25', { rounds: [] })).toEqual([
      '本学期 5 天课后服务都没有安全巡查记录，请登记每天的值班领导和巡查情况。',
    ]);
  });
  test('today still has time', () => {
    expect(
      sentencesOf('ASC-25', { rounds: week.slice(0, 4).map((day) => round(day)) }, '2026-10-16'),
    ).toEqual([]);
  });
  test('hazards until they are mended, incidents until they are settled', () => {
    const hazard = { words: '篮球架松动', dueOn: '2026-11-20', closedOn: null };
    const rounds = week.map((day, index) => round(day, index === 0 ? hazard : null));
    expect(sentencesOf('ASC-25', { rounds })).toEqual([
      '2026年10月12日发现的隐患“篮球架松动”应在2026年11月20日前整改，还没有销号。',
    ]);
    expect(sentencesOf('ASC-25', { rounds }, '2026-11-20')).toEqual([]);
    const incident = { id: 'i1', title: '擦伤', heldOn: '2026-11-16', closedOn: null };
    expect(sentencesOf('ASC-25', { incidents: [incident] })).toEqual([
      '2026年11月16日的突发事件“擦伤”过了 8 天还没有办结，请写明处置结果。',
    ]);
    expect(sentencesOf('ASC-25', { incidents: [{ ...incident, heldOn: '2026-11-17' }] })).toEqual([]);
  });
});

test('a session that was called off needs no round', () => {
  const facts = afterSchool({ slots: [slot('l1', '2026-10-12', { cancelled: true })], daily: daily() });
  const rules = afterSchoolRules.filter(({ id }) => id === 'ASC-25');
  expect(runRules(rules, facts, createParameters(), today)).toEqual([]);
});
