import { describe, expect, it } from 'vitest';
import {
  findSwaps,
  previewMove,
  type Carried,
  type MoveTarget,
} from '#shared/domain/afterSchool/roster/handMoves.ts';
import { aNeed, aTeacher, aWeek } from '#test/support/smallRoster.ts';

const later = { period: '第2时段', span: { start: '17:20', end: '18:10' } };
const problem = aWeek(
  [
    aNeed('n', 1),
    aNeed('m', 1, { groupId: 'two', groupName: '二班' }),
    aNeed('l', 1, { ...later, groupId: 'two', groupName: '二班' }),
    aNeed('t', 2),
    aNeed('lead', 1, { kind: 'leader', groupId: 'school', groupName: '全校' }),
  ],
  [
    aTeacher('王芳'),
    aTeacher('李明', {
      busy: [{ day: 2, span: { start: '17:00', end: '18:00' }, kind: 'meeting', label: '教研组会议' }],
    }),
    aTeacher('张丽', { maxPerDay: 1 }),
    aTeacher('孙校长', { kinds: ['leader'] }),
  ],
);
const roster = [
  { needId: 'n', teacherId: '王芳' },
  { needId: 'm', teacherId: '李明' },
  { needId: 'l', teacherId: '张丽' },
  { needId: 'lead', teacherId: '孙校长' },
];
const duty = (needId: string): Carried => ({
  needId,
  teacherId: roster.find((each) => each.needId === needId)?.teacherId ?? '',
});
const onto = (needId: string): MoveTarget => ({ kind: 'need', needId });

describe('a move by hand', () => {
  it.each([
    {
      what: 'two people change over',
      carried: duty('n'),
      target: onto('m'),
      verdict: 'free',
      sentence: '王芳和李明互换：王芳到周一16:30—17:20“二班”看护，李明到周一16:30—17:20“一班”看护。',
    },
    {
      what: 'a meeting stands against an open place; half an hour together is enough',
      carried: duty('m'),
      target: onto('t'),
      verdict: 'clash',
      sentence: '周二16:30—17:20“一班”看护不能换成李明：李明周二17:00—18:00教研组会议。',
    },
    {
      what: 'one duty may begin when another ends, so the two change places in time',
      carried: duty('l'),
      target: onto('n'),
      verdict: 'free',
      sentence: '张丽和王芳互换：张丽到周一16:30—17:20“一班”看护，王芳到周一17:20—18:10“二班”看护。',
    },
    {
      what: 'the one who would come in return is not suited',
      carried: duty('n'),
      target: onto('lead'),
      verdict: 'unfit',
      sentence: '周一16:30—17:20“全校”值班领导不能换成王芳：王芳不承担值班领导。',
    },
    {
      what: 'a person from the list would have too many that day',
      carried: { teacherId: '张丽', needId: null },
      target: onto('n'),
      verdict: 'clash',
      sentence: '周一16:30—17:20“一班”看护不能换成张丽：张丽周一已有 1 场，每天最多 1 场。',
    },
    {
      what: 'an open place is taken and the old one left',
      carried: duty('n'),
      target: onto('t'),
      verdict: 'free',
      sentence: '王芳改到周二16:30—17:20“一班”看护，原来那一场空出来。',
    },
    {
      what: 'a duty is put into a colleague’s row',
      carried: duty('l'),
      target: { kind: 'teacher', teacherId: '王芳', day: 1 },
      verdict: 'free',
      sentence: '周一17:20—18:10“二班”看护改由王芳承担。',
    },
    {
      what: 'a duty is put into a colleague’s row who is at another place then',
      carried: duty('n'),
      target: { kind: 'teacher', teacherId: '李明', day: 1 },
      verdict: 'clash',
      sentence: '周一16:30—17:20“一班”看护不能换成李明：李明同时在周一16:30—17:20“二班”看护。',
    },
    {
      what: 'another day of a row isn’t a place for it',
      carried: duty('n'),
      target: { kind: 'teacher', teacherId: '李明', day: 3 },
      verdict: 'same',
      sentence: '放在这里不会有变动。',
    },
  ] as const)('$what', ({ carried, target, verdict, sentence }) => {
    const preview = previewMove(problem, roster, carried, target);
    expect(preview).toMatchObject({ verdict, sentence });
  });

  it('leaves a locked duty where it is', () => {
    const locked = [{ needId: 'm', teacherId: '李明' }];
    expect(previewMove({ ...problem, locked }, roster, duty('n'), onto('m'))).toMatchObject({
      verdict: 'clash',
      sentence: '周一16:30—17:20“二班”看护已锁定，先解除锁定再换人。',
    });
  });

  it('is offered only where it suits both sides, the same day first', () => {
    const swaps = findSwaps(problem, [...roster, { needId: 't', teacherId: '张丽' }], aNeed('n', 1));
    expect(swaps.map(({ needId }) => needId)).toEqual(['m', 'l']);
  });
});
