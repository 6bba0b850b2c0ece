import { describe, expect, test } from 'vitest';
import type { PartyLifeFacts } from '#shared/domain/partyLife/facts.ts';
import { meetingsOfPlan } from '#shared/domain/partyLife/planMatch.ts';
import { planReminders } from '#shared/domain/partyLife/planReminders.ts';
import { sameWeekdayIn } from '#shared/domain/partyLife/planPlacement.ts';
import { platformFields, platformText } from '#shared/domain/partyLife/platformText.ts';
import { copyYearPlan, proposeYearPlan } from '#shared/domain/partyLife/yearPlan.ts';
import type { PlanItem, PlanWishes } from '#shared/domain/partyLife/yearPlan.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { timesOverlap } from '#shared/kernel/clockTime.ts';
import { createSchoolCalendar } from '#shared/kernel/calendar.ts';
import { weekdayOf } from '#shared/kernel/plainDate.ts';
import { calendar, meeting, memberIds, membership, partyLife } from './schoolFacts.ts';

const days = {
  calendar,
  teaching: [
    { from: '2026-03-02', to: '2026-07-03' },
    { from: '2026-08-31', to: '2027-01-15' },
  ],
};
const wishes: PlanWishes = {
  spans: [
    { start: '16:30', end: '17:30' },
    { start: '17:40', end: '18:30' },
  ],
  standing: [],
  from: '2026-01-01',
};
/** Two branches in one building, each with a committee and a group. */
const twoBranches = partyLife({
  branches: ['b1', 'b2'].flatMap((id, index) =>
    partyLife().branches.map((branch) => ({ ...branch, id, name: `第${index + 1}支部` })),
  ),
  memberships: memberIds.map((id, index) =>
    membership(id, index < 5 ? {} : { branchId: 'b2', groupId: null }),
  ),
});
const propose = (facts: PartyLifeFacts, changes: Partial<PlanWishes> = {}) =>
  proposeYearPlan(facts, createParameters(), days, { ...wishes, ...changes });
const dayOf = (plan: readonly PlanItem[], type: string, period: string) =>
  plan.find((item) => item.type === type && item.period === period && item.branchId === 'b1')?.plannedOn;

