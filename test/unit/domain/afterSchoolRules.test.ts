import { describe, expect, test } from 'vitest';
import { isEnrolledOn, pupilsDueAt } from '#shared/domain/afterSchool/enrolments.ts';
import type {
  AfterSchoolFacts,
  EnrolmentFact,
  RollCallRow,
  ServicePersonFact,
} from '#shared/domain/afterSchool/facts.ts';
import { coveredMinutes, serviceDays } from '#shared/domain/afterSchool/serviceTime.ts';
import { presentRow } from '#shared/domain/afterSchool/rollCall.ts';
import { rollCallFact } from '#shared/domain/afterSchool/serviceDaySums.ts';
import { afterSchoolRules } from '#shared/domain/rules/afterSchoolRules.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import type { Finding } from '#shared/domain/rules/rule.ts';
import { createSchoolCalendar } from '#shared/kernel/calendar.ts';
import { afterSchool, slot } from './schoolFacts.ts';

const today = '2026-11-24';

function find(
  ruleId: string,
  facts: AfterSchoolFacts,
  on = today,
  overrides: readonly ParameterOverride[] = [],
): readonly Finding[] {
  const rule = afterSchoolRules.filter(({ id }) => id === ruleId);
  expect(rule).toHaveLength(1);
  return runRules(rule, facts, createParameters(overrides), on);
}
const sentences = (findings: readonly Finding[]): string[] => findings.map(({ sentence }) => sentence);

/** The school of the tests with its first session, roll call or enrolment changed. */
function withSlot(changes: Parameters<typeof slot>[2], heldOn = '2026-10-12'): AfterSchoolFacts {
  return afterSchool({ slots: [slot('l1', heldOn, changes), ...afterSchool().slots.slice(1)] });
}
function withEnrolment(changes: Partial<EnrolmentFact>): AfterSchoolFacts {
  return afterSchool({
    enrolments: afterSchool().enrolments.map((enrolment, index) =>
      index === 0 ? { ...enrolment, ...changes } : enrolment,
    ),
  });
}
function withRow(changes: Partial<RollCallRow>): AfterSchoolFacts {
  return afterSchool({
    rollCalls: afterSchool().rollCalls.map((call, index) =>
      index === 0
        ? rollCallFact({ ...call, rows: [{ ...presentRow('x1'), ...changes }, presentRow('x2')] })
        : call,
    ),
  });
}

test('the school of the tests breaks no rule', () => {
  expect(runRules(afterSchoolRules, afterSchool(), createParameters(), today)).toEqual([]);
});

describe('service time', () => {
  test.each([
    [[], 0],
    [[['16:30', '18:30']], 120],
    [
      [
        ['16:30', '17:30'],
        ['17:30', '18:30'],
      ],
      120,
    ],
    [
      [
        ['16:30', '17:30'],
        ['16:30', '17:30'],
      ],
      60,
    ],
    [
      [
        ['17:00', '18:00'],
        ['16:30', '17:30'],
      ],
      90,
    ],
    [
      [
        ['16:30', '18:30'],
        ['17:00', '17:30'],
      ],
      120,
    ],
  ])('%j covers %i minutes', (spans, minutes) => {
    const slots = (spans as [string, string][]).map(([startsAt, endsAt]) => ({ startsAt, endsAt }));
    expect(coveredMinutes(slots)).toBe(minutes);
  });

  test('a make-up day that the school teaches needs service, others do not', () => {
    const facts = afterSchool({ slots: [slot('l', '2026-10-08', { kind: '晚自习' })] });
    expect(serviceDays(facts, { from: '2026-10-07', to: '2026-10-11' })).toEqual([
      { date: '2026-10-08', minutes: 0, slotIds: [] },
      { date: '2026-10-09', minutes: 0, slotIds: [] },
      { date: '2026-10-10', minutes: 0, slotIds: [] },
    ]);
    expect(
      serviceDays({ ...facts, calendar: createSchoolCalendar([]) }, { from: '2026-10-07', to: '2026-10-08' }),
    ).toBe('unknown');
  });

  test('pupils are due on their weekdays, on a make-up day on those of its timetable', () => {
    const facts = withEnrolment({ weekdays: [3], withdrawnOn: '2026-10-14' });
    expect(pupilsDueAt(facts, slot('l', '2026-10-10'))).toEqual(['x1', 'x2']);
    expect(pupilsDueAt(facts, slot('l', '2026-10-12'))).toEqual(['x2']);
    expect(pupilsDueAt(facts, slot('l', '2026-10-14'))).toEqual(['x2']);
    const [enrolment] = facts.enrolments;
    if (!enrolment) throw new Error('no enrolment');
    expect(
      ['2026-09-04', '2026-09-05', '2026-10-13', '2026-10-14'].map((on) => isEnrolledOn(enrolment, on)),
    ).toEqual([false, true, true, false]);
  });
});

