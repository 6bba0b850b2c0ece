import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaChecks } from '#electron/services/areaChecks.ts';
import { checkHandlers } from '#electron/services/checks/checkHandlers.ts';
import { planHandlers } from '#electron/services/partyLife/planHandlers.ts';
import { findReport } from '#electron/services/reports/reports.ts';
import type { PlanYear } from '#shared/contract/partyPlan.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { partyExemption } from '#shared/ledgers/partyLife/partyExemption.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyPlanItem } from '#shared/ledgers/partyLife/partyPlanItem.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

/** Today is 2026-11-24. Two branches without groups; the first has a committee and 主题党日 on the 15th. */
let school: SchoolOffice;
let office: Office;
let first: string;
let second: string;
let members: string[];
beforeEach(() => {
  school = schoolOffice();
  office = officeOf(school, (app) => ({ ...planHandlers(app), ...checkHandlers(app, areaChecks) }));
  school.add(
    term,
    {
      name: '2026—2027学年第一学期',
      season: '第一学期',
      startsOn: '2026-08-31',
      firstTeachingOn: '2026-08-31',
      lastTeachingOn: '2027-01-15',
      endsOn: '2027-01-18',
    },
    { period: '2026-2027-1' },
  );
  first = school.add(branch, {
    name: '第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2019-09-01',
    partyDayOfMonth: 15,
  });
  second = school.add(branch, { name: '第二支部委员会', shortName: '第二党支部', foundedOn: '2019-09-01' });
  members = ['李强', '王芳', '孙立'].map((name) => {
    return school.add(partyMember, {
      name,
      sex: '男',
      status: '正式党员',
      branch: first,
      rollSince: '2020-01-01',
    });
  });
  ['书记', '组织委员', '宣传委员'].forEach((post, index) =>
    school.add(committeePost, { branch: first, member: members[index], post, from: '2020-01-01' }),
  );
});
afterEach(() => {
  school.remove();
});

const clerk = () => office.as(school.person('李党务', 'partyAffairs'));
const yearOf = async (year = 2026, branchId = first): Promise<PlanYear> =>
  valueOf(await clerk()('partyPlan.year', { year, branch: branchId }));
const propose = async (more: Record<string, unknown> = {}) =>
  valueOf(await clerk()('partyPlan.propose', { branch: first, year: 2026, source: 'rules', ...more }));
const accept = (keys: string[], more: Record<string, unknown> = {}) =>
  clerk()('partyPlan.accept', { branch: first, year: 2026, source: 'rules', keys, ...more });
const keysOf = (items: readonly { readonly key: string; readonly plannedOn: string | null }[]) =>
  items.filter(({ plannedOn }) => plannedOn !== null).map(({ key }) => key);

function meeting(type: string, heldOn: string, more: Record<string, unknown> = {}): string {
  return school.add(
    partyMeeting,
    {
      type,
      title: `${heldOn}${type}`,
      branch: first,
      heldOn,
      startsAt: '16:30',
      endsAt: '17:30',
      place: '会议室',
      host: members[0],
      recorder: members[1],
      ...more,
    },
    { period: heldOn.slice(0, 7) },
  );
}
function planned(type: string, plannedOn: string, more: Record<string, unknown> = {}): string {
  return school.add(
    partyPlanItem,
    {
      type,
      title: `${plannedOn.slice(0, 7)}${type}`,
      branch: first,
      plannedOn,
      startsAt: '16:30',
      endsAt: '17:30',
      place: '会议室',
      earliestOn: `${plannedOn.slice(0, 7)}-01`,
      latestOn: `${plannedOn.slice(0, 7)}-30`,
      ...more,
    },
    { period: plannedOn.slice(0, 7) },
  );
}

