import { describe, expect, it } from 'vitest';
import type { Roster, RosterProblem } from '#shared/domain/afterSchool/roster/problem.ts';
import { verifyRoster, type ViolationKind } from '#shared/domain/afterSchool/roster/verifyRoster.ts';
import { aNeed, aTeacher, aWeek } from '#test/support/smallRoster.ts';

const second = { period: '第2时段', span: { start: '17:20', end: '18:10' } };

interface Case {
  readonly what: string;
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly kind: ViolationKind;
  readonly sentence: string;
}

const cases: readonly Case[] = [
  {
    what: 'a need without anybody',
    problem: aWeek([aNeed('n', 1)], [aTeacher('王芳')]),
    roster: [],
    kind: 'uncovered',
    sentence: '周一16:30—17:20“一班”看护还没有排人。',
  },
  {
    what: 'a need given twice',
    problem: aWeek([aNeed('n', 1)], [aTeacher('王芳'), aTeacher('李明')]),
    roster: [
      { needId: 'n', teacherId: '王芳' },
      { needId: 'n', teacherId: '李明' },
    ],
    kind: 'coveredTwice',
    sentence: '周一16:30—17:20“一班”看护只要一人，却排了王芳、李明。',
  },
  {
    what: 'a lesson that ends a minute after the service begins',
    problem: aWeek(
      [aNeed('n', 3)],
      [
        aTeacher('王芳', {
          busy: [
            { day: 3, span: { start: '15:50', end: '16:31' }, kind: 'lesson', label: '三年级2班数学课' },
          ],
        }),
      ],
    ),
    roster: [{ needId: 'n', teacherId: '王芳' }],
    kind: 'clash',
    sentence: '周三16:30—17:20“一班”看护排了王芳，但王芳周三15:50—16:31三年级2班数学课。',
  },
  {
    what: 'two places at once',
    problem: aWeek([aNeed('n', 1), aNeed('m', 1, { groupId: 'two', groupName: '二班' })], [aTeacher('王芳')]),
    roster: [
      { needId: 'n', teacherId: '王芳' },
      { needId: 'm', teacherId: '王芳' },
    ],
    kind: 'clash',
    sentence: '王芳同时排在周一16:30—17:20“一班”看护和周一16:30—17:20“二班”看护，请换一人。',
  },
  {
    what: 'a room for two groups',
    problem: aWeek(
      [aNeed('n', 1, { room: '操场' }), aNeed('m', 1, { room: '操场', groupId: 'two', groupName: '二班' })],
      [aTeacher('王芳'), aTeacher('李明')],
    ),
    roster: [
      { needId: 'n', teacherId: '王芳' },
      { needId: 'm', teacherId: '李明' },
    ],
    kind: 'clash',
    sentence: '操场同时安排了周一16:30—17:20“一班”看护和周一16:30—17:20“二班”看护，请换场地或调整时间。',
  },
  {
    what: 'a pupil in two groups',
    problem: aWeek(
      [aNeed('n', 1), aNeed('m', 1, { groupId: 'two', groupName: '二班' })],
      [aTeacher('王芳'), aTeacher('李明')],
      { sharedPupils: [{ name: '赵小雨', groupIds: ['one', 'two'] }] },
    ),
    roster: [
      { needId: 'n', teacherId: '王芳' },
      { needId: 'm', teacherId: '李明' },
    ],
    kind: 'clash',
    sentence: '赵小雨同时在周一16:30—17:20“一班”看护和周一16:30—17:20“二班”看护，请改选一门或调整时间。',
  },
  {
    what: 'a duty that the person does not do',
    problem: aWeek([aNeed('n', 1, { kind: 'security' })], [aTeacher('王芳')]),
    roster: [{ needId: 'n', teacherId: '王芳' }],
    kind: 'unfit',
    sentence: '周一16:30—17:20“一班”安保排了王芳，但王芳不承担安保。',
  },
  {
    what: 'a club without its subject',
    problem: aWeek([aNeed('n', 1, { subjects: ['体育'] })], [aTeacher('王芳', { subjects: ['语文'] })]),
    roster: [{ needId: 'n', teacherId: '王芳' }],
    kind: 'unfit',
    sentence: '周一16:30—17:20“一班”看护排了王芳，但王芳不教体育。',
  },
  {
    what: 'more than a day allows',
    problem: aWeek([aNeed('n', 1), aNeed('m', 1, second)], [aTeacher('王芳', { maxPerDay: 1 })]),
    roster: [
      { needId: 'n', teacherId: '王芳' },
      { needId: 'm', teacherId: '王芳' },
    ],
    kind: 'perDay',
    sentence: '王芳周一排了 2 场，每天最多 1 场。',
  },
  {
    what: 'more than a week allows',
    problem: aWeek([aNeed('n', 1), aNeed('m', 3)], [aTeacher('王芳', { maxPerWeek: 1 })]),
    roster: [
      { needId: 'n', teacherId: '王芳' },
      { needId: 'm', teacherId: '王芳' },
    ],
    kind: 'perWeek',
    sentence: '王芳一周排了 2 场，每周最多 1 场。',
  },
  {
    what: 'three days running',
    problem: aWeek([aNeed('a', 2), aNeed('b', 3), aNeed('c', 4)], [aTeacher('王芳', { maxDaysRunning: 2 })]),
    roster: ['a', 'b', 'c'].map((needId) => ({ needId, teacherId: '王芳' })),
    kind: 'daysRunning',
    sentence: '王芳周二、周三、周四连续 3 天都有排班，最多连续 2 天。',
  },
  {
    what: 'a locked cell moved',
    problem: aWeek([aNeed('n', 1)], [aTeacher('王芳'), aTeacher('李明')], {
      locked: [{ needId: 'n', teacherId: '王芳' }],
    }),
    roster: [{ needId: 'n', teacherId: '李明' }],
    kind: 'lockMoved',
    sentence: '周一16:30—17:20“一班”看护锁定给王芳，结果却不是。',
  },
];

describe('what is wrong with a roster', () => {
  it.each(cases)('$what', ({ problem, roster, kind, sentence }) => {
    expect(verifyRoster(problem, roster)).toEqual([expect.objectContaining({ kind, sentence })]);
  });

  it('lets one begin when the other ends, and two people be with one group', () => {
    const needs = [
      aNeed('a', 1, { room: '101' }),
      aNeed('b', 1, { ...second, room: '101', groupId: 'two' }),
      aNeed('c', 1, { room: '101', kind: 'teaching' }),
    ];
    const busy = [
      { day: 1, span: { start: '15:40', end: '16:30' }, kind: 'lesson' as const, label: '数学课' },
    ];
    const problem = aWeek(needs, [aTeacher('王芳', { busy }), aTeacher('李明')]);
    const roster = [
      { needId: 'a', teacherId: '王芳' },
      { needId: 'b', teacherId: '王芳' },
      { needId: 'c', teacherId: '李明' },
    ];
    expect(verifyRoster(problem, roster)).toEqual([]);
  });

  it('counts running days only where dates follow each other', () => {
    const days = [1, 2, 5].map((ordinal) => ({ ordinal, week: 1, label: `第${ordinal}天` }));
    const needs = days.map(({ ordinal }) => aNeed(`n${ordinal}`, ordinal));
    const problem = aWeek(needs, [aTeacher('王芳', { maxDaysRunning: 2 })], { days });
    expect(
      verifyRoster(
        problem,
        needs.map(({ id }) => ({ needId: id, teacherId: '王芳' })),
      ),
    ).toEqual([]);
  });
});