describe('coverage', () => {
  test('a teaching day without service is found the day after, by week', () => {
    const facts = afterSchool({ slots: afterSchool().slots.slice(0, 3) });
    expect(sentences(find('ASC-02', facts))).toEqual([
      '第 1 周 10月15日（星期四）、10月16日（星期五）没有课后服务安排，请补排班或在校历中注明不上课。',
    ]);
    expect(find('ASC-02', facts, '2026-10-15')).toEqual([]);
    expect(find('ASC-02', facts, '2026-10-16')).toHaveLength(1);
  });

  test('a make-up day counts as a teaching day', () => {
    const base = afterSchool();
    const facts = { ...base, term: { ...base.term, firstTeachingOn: '2026-10-10' } };
    expect(sentences(find('ASC-02', facts))[0]).toContain('10月10日（星期六）调休上课');
  });

  test('without the arrangement of the year that is said', () => {
    expect(find('ASC-02', afterSchool({ calendar: createSchoolCalendar([]) }))).toMatchObject([
      { severity: 'info' },
    ]);
  });

  test.each([
    ['18:30', [], 0],
    ['18:29', [], 1],
    ['17:30', [{ id: 'serviceMinMinutes', validFrom: '2026-09-01', value: 60 }], 0],
    ['17:29', [{ id: 'serviceMinMinutes', validFrom: '2026-09-01', value: 60 }], 1],
  ])('ending at %s: %i', (endsAt, overrides, count) =>
    expect(find('ASC-03', withSlot({ endsAt }), today, overrides)).toHaveLength(count),
  );

  test.each([
    [{ startsAt: '16:20' }, '2026-10-12', 0],
    [{ startsAt: '16:19' }, '2026-10-12', 1],
    [{}, '2026-10-11', 1],
    [{}, '2026-10-10', 0],
    [{ kind: '午休', startsAt: '12:00', endsAt: '14:00' }, '2026-10-12', 0],
  ] as const)('ASC-04: %j on %s: %i', (changes, heldOn, count) =>
    expect(find('ASC-04', withSlot(changes, heldOn))).toHaveLength(count),
  );

  test.each([
    [{ kind: '晚自习' }, 1],
    [{ kind: '晚自习', staffing: [] }, 0],
    [{ kind: '延时托管' }, 0],
  ] as const)('ASC-06: %j: %i', (changes, count) =>
    expect(find('ASC-06', withSlot(changes))).toHaveLength(count),
  );
});