describe('generating a plan', () => {
  it('proposes what is owed from today on, writes nothing before it is accepted and nothing twice', async () => {
    meeting('支部委员会会议', '2026-11-05');
    school.add(
      partyExemption,
      { branch: first, type: '主题党日', reason: '全体党员到县委党校集中培训' },
      { period: '2026-12' },
    );
    const { items, exemptions } = await propose();
    expect(items.map(({ title }) => title).toSorted()).toEqual(
      [
        '2026年11月主题党日',
        '2026年12月支委会',
        '2026年第4季度党员大会',
        '2026年第4季度党课',
        '2026年组织生活会',
        '2026年民主评议',
      ].toSorted(),
    );
    expect(exemptions).toEqual([{ what: '2026年12月主题党日', reason: '全体党员到县委党校集中培训' }]);
    expect((await yearOf()).entries).toEqual([]);

    expect(valueOf(await accept(keysOf(items)))).toEqual({ added: 6 });
    expect(school.written.at(-1)).toContain('party_plan_item');
    const { entries } = await yearOf();
    expect(entries).toHaveLength(6);
    expect(entries.every(({ plannedOn }) => plannedOn >= '2026-11-24')).toBe(true);
    expect((await propose()).items).toEqual([]);
  });

  it('refuses a proposal that is not what it was any more and then has written none of it', async () => {
    const { items } = await propose();
    planned('支部委员会会议', '2026-12-03');
    expect(failureOf(await accept(keysOf(items))).kind).toBe('conflict');
    expect((await yearOf()).entries.map(({ title }) => title)).toEqual(['2026-12支部委员会会议']);
  });

  it('keeps the room clear that another branch has planned', async () => {
    meeting('支部委员会会议', '2026-10-08');
    const wished = (await propose()).items.find(({ title }) => title === '2026年12月支委会');
    expect(wished).toMatchObject({ place: '会议室', startsAt: '16:30' });
    planned('集中学习', wished?.plannedOn ?? '', { branch: second });
    const moved = (await propose()).items.find(({ title }) => title === '2026年12月支委会');
    expect(moved).toMatchObject({ plannedOn: wished?.plannedOn, startsAt: '17:40' });
  });

  it('is not for a year that is over, nor for those who only read', async () => {
    const over = await clerk()('partyPlan.propose', { branch: first, year: 2025, source: 'rules' });
    expect(failureOf(over).sentence).toBe('2025年已经过去，不用再安排计划。');
    const { items } = await propose();
    const reader = office.as(school.person('查阅员', 'reader'));
    const wish = { branch: first, year: 2026, source: 'rules' as const };
    expect(valueOf(await reader('partyPlan.propose', wish)).items).toHaveLength(items.length);
    expect(failureOf(await reader('partyPlan.accept', { ...wish, keys: keysOf(items) })).kind).toBe(
      'forbidden',
    );
    const teaching = office.as(school.person('陈教务', 'teaching'));
    expect(failureOf(await teaching('partyPlan.year', { year: 2026 })).kind).toBe('forbidden');
  });
});

describe('copying last year’s plan', () => {
  it('takes the same weekdays, leaves out what is called off or stands already', async () => {
    planned('支部委员会会议', '2026-03-10');
    planned('党课', '2026-05-20', { cancelledReason: '停电' });
    const copy = { year: 2027, source: 'lastYear' as const };
    const { items } = await propose(copy);
    // 10 March 2026 is the second Tuesday; so is 9 March 2027.
    expect(items.map(({ title, plannedOn }) => [title, plannedOn])).toEqual([
      ['2027年3月支委会', '2027-03-09'],
    ]);
    expect(valueOf(await accept(keysOf(items), copy))).toEqual({ added: 1 });
    expect((await propose(copy)).items).toEqual([]);
  });

  it('says so when there is nothing to copy', async () => {
    const refused = await clerk()('partyPlan.propose', { branch: first, year: 2026, source: 'lastYear' });
    expect(failureOf(refused).sentence).toContain('第一党支部2025年没有计划');
  });
});

describe('the year', () => {
  it('ties an item to the record of its window, drafts too, and opens it; else a filled new one', async () => {
    const held = meeting('支部委员会会议', '2026-10-12');
    planned('支部委员会会议', '2026-10-08');
    planned('支部委员会会议', '2026-11-20');
    const { entries, meetings } = await yearOf();
    expect(entries).toMatchObject([
      { state: 'held', heldOn: '2026-10-12', opens: { kind: 'open', ledger: 'partyMeeting', id: held } },
      {
        state: 'missed',
        heldOn: null,
        opens: {
          kind: 'create',
          ledger: 'partyMeeting',
          period: '2026-11',
          values: {
            type: '支部委员会会议',
            branch: first,
            heldOn: '2026-11-20',
            startsAt: '16:30',
            place: '会议室',
          },
        },
      },
    ]);
    expect(meetings).toMatchObject([{ id: held, typeName: '支委会', draft: false }]);
  });

  it('marks holidays, make-up days and teaching days, and says what the calendar lacks', async () => {
    const { days, gaps } = await yearOf();
    const kindOf = (date: string) => days.find((day) => day.date === date);
    expect(kindOf('2026-10-01')).toMatchObject({ kind: 'holiday', name: '国庆节' });
    expect(kindOf('2026-10-10')).toMatchObject({ kind: 'makeUp' });
    expect(kindOf('2026-11-24')).toMatchObject({ kind: 'teaching' });
    expect(kindOf('2026-11-22')).toMatchObject({ kind: 'weekend' });
    expect(gaps).toEqual(['“学期校历”里没有2026年的春季学期，教学日标不出来。']);
    expect((await yearOf(2028)).gaps[0]).toContain('还不知道2028年的放假和调休安排');
  });
});

