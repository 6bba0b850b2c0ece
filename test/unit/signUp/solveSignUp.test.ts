import { beforeAll, describe, expect, test } from 'vitest';
import {
  createMixedIntegerSolver,
  type MixedIntegerSolver,
} from '#electron/services/afterSchool/roster/mixedInteger.ts';
import { solveSignUp } from '#electron/services/afterSchool/signUp/solveSignUp.ts';
import { whyUnfit } from '#shared/domain/afterSchool/signUp/fitness.ts';
import { drawLottery } from '#shared/domain/afterSchool/signUp/lottery.ts';
import type { SignUpOutcome } from '#shared/domain/afterSchool/signUp/outcome.ts';
import type { SignUpCourse, SignUpProblem, SignUpPupil } from '#shared/domain/afterSchool/signUp/problem.ts';
import { verifyPlacements } from '#shared/domain/afterSchool/signUp/seats.ts';
import { waitingOrder } from '#shared/domain/afterSchool/signUp/waitingList.ts';

let solver: MixedIntegerSolver;
beforeAll(async () => {
  solver = await createMixedIntegerSolver();
});

function solve(problem: SignUpProblem): SignUpOutcome {
  return solveSignUp(problem, {
    solver,
    seconds: 30,
    now: () => performance.now(),
    progress: () => undefined,
  });
}

function course(name: string, changes: Partial<SignUpCourse> = {}): SignUpCourse {
  return { id: name, name, gradeFrom: 1, gradeTo: 6, weekdays: [], capacity: null, ...changes };
}
function pupil(id: string, wishes: readonly string[], changes: Partial<SignUpPupil> = {}): SignUpPupil {
  return {
    id,
    name: id,
    className: '三年级1班',
    grade: 3,
    weekdays: [1, 2, 3, 4, 5],
    wishes,
    wanted: 1,
    held: [],
    appliedOn: '2026-09-01',
    ...changes,
  };
}
function problemOf(
  courses: readonly SignUpCourse[],
  pupils: readonly SignUpPupil[],
  seed = '第一次',
): SignUpProblem {
  return { courses, pupils, seed };
}
const given = (outcome: SignUpOutcome): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(outcome.pupils.map(({ pupilId, courseIds }) => [pupilId, courseIds]));
const placementsOf = (outcome: SignUpOutcome) =>
  outcome.pupils.map(({ pupilId, courseIds }) => ({ pupilId, courseIds }));

describe('whether a course fits a pupil', () => {
  test.each([
    [{}, {}, undefined],
    [{ gradeFrom: 4 }, {}, '“篮球”招四至六年级，学生在三年级'],
    [{ gradeTo: 3 }, { grade: 3 }, undefined],
    [{ gradeTo: 2 }, { grade: 3 }, '“篮球”招一至二年级，学生在三年级'],
    [{ weekdays: [2] }, { weekdays: [1, 4] }, '“篮球”在周二上课，学生只参加周一、周四'],
    [{ weekdays: [2, 4] }, { weekdays: [1, 4] }, undefined],
    [{}, { grade: null }, '学生还没有编班，不知道年级'],
    [{}, { weekdays: [] }, '“篮球”在周一、周二、周三、周四、周五上课，学生没有填参加时段'],
  ])('%j for %j: %s', (ofCourse, ofPupil, expected) => {
    expect(whyUnfit(pupil('甲', ['篮球'], ofPupil), course('篮球', ofCourse))).toBe(expected);
  });
});

