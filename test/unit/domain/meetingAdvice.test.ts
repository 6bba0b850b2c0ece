import { describe, expect, test } from 'vitest';
import { meetingAdvice } from '#shared/ledgers/partyLife/meetingAdvice.ts';

const advise = (values: Record<string, unknown>) => meetingAdvice(values, { today: '2026-11-24' });
const assembly = (vote: Record<string, unknown>) =>
  advise({
    type: '支部党员大会',
    heldOn: '2026-11-10',
    votes: [{ matter: '年度计划', kind: '一般决议', ...vote }],
  });

describe('while a vote is typed', () => {
  test.each([
    // The vectors of the rulebook: passing is measured on those due, not on those present.
    [{ dueVoters: 20, presentVoters: 10 }, 'info', '至少 11 票'],
    [{ dueVoters: 20, presentVoters: 9 }, 'problem', '不能表决'],
    [{ dueVoters: 20, presentVoters: 10, inFavour: 10 }, 'warning', '没有超过应到 20 人的半数'],
    [{ kind: '接收预备党员', dueVoters: 20, presentVoters: 10 }, 'problem', '超过半数有表决权的党员'],
    [{ kind: '接收预备党员', dueVoters: 21, presentVoters: 11, inFavour: 11 }, 'good', '应为通过'],
    [{ dueVoters: 15, presentVoters: 12, inFavour: 8 }, 'good', '至少 8 票'],
    [{ dueVoters: 15, presentVoters: 12, inFavour: 7 }, 'warning', '应为未通过'],
    [{ dueVoters: 15, presentVoters: 12, inFavour: 7, outcome: '通过' }, 'problem', '与所选的“通过”不符'],
    [{ dueVoters: 15, presentVoters: 12, inFavour: 7, outcome: '未通过' }, 'warning', '应为未通过'],
    [{ kind: '选举', dueVoters: 25, presentVoters: 20, inFavour: 11 }, 'good', '实到 20 人的半数'],
    [{ kind: '选举', dueVoters: 25, presentVoters: 19 }, 'problem', '五分之四'],
  ])('%j: %s', (vote, level, words) => {
    expect(assembly(vote)).toEqual([
      { level, path: 'votes', sentence: expect.stringContaining(words) as string },
    ]);
  });

  test('nothing is said before the numbers are there', () => {
    expect(assembly({})).toEqual([]);
    expect(assembly({ dueVoters: 20 })).toEqual([]);
    expect(advise({})).toEqual([]);
    expect(advise({ votes: null, candidates: 'x', dueCount: '5' })).toEqual([]);
  });
});

describe('while the attendance is typed', () => {
  test.each([
    ['支部委员会会议', 5, 3, 'good'],
    ['支部委员会会议', 5, 2, 'problem'],
    ['民主生活会', 9, 6, 'good'],
    ['民主生活会', 9, 5, 'problem'],
  ])('%s, due %i, present %i: %s', (type, dueCount, presentCount, level) =>
    expect(advise({ type, dueCount, presentCount })).toMatchObject([{ level, path: 'attendance' }]),
  );

  test.each(['支部党员大会', '主题党日'])('a %s is judged by its votes only', (type) =>
    expect(advise({ type, dueCount: 20, presentCount: 1 })).toEqual([]),
  );
});

describe('an election', () => {
  const election = (electorsPresent: number, inFavour: number) =>
    advise({
      type: '支部党员大会',
      electorsDue: 25,
      electorsPresent,
      candidates: [{ candidate: 'm1', inFavour, elected: true }],
    }).map(({ level, path }) => `${level} ${path}`);
  test.each([
    [20, 11, ['good electorsPresent']],
    [20, 10, ['good electorsPresent', 'problem candidates']],
    [19, 19, ['problem electorsPresent']],
  ])('%i of 25 present, %i votes', (present, votes, expected) =>
    expect(election(present, votes)).toEqual(expected),
  );
});

test.each([
  [{ heldOn: '2026-11-25' }, 'heldOn'],
  [{ heldOn: '2026-11-20', platformOn: '2026-11-21' }, 'platformOn'],
  [{ type: '谈心谈话' }, 'type'],
])('%j is remarked on at %s', (values, path) => expect(advise(values)).toMatchObject([{ path }]));

test('a day that fits passes without a word', () => {
  expect(advise({ heldOn: '2026-11-24', platformOn: '2026-11-20' })).toEqual([]);
});
