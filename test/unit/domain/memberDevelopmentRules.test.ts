import { describe, expect, test } from 'vitest';
import type { DevelopmentFacts, DevelopmentPerson } from '#shared/domain/membership/developmentFacts.ts';
import { memberDevelopmentRules } from '#shared/domain/rules/memberDevelopmentRules.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { findingKey, runRules, type Finding } from '#shared/domain/rules/rule.ts';
import { admissionVote, confirmationVote, development, onTheWay } from './developmentSamples.ts';
import { membership } from './schoolFacts.ts';

const today = '2026-11-24';

function find(
  ruleId: string,
  facts: DevelopmentFacts | DevelopmentPerson,
  on = today,
  overrides: readonly ParameterOverride[] = [],
): readonly Finding[] {
  const rule = memberDevelopmentRules.filter(({ id }) => id === ruleId);
  expect(rule).toHaveLength(1);
  const all = 'persons' in facts ? facts : development([facts]);
  return runRules(rule, all, createParameters(overrides), on);
}
const words = (findings: readonly Finding[]): string => findings.map(({ sentence }) => sentence).join('\n');
const severities = (findings: readonly Finding[]): string[] => findings.map(({ severity }) => severity);

test('a dossier in which every limit is just kept breaks no rule at any step', () => {
  for (let upTo = 0; upTo <= 25; upTo += 1) {
    const person = onTheWay(upTo);
    const day =
      person.steps
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? '2024-01-31';
    const found = runRules(memberDevelopmentRules, development([person]), createParameters(), day);
    expect(
      found.filter(({ ruleId }) => ruleId !== 'DEV-22').map(({ ruleId }) => `${upTo} ${ruleId}`),
    ).toEqual([]);
  }
});

test('there are 23 rules, each with its label and basis, and every finding leads to the dossier', () => {
  expect(memberDevelopmentRules.map(({ id }) => id)).toEqual(
    Array.from({ length: 23 }, (_, index) => `DEV-${String(index + 1).padStart(2, '0')}`),
  );
  const [finding] = find('DEV-02', onTheWay(1), '2024-03-01');
  expect(finding).toMatchObject({
    remedy: { kind: 'open', ledger: 'memberDevelopment', id: 'p1' },
    evidence: [{ ledger: 'memberDevelopment', id: 'p1' }],
  });
  expect(finding && findingKey(finding)).toBe('DEV-02|p1|2024-01-31~2024-02-29');
});

describe('application', () => {
  test.each([
    ['2006-01-31', 0],
    ['2006-02-01', 1],
    ['2006-01-30', 0],
    ['2004-02-29', 0],
    [null, 0],
  ])('DEV-01: born on %s, applied on 2024-01-31: %i', (bornOn, count) =>
    expect(find('DEV-01', onTheWay(2, {}, { bornOn }))).toHaveLength(count),
  );

  test('DEV-01: one born on 29 February is not of age on 28 February of a common year', () => {
    expect(words(find('DEV-01', onTheWay(0, { 1: '2022-02-28' }, { bornOn: '2004-02-29' })))).toContain(
      '只有 17 周岁',
    );
    expect(find('DEV-01', onTheWay(0, { 1: '2022-03-01' }, { bornOn: '2004-02-29' }))).toEqual([]);
  });

  test.each([
    ['2024-01-31', '2024-02-29', 0],
    ['2024-01-31', '2024-03-01', 1],
    ['2025-01-31', '2025-02-28', 0],
    ['2025-01-31', '2025-03-01', 1],
  ])('DEV-02: applied %s, talked with %s: %i', (applied, talked, count) =>
    expect(find('DEV-02', onTheWay(0, { 1: applied, 2: talked }))).toHaveLength(count),
  );

  test('DEV-02: an application nobody has talked about yet is found when the month is over', () => {
    expect(find('DEV-02', onTheWay(1), '2024-02-29')).toEqual([]);
    expect(words(find('DEV-02', onTheWay(1), '2024-03-01'))).toContain('还没有谈话记录');
    const withdrawn = onTheWay(1, {}, { endedOn: '2024-02-10', endReason: '本人撤回' });
    expect(find('DEV-02', withdrawn, '2024-06-01')).toEqual([]);
  });
});