describe('a year plan', () => {
  const plan = propose(partyLife());

  test('has every obligation of the year once', () => {
    const count = (type: string) => plan.filter((item) => item.type === type).length;
    expect(
      ['支部党员大会', '支部委员会会议', '党小组会', '党课', '主题党日', '组织生活会', '民主评议党员'].map(
        count,
      ),
    ).toEqual([4, 12, 12, 4, 12, 1, 1]);
  });

  test.each([
    // A fixed day in the holidays of 春节, a Sunday, and one that is taught.
    ['2026-02', '2026-02-24'],
    ['2026-11', '2026-11-16'],
    ['2026-10', '2026-10-15'],
    // Vacation: no teaching, yet the fixed day stands when it is a working day.
    ['2026-07', '2026-07-15'],
  ])('主题党日 of %s is on %s', (period, day) => expect(dayOf(plan, '主题党日', period)).toBe(day));

  test('lies on teaching days where the window has one, never on a holiday, a weekend or a make-up day without timetable', () => {
    for (const { type, plannedOn, window } of plan) {
      expect(plannedOn).not.toBeNull();
      const day = plannedOn ?? '';
      expect(window.from <= day && day <= window.to).toBe(true);
      expect([calendar.isWorkday(day), weekdayOf(day) <= 5 || day === '2026-10-10']).not.toContain(false);
      const taught = days.teaching.some(({ from, to }) => from <= day && day <= to);
      const vacation = ['2026-01', '2026-02', '2026-07', '2026-08'].includes(day.slice(0, 7));
      if (type !== '主题党日' && !vacation) expect(taught).toBe(true);
    }
  });

  test('in a month partly taught the taught days are taken', () => {
    expect(dayOf(plan, '支部委员会会议', '2026-07')).toBe('2026-07-03');
    expect(dayOf(plan, '党小组会', '2026-08')).toBe('2026-08-31');
    expect(dayOf(plan, '支部委员会会议', '2026-02')).toBe('2026-02-05');
  });

  test('a make-up Saturday whose timetable is decided may be taken', () => {
    const saturdays = createSchoolCalendar([
      { date: '2026-01-01', name: '元旦', isOffDay: true, followWeekday: null },
      { date: '2026-10-01', name: '国庆节', isOffDay: true, followWeekday: null },
      { date: '2026-10-10', name: '国庆节', isOffDay: false, followWeekday: 3 },
    ]);
    const only = { calendar: saturdays, teaching: [{ from: '2026-10-10', to: '2026-10-11' }] };
    const october = proposeYearPlan(partyLife(), createParameters(), only, { ...wishes, from: '2026-10-01' });
    expect(dayOf(october, '支部委员会会议', '2026-10')).toBe('2026-10-10');
  });

  test('nobody and no room is in two places at once', () => {
    const rooms = ['b1', 'b2'].flatMap((branchId) =>
      (['支部委员会会议', '主题党日', '支部党员大会'] as const).map((type) =>
        meeting(`${branchId}${type}`, { type, branchId, heldOn: '2025-12-10', place: '会议室' }),
      ),
    );
    const both = propose({ ...twoBranches, earlierMeetings: rooms });
    expect(both.some(({ place }) => place === '会议室')).toBe(true);
    const clashes = both.flatMap((one, index) =>
      both.slice(index + 1).filter((other) => {
        if (one.plannedOn !== other.plannedOn || !timesOverlap(one.span, other.span)) return false;
        return one.branchId === other.branchId || (one.place !== '' && one.place === other.place);
      }),
    );
    expect(clashes).toEqual([]);
  });

  test('leaves out what is met, excused, planned or over', () => {
    const held = meeting('z', { type: '支部委员会会议', heldOn: '2026-04-02' });
    const facts = partyLife({
      meetings: [held],
      exemptions: [{ branchId: 'b1', groupId: null, type: '支部委员会会议', period: '2026-08' }],
    });
    const standing = plan.filter(({ type, period }) => type === '支部委员会会议' && period === '2026-05');
    const rest = propose(facts, { from: '2026-04-03', standing });
    const periods = rest.filter(({ type }) => type === '支部委员会会议').map(({ period }) => period);
    expect(periods).toEqual(['2026-06', '2026-07', '2026-09', '2026-10', '2026-11', '2026-12']);
    expect(rest.every(({ plannedOn }) => plannedOn === null || plannedOn >= '2026-04-03')).toBe(true);
  });

  test('a branch founded within a month owes from the next one', () => {
    const branches = partyLife().branches.map((branch) => ({ ...branch, foundedOn: '2026-05-04' }));
    const young = propose(partyLife({ branches }));
    expect(young.filter(({ type }) => type === '主题党日')[0]?.period).toBe('2026-06');
    expect(young.filter(({ type }) => type === '支部党员大会').map(({ period }) => period)).toEqual([
      '2026Q3',
      '2026Q4',
    ]);
  });

  test('two lectures in a quarter are weeks apart', () => {
    const twice = createParameters([{ id: 'partyLecturesPerQuarter', validFrom: '2026-01-01', value: 2 }]);
    const lectures = proposeYearPlan(partyLife(), twice, days, wishes)
      .filter(({ type, period }) => type === '党课' && period === '2026Q2')
      .map(({ plannedOn }) => plannedOn);
    expect(lectures).toEqual(['2026-05-25', '2026-06-15']);
  });

  test('where every slot is taken it says so instead of doubling', () => {
    const busy = partyLife({
      meetings: Array.from({ length: 31 }, (_, index) =>
        meeting(`x${index}`, {
          type: '集中学习',
          heldOn: `2026-12-${String(index + 1).padStart(2, '0')}`,
          startsAt: '08:00',
          endsAt: '19:00',
        }),
      ),
    });
    const december = propose(busy, { from: '2026-12-01' });
    expect(dayOf(december, '支部委员会会议', '2026-12')).toBeNull();
  });
});

