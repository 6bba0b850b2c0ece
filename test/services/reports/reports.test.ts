import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDay } from '#electron/documents/officeText.ts';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import { produceReport, type ProducedReport } from '#electron/services/reports/produceReport.ts';
import type { Paper, ReportScope } from '#electron/services/reports/report.ts';
import { caseReports } from '#electron/services/reports/ethics/cases/casePaperReports.ts';
import { findReport, reports } from '#electron/services/reports/reports.ts';
import { serviceAccount } from '#shared/ledgers/afterSchool/serviceAccount.ts';
import { servicePlan } from '#shared/ledgers/afterSchool/servicePlan.ts';
import { appraisalRound } from '#shared/ledgers/ethics/appraisalRound.ts';
import { ethicsAward } from '#shared/ledgers/ethics/ethicsAward.ts';
import { ethicsPlanItem } from '#shared/ledgers/ethics/ethicsPlanItem.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { ethicsSurvey } from '#shared/ledgers/ethics/ethicsSurvey.ts';
import { ethicsTalk } from '#shared/ledgers/ethics/ethicsTalk.ts';
import { partyCampaign } from '#shared/ledgers/partyLife/partyCampaign.ts';
import { gateCheck } from '#shared/ledgers/ethics/gateCheck.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyPlanItem } from '#shared/ledgers/partyLife/partyPlanItem.ts';
import { partyTalk } from '#shared/ledgers/partyLife/partyTalk.ts';
import { serviceHandover } from '#shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceRate } from '#shared/ledgers/afterSchool/serviceRate.ts';
import { serviceSafetyRound } from '#shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { fillSampleSchool, plainDuty, type SampleSchool } from '../../support/sampleSchoolYear.ts';
import { failureOf, temporarySchool, valueOf, type TemporarySchool } from '../../support/temporarySchool.ts';

let school: TemporarySchool;
let sample: SampleSchool;
/** A kept gate check of three people. */
let gate: string;
let talk: string;
let servicePlanId: string;
const sampleRow = (index: number) => `01938000-0000-7000-8000-0000000008${index}0`;
let campaign: string;
let survey: string;
let round: string;
let ethicsTalkId: string;
let caseId: string;
const context = { today: '2026-11-24', accountName: '王办事' };