describe('moving an item', () => {
  const warnings = async (id: string, on: string) =>
    valueOf(await clerk()('partyPlan.warnings', { id, from: on, to: on }))[on] ?? [];

  it('names what speaks against a day before it is dropped there', async () => {
    const id = planned('支部党员大会', '2026-12-10');
    planned('党课', '2026-12-15', { title: '书记讲党课' });
    planned('集中学习', '2026-12-16', { branch: second, title: '二支部学习' });
    expect(await warnings(id, '2026-12-11')).toEqual([]);
    expect(await warnings(id, '2026-12-12')).toEqual(['星期六，不上班。']);
    expect(await warnings(id, '2026-12-15')).toEqual([
      '和“书记讲党课”（16:30—17:30）人员冲突：李强、孙立等 3 人。',
      '会议室已安排“书记讲党课”（16:30—17:30）。',
    ]);
    expect(await warnings(id, '2026-12-16')).toEqual(['会议室已安排“二支部学习”（16:30—17:30）。']);
    expect(await warnings(id, '2027-01-05')).toEqual([
      '2027年的放假安排还没有导入，这一天放不放假不清楚。',
      '超出期限：应在 2026-12-01 至 2026-12-30 之间。',
    ]);
    expect(await warnings(id, '2026-10-01')).toContain('国庆节放假，不上班。');
    expect(await warnings(id, '2026-10-10')).toContain('国庆节调休上班，没有安排上课。');
    expect(await warnings(id, '2027-01-20')).toContain('不是教学日。');
    expect(await warnings(id, '2026-11-20')).toContain('这一天已经过去。');
  });

  it('keeps a revision; refuses the past, what is held and what somebody changed meanwhile', async () => {
    const id = planned('支部委员会会议', '2026-12-10');
    const move = (to: string, baseRevision = 1, item = id) =>
      clerk()('partyPlan.move', { id: item, to, baseRevision });
    expect(failureOf(await move('2026-11-23')).sentence).toContain('已经过去的日子');
    expect(valueOf(await move('2026-12-11'))).toEqual({ revision: 2 });
    expect(failureOf(await move('2026-12-14')).kind).toBe('conflict');
    expect((await yearOf()).entries[0]).toMatchObject({ plannedOn: '2026-12-11', revision: 2 });

    const held = planned('党课', '2026-11-05');
    meeting('党课', '2026-11-06');
    expect(failureOf(await move('2026-12-14', 1, held)).sentence).toContain('已经开过');
    expect(failureOf(await move('2026-12-14', 1, school.newId())).kind).toBe('notFound');
  });
});

describe('the dashboard', () => {
  const due = async (on?: string) => {
    const { upcoming } = valueOf(await clerk()('checks.dashboard', on ? { on } : {}));
    return upcoming.filter(({ label }) => label.includes('支委会') || label.includes('学习'));
  };

  it('reminds of what is planned, once, in the place of the window that runs out', async () => {
    expect((await due()).map(({ dueOn, state }) => [dueOn, state])).toContainEqual(['2026-11-30', 'dueSoon']);
    planned('支部委员会会议', '2026-11-27', { title: '11月支委会' });
    const soon = (await due()).filter(({ state }) => state === 'dueSoon');
    expect(soon).toMatchObject([
      {
        dueOn: '2026-11-27',
        label: '“第一党支部 11月支委会”还有 3 天，甘肃党建平台须在会前录入。',
        remedy: { kind: 'create', values: { heldOn: '2026-11-27' } },
      },
    ]);
  });

  it('looks over the turn of the year', async () => {
    planned('集中学习', '2027-01-05', { title: '1月学习' });
    const studies = async (on: string) =>
      (await due(on)).flatMap(({ label }) => /“(.*学习)”/u.exec(label)?.[1] ?? []);
    expect(await studies('2026-12-30')).toEqual(['第一党支部 1月学习']);
    planned('集中学习', '2026-12-29', { title: '年末学习' });
    expect(await studies('2027-01-02')).toEqual(['第一党支部 年末学习', '第一党支部 1月学习']);
  });

  it('asks after a planned day that is over, and is silent once it is held or called off', async () => {
    const id = planned('集中学习', '2026-11-20', { title: '11月学习' });
    expect(await due()).toContainEqual(expect.objectContaining({ dueOn: '2026-11-20', state: 'overdue' }));
    valueOf(school.edit(partyPlanItem, id, { cancelledReason: '并入主题党日' }));
    expect((await due()).filter(({ label }) => label.includes('学习'))).toEqual([]);
  });
});

describe('the plan on paper', () => {
  const paper = (period: string) => {
    const report = findReport('yearPlan');
    if (!report) throw new Error('no report');
    return valueOf(
      report.make(
        school.store.read,
        { period, recordId: null },
        { today: '2026-11-24', accountName: '李党务' },
      ),
    );
  };

  it('has a sheet for each branch with a plan and names what is not planned and why', () => {
    planned('支部委员会会议', '2026-12-10', { owner: members[0] });
    planned('党课', '2026-12-11', { branch: second });
    school.add(
      partyExemption,
      { branch: first, type: '主题党日', reason: '集中培训' },
      { period: '2026-12' },
    );
    const { document, rows, personCount, problems } = paper('2026');
    expect(document?.title).toEqual(['第一支部委员会', '2026年度组织生活计划']);
    const words = JSON.stringify(document?.blocks);
    expect(words).toContain('2026年12月10日 星期四');
    expect(words).toContain('不作安排的：2026年12月主题党日（集中培训）。');
    expect(words).toContain('第二支部委员会');
    expect([rows, personCount]).toEqual([2, 1]);
    expect(problems).toEqual(['第二支部委员会有 1 项没有负责人，打印后可以手填。']);
  });

  it('says where to begin when there is none', () => {
    expect(paper('2027').problems[0]).toContain('2027年还没有计划');
  });
});
