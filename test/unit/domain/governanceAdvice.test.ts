import { describe, expect, test } from 'vitest';
import { governanceAdvice } from '#shared/ledgers/partyLife/governanceAdvice.ts';

const parameter = (id: string): number | undefined => (id === 'bigAmountThreshold' ? 50_000 : undefined);
const advise = (values: Record<string, unknown>) =>
  governanceAdvice(
    { kind: '学校党组织会议', heldOn: '2026-11-06', ...values },
    { today: '2026-11-24', parameter },
  );
const topic = (more: Record<string, unknown>) =>
  advise({ dueCount: 5, topics: [{ name: '议题甲', topicClass: '其他', ...more }] });
const sentences = (advice: ReturnType<typeof advise>): string =>
  advice.map(({ sentence }) => sentence).join('\n');

describe('presence while the attendance is typed (§3.2)', () => {
  test.each([
    ['学校党组织会议', '其他', 6, 3, 'good'],
    ['学校党组织会议', '其他', 7, 3, 'problem'],
    ['学校党组织会议', '重要干部任免', 6, 4, 'good'],
    ['学校党组织会议', '重要干部任免', 6, 3, 'problem'],
    ['校长办公会议', '重要干部任免', 6, 3, 'good'],
    ['校长办公会议', '其他', 5, 2, 'problem'],
  ])('%s on %s, due %i, present %i: %s', (kind, topicClass, dueCount, presentCount, level) => {
    const advice = advise({ kind, dueCount, presentCount, topics: [{ name: 'x', topicClass }] });
    expect(advice.find(({ path }) => path === 'attendance')).toMatchObject({ level });
  });

  test('nothing is said before kind and numbers are there', () => {
    expect(advise({})).toEqual([]);
    expect(governanceAdvice({ kind: null, dueCount: 5, presentCount: 1 }, {})).toEqual([]);
  });
});

describe('a topic (§3.4)', () => {
  test.each([
    [4_999_999, false],
    [5_000_000, true],
  ])('of %i 分 is asked for the 三重一大 mark: %s', (amount, asked) =>
    expect(sentences(topic({ amount })).includes('达到大额度资金标准')).toBe(asked),
  );
  test('marked, it is asked for the day of prior communication, which lies before the meeting', () => {
    expect(sentences(topic({ amount: 6_000_000, major: true }))).toContain('会前沟通的日期');
    expect(sentences(topic({ major: true, communicatedOn: '2026-11-07' }))).toContain('沟通日期在会后');
    expect(topic({ major: true, communicatedOn: '2026-11-04' })).toEqual([]);
  });
  test('that touches the staff needs their opinion', () =>
    expect(sentences(topic({ touchesStaff: true }))).toContain('教代会'));
  test('is carried by more than half of those due, not of those present', () => {
    expect(topic({ inFavour: 3 })).toMatchObject([{ level: 'good' }]);
    expect(topic({ inFavour: 2 })).toMatchObject([{ level: 'warning' }]);
    expect(topic({ inFavour: 2, decision: '同意', owner: 'a', dueOn: '2026-12-01' })).toMatchObject([
      { level: 'problem' },
    ]);
  });
  test('that is decided names who sees to it until when', () =>
    expect(sentences(topic({ decision: '同意' }))).toContain('责任人和完成时限'));
  test('of 三重一大 is not decided by the principal’s meeting', () =>
    expect(
      sentences(
        advise({
          kind: '校长办公会议',
          topics: [
            { name: '基建', topicClass: '重要项目安排', communicatedOn: '2026-11-01', decision: '同意' },
          ],
        }),
      ),
    ).toContain('应由学校党组织会议决定'));
});

test('who chairs speaks last, and nobody present stays silent', () => {
  const attendance = ['a', 'b', 'c'].map((staff) => ({ staff, capacity: '班子成员', state: '出席' }));
  const spoken = (...speakers: string[]) =>
    advise({
      host: 'a',
      attendance,
      topics: [{ name: '议题甲', topicClass: '其他' }],
      speeches: speakers.map((speaker) => ({ topic: 1, speaker })),
    }).filter(({ path }) => path === 'speeches');
  expect(spoken()).toEqual([]);
  expect(spoken('b', 'c', 'a')).toMatchObject([{ level: 'good' }]);
  expect(spoken('a', 'b', 'c')).toMatchObject([{ level: 'warning' }]);
  expect(spoken('b', 'a')).toMatchObject([{ level: 'info' }]);
});