beforeAll(() => {
  school = temporarySchool();
  sample = fillSampleSchool(school);
  sample.add(
    partyPlanItem,
    {
      type: '支部委员会会议',
      title: '2026年12月支委会',
      branch: sample.branch,
      plannedOn: '2026-12-10',
      owner: sample.members[0] ?? null,
    },
    { period: '2026-12' },
  );
  const row = (index: number, values: object) => ({
    id: school.newId(),
    staff: sample.staff[index] ?? '',
    outcome: '通过' as const,
    until: null,
    reasons: null,
    decision: null,
    ...values,
  });
  gate = sample.add(
    gateCheck,
    {
      title: '县优秀教师推荐',
      purpose: '评优表彰',
      checkedOn: '2026-09-01',
      rows: [
        row(0, {}),
        row(1, { outcome: '不通过', until: '2026-12-03', reasons: '受警告处分（教师〔2018〕18号）' }),
        row(2, { outcome: '需研究', reasons: '没有师德考核结果（教师〔2013〕10号）' }),
      ],
    },
    { period: '2026' },
  );
  campaign = sample.add(
    partyCampaign,
    {
      kind: '组织生活会和民主评议',
      branch: sample.branch,
      theme: '对照检查',
      plannedOn: '2026-02-10',
      opinions: [
        {
          id: sampleRow(0),
          content: '多听课',
          target: '支委会',
          member: null,
          givenBy: '教职工',
          answer: '采纳',
        },
      ],
      problems: [
        { id: sampleRow(1), owner: '支委会', member: null, problem: '学习不够深入', source: '自己查摆' },
      ],
      rectifications: [
        {
          id: sampleRow(2),
          problem: '学习不够深入',
          measure: '每月集中学习一次',
          owner: null,
          dueOn: '2026-06-30',
          closedOn: null,
          result: null,
        },
      ],
      reviews: [
        {
          id: sampleRow(3),
          member: sample.members[0] ?? '',
          selfGrade: '合格',
          peerGrade: '合格',
          excellentVotes: 2,
          qualifiedVotes: 1,
          basicVotes: 0,
          unqualifiedVotes: 0,
          grade: '优秀',
          remark: null,
          feedbackOn: null,
        },
      ],
    },
    { period: '2025' },
  );
  sample.add(
    ethicsPlanItem,
    { element: '宣传', kind: '师德宣传', title: '师德宣传月', dueOn: '2026-10-31' },
    { period: '2026-2027' },
  );
  sample.add(
    ethicsAward,
    { staff: sample.staff[0] ?? '', name: '优秀教师', level: '县级', grantedOn: '2026-09-10' },
    { period: '2026' },
  );
  survey = sample.add(
    ethicsSurvey,
    {
      title: '家长问卷',
      audience: '家长',
      grouping: '全校',
      startsOn: '2026-11-02',
      questions: [{ id: '01938000-0000-7000-8000-000000000990', text: '您对教师关爱学生满意吗' }],
    },
    { period: '2026-2027-1' },
  );
  servicePlanId = sample.add(
    servicePlan,
    { title: '2026年秋季学期课后服务实施方案', startsAt: '16:30', endsAt: '18:30' },
    { period: '2026-2027-1' },
  );
  for (const [direction, item, amount] of [
    ['收入', '财政补助', 500_000],
    ['支出', '教师补助', 123_450],
  ] as const)
    sample.add(
      serviceAccount,
      { bookedOn: '2026-11-02', direction, item, amount },
      { period: '2026-2027-1' },
    );
  const appraised = sample.staff.slice(0, 3);
  const rowId = (index: number) => `01938000-0000-7000-8000-0000000009${index}0`;
  round = sample.add(
    appraisalRound,
    {
      name: '2025年师德考核',
      selfWeight: 20,
      peerWeight: 30,
      pupilWeight: 10,
      parentWeight: 10,
      panelWeight: 30,
      excellentFrom: 90,
      qualifiedFrom: 70,
      basicFrom: 60,
      excellentShare: 40,
      noticeWorkdays: 5,
      minRaters: 3,
      people: appraised.map((id, index) => ({
        id: rowId(index),
        staff: id,
        included: true,
        reason: null,
        note: null,
        unsignedNote: null,
      })),
      decisions: appraised.map((id, index) => ({
        id: rowId(index),
        staff: id,
        granted: index === 0,
        decidedOn: '2026-01-04',
        reason: '考核小组研究',
        by: '王办事',
      })),
      noticeFrom: '2026-01-05',
      noticeTo: '2026-01-09',
    },
    { period: '2025' },
  );
  const [accused = '', handler = '', investigator = ''] = sample.staff;
  caseId = sample.add(
    ethicsCase,
    {
      number: '2026-01',
      receivedOn: '2026-03-02',
      channel: '来信',
      named: '实名',
      complainant: '张家长',
      staff: accused,
      handler,
      violation: 'V10 有偿补课',
      summary: '周末补课。',
    },
    { period: '2026' },
  );
  ethicsTalkId = sample.add(
    ethicsTalk,
    {
      staff: accused,
      kind: '提醒谈话',
      heldOn: '2026-04-01',
      talkers: [handler, investigator],
      reason: '迟到',
    },
    { period: '2026' },
  );
  const [talker = '', , partner = ''] = sample.members;
  talk = sample.add(
    partyTalk,
    { branch: sample.branch, heldOn: '2026-10-09', talker, partner, kind: '支委与党员', content: '谈教学。' },
    { period: '2026' },
  );
  addServiceDays();
});

/** A rate, a hand-over and a safety round for the sample's week of service. */
function addServiceDays(): void {
  const [teacher = ''] = sample.staff;
  const period = '2026-2027-1';
  for (const role of ['授课', '看护'] as const)
    sample.add(serviceRate, { role, amount: 4000, from: '2026-08-01' });
  sample.add(
    serviceHandover,
    { slot: sample.slot, heldOn: '2026-11-23', leftAt: '18:30', handedBy: teacher, rows: [] },
    { period },
  );
  sample.add(
    serviceSafetyRound,
    { heldOn: '2026-11-23', patrol: teacher, leader: teacher, facilities: '正常', attendance: '全部到岗' },
    { period },
  );
}
afterAll(() => {
  school.remove();
});

