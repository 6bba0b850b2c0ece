import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindingView } from '#shared/contract/checks.ts';
import type { Finding } from '#shared/domain/rules/rule.ts';
import { areaChecks } from '#electron/services/areaChecks.ts';
import type { AreaChecks } from '#electron/services/checks/check.ts';
import { findingsOn } from '#test/support/findingsOn.ts';
import { checkHandlers } from '#electron/services/checks/checkHandlers.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { ethicsActivity } from '#shared/ledgers/ethics/ethicsActivity.ts';
import { ethicsAppraisal } from '#shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsPledge } from '#shared/ledgers/ethics/ethicsPledge.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { partyExemption } from '#shared/ledgers/partyLife/partyExemption.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { getRecord } from '#electron/store/records/records.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

let school: SchoolOffice;
let office: Office;
beforeEach(() => {
  school = schoolOffice();
  office = officeOf(school, (app) => checkHandlers(app, areaChecks));
});
afterEach(() => {
  school.remove();
});

const partyClerk = () => school.person('李党务', 'partyAffairs');
const teachingClerk = () => school.person('陈教务', 'teaching');
const teacher = { name: '赵敏', sex: '女', staffKind: '专任教师', hiredOn: '2020-09-01' };

interface SmallBranch {
  readonly home: string;
  readonly secretary: string;
  readonly organiser: string;
}

/** A branch with secretary and organisation member, so that it owes a committee meeting every month. */
function branchWithCommittee(): SmallBranch {
  const home = school.add(branch, {
    name: '中共山丹县测试学校第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2019-09-01',
    termEndsOn: '2028-09-01',
  });
  const join = (name: string) =>
    school.add(partyMember, { name, sex: '男', status: '正式党员', branch: home, rollSince: '2020-01-01' });
  const secretary = join('李强');
  const organiser = join('王芳');
  for (const [member, post] of [
    [secretary, '书记'],
    [organiser, '组织委员'],
  ])
    school.add(committeePost, { branch: home, member, post, from: '2025-09-01' });
  return { home, secretary, organiser };
}

function holdMeeting(
  { home, secretary, organiser }: SmallBranch,
  type: string,
  heldOn: string,
  attendance: readonly Record<string, unknown>[] = [],
): string {
  return school.add(
    partyMeeting,
    {
      type,
      title: `${heldOn}${type}`,
      branch: home,
      heldOn,
      startsAt: '15:00',
      endsAt: '16:30',
      place: '会议室',
      host: secretary,
      recorder: organiser,
      attendance,
      body: '研究近期工作。',
    },
    { period: heldOn.slice(0, 7) },
  );
}

const committeeGap = (findings: readonly FindingView[], month: string) =>
  findings.find((one) => one.ruleId === 'PTY-02' && one.window?.from === `${month}-01`);

