import { describe, expect, test } from 'vitest';
import { asOfDay } from '#shared/domain/membership/developmentFacts.ts';
import {
  blockedBy,
  missingPapers,
  nextStep,
  openSteps,
  stateOf,
} from '#shared/domain/membership/developmentState.ts';
import {
  developmentSideSteps,
  developmentSteps,
  stepNumberOf,
  storedStepName,
} from '#shared/domain/membership/developmentSteps.ts';
import {
  dayProblem,
  nextInspection,
  nextPossibleOn,
  probationEndsOn,
  stepStanding,
  stepTimes,
  timeBounds,
} from '#shared/domain/membership/developmentTimes.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { onTheWay } from './developmentSamples.ts';
import { calendar } from './schoolFacts.ts';

const rulesOn = (on: string, overrides: readonly ParameterOverride[] = []) => ({
  parameters: createParameters(overrides),
  calendar,
  on,
});

describe('the list of steps', () => {
  test('has 25 steps, each after steps before it, and can be stored and read back', () => {
    expect(developmentSteps.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
    for (const step of developmentSteps) {
      expect(step.after.every((before) => before < step.number)).toBe(true);
      expect(stepNumberOf(storedStepName(step))).toBe(step.number);
    }
    for (const { name, between } of developmentSideSteps) {
      expect(stepNumberOf(name)).toBeNull();
      expect(between[0]).toBeLessThan(between[1]);
    }
  });
});

describe('the state of a person', () => {
  test.each([
    [0, '申请人', 1],
    [2, '申请人', 3],
    [3, '积极分子', 4],
    [7, '积极分子', 8],
    [8, '发展对象', 9],
    [16, '发展对象', 17],
    [17, '预备党员', 18],
    [23, '预备党员', 24],
    [24, '正式党员', 25],
    [25, '正式党员', null],
  ])('after step %i: %s, next %s', (upTo, state, next) => {
    const person = onTheWay(upTo);
    expect([stateOf(person), nextStep(person)]).toEqual([state, next]);
  });

  test.each([
    ['转出', '转出'],
    ['取消预备党员资格', '终止'],
  ] as const)('ended because of %s: %s, and no step is left', (endReason, state) => {
    const person = onTheWay(16, {}, { endedOn: '2026-01-05', endReason });
    expect([stateOf(person), openSteps(person)]).toEqual([state, []]);
  });

  test('steps that wait for the same one may be taken in any order', () => {
    expect(openSteps(onTheWay(8))).toEqual([9, 10, 11]);
    expect(openSteps(onTheWay(8, { 10: '2025-07-01' }))).toEqual([9, 11]);
    expect(blockedBy(onTheWay(8, { 10: '2025-07-01' }), 12)).toBe(9);
  });

  test('on a past day is what it was then', () => {
    const person = onTheWay(25);
    expect(
      ['2024-05-09', '2024-05-10', '2025-11-19', '2025-11-20', '2026-11-19'].map((on) =>
        stateOf(asOfDay(person, on)),
      ),
    ).toEqual(['申请人', '积极分子', '发展对象', '预备党员', '预备党员']);
  });
});

describe('papers', () => {
  const bare = (upTo: number, paperKinds: readonly string[] = []) => {
    const person = onTheWay(upTo);
    return { ...person, paperKinds, steps: person.steps.map((step) => ({ ...step, papersReady: false })) };
  };
  const names = (upTo: number, kinds: readonly string[] = []) =>
    missingPapers(bare(upTo, kinds)).map(({ paper }) => paper);

  test('a file of the kind or the word of the clerk is enough', () => {
    expect(names(2)).toEqual(['入党申请书', '谈话记录']);
    expect(names(2, ['谈话记录'])).toEqual(['入党申请书']);
    expect(missingPapers(onTheWay(25))).toEqual([]);
  });

  test('the register of 考察 is not missing while the cultivation runs', () => {
    expect(names(6)).not.toContain('入党积极分子培养教育考察登记表');
    expect(names(7)).toContain('入党积极分子培养教育考察登记表');
  });
});

describe('limits of time', () => {
  test.each([
    [1, {}, '2013-03-05', null, null],
    [2, {}, '2024-01-31', '2024-02-29', null],
    [2, { 1: '2023-01-31' }, '2023-01-31', '2023-02-28', null],
    [7, {}, '2025-05-10', null, null],
    [15, {}, '2025-10-11', '2025-10-20', null],
    [15, { 10: '2024-10-05' }, '2025-10-11', '2025-10-05', null],
    [17, {}, '2025-11-05', '2026-01-20', '2026-04-20'],
    [17, { 15: '2025-11-30', 16: '2025-12-05' }, '2025-12-05', '2026-02-28', '2026-05-30'],
    [20, {}, '2025-11-20', '2026-01-19', null],
    [22, {}, '2026-09-20', '2026-10-20', null],
    [23, {}, '2026-10-20', '2026-11-20', '2027-01-20'],
    [24, {}, '2026-10-20', '2027-01-20', null],
  ])('step %i with %j: from %s, due %s, last %s', (number, days, earliest, due, last) => {
    const times = stepTimes(onTheWay(number, { ...days, [number]: null }), number, rulesOn('2026-11-24'));
    expect([times.earliest?.on ?? null, times.due?.on ?? null, times.last?.on ?? null]).toEqual([
      earliest,
      due,
      last,
    ]);
  });

  test.each([
    ['2008-02-29', '2026-03-01'],
    ['2004-02-29', '2022-03-01'],
    ['2006-02-28', '2024-02-28'],
  ])('born on %s, the application may be handed in from %s', (bornOn, from) =>
    expect(stepTimes(onTheWay(0, {}, { bornOn }), 1, rulesOn('2026-11-24')).earliest?.on).toBe(from),
  );

  test.each([
    // Sunday 20 September is made up for; the first week of October is off, Saturday the 10th is made up for.
    ['2026-09-18', '2026-09-24'],
    ['2026-09-28', '2026-10-10'],
    ['2026-10-08', '2026-10-14'],
    ['2026-10-03', '2026-10-14'],
  ])('a notice from %s of five working days lets the meeting be held from %s', (from, earliest) => {
    const person = onTheWay(
      14,
      { 13: '2026-09-10', 14: '2026-09-12' },
      { notices: [{ kind: '接收公示', from, to: null }] },
    );
    expect(nextPossibleOn(person, 15, rulesOn('2026-09-14'))).toBe(earliest);
  });

  test('no notice is waited for where the county asks for none', () => {
    const off = [{ id: 'developmentNoticeWorkdays', validFrom: '2020-01-01', value: 0 }];
    expect(stepTimes(onTheWay(14), 15, rulesOn('2025-10-01', off)).earliest?.on).toBe('2025-09-22');
  });

  test.each([
    [6, '2027-04-20'],
    [12, '2027-10-20'],
  ])('admitted on 2025-10-20 and extended by %i months: over on %s', (months, ends) => {
    const person = onTheWay(22, {}, { extensions: [{ decidedOn: '2026-10-20', months }] });
    expect(probationEndsOn(person)).toBe(ends);
    const bounds = timeBounds(person, 23, rulesOn('2027-05-01'));
    expect(dayProblem(bounds, '2027-04-19')?.kind).toBe('tooEarly');
    expect(dayProblem(bounds, '2027-04-20') === null).toBe(months === 6);
  });

  test.each([
    ['2025-11-01', true, '2025-05-10'],
    ['2024-11-01', true, '2025-05-10'],
    ['2024-11-01', false, '2025-11-01'],
    ['2024-03-01', false, '2025-05-10'],
  ])('transferred in on %s, time kept %s: 发展对象 from %s', (transferredInOn, timeKept, earliest) => {
    const person = onTheWay(6, {}, { transferredInOn, timeKept });
    expect(stepTimes(person, 7, rulesOn('2026-11-24')).earliest?.on).toBe(earliest);
  });

  test.each([
    ['2026-10-19', 'tooEarly'],
    ['2026-10-20', undefined],
    ['2026-11-20', undefined],
    ['2026-11-21', 'tooLate'],
    ['2027-01-20', 'tooLate'],
    ['2027-01-21', 'void'],
  ])('confirming on %s is %s', (day, kind) =>
    expect(dayProblem(timeBounds(onTheWay(22), 23, rulesOn('2027-02-01')), day)?.kind).toBe(kind),
  );
});

describe('how a step stands', () => {
  test.each([
    [22, 23, '2026-10-19', 'tooEarly'],
    [22, 23, '2026-10-20', 'open'],
    [22, 23, '2026-10-21', 'dueSoon'],
    [22, 23, '2026-11-20', 'dueSoon'],
    [22, 23, '2026-11-21', 'overdue'],
    [22, 24, '2026-11-21', 'blocked'],
    [25, 23, '2026-11-21', 'done'],
    [6, 7, '2025-05-09', 'tooEarly'],
    [6, 7, '2025-05-10', 'open'],
  ])('after step %i, step %i on %s: %s', (upTo, number, on, standing) =>
    expect(stepStanding(onTheWay(upTo), number, rulesOn(on))).toBe(standing),
  );

  test('the next possible day is today at the earliest, and none while others must come before', () => {
    expect(nextPossibleOn(onTheWay(6), 7, rulesOn('2025-01-01'))).toBe('2025-05-10');
    expect(nextPossibleOn(onTheWay(6), 7, rulesOn('2025-06-01'))).toBe('2025-06-01');
    expect(nextPossibleOn(onTheWay(5), 7, rulesOn('2025-06-01'))).toBeNull();
  });
});

describe('half-yearly 考察', () => {
  test.each([
    [onTheWay(6, {}, { inspections: [] }), '积极分子', '2024-11-10'],
    [onTheWay(6, {}, { inspections: [{ on: '2024-08-31', phase: '积极分子' }] }), '积极分子', '2025-02-28'],
    [onTheWay(21), '预备党员', '2027-04-15'],
    [onTheWay(21, {}, { inspections: [{ on: '2025-05-08', phase: '积极分子' }] }), '预备党员', '2026-04-20'],
  ])('case %#', (person, phase, dueOn) => expect(nextInspection(person)).toMatchObject({ phase, dueOn }));

  test('is asked of nobody before 积极分子, after confirming or after the end', () => {
    expect(nextInspection(onTheWay(2))).toBeNull();
    expect(nextInspection(onTheWay(23))).toBeNull();
    expect(nextInspection(onTheWay(6, {}, { endedOn: '2025-01-01', endReason: '本人撤回' }))).toBeNull();
  });
});