function scopeOf(name: string): ReportScope {
  const records: Record<string, string> = {
    meetingMinutes: sample.meeting,
    attendanceSheet: sample.meeting,
    appraisalForm: sample.appraisal,
    appraisalResult: sample.appraisal,
    appraisalNotice: round,
    appraisalForms: round,
    weeklyRoster: sample.slot,
    teacherRoster: sample.slot,
    roomRoster: sample.slot,
    developmentContents: sample.applicant,
    governanceMinutes: sample.decisions,
    ethicsFile: sample.staff[0] ?? '',
    gateResult: gate,
    meetingNotice: sample.lecture,
    talkRecord: talk,
    talkForm: sample.branch,
    ballotForms: sample.branch,
    reviewBallots: sample.branch,
    branchHandbook: sample.branch,
    rollCallForms: sample.slot,
    rollCallForm: sample.slot,
    servicePlanPaper: servicePlanId,
    campaignPlan: campaign,
    campaignOpinions: campaign,
    campaignProblems: campaign,
    campaignRectifications: campaign,
    reviewSummary: campaign,
    reviewForms: campaign,
    campaignReport: campaign,
    surveyForm: survey,
    surveyResult: survey,
    courseRoll: valueOfFirst(sample.slot),
    ethicsTalkRecord: ethicsTalkId,
    ...Object.fromEntries(caseReports.map((report) => [report.name, caseId])),
  };
  const periods: Record<string, string> = {
    partyLifeStatistics: '2026Q4',
    yearPlan: '2026',
    memberRoll: '2026',
    developmentLedger: '2026',
    appraisalSummary: '2025',
    pledgeStatus: '2026-2027',
    serviceStatistics: '2026-2027-1',
    serviceHours: '2026-11',
    paySheet: '2026-11',
    rollCallRegister: '2026-11',
    handoverRegister: '2026-11',
    safetyRegister: '2026-11',
    courseCatalogue: '2026-2027-1',
    signUpForm: '2026-2027-1',
    servicePupilRoll: '2026-2027-1',
    serviceFeeList: '2026-2027-1',
    serviceAccountNotice: '2026-2027-1',
    ethicsStatistics: '2026',
    ethicsPlanSheet: '2026-2027',
    pledgeForms: '2026-2027',
    pledgeFormsMissing: '2026-2027',
    selfCheckForms: '2026-2027-1',
    selfCheckFormsMissing: '2026-2027-1',
    selfCheckResults: '2026-2027-1',
    honourList: '2026',
    honourSuggestions: '2026',
    talkList: '2026',
    partyYearStatistics: '2026',
    branchHandbook: '2026',
  };
  return { period: periods[name] ?? null, recordId: records[name] ?? null };
}

function paperOf(name: string, scope = scopeOf(name)): Paper {
  const report = findReport(name);
  if (!report) throw new Error(`no report ${name}`);
  return valueOf(report.make(school.store.read, scope, context));
}

/** Rows of a sheet as text, without 序号. */
function rowsOf(name: string, sheet = 0, scope = scopeOf(name)): string[] {
  const rows = [...(paperOf(name, scope).sheets?.[sheet]?.rows ?? [])];
  return rows.map((row) =>
    row
      .slice(1)
      .map((cell) => cell ?? '')
      .join('|'),
  );
}

async function produce(name: string, form: 'docx' | 'xlsx' | 'html'): Promise<ProducedReport> {
  return valueOf(await produceReport(school.store.read, { name, scope: scopeOf(name), form }, context));
}

async function pageOf(name: string): Promise<string> {
  const { content } = await produce(name, 'html');
  return 'html' in content ? content.html.slice(content.html.indexOf('<body>')) : '';
}

const everyForm = reports.flatMap(({ name, formats }) =>
  formats.map((format) => [name, format === 'pdf' ? ('html' as const) : format] as const),
);