describe('a branch that misses its committee meeting in October', () => {
  it('is found, with a form already filled for the gap', async () => {
    const small = branchWithCommittee();
    for (const month of ['01', '02', '03', '04', '05', '06', '07', '08', '09'])
      holdMeeting(small, '支部委员会会议', `2026-${month}-12`);
    const findings = valueOf(await office.as(partyClerk())('checks.findings', { on: '2026-11-24' }));
    const gaps = findings.filter((one) => one.ruleId === 'PTY-02');
    expect(gaps.map((one) => one.window)).toEqual([{ from: '2026-10-01', to: '2026-10-31' }]);
    expect(gaps[0]).toMatchObject({
      area: 'partyLife',
      severity: 'error',
      basis: '《中国共产党支部工作条例（试行）》第十二条',
      remedy: {
        kind: 'create',
        ledger: 'partyMeeting',
        period: '2026-10',
        values: { type: '支部委员会会议', branch: small.home },
      },
      override: null,
    });
    expect(gaps[0]?.records).toContainEqual({ ledger: 'branch', id: small.home, title: '第一党支部' });
  });

  it('was not yet missing it on 31 October, and no longer is once the record is there', () => {
    const small = branchWithCommittee();
    const gapOn = (on: string) =>
      committeeGap(findingsOn(school.store.read, { on, area: 'partyLife' }), '2026-10');
    expect(gapOn('2026-10-31')).toBeUndefined();
    expect(gapOn('2026-11-01')).toBeDefined();
    holdMeeting(small, '支部委员会会议', '2026-10-20');
    expect(gapOn('2026-11-01')).toBeUndefined();
  });

  it('is not counted as met by a draft', () => {
    const small = branchWithCommittee();
    const id = holdMeeting(small, '支部委员会会议', '2026-10-20');
    valueOf(school.edit(partyMeeting, id, {}, { state: 'draft', reason: '内容不全' }));
    expect(committeeGap(findingsOn(school.store.read, { on: '2026-11-24' }), '2026-10')).toBeDefined();
  });

  it('may let the gap stand with a reason, which the wall then shows as excused', async () => {
    branchWithCommittee();
    const call = office.as(partyClerk());
    const gap = committeeGap(valueOf(await call('checks.findings', {})), '2026-10');
    if (!gap) throw new Error('The gap was not found');
    valueOf(await call('checks.override', { key: gap.key, area: 'partyLife', reason: '当月全员外出培训' }));
    const dashboard = valueOf(await call('checks.dashboard', {}));
    expect(committeeGap(dashboard.findings, '2026-10')?.override).toMatchObject({
      reason: '当月全员外出培训',
      accountName: '李党务',
    });
    expect(dashboard.upcoming.map(({ label }) => label)).not.toContain(gap.sentence);
    expect(cellOf(dashboard.walls[0]?.rows, '支委会', '2026-10')).toMatchObject({ state: 'excused' });
    expect(cellOf(dashboard.walls[0]?.rows, '支委会', '2026-09')).toMatchObject({ state: 'overdue' });
  });

  it('is excused by a stored exemption', () => {
    const { home } = branchWithCommittee();
    school.add(
      partyExemption,
      { branch: home, type: '支部委员会会议', reason: '暑期全员培训' },
      { period: '2026-10' },
    );
    const findings = findingsOn(school.store.read, { on: '2026-11-24' });
    expect(committeeGap(findings, '2026-10')).toBeUndefined();
    expect(committeeGap(findings, '2026-09')).toBeDefined();
  });
});

function cellOf(
  rows:
    readonly { readonly label: string; readonly cells: readonly { readonly month: string }[] }[] | undefined,
  label: string,
  month: string,
): unknown {
  return rows?.find((row) => row.label === label)?.cells.find((cell) => cell.month === month);
}

describe('the roll as on the day of the meeting', () => {
  it('does not count a member who was transferred before', () => {
    const small = branchWithCommittee();
    const gone = school.add(partyMember, {
      name: '孙立',
      sex: '男',
      status: '正式党员',
      branch: small.home,
      rollSince: '2020-01-01',
    });
    const present = [small.secretary, small.organiser].map((member) => ({
      id: school.newId(),
      member,
      state: '出席',
    }));
    const before = holdMeeting(small, '支部党员大会', '2026-05-10', present);
    valueOf(school.edit(partyMember, gone, { rollUntil: '2026-06-30', relation: '转出' }));
    const after = holdMeeting(small, '支部党员大会', '2026-08-10', present);
    const about = (id: string) =>
      findingsOn(school.store.read, { on: '2026-11-24', area: 'partyLife' }).filter(
        (one) => one.records.some((record) => record.id === id) && one.sentence.includes('孙立'),
      );
    expect(about(before)).not.toEqual([]);
    expect(about(after)).toEqual([]);
  });
});

describe('the Party-life wall', () => {
  it('puts a quarterly meeting into the month it was held and its gap into the last month of the quarter', async () => {
    const small = branchWithCommittee();
    holdMeeting(small, '支部党员大会', '2026-02-10');
    const { walls } = valueOf(await office.as(partyClerk())('checks.dashboard', {}));
    const rows = walls.find((wall) => wall.area === 'partyLife')?.rows;
    expect(cellOf(rows, '党员大会', '2026-02')).toMatchObject({ state: 'met', done: 1 });
    expect(cellOf(rows, '党员大会', '2026-03')).toMatchObject({ state: 'notDue' });
    expect(cellOf(rows, '党员大会', '2026-06')).toMatchObject({
      state: 'overdue',
      required: 1,
      dueOn: '2026-06-30',
      remedy: { kind: 'create', period: '2026Q2' },
    });
    expect(cellOf(rows, '党员大会', '2026-12')).toMatchObject({ state: 'notYet' });
    expect(cellOf(rows, '支委会', '2026-11')).toMatchObject({ state: 'dueSoon' });
    expect(rows?.some((row) => row.label === '党小组会')).toBe(false);
  });
});