describe('the lottery', () => {
  const ids = Array.from(
    { length: 200 },
    (_, index) => `01938000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  );

  test('gives everybody one number, the same whenever and in whatever order it is drawn', () => {
    const drawn = drawLottery('2026-09-05', ids);
    expect([...drawn.values()].sort((a, b) => a - b)).toEqual(ids.map((_, index) => index + 1));
    expect(drawLottery('2026-09-05', ids.toReversed())).toEqual(drawn);
  });

  test('draws otherwise for another seed, and favours nobody by the order of the ids', () => {
    const drawn = drawLottery('2026-09-05', ids);
    expect(drawLottery('2026-09-06', ids)).not.toEqual(drawn);
    const firstHalf = ids.slice(0, 100).reduce((sum, id) => sum + (drawn.get(id) ?? 0), 0) / 100;
    expect(firstHalf).toBeGreaterThan(80);
    expect(firstHalf).toBeLessThan(121);
  });
});

describe('giving out the wishes', () => {
  test('everybody gets the first wish where there is room', () => {
    const outcome = solve(
      problemOf(
        [course('篮球', { capacity: 2 }), course('合唱')],
        [pupil('甲', ['篮球', '合唱']), pupil('乙', ['合唱'])],
      ),
    );
    expect(given(outcome)).toEqual({ 甲: ['篮球'], 乙: ['合唱'] });
    expect(outcome.quality).toEqual({ withNothing: 0, byRank: [2, 0, 0], totalRank: 2 });
    expect(outcome.pupils.find(({ pupilId }) => pupilId === '甲')?.reason).toBe(
      '名额足够，安排第一志愿“篮球”。',
    );
  });

  test('nobody goes without who could have something, whatever the lottery says', () => {
    // 乙 has no other wish: whoever clicked first would have left one of the two with nothing.
    for (const seed of ['一', '二', '三', '四']) {
      const outcome = solve(
        problemOf(
          [course('篮球', { capacity: 1 }), course('合唱', { capacity: 1 })],
          [pupil('甲', ['篮球', '合唱']), pupil('乙', ['篮球'])],
          seed,
        ),
      );
      expect(given(outcome)).toEqual({ 甲: ['合唱'], 乙: ['篮球'] });
    }
  });

  test('61 pupils for 40 seats: 40 by lottery, 21 wait in its order, and everybody can read why', () => {
    const outcome = solve(
      problemOf(
        [course('篮球', { capacity: 40 })],
        Array.from({ length: 61 }, (_, index) => pupil(`学生${index}`, ['篮球'])),
      ),
    );
    expect(outcome.proved).toBe(true);
    const admitted = outcome.pupils.filter(({ courseIds }) => courseIds.length > 0);
    expect(admitted.map(({ lottery }) => lottery)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    expect(admitted[11]?.reason).toBe('“篮球”61 人填报、名额 40 人，抽签序号 12，安排第一志愿“篮球”。');
    const waiting = outcome.pupils.filter(({ courseIds }) => courseIds.length === 0);
    expect(waiting).toHaveLength(21);
    expect(waiting[0]).toMatchObject({
      lottery: 41,
      waitingFor: ['篮球'],
      reason: '第一志愿“篮球”已满（40/40，61 人填报）；抽签序号 41，没有安排上，列入候补。',
    });
  });

  test('who gets the second wish waits for the first', () => {
    const outcome = solve(
      problemOf(
        [course('篮球', { capacity: 1 }), course('合唱')],
        [pupil('甲', ['篮球', '合唱']), pupil('乙', ['篮球', '合唱'])],
      ),
    );
    const [first, second] = outcome.pupils;
    expect(first).toMatchObject({ lottery: 1, courseIds: ['篮球'], waitingFor: [] });
    expect(second).toMatchObject({ lottery: 2, courseIds: ['合唱'], waitingFor: ['篮球'] });
    expect(second?.reason).toBe('第一志愿“篮球”已满（1/1，2 人填报）；抽签序号 2，安排第二志愿“合唱”。');
  });

  test('two second wishes rather than a first and a third', () => {
    const outcome = solve(
      problemOf(
        [
          course('篮球', { capacity: 1 }),
          course('合唱', { capacity: 1 }),
          course('剪纸', { capacity: 1 }),
          course('编程', { capacity: 1 }),
        ],
        [
          pupil('甲', ['篮球', '合唱', '剪纸']),
          pupil('乙', ['篮球', '编程', '剪纸'], { wishes: ['篮球', '编程', '剪纸'] }),
        ],
      ),
    );
    expect(outcome.quality.totalRank).toBe(3);
    expect(outcome.quality.byRank).toEqual([1, 1, 0]);
  });

  test('grade and days are respected, and the reason says which wish could not be', () => {
    const outcome = solve(
      problemOf(
        [course('篮球', { gradeFrom: 4 }), course('合唱', { weekdays: [2] }), course('剪纸')],
        [pupil('甲', ['篮球', '合唱', '剪纸'], { weekdays: [1, 3] })],
      ),
    );
    expect(given(outcome)).toEqual({ 甲: ['剪纸'] });
    expect(outcome.pupils[0]?.reason).toBe(
      '第一志愿不能安排（“篮球”招四至六年级，学生在三年级）；第二志愿不能安排（“合唱”在周二上课，学生只参加周一、周三）；抽签序号 1，安排第三志愿“剪纸”。',
    );
    expect(outcome.pupils[0]?.waitingFor).toEqual([]);
  });

  test('who wants two courses gets two on different days, never two on one day', () => {
    const courses = [
      course('篮球', { weekdays: [1] }),
      course('合唱', { weekdays: [1] }),
      course('剪纸', { weekdays: [3] }),
    ];
    const outcome = solve(problemOf(courses, [pupil('甲', ['篮球', '合唱', '剪纸'], { wanted: 2 })]));
    expect(given(outcome)).toEqual({ 甲: ['篮球', '剪纸'] });
  });

  test('who holds a course keeps it, and its seat', () => {
    const outcome = solve(
      problemOf(
        [course('篮球', { capacity: 1 })],
        [pupil('甲', ['篮球'], { held: ['篮球'] }), pupil('乙', ['篮球'])],
      ),
    );
    expect(given(outcome)).toEqual({ 乙: [] });
    expect(outcome.quality.withNothing).toBe(1);
  });

  test('nobody with an earlier number envies a later one who could have changed places', () => {
    const courses = [
      course('篮球', { capacity: 3 }),
      course('合唱', { capacity: 3 }),
      course('剪纸', { capacity: 3 }),
    ];
    const names = courses.map(({ id }) => id);
    const pupils = Array.from({ length: 14 }, (_, index) =>
      pupil(
        `学生${index}`,
        [...names.slice(index % 3), ...names.slice(0, index % 3)].slice(0, 1 + (index % 3)),
      ),
    );
    const outcome = solve(problemOf(courses, pupils));
    const wishes = new Map(pupils.map((one) => [one.id, one.wishes]));
    for (const early of outcome.pupils)
      for (const later of outcome.pupils) {
        const [has] = later.courseIds;
        if (later.lottery <= early.lottery || has === undefined || early.courseIds.length > 0) continue;
        // The later one sits where the earlier one asked at the same place and got nothing.
        expect(wishes.get(early.pupilId)?.indexOf(has) === wishes.get(later.pupilId)?.indexOf(has)).toBe(
          false,
        );
      }
  });

  test('a term of 1,400 pupils takes seconds, is proved, and beats first come, first served', () => {
    const courses = Array.from({ length: 36 }, (_, index) =>
      course(`课程${index}`, {
        capacity: 38,
        gradeFrom: 1 + (index % 3),
        gradeTo: 6,
        weekdays: index % 4 === 0 ? [] : [1 + (index % 5)],
      }),
    );
    // The first ones are dearer to everybody, as clubs are.
    let state = 7;
    const random = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const pupils = Array.from({ length: 1_400 }, (_, index) => {
      const wishes = new Set<string>();
      for (let tries = 0; wishes.size < 3 && tries < 9; tries += 1)
        wishes.add(`课程${Math.min(random(36), random(36))}`);
      return pupil(`学生${index}`, [...wishes], {
        grade: 1 + (index % 6),
        wanted: index % 9 === 0 ? 2 : 1,
        appliedOn: `2026-09-0${1 + (index % 5)}`,
      });
    });
    const problem = problemOf(courses, pupils);
    const outcome = solve(problem);
    expect(outcome.proved).toBe(true);
    expect(outcome.seconds).toBeLessThan(20);
    expect(verifyPlacements(problem, placementsOf(outcome))).toEqual([]);
    expect(outcome.quality.withNothing).toBeLessThan(outcome.firstCome.withNothing);
    expect(solve(problem).pupils).toEqual(outcome.pupils);
  });
});

describe('plain code finds what a distribution breaks', () => {
  const problem = problemOf(
    [
      course('篮球', { capacity: 1, weekdays: [1] }),
      course('合唱', { weekdays: [1] }),
      course('编程', { gradeFrom: 4 }),
    ],
    [pupil('甲', ['篮球', '合唱', '编程'], { wanted: 2 }), pupil('乙', ['篮球'])],
  );
  test.each([
    [[{ pupilId: '甲', courseIds: ['篮球'] }], []],
    [
      [
        { pupilId: '甲', courseIds: ['篮球'] },
        { pupilId: '乙', courseIds: ['篮球'] },
      ],
      ['“篮球”名额 1 人，安排了 2 人。'],
    ],
    [
      [{ pupilId: '甲', courseIds: ['篮球', '合唱'] }],
      ['三年级1班甲的“篮球”和“合唱”在同一天上课，只能上一门。'],
    ],
    [[{ pupilId: '甲', courseIds: ['编程'] }], ['三年级1班甲不能安排：“编程”招四至六年级，学生在三年级。']],
    [[{ pupilId: '乙', courseIds: ['合唱'] }], ['三年级1班乙没有填报“合唱”，不能安排。']],
    [[{ pupilId: '丙', courseIds: [] }], ['名单里有一名学生不在这次报名中，请重新分配。']],
  ])('%j', (placements, expected) => {
    expect(verifyPlacements(problem, placements)).toEqual(expected);
  });
});

test('the waiting list: who has nothing first, then wish, lottery number and day', () => {
  const waiting = (
    id: string,
    withNothing: boolean,
    wish: number,
    lottery: number | null,
    appliedOn = '2026-09-01',
  ) => ({
    id,
    withNothing,
    wish,
    lottery,
    appliedOn,
  });
  const list = [
    waiting('晚报名', true, 0, null, '2026-10-02'),
    waiting('有课', false, 0, 1),
    waiting('二志愿', true, 1, 2),
    waiting('一志愿后', true, 0, 9),
    waiting('一志愿前', true, 0, 3),
    waiting('更晚报名', true, 0, null, '2026-10-03'),
  ];
  expect(waitingOrder(list).map(({ id }) => id)).toEqual([
    '一志愿前',
    '一志愿后',
    '晚报名',
    '更晚报名',
    '二志愿',
    '有课',
  ]);
});