describe('one style for a class of papers', () => {
  const withDocument = reports.filter(({ formats }) => formats.includes('docx')).map(({ name }) => name);
  const withSheets = reports.filter(({ formats }) => formats.includes('xlsx')).map(({ name }) => name);

  test.each(withDocument)(
    '%s is signed at the seal or below the hands, and an open day has one form',
    (name) => {
      const { document } = paperOf(name);
      // A unit and a day set by hand at the right end would stand where the seal's rule doesn't put them.
      expect(document?.blocks.filter((block) => 'align' in block && block.align === 'right')).toEqual([]);
      expect(JSON.stringify(document).replaceAll(openDay, '')).not.toMatch(/年\u3000+月/u);
    },
  );

  test.each(withSheets)('%s has days of one form in the cells of its sheets', (name) => {
    const cells = paperOf(name).sheets?.flatMap(({ rows }) => [...rows].flat()) ?? [];
    expect(cells.filter((cell) => typeof cell === 'string' && /^\d{4}(?:年\d|[./]\d)/u.test(cell))).toEqual(
      [],
    );
  });
});

describe('every report in every form', () => {
  test.each(everyForm)('%s as %s is made and gives away nothing that stays at school', async (name, form) => {
    const { content, rows } = await produce(name, form);
    expect(rows).toBeGreaterThan(0);
    const text = 'html' in content ? content.html : unpacked(content.bytes);
    expect(text).toContain('清泉学校');
    // Identity numbers, phones, health notes and hardship of the sample school.
    expect(text).not.toMatch(/6207251[89]|1389368|花生过敏|困难/u);
  });

  test.each(reports.filter(({ scope }) => scope.kind === 'record').map(({ name }) => name))(
    '%s of a record that is gone is refused in plain words',
    async (name) => {
      const order = { name, scope: { period: null, recordId: school.newId() }, form: 'html' as const };
      const failure = failureOf(await produceReport(school.store.read, order, context));
      expect(failure.kind).toBe('notFound');
      expect(failure.sentence).toContain('没有找到');
    },
  );

  test.each([
    ['partyLifeStatistics', '2026-2027', '年度或季度或月份'],
    ['serviceStatistics', '2026', '学期'],
    ['pledgeStatus', null, '学年'],
    ['appraisalSummary', 'nonsense', '年度或学年'],
  ])('%s for %s asks for %s', async (name, period, wanted) => {
    const order = { name, scope: { period, recordId: null }, form: 'html' as const };
    const failure = failureOf(await produceReport(school.store.read, order, context));
    expect(failure.kind).toBe('invalidInput');
    expect(failure.sentence).toContain(wanted);
  });

  test('a form that the report does not have is refused', async () => {
    const order = { name: 'memberRoll', scope: scopeOf('memberRoll'), form: 'docx' as const };
    expect(failureOf(await produceReport(school.store.read, order, context)).kind).toBe('invalidInput');
  });
});