describe('teacher ethics', () => {
  const pledge = (who: string) =>
    school.add(
      ethicsPledge,
      { staff: who, version: '2026年版', signedOn: '2026-09-05' },
      { period: '2026-2027' },
    );

  it('names who has not pledged, and shows coverage and elements on the wall', async () => {
    pledge(school.add(staff, teacher));
    school.add(staff, { ...teacher, name: '钱伟' });
    school.add(
      ethicsActivity,
      { element: '宣传', kind: '师德宣传', title: '教师节宣传', heldOn: '2026-09-10' },
      { period: '2026-09' },
    );
    const dashboard = valueOf(await office.as(school.person('高师德', 'ethics'))('checks.dashboard', {}));
    expect(dashboard.findings.find((one) => one.ruleId === 'ETH-01')?.sentence).toContain('钱伟');
    expect(dashboard.findings.find((one) => one.ruleId === 'ETH-01')?.sentence).not.toContain('赵敏');
    const rows = dashboard.walls.find((wall) => wall.area === 'ethics')?.rows;
    expect(cellOf(rows, '宣传', '2026-09')).toMatchObject({ state: 'met', done: 1 });
    expect(cellOf(rows, '师德承诺书', '2026-10')).toMatchObject({ state: 'overdue', done: 1, required: 2 });
    expect(cellOf(rows, '师德考核', '2027-01')).toMatchObject({ state: 'notYet', done: 0, required: 2 });
  });

  it('totals an appraisal by the weights in force in its year, and keeps the old year when they change', async () => {
    const who = school.add(staff, teacher);
    const scores = { selfScore: 90, peerScore: 80, pupilScore: 70, parentScore: 60, panelScore: 100 };
    const total = (period: string) => {
      const id = school.add(ethicsAppraisal, { staff: who, ...scores }, { period });
      return getRecord(school.store.read, ethicsAppraisal, id)?.values.totalScore;
    };
    expect(total('2025')).toBe(85);
    valueOf(
      await office.as(head())('parameters.save', {
        id: 'appraisalWeights',
        validFrom: '2026-01-01',
        value: [0, 0, 0, 0, 100],
        reason: '县教育局2026年考核办法',
      }),
    );
    expect(total('2026')).toBe(100);
    expect(total('2024')).toBe(85);
  });
});

describe('after-school service', () => {
  const period = '2026-2027-1';
  const terms = () =>
    school.add(
      term,
      {
        name: '2026—2027学年第一学期',
        season: '第一学期',
        startsOn: '2026-08-31',
        firstTeachingOn: '2026-11-02',
        lastTeachingOn: '2027-01-15',
        endsOn: '2027-01-20',
      },
      { period },
    );

  it('asks for the term before it judges anything', async () => {
    const dashboard = valueOf(await office.as(teachingClerk())('checks.dashboard', {}));
    expect(dashboard.walls).toEqual([]);
    expect(dashboard.upcoming).toMatchObject([{ area: 'base', remedy: { kind: 'create', ledger: 'term' } }]);
  });

  it('counts teaching days with service and sessions with a roll call', async () => {
    terms();
    const course = school.add(
      serviceCourse,
      { name: '作业辅导1班', kind: '作业辅导', gradeFrom: 3, gradeTo: 3 },
      { period },
    );
    const hold = (heldOn: string) =>
      school.add(
        serviceSlot,
        { heldOn, startsAt: '16:10', endsAt: '18:10', kind: '课后服务', course },
        { period },
      );
    const slot = hold('2026-11-02');
    hold('2026-11-03');
    school.add(serviceAttendance, { slot, heldOn: '2026-11-02' }, { period });
    const dashboard = valueOf(await office.as(teachingClerk())('checks.dashboard', { on: '2026-11-05' }));
    expect(dashboard.term).toBe(period);
    const rows = dashboard.walls[0]?.rows;
    expect(cellOf(rows, '服务天数', '2026-11')).toMatchObject({
      state: 'overdue',
      done: 2,
      required: 21,
      remedy: { kind: 'create', values: { heldOn: '2026-11-04' } },
    });
    expect(cellOf(rows, '点名场次', '2026-11')).toMatchObject({ state: 'overdue', done: 1, required: 2 });
    expect(cellOf(rows, '点名场次', '2026-12')).toMatchObject({ state: 'notDue' });
    expect(dashboard.findings.find((one) => one.ruleId === 'ASC-02')?.sentence).toContain('11月4日');
  });
});