describe('the order of steps', () => {
  test.each([
    [{ 4: '2024-05-10' }, 0],
    [{ 4: '2024-05-09' }, 1],
    [{ 9: '2025-07-10', 11: '2025-06-01' }, 0],
    [{ 11: '2025-05-24' }, 1],
    [{ 4: null }, 1],
    [{ 4: null, 5: null }, 2],
    [{ 14: null }, 1],
  ])('DEV-03 with %j: %i', (days, count) => expect(find('DEV-03', onTheWay(25, days))).toHaveLength(count));

  test('DEV-03 names what was skipped and what goes backwards', () => {
    expect(words(find('DEV-03', onTheWay(25, { 8: null })))).toContain('没有第8步“报上级党委备案”');
    expect(words(find('DEV-03', onTheWay(25, { 24: '2026-10-19' })))).toContain(
      '第24步“上级党委审批”（2026年10月19日）早于第23步',
    );
  });

  test('DEV-21: a filed dossier with a paper missing', () => {
    const incomplete = (upTo: number) => {
      const person = onTheWay(upTo);
      return {
        ...person,
        steps: person.steps.map((step) => ({ ...step, papersReady: step.number !== 10 })),
      };
    };
    expect(find('DEV-21', incomplete(24))).toEqual([]);
    expect(words(find('DEV-21', incomplete(25)))).toContain('第10步的综合政审材料、第10步的函调材料');
    expect(find('DEV-21', { ...incomplete(25), paperKinds: ['综合政审材料', '函调材料'] })).toEqual([]);
  });
});

describe('cultivation', () => {
  test.each([
    [[], 1],
    [['m1'], 0],
    [['m1', 'm2'], 0],
    [['m1', 'm2', 'm3'], 1],
    [['stranger'], 1],
  ])('DEV-04: contacts %j: %i', (contactIds, count) =>
    expect(find('DEV-04', onTheWay(6, {}, { contactIds }))).toHaveLength(count),
  );

  test('DEV-04: the status of the day counts, not that of today', () => {
    const memberships = [
      membership('m3', { status: '预备党员', to: '2024-06-30' }),
      membership('m3', { from: '2024-07-01' }),
    ];
    const facts = (days: Record<number, string>) => development([onTheWay(6, days)], { memberships });
    expect(words(find('DEV-04', facts({ 5: '2024-06-30' })))).toContain('党员丙在2024年6月30日不是正式党员');
    expect(find('DEV-04', facts({ 5: '2024-07-01' }))).toEqual([]);
  });

  test('DEV-04 and DEV-07 leave what was done at another school to that school', () => {
    const elsewhere = onTheWay(9, {}, { transferredInOn: '2025-06-01', contactIds: [], sponsorIds: [] });
    expect(find('DEV-04', elsewhere)).toEqual([]);
    expect(find('DEV-07', elsewhere)).toEqual([]);
  });

  test.each([
    ['2024-11-25', 0],
    ['2024-11-26', 1],
  ])('DEV-05: no 考察 since 2024-05-10, asked on %s: %i', (on, count) =>
    expect(find('DEV-05', onTheWay(6, {}, { inspections: [] }), on)).toHaveLength(count),
  );

  test.each([
    ['2024-11-25', 0],
    ['2024-11-26', 1],
  ])('DEV-05: first 考察 on %s: %i', (on, count) =>
    expect(
      find('DEV-05', onTheWay(6, {}, { inspections: [{ on, phase: '积极分子' }] }), '2024-12-01'),
    ).toHaveLength(count),
  );

  test('DEV-05: a probation of which nobody took notice', () => {
    const whole = onTheWay(21);
    const person = { ...whole, inspections: whole.inspections.filter(({ phase }) => phase === '积极分子') };
    expect(words(find('DEV-05', person, '2026-05-06'))).toContain(
      '预备党员期间2025年10月20日以后没有考察记录',
    );
    expect(find('DEV-05', person, '2026-05-05')).toEqual([]);
  });

  test.each([
    ['2025-05-09', 1],
    ['2025-05-10', 0],
  ])('DEV-06: 积极分子 2024-05-10, 发展对象 %s: %i', (on, count) =>
    expect(find('DEV-06', onTheWay(7, { 7: on }))).toHaveLength(count),
  );

  test('DEV-06: 29 February and a year', () => {
    const days = (on: string) => onTheWay(7, { 3: '2024-02-29', 7: on });
    expect(find('DEV-06', days('2025-02-28'))).toEqual([]);
    expect(find('DEV-06', days('2025-02-27'))).toHaveLength(1);
  });

  test('DEV-06: time elsewhere counts only if the dossier came along', () => {
    const person = (timeKept: boolean) => onTheWay(7, {}, { transferredInOn: '2024-09-01', timeKept });
    expect(find('DEV-06', person(true))).toEqual([]);
    expect(words(find('DEV-06', person(false)))).toContain('最早2025年9月1日');
  });

  test.each([
    [['m1', 'm2'], 0],
    [['m1'], 1],
    [['m1', 'm1'], 1],
    [['m1', 'm2', 'm3'], 1],
    [['m1', 'stranger'], 1],
  ])('DEV-07: sponsors %j: %i', (sponsorIds, count) =>
    expect(find('DEV-07', onTheWay(9, {}, { sponsorIds }))).toHaveLength(count),
  );

  test.each([
    ['留党察看1年', '2025-05-28', 1],
    ['留党察看1年', '2025-05-29', 0],
    ['严重警告', '2025-05-01', 0],
  ] as const)('DEV-07: a sponsor under %s from %s: %i', (kind, from, count) =>
    expect(
      find('DEV-07', development([onTheWay(9)], { sanctions: [{ memberId: 'm2', kind, from, to: null }] })),
    ).toHaveLength(count),
  );
});