describe('会议记录', () => {
  test('carries attendance, speeches, votes, resolutions and attachments', async () => {
    const page = (await pageOf('meetingMinutes')).replace(/<[^>]*>/gu, '');
    for (const part of [
      '支部党员大会会议记录',
      '2026年11月10日14:30—16:10',
      '吴爱华（病假，住院治疗，赵明批准，2026年11月20日补学）',
      '孙国庆：结合教学工作谈了体会。',
      '发言人：李晓',
      '同意王秀英同志按期转为正式党员（王秀英）',
      '已上报，2026年11月18日办结',
      '签到表1份、照片2份',
      '前置支委会无',
    ])
      expect(page).toContain(part);
    expect(page).toMatch(/应\u3000到8人实\u3000到7人/u);
  });

  test.each([
    ['党课', '党课记录', ['授课人', '做新时代“四有”好老师', '2学时']],
    ['主题党日', '主题党日活动记录', ['活动形式', '重温誓词', '活动内容']],
    ['谈心谈话', '谈心谈话记录', ['谈话人', '谈话对象', '谈话内容']],
    ['组织生活会', '组织生活会会议记录', ['议定事项']],
    ['支部委员会会议', '支部委员会会议记录', ['会议内容']],
    ['集中学习', '集中学习记录', ['学习方式', '集中引导学']],
    ['民主评议党员', '民主评议党员会议记录', ['评议结果', '评定\\n等次', '优秀', '收　回\\n测评票']],
  ] as const)('%s is called %s and has its own rows', (type, title, parts) => {
    const [host = '', recorder = ''] = sample.members;
    const id = sample.add(partyMeeting, {
      type,
      title: `${type}示例`,
      branch: sample.branch,
      heldOn: '2025-10-15',
      startsAt: '09:00',
      endsAt: '10:00',
      place: '会议室',
      host,
      recorder,
      lecturer: host,
      lectureTitle: '做新时代“四有”好老师',
      studyHours: 2,
      studyMode: '集中引导学',
      activityForms: ['重温誓词'],
      talkPartner: recorder,
      body: '内容。',
      grades: [
        {
          id: 'g1',
          member: host,
          excellentVotes: 7,
          qualifiedVotes: 1,
          basicVotes: 0,
          unqualifiedVotes: 0,
          grade: '优秀',
          selfGrade: null,
          peerGrade: null,
          feedbackOn: null,
          remark: null,
        },
      ],
    });
    const text = JSON.stringify(paperOf('meetingMinutes', { period: null, recordId: id }).document);
    expect(text).toContain(`"${title}"`);
    for (const part of parts) expect(text).toContain(part);
  });

  test('a draft without attendance says so and is made all the same', () => {
    const paper = paperOf('meetingMinutes', { period: null, recordId: sample.lecture });
    expect(paper.problems).toEqual([expect.stringContaining('草稿'), expect.stringContaining('出席情况')]);
  });
});

describe('签到表', () => {
  test('before the meeting it lists the roll of the day', () => {
    const paper = paperOf('attendanceSheet', { period: null, recordId: sample.lecture });
    const text = JSON.stringify(paper.document);
    expect(paper.rows).toBe(8);
    expect(text).toContain('赵\u3000明');
    expect(text).not.toContain('病假');
  });

  test('afterwards absences are noted', () => {
    expect(JSON.stringify(paperOf('attendanceSheet').document)).toContain('病假');
  });
});

describe('三会一课开展情况统计表', () => {
  test('counts a quarter against what was due, drafts left out', () => {
    const rows = rowsOf('partyLifeStatistics');
    // On 24 November October is over and its 主题党日 is missing; what is due by the end of the quarter is not late yet.
    expect(rows).toContain('第一党支部|支部党员大会|1|1|0|0|8|7|0.875|');
    expect(rows).toContain('第一党支部|主题党日|3|0|0|1|0|0|—|');
    expect(rows).toContain('第一党支部|党课|1|0|0|0|0|0|—|');
  });
});

describe('党员名册', () => {
  test('stands as on the last day of the period', () => {
    expect(paperOf('memberRoll').personCount).toBe(8);
    const before = paperOf('memberRoll', { period: '2019', recordId: null });
    expect(before.personCount).toBe(0);
    expect(before.problems[0]).toContain('没有在册党员');
  });

  test('posts of the day stand beside the names', () => {
    expect(rowsOf('memberRoll').find((row) => row.startsWith('赵明'))).toContain('|书记|');
  });
});

describe('发展党员', () => {
  test('the contents list names every paper in its place, side steps too, and what is missing', async () => {
    const page = (await pageOf('developmentContents')).replace(/<[^>]*>/gu, '|').replace(/\|+/gu, '|');
    expect(page).toContain('|1|入党申请书|2025年3月3日|齐|');
    expect(page).toContain('|3|团组织推优表|2025年9月1日|齐|');
    expect(page).toContain('|6|入党积极分子备案表|2025年10月9日|缺|');
    expect(page).toContain('|8|入党积极分子培养教育考察登记表|2025年10月9日|办理中|');
    expect(page).toContain('|转正审批意见|');
    expect(paperOf('developmentContents').problems[0]).toBe('还缺 1 份材料：入党积极分子备案表。');
  });

  test('the ledger has a sheet for each stage, as on the last day of the period', () => {
    expect(paperOf('developmentLedger').sheets?.map(({ name }) => name)).toEqual(['积极分子']);
    expect(rowsOf('developmentLedger')[0]).toBe(
      '刘洋|男|1999-06-01|大学本科|语文教师|第一党支部|2025-03-03|2025-09-26|2025-10-09|赵明|2026-03-25|第7步“确定发展对象”|1|',
    );
    const before = { period: '2025Q1', recordId: null };
    expect(paperOf('developmentLedger', before).sheets?.map(({ name }) => name)).toEqual(['申请人']);
    expect(paperOf('developmentLedger', { period: '2024', recordId: null }).problems[0]).toContain(
      '没有发展党员档案',
    );
  });
});