describe('enrolment', () => {
  test.each([
    [0, 1],
    [1, 0],
    [9, 0],
    [10, 1],
    [null, 0],
  ])('grade %s: %i', (grade, count) => {
    const pupils = afterSchool().pupils.map((pupil) => (pupil.id === 'x1' ? { ...pupil, grade } : pupil));
    expect(find('ASC-01', afterSchool({ pupils }))).toHaveLength(count);
  });

  test.each([
    ['2026-10-12', 0],
    ['2026-10-13', 1],
  ])('applied on %s, first there on 12 October: %i', (appliedOn, count) =>
    expect(find('ASC-08', withEnrolment({ appliedOn }))).toHaveLength(count),
  );

  test('pupils without an application are named together', () => {
    expect(find('ASC-08', afterSchool({ enrolments: [] }))).toMatchObject([
      { sentence: '学生甲、学生乙参加了课后服务但没有家长申请，请补登记报名。', remedy: { kind: 'list' } },
    ]);
    expect(find('ASC-08', afterSchool({ enrolments: afterSchool().enrolments.slice(1) }))).toMatchObject([
      { remedy: { kind: 'create', ledger: 'serviceEnrolment', values: { pupil: 'x1' } } },
    ]);
  });

  test.each([
    ['课外阅读', '阅读', 0],
    ['数学培优班', '', 1],
    ['数学', '讲授新课', 1],
  ])('a course %s (%s): %i', (name, content, count) =>
    expect(
      find('ASC-10', afterSchool({ courses: [{ id: 'k1', name, kind: '社团', content }] })),
    ).toHaveLength(count),
  );

  test('what was done is looked at too', () =>
    expect(find('ASC-10', withSlot({ log: '期中测试' }))).toHaveLength(1));
});

describe('clashes', () => {
  const two = (changes: Parameters<typeof slot>[2]): AfterSchoolFacts =>
    afterSchool({
      courses: [...afterSchool().courses, { id: 'k2', name: '篮球', kind: '体育', content: '' }],
      slots: [
        slot('l1', '2026-10-12', { endsAt: '17:30' }),
        slot('l2', '2026-10-12', {
          courseId: 'k2',
          room: '操场',
          startsAt: '17:00',
          staffing: [],
          ...changes,
        }),
      ],
    });
  const sameTeacher = [{ staffId: 's1', externalId: null, role: '看护' as const, hours: 1 }];

  test.each([
    ['ASC-11', { staffing: sameTeacher }, 1],
    ['ASC-11', { staffing: sameTeacher, startsAt: '17:30' }, 0],
    ['ASC-11', { staffing: sameTeacher, cancelled: true }, 0],
    ['ASC-11', { staffing: [{ ...sameTeacher[0], role: '值班领导' }] }, 0],
    ['ASC-11', {}, 0],
    ['ASC-12', { room: '三年级1班教室 ' }, 1],
    ['ASC-12', { room: '三年级1班教室', startsAt: '17:30' }, 0],
    ['ASC-12', { room: null }, 0],
  ] as const)('%s with %j: %i', (rule, changes, count) =>
    expect(find(rule, two(changes as Parameters<typeof slot>[2]))).toHaveLength(count),
  );

  test('a pupil in two courses at once is found once, not every week', () => {
    const base = two({});
    const facts = {
      ...base,
      slots: [
        ...base.slots,
        ...base.slots.map((one) => ({ ...one, id: `${one.id}b`, heldOn: '2026-10-19' })),
      ],
      enrolments: base.enrolments.map((enrolment, index) =>
        index === 0 ? { ...enrolment, courseIds: ['k1', 'k2'] } : enrolment,
      ),
    };
    expect(sentences(find('ASC-13', facts))).toEqual(['学生甲选的“课外阅读”和“篮球”时间重叠，请改选一门。']);
    expect(find('ASC-13', base)).toEqual([]);
  });
});