describe('before the branch meeting', () => {
  const training = (days: number, hours: number, to = '2025-07-10') => ({
    trainings: [{ from: '2025-07-08', to, days, hours }],
  });
  test.each([
    [training(3, 0), 0],
    [training(2, 0), 1],
    [training(0, 24), 0],
    [training(2, 23.5), 1],
    [{ trainings: [] }, 1],
    [training(3, 0, '2025-10-20'), 0],
    [training(3, 0, '2025-10-21'), 1],
  ])('DEV-08, case %#: %i', (changes, count) =>
    expect(find('DEV-08', onTheWay(15, {}, changes))).toHaveLength(count),
  );

  test('DEV-08: nothing is asked before training was recorded', () =>
    expect(find('DEV-08', onTheWay(10, {}, { trainings: [] }))).toEqual([]));

  test.each([
    [{ 10: '2025-09-10' }, 0],
    [{ 10: '2025-09-11' }, 1],
    [{ 10: null }, 1],
    [{ 10: '2024-10-20' }, 0],
    [{ 10: '2024-10-19' }, 1],
  ])('DEV-09 with %j: %i', (days, count) => expect(find('DEV-09', onTheWay(15, days))).toHaveLength(count));

  test.each([
    [{ 14: '2025-09-20' }, 0],
    [{ 14: '2025-09-19' }, 1],
    [{ 13: null }, 1],
  ])('DEV-10 with %j: %i', (days, count) => expect(find('DEV-10', onTheWay(15, days))).toHaveLength(count));

  test.each([
    ['2025-10-20', 0],
    ['2025-10-21', 1],
  ])('DEV-11: examined on 2025-09-20, meeting on %s: %i', (on, count) =>
    expect(find('DEV-11', onTheWay(15, { 15: on }))).toHaveLength(count),
  );

  test('DEV-11: 31 August and a month is 30 September; an open one is found the day after', () => {
    const open = onTheWay(14, { 13: '2025-08-31' });
    expect(find('DEV-11', open, '2025-09-30')).toEqual([]);
    expect(words(find('DEV-11', open, '2025-10-01'))).toContain('应在2025年9月30日前召开');
  });

  const notice = (from: string, to: string | null) => ({
    notices: [{ kind: '接收公示' as const, from, to }],
  });
  test.each([
    // 28 September 2025 is a Sunday made up for, the first eight days of October are off, the 11th is made up again.
    [notice('2025-09-28', '2025-10-10'), 0],
    [notice('2025-09-29', '2025-10-10'), 1],
    [notice('2025-09-29', '2025-10-11'), 0],
    [notice('2025-10-09', '2025-10-14'), 0],
    [notice('2025-10-09', '2025-10-13'), 1],
    [notice('2025-10-13', '2025-10-17'), 0],
    [notice('2025-10-13', '2025-10-20'), 1],
    [notice('2025-10-13', null), 1],
    [{ notices: [] }, 1],
  ])('DEV-20, case %#: %i', (changes, count) =>
    expect(find('DEV-20', onTheWay(15, {}, changes))).toHaveLength(count),
  );

  test('DEV-20: seven days where the county wants seven, none where it wants none', () => {
    const days = (value: number) => [{ id: 'developmentNoticeWorkdays', validFrom: '2025-01-01', value }];
    expect(words(find('DEV-20', onTheWay(15), today, days(7)))).toContain('只有 5 个工作日，应不少于 7 个');
    expect(find('DEV-20', onTheWay(15, {}, { notices: [] }), today, days(0))).toEqual([]);
  });

  test.each([
    [12, '2026-02-24', '2025-11-24', 1],
    [12, '2026-02-25', '2025-11-24', 0],
    [12, '2025-11-23', '2025-11-24', 0],
    [13, '2025-12-20', '2026-11-24', 1],
    [13, '2025-12-21', '2026-11-24', 0],
    [7, '2025-12-01', '2025-11-24', 0],
  ])('DEV-23: after step %i leaving on %s, asked on %s: %i', (upTo, plannedLeaveOn, on, count) =>
    expect(find('DEV-23', onTheWay(upTo, {}, { plannedLeaveOn }), on)).toHaveLength(count),
  );
});