describe('last year’s plan', () => {
  test.each([
    ['2025-10-14', 2026, '2026-10-13'],
    ['2025-03-31', 2026, '2026-03-30'],
    ['2025-12-30', 2026, '2026-12-29'],
    ['2024-02-29', 2025, '2025-02-27'],
  ])('%s becomes in %i %s', (day, year, expected) => expect(sameWeekdayIn(day, year)).toBe(expected));

  const item = (type: PlanItem['type'], plannedOn: string, changes: Partial<PlanItem> = {}): PlanItem => ({
    type,
    branchId: 'b1',
    groupId: null,
    period: plannedOn.slice(0, 7),
    window: { from: `${plannedOn.slice(0, 7)}-01`, to: `${plannedOn.slice(0, 7)}-28` },
    plannedOn,
    span: { start: '16:30', end: '17:30' },
    place: '会议室',
    ...changes,
  });

  test('moves to the new year, off the holidays, keeps place and period, drops branches that are gone', () => {
    const copied = copyYearPlan(
      partyLife(),
      [
        item('支部委员会会议', '2025-10-09'),
        item('支部委员会会议', '2025-04-07'),
        item('支部党员大会', '2025-11-11', { period: '2025Q4' }),
        item('主题党日', '2025-09-19'),
        item('党课', '2025-11-12', { branchId: 'gone' }),
      ],
      days,
      wishes,
    );
    expect(copied.map(({ period, plannedOn }) => [period, plannedOn])).toEqual([
      // The first Monday of April 2026 belongs to 清明节.
      ['2026-04', '2026-04-07'],
      ['2026-09', '2026-09-15'],
      ['2026-10', '2026-10-08'],
      ['2026Q4', '2026-11-10'],
    ]);
    expect(copied.every(({ place }) => place === '会议室')).toBe(true);
  });

  test('leaves out what stands, is held or is over', () => {
    const lastYear = ['2025-03-04', '2025-05-06', '2025-06-03', '2025-10-14'].map((on) =>
      item('支部委员会会议', on),
    );
    const copied = copyYearPlan(
      partyLife({ meetings: [meeting('held', { type: '支部委员会会议', heldOn: '2026-06-04' })] }),
      lastYear,
      days,
      { ...wishes, from: '2026-04-01', standing: [item('支部委员会会议', '2026-05-12')] },
    );
    expect(copied.map(({ period }) => period)).toEqual(['2026-10']);
  });

  test('the end of February stays the end of the month in a leap year', () => {
    const february = item('支部委员会会议', '2027-02-26', {
      window: { from: '2027-02-01', to: '2027-02-28' },
    });
    const [copied] = copyYearPlan(partyLife(), [february], days, wishes);
    expect(copied?.window).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});

describe('records of a plan', () => {
  const planned = (id: string, plannedOn: string, meetingId: string | null = null) => ({
    id,
    type: '支部委员会会议' as const,
    branchId: 'b1',
    groupId: null,
    period: plannedOn.slice(0, 7),
    window: { from: `${plannedOn.slice(0, 7)}-01`, to: `${plannedOn.slice(0, 7)}-28` },
    plannedOn,
    span: { start: '16:30', end: '17:30' },
    place: '',
    meetingId,
  });
  const held = (id: string, heldOn: string, changes: Parameters<typeof meeting>[1] = {}) =>
    meeting(id, { type: '支部委员会会议', heldOn, ...changes });
  const match = (...[items, meetings]: Parameters<typeof meetingsOfPlan>) =>
    [...meetingsOfPlan(items, meetings)].map(([item, { id }]) => [item, id]);

  test('the first of its kind and window, each once', () => {
    const items = [planned('p1', '2026-10-12'), planned('p2', '2026-10-26'), planned('p3', '2026-11-09')];
    const meetings = [held('late', '2026-10-30'), held('early', '2026-10-09'), held('spare', '2026-10-31')];
    expect(match(items, meetings)).toEqual([
      ['p1', 'early'],
      ['p2', 'late'],
    ]);
  });

  test('a link by hand comes first; other branches and kinds do not count', () => {
    const items = [planned('p1', '2026-10-12'), planned('p2', '2026-10-26', 'early')];
    const meetings = [
      held('early', '2026-10-09'),
      held('other', '2026-10-10', { branchId: 'b2' }),
      held('lecture', '2026-10-11', { type: '党课' }),
    ];
    expect(match(items, meetings)).toEqual([['p2', 'early']]);
  });
});

describe('reminders', () => {
  const at = (plannedOn: string, settled = false) => [{ id: 'i', title: '11月支委会', plannedOn, settled }];
  const stage = (plannedOn: string, settled?: boolean) =>
    planReminders(at(plannedOn, settled), createParameters(), '2026-11-24').map((one) => one.stage);

  test.each([
    ['2026-12-02', []],
    ['2026-12-01', [7]],
    ['2026-11-28', [7]],
    ['2026-11-27', [3]],
    ['2026-11-26', [3]],
    ['2026-11-25', [1]],
    ['2026-11-24', [0]],
    ['2026-11-23', [-1]],
  ])('planned on %s: %j', (plannedOn, stages) => expect(stage(plannedOn)).toEqual(stages));

  test('not for what is held or called off; a school may want other days', () => {
    expect(stage('2026-11-25', true)).toEqual([]);
    const ten = createParameters([{ id: 'partyReminderDays', validFrom: '2026-01-01', value: [10] }]);
    expect(planReminders(at('2026-12-04'), ten, '2026-11-24')).toMatchObject([{ stage: 10 }]);
  });
});

describe('text for the platform', () => {
  const minutes = {
    branch: '第一党支部',
    type: '支部党员大会',
    title: '第四季度党员大会',
    heldOn: '2026-11-10',
    startsAt: '16:30',
    endsAt: '17:40',
    place: '三楼会议室',
    host: '李强',
    recorder: '王芳',
    attendance: [
      { name: '李强', state: '出席', reason: null },
      { name: '王芳', state: '出席', reason: null },
      { name: '赵敏', state: '病假', reason: '住院' },
      { name: '孙明', state: '不计应到', reason: null },
    ],
    guests: null,
    topics: '转正讨论',
    agenda: [
      { item: '通报情况', speaker: '李强', speech: '通报了考察情况。' },
      { item: '表决', speaker: null, speech: null },
    ],
    body: '会议由李强主持。',
    votes: [
      {
        matter: '同意转正',
        dueVoters: 3,
        presentVoters: 2,
        inFavour: 2,
        against: 0,
        abstained: 0,
        outcome: '通过',
      },
    ],
    resolutions: [{ content: '上报材料', owner: '王芳', dueOn: '2026-11-20' }],
  };

  test('field by field, empty ones left out', () => {
    const fields = new Map(platformFields(minutes).map(({ label, text }) => [label, text]));
    expect(fields.get('会议时间')).toBe('2026年11月10日 16:30—17:40');
    expect(fields.get('应到和实到')).toBe('应到 3 人，实到 2 人');
    expect(fields.get('缺席人员')).toBe('赵敏（病假：住院）');
    expect(fields.get('会议内容')).toBe('会议由李强主持。\n李强：通报了考察情况。');
    expect(fields.get('会议决议')).toBe('上报材料（责任人王芳，2026年11月20日前完成）');
    expect(fields.has('列席人员')).toBe(false);
  });

  test('as one text', () => {
    const text = platformText(minutes);
    expect(text).toContain('会议议程：\n1. 通报情况\n2. 表决\n');
    expect(text).toContain('表决情况：同意转正：应到有表决权 3 人');
  });
});