describe('rights', () => {
  it('leaves out the areas that an account may not read', async () => {
    branchWithCommittee();
    school.add(staff, teacher);
    const seen = async (call: ReturnType<Office['as']>) => {
      const dashboard = valueOf(await call('checks.dashboard', {}));
      return [...new Set(dashboard.findings.map((one) => one.area))];
    };
    expect(await seen(office.as(partyClerk()))).toEqual(['partyLife']);
    expect(await seen(office.as(school.person('高师德', 'ethics')))).toEqual(['ethics']);
    expect(await seen(office.as(school.person('管理员', 'administrator')))).toEqual([]);
    expect(valueOf(await office.as(teachingClerk())('checks.findings', { area: 'partyLife' }))).toEqual([]);
    const counts = valueOf(await office.as(teachingClerk())('checks.dashboard', {})).counts;
    expect(counts.partyLife).toEqual({ overdue: 0, dueSoon: 0, records: 0 });
    expect(counts.base.records).toBe(2);
  });

  it('lets nobody override a finding of an area through another one', async () => {
    branchWithCommittee();
    const gap = findingsOn(school.store.read, { on: '2026-11-24', area: 'partyLife' })[0];
    const override = { key: gap?.key ?? '', reason: '没有理由的理由' };
    const teaching = office.as(teachingClerk());
    expect(failureOf(await teaching('checks.override', { ...override, area: 'partyLife' })).kind).toBe(
      'forbidden',
    );
    expect(failureOf(await teaching('checks.override', { ...override, area: 'afterSchool' })).kind).toBe(
      'notFound',
    );
  });

  it('lets only those who manage settings change a parameter, and refuses a wrong value', async () => {
    const change = { id: 'serviceMinMinutes', validFrom: '2026-09-01', value: 90, reason: '县局规定' };
    expect(failureOf(await office.as(teachingClerk())('parameters.save', change)).kind).toBe('forbidden');
    expect(failureOf(await office.as(head())('parameters.save', { ...change, value: '很久' })).kind).toBe(
      'invalidInput',
    );
    const saved = valueOf(await office.as(head())('parameters.save', change));
    expect(saved.versions).toEqual([
      { validFrom: '2000-01-01', value: 120, shipped: true, set: null },
      {
        validFrom: '2026-09-01',
        value: 90,
        shipped: false,
        set: { reason: '县局规定', accountName: head().name, at: school.clock.now() },
      },
    ]);
  });
});

describe('the areas are asked one after the other', () => {
  const areaOf = (area: 'base' | 'partyLife', find: () => readonly Finding[]): AreaChecks => ({
    area,
    rules: [],
    *find() {
      yield;
      return find();
    },
  });

  it('and whoever else wants something is served in between', async () => {
    const turns: string[] = [];
    const areas = [
      areaOf('base', () => {
        setImmediate(() => turns.push('somebody else'));
        turns.push('base');
        return [];
      }),
      areaOf('partyLife', () => {
        turns.push('partyLife');
        return [];
      }),
    ];
    const asked = officeOf(school, (app) => checkHandlers(app, areas)).as(head());
    expect(valueOf(await asked('checks.dashboard', {})).findings).toEqual([]);
    expect(turns).toEqual(['base', 'somebody else', 'partyLife']);
  });

  it('and an answer is refused when the file is closed in between', async () => {
    const closing = areaOf('base', () => {
      setImmediate(() => school.store.close());
      return [];
    });
    const never = areaOf('partyLife', () => {
      throw new Error('The file is closed.');
    });
    const asked = officeOf(school, (app) => checkHandlers(app, [closing, never])).as(head());
    expect(failureOf(await asked('checks.findings', {})).kind).toBe('locked');
  });
});