describe('决策会议记录', () => {
  test('goes topic by topic and invents no words for anybody', async () => {
    const page = (await pageOf('governanceMinutes')).replace(/<[^>]*>/gu, '');
    for (const part of [
      '党组织会议记录',
      '大额度资金使用，属“三重一大”事项，金额86,500.00元。',
      '2026年11月4日书记、校长沟通。',
      '王芳芳：方案可行。',
      '张伟：（没有记录发言要点）',
      '举手，赞成2票，反对0票，弃权0票。',
      '同意。供暖期前完工。',
      '列席人员李娜',
    ])
      expect(page).toContain(part);
  });
});

describe('师德', () => {
  test('the summary counts grades and everyone without one', () => {
    expect(rowsOf('appraisalSummary', 1)).toEqual([
      '优秀|1|0.25',
      '合格|2|0.5',
      '基本合格|0|0',
      '不合格|0|0',
      '未评定|0|0',
      '未考核|1|0.25',
    ]);
    expect(paperOf('appraisalSummary').problems).toEqual([expect.stringContaining('有 1 人还没有考核记录')]);
  });

  test('pledges: signed and missing add up to the staff', () => {
    const rows = rowsOf('pledgeStatus');
    expect(rows.filter((row) => row.includes('|1|0|2026-09-02|'))).toHaveLength(3);
    expect(rows.find((row) => row.startsWith('刘洋'))).toContain('|0|1|');
  });

  test('the form has the ten rules of the kind of school and leaves hands their place', async () => {
    const page = (await pageOf('appraisalForm')).replace(/<[^>]*>/gu, '');
    expect(page).toContain('10. 规范从教行为');
    expect(page).not.toContain('潜心培幼');
    expect(page).toContain('组长（签字）：');
    expect(page).toContain('93.65');
  });
});