describe('sessions', () => {
  test.each([
    [2, 0],
    [1, 1],
  ])('at most %i pupils for one teacher: %i', (most, count) => {
    const overrides = [{ id: 'groupSizePerAdult', validFrom: '2026-09-01', value: most }];
    expect(
      find('ASC-14', afterSchool({ rollCalls: afterSchool().rollCalls.slice(0, 1) }), today, overrides),
    ).toHaveLength(count);
  });

  test('pupils without any adult are too many', () =>
    expect(find('ASC-14', withSlot({ staffing: [] }))).toHaveLength(1));

  const person: ServicePersonFact = {
    id: 'o1',
    name: '李某',
    listed: true,
    qualification: '教练证',
    entryCheckedOn: '2026-08-20',
    entryCheckResult: '无',
  };
  test.each([
    [{}, undefined],
    [{ listed: false }, '不在白名单内'],
    [{ qualification: ' ' }, '没有资质证书'],
    [{ entryCheckedOn: null }, '上岗前没有准入查询'],
    [{ entryCheckedOn: '2026-10-12' }, undefined],
    [{ entryCheckedOn: '2026-10-13' }, '上岗前没有准入查询'],
    [{ entryCheckedOn: '2025-10-12' }, undefined],
    [{ entryCheckedOn: '2025-10-11' }, '准入查询已过期'],
    [{ entryCheckResult: '有' }, '结果不符合要求'],
  ] as const)('an external person %j: %s', (changes, problem) => {
    const staffing = [{ staffId: null, externalId: 'o1', role: '授课' as const, hours: 2 }];
    const facts = { ...withSlot({ staffing }), externalPersons: [{ ...person, ...changes }] };
    const found = sentences(find('ASC-15', facts));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found[0]).toContain(problem);
  });

  test('a person who is not on the roster is not judged', () =>
    expect(find('ASC-15', afterSchool({ externalPersons: [{ ...person, listed: false }] }))).toEqual([]));

  test.each([
    ['2026-10-13', 0],
    ['2026-10-14', 1],
  ])('no roll call of 12 October, looked at on %s: %i', (on, count) =>
    expect(find('ASC-16', afterSchool({ rollCalls: afterSchool().rollCalls.slice(1) }), on)).toHaveLength(
      count,
    ),
  );

  test.each([
    ['ASC-17', { state: '请假', reason: '生病' }, 0],
    ['ASC-17', { state: '请假' }, 1],
    ['ASC-17', { state: '缺勤', reason: '不明' }, 1],
    ['ASC-17', { state: '缺勤', reason: '不明', guardianInformed: true }, 0],
    ['ASC-18', { state: '早退', leftAt: '17:30', fetchedBy: '王家长' }, 0],
    ['ASC-18', { state: '早退', leftAt: '17:30', fetchedBy: ' 王家长 ' }, 0],
    ['ASC-18', { state: '早退', fetchedBy: '王家长' }, 1],
    ['ASC-18', { state: '早退', leftAt: '17:30' }, 1],
    ['ASC-18', { state: '早退', leftAt: '17:30', fetchedBy: '陌生人' }, 1],
    ['ASC-18', { state: '到', fetchedBy: '陌生人' }, 1],
  ] as const)('%s with a row %j: %i', (rule, row, count) =>
    expect(find(rule, withRow(row))).toHaveLength(count),
  );

  test('who goes home alone needs no receiver, but a time', () => {
    const alone = withEnrolment({ pickUp: '自行离校' });
    const left = (leftAt: string | null) => ({
      ...alone,
      rollCalls: withRow({ state: '早退', leftAt }).rollCalls,
    });
    expect(find('ASC-18', left('17:30'))).toEqual([]);
    expect(find('ASC-18', left(null))).toHaveLength(1);
  });

  test.each([
    [{}, '2026-10-12', 0],
    [{ cancelled: true }, '2026-10-12', 1],
    [{}, '2026-10-11', 1],
    [{ confirmed: false }, '2026-10-11', 0],
    [{ endsAt: '17:50' }, '2026-10-12', 0],
    [{ endsAt: '17:49' }, '2026-10-12', 1],
    [{ cancelled: true, staffing: [] }, '2026-10-12', 0],
  ] as const)('ASC-19: %j on %s: %i', (changes, heldOn, count) =>
    expect(find('ASC-19', withSlot(changes, heldOn))).toHaveLength(count),
  );
});

test('rules have one id each', () => {
  expect(new Set(afterSchoolRules.map(({ id }) => id)).size).toBe(afterSchoolRules.length);
});