describe('the votes', () => {
  const voted = (changes: Parameters<typeof admissionVote>[0]) =>
    development([onTheWay(15)], { votes: [admissionVote(changes)] });

  test.each([
    [20, 10, 10, 'may not vote', '应有超过半数'],
    [20, 11, 11, 'passes', ''],
    [21, 11, 11, 'passes', ''],
    [21, 11, 10, 'fails', '没有超过应到 21 人的半数'],
    [15, 12, 8, 'passes', ''],
    [15, 12, 7, 'fails', '没有超过应到 15 人的半数'],
    [20, 11, 10, 'fails', '没有超过应到 20 人的半数'],
  ])('DEV-12: %i due, %i present, %i for: %s', (dueVoters, presentVoters, inFavour, _outcome, sentence) => {
    const found = words(find('DEV-12', voted({ dueVoters, presentVoters, inFavour })));
    if (sentence === '') expect(found).toBe('');
    else expect(found).toContain(sentence);
  });

  test('DEV-12: a matter that was lost is no admission, and confirming is judged alike', () => {
    expect(words(find('DEV-12', voted({ outcome: '未通过' })))).toContain('未通过');
    const confirming = development([onTheWay(23)], {
      votes: [admissionVote(), { ...confirmationVote, dueVoters: 20, presentVoters: 10, inFavour: 10 }],
    });
    expect(words(find('DEV-12', confirming))).toContain('预备党员转正的表决应到 20 人，实到 10 人');
  });

  test('DEV-13: no meeting, no vote, or one vote for two', () => {
    expect(find('DEV-13', development([onTheWay(15)]))).toEqual([]);
    expect(words(find('DEV-13', development([onTheWay(15)], { votes: [] })))).toContain('没有对本人的表决');
    const unlinked = onTheWay(15);
    const without = { ...unlinked, steps: unlinked.steps.map((step) => ({ ...step, meetingId: null })) };
    expect(words(find('DEV-13', without))).toContain('没有选会议记录');
    const other = onTheWay(15, {}, { id: 'p2', name: '吴敏' });
    const together = admissionVote({ candidate: '周立、吴敏', matter: '接收周立、吴敏为预备党员' });
    expect(words(find('DEV-13', development([onTheWay(15), other], { votes: [together] })))).toMatch(
      /周立：和吴敏合在一起表决.*\n吴敏：和周立合在一起表决/u,
    );
    const apart = [admissionVote(), admissionVote({ id: 'v2', candidate: '吴敏', matter: '接收吴敏' })];
    expect(find('DEV-13', development([onTheWay(15), other], { votes: apart }))).toEqual([]);
  });

  test('DEV-12 and DEV-13 do not ask for the vote of another school', () => {
    const came = onTheWay(15, {}, { transferredInOn: '2025-11-01' });
    expect(find('DEV-13', development([came], { votes: [] }))).toEqual([]);
  });
});