describe('课后服务', () => {
  test('the roster of a week: courses × days', () => {
    const rows = rowsOf('weeklyRoster');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('三年级作业辅导1班\n（301）|16:30—18:30\n看护：张伟|');
    expect(rows[1]).toContain('马教练（校外）');
    expect(JSON.stringify(paperOf('weeklyRoster').document)).toContain('第一学期第13周');
  });

  test('the same week by people and by rooms', () => {
    expect(
      rowsOf('teacherRoster').some((row) => row.startsWith('张伟|16:30—18:30\n三年级作业辅导1班（301）看护')),
    ).toBe(true);
    expect(rowsOf('roomRoster')[0]).toContain('301|16:30—18:30\n三年级作业辅导1班\n张伟');
  });

  test('a month gives every week that has sessions; an empty one is refused', () => {
    expect(paperOf('weeklyRoster', { period: '2026-11', recordId: null }).sheets).toHaveLength(1);
    const empty = findReport('weeklyRoster')?.make(
      school.store.read,
      { period: '2026-10', recordId: null },
      context,
    );
    expect(empty && failureOf(empty).sentence).toContain('还没有课后服务排班');
  });

  test('hours count confirmed sessions of the service only', () => {
    const rows = rowsOf('serviceHours');
    const sums = Object.fromEntries(
      rows.map((row) => row.split('|')).map((cells) => [cells[0], cells.at(-2)]),
    ) as Record<string, string | undefined>;
    expect(sums).toEqual({ 张伟: '2', 王芳芳: '4', 李娜: '2', 马教练: '3' });
    expect(paperOf('serviceHours', { period: '2026-2027-1', recordId: null }).rows).toBe(4);
  });

  test('early arrival, noon and evening study never count', () => {
    const [teacher = null] = sample.staff;
    const course = valueOfFirst(sample.slot);
    for (const kind of ['早到校', '午休', '晚自习'] as const)
      sample.add(
        serviceSlot,
        {
          heldOn: '2026-11-02',
          startsAt: '12:00',
          endsAt: kind === '午休' ? '13:00' : '13:30',
          kind,
          course,
          staffing: [{ id: 'x', staff: teacher, external: null, role: '看护', hours: 9, ...plainDuty }],
          confirmed: true,
        },
        { period: '2026-2027-1' },
      );
    expect(rowsOf('serviceHours').find((row) => row.startsWith('张伟'))).toMatch(/\|2\|$/u);
  });

  test('every share stands with its numerator and its denominator', () => {
    const rows = rowsOf('serviceStatistics');
    expect(rows).toContain('学生参与率（全体在校生）|参加人数|4|义务教育阶段在校生|6|0.6666666666666666');
    expect(rows).toContain('学生参与率（不含寄宿生）|参加的走读生|4|义务教育阶段走读生|5|0.8');
    expect(rows).toContain('5天全程参与率|周一至周五都参加|3|参加人数|4|0.75');
    expect(rows).toContain('教师参与率（专任教师）|参与服务的专任教师|3|专任教师|4|0.75');
    expect(rows).toContain('出勤率|实到人次|3|应到人次|4|0.75');
    expect(rows).toContain('日均服务时长|每天最早开始至最晚结束的平均时长||||120分钟');
    expect(rows).toContain('收费总额|本学期已交费用合计||||450.00元');
  });

  test('balances and sums of the notice are formulas', async () => {
    const { content } = await produce('serviceAccountNotice', 'xlsx');
    const text = unpacked('bytes' in content ? content.bytes : new Uint8Array());
    expect(text).toMatch(/<f[^>]*>F5-M5<\/f><v>3765.5<\/v>/u);
    expect(text).toMatch(/<f[^>]*>SUM\(B5:E5\)<\/f><v>5000<\/v>/u);
  });

  test('a share is a number that shows as a percentage, on the sheet and on its page', async () => {
    const { content } = await produce('partyLifeStatistics', 'xlsx');
    const text = unpacked('bytes' in content ? content.bytes : new Uint8Array());
    expect(text).toMatch(/<v>0\.875<\/v>/u);
    expect(text).toMatch(/formatCode="0\.0%"|numFmtId="10"/u);
    expect(await pageOf('partyLifeStatistics')).toContain('>87.5%<');
  });

  test('the sums on the sheet stay formulas', async () => {
    const { content } = await produce('serviceStatistics', 'xlsx');
    const bytes = 'bytes' in content ? content.bytes : new Uint8Array();
    expect(unpacked(bytes)).toMatch(/<f[^>]*>SUM\(C4:C\d+\)<\/f>/u);
    const { sheets } = valueOf(await readWorkbook(bytes));
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      '课后服务统计表',
      '分年级',
      '分班级',
      '课程',
      '按星期',
      '按周',
    ]);
  });
});

function valueOfFirst(slotId: string): string {
  const rows = school.store.read.db.prepare('SELECT course FROM service_slot WHERE id = ?').get(slotId);
  return (rows as { course: string }).course;
}

/** All text of an Office file's parts. */
function unpacked(bytes: Uint8Array): string {
  const zip = new PizZip(bytes);
  return Object.keys(zip.files)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => zip.file(name)?.asText() ?? '')
    .join('\n');
}

describe('the ethics papers', () => {
  test('the audit sheet says of each person outcome, until when, and why', () => {
    expect(rowsOf('gateResult')).toEqual([
      '张伟|语文|通过|—|无|',
      '王芳芳|数学|不通过|2026-12-03|受警告处分（教师〔2018〕18号）|',
      '李娜|英语|需研究|—|没有师德考核结果（教师〔2013〕10号）|',
    ]);
    expect(paperOf('gateResult').problems).toEqual(['有 1 人需学校研究，还没有填写学校决定。']);
  });

  test('the file of a person holds pledges and appraisals, and says what is missing', async () => {
    const page = await pageOf('ethicsFile');
    for (const word of ['教师师德档案', '张伟', '一、承诺书', '三、师德考核']) expect(page).toContain(word);
    expect(paperOf('ethicsFile').problems).toContain('没有准入查询。');
  });
});