describe('approval and probation', () => {
  test.each([
    ['2026-01-20', []],
    ['2026-01-21', ['warning']],
    ['2026-04-20', ['warning']],
    ['2026-04-21', ['error']],
  ])('DEV-14: meeting 2025-10-20, approved %s: %j', (on, expected) => {
    expect(severities(find('DEV-14', onTheWay(17, { 17: on })))).toEqual(expected);
    expect(severities(find('DEV-14', onTheWay(16), on))).toEqual(expected);
  });

  test('DEV-14: 30 November and three months is the last day of February', () => {
    const days = (on: string) => onTheWay(17, { 15: '2025-11-30', 17: on });
    expect(find('DEV-14', days('2026-02-28'))).toEqual([]);
    expect(find('DEV-14', days('2026-03-01'))).toHaveLength(1);
  });

  test.each([
    [{ 16: '2025-11-20' }, 0],
    [{ 16: '2025-11-21' }, 1],
    [{ 16: null }, 1],
  ])('DEV-15 with %j: %i', (days, count) => expect(find('DEV-15', onTheWay(17, days))).toHaveLength(count));

  test.each([
    ['2026-01-19', 0],
    ['2026-01-20', 1],
  ])('DEV-16: approved 2025-11-20, oath %s: %i', (on, count) => {
    expect(find('DEV-16', onTheWay(20, { 20: on }))).toHaveLength(count);
    expect(find('DEV-16', onTheWay(19), on)).toHaveLength(count);
  });

  test.each([
    ['2026-10-19', ['error']],
    ['2026-10-20', []],
    ['2026-11-20', []],
    ['2026-11-21', ['warning']],
    ['2027-01-20', ['warning']],
    ['2027-01-21', ['error']],
  ])('DEV-17: admitted 2025-10-20, confirmed %s: %j', (on, expected) =>
    expect(severities(find('DEV-17', onTheWay(23, { 23: on }), '2027-03-01'))).toEqual(expected),
  );

  test('DEV-17: the vector of the rulebook, and a probation that nobody ends', () => {
    const admitted = { 13: '2025-02-10', 14: '2025-02-12', 15: '2025-03-01' };
    expect(find('DEV-17', onTheWay(23, { ...admitted, 23: '2026-02-28' }))).toHaveLength(1);
    expect(find('DEV-17', onTheWay(23, { ...admitted, 23: '2026-03-01' }))).toEqual([]);
    expect(find('DEV-17', onTheWay(22), '2026-11-20')).toEqual([]);
    expect(words(find('DEV-17', onTheWay(22), '2026-11-21'))).toContain('还没有讨论转正');
  });

  test('DEV-17: an extension moves the day', () => {
    const extensions = [{ decidedOn: '2026-10-20', months: 6 }];
    expect(find('DEV-17', onTheWay(22, {}, { extensions }), '2027-05-20')).toEqual([]);
    expect(
      severities(find('DEV-17', onTheWay(23, { 23: '2027-04-19' }, { extensions }), '2027-06-01')),
    ).toEqual(['error']);
  });

  const extended = (...months: number[]) => ({
    extensions: months.map((count, index) => ({ decidedOn: `2026-1${index}-20`, months: count })),
  });
  test.each([
    [extended(), 0],
    [extended(6), 0],
    [extended(12), 0],
    [extended(5), 1],
    [extended(13), 1],
    [extended(6, 6), 1],
    [extended(3, 6), 2],
  ])('DEV-18, case %#: %i', (changes, count) =>
    expect(find('DEV-18', onTheWay(22, {}, changes))).toHaveLength(count),
  );

  test.each([
    ['2027-01-20', 0],
    ['2027-01-21', 1],
  ])('DEV-19: confirmed 2026-10-20, approved %s: %i', (on, count) => {
    expect(find('DEV-19', onTheWay(24, { 24: on }), '2027-03-01')).toHaveLength(count);
    expect(find('DEV-19', onTheWay(23), on)).toHaveLength(count);
  });

  test.each([
    [22, '2026-09-19', 0],
    [22, '2026-09-20', 1],
    [22, '2026-10-20', 1],
    [22, '2026-10-21', 0],
    [23, '2026-10-10', 0],
  ])('DEV-22: after step %i on %s: %i', (upTo, on, count) =>
    expect(find('DEV-22', onTheWay(upTo), on)).toHaveLength(count),
  );
});
