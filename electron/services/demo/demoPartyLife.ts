import { addDays, datesBetween } from '../../../shared/kernel/plainDate.ts';
import { demoToday, isDemoWorkday } from './demoCalendar.ts';
import { composeMeetingText, monthTopic } from './demoMeetingText.ts';
import { demoSchoolName, type DemoStaff } from './demoPeople.ts';
import type { DemoCell, DemoFile, DemoSheet } from './demoSheet.ts';
import type { SeededRandom } from './seededRandom.ts';

export interface DemoBranch {
  readonly shortName: string;
  readonly name: string;
  readonly members: readonly DemoStaff[];
  readonly groups: readonly string[];
  readonly foundedOn: string;
  readonly termStartsOn: string;
  readonly termEndsOn: string;
  readonly partyDay: number;
}

export const committeePosts = ['书记', '副书记', '组织委员', '宣传委员', '纪检委员'];

export function makeBranches(staff: readonly DemoStaff[]): readonly DemoBranch[] {
  const members = staff.filter((each) => each.party);
  return [
    {
      shortName: '第一党支部',
      name: `中共${demoSchoolName}第一支部委员会`,
      members: members.filter((_, index) => index % 2 === 0),
      groups: ['一支部小学组', '一支部初中组', '一支部行政组'],
      foundedOn: '2019-03-01',
      termStartsOn: '2024-11-08',
      termEndsOn: '2027-11-07',
      partyDay: 15,
    },
    {
      shortName: '第二党支部',
      name: `中共${demoSchoolName}第二支部委员会`,
      members: members.filter((_, index) => index % 2 === 1),
      groups: ['二支部小学组', '二支部初中组'],
      foundedOn: '2019-03-01',
      // Deliberately past: the check on the end of a committee's term has something to find.
      termStartsOn: '2023-10-20',
      termEndsOn: '2026-10-19',
      partyDay: 16,
    },
  ];
}

const nativePlaces = ['甘肃山丹', '甘肃山丹', '甘肃民乐', '甘肃山丹', '甘肃甘州', '甘肃永昌'];

function groupOf(branch: DemoBranch, index: number): string {
  return branch.groups[index % branch.groups.length] ?? '';
}

export function partyStructureFile(random: SeededRandom, branches: readonly DemoBranch[]): DemoFile {
  const members = branches.flatMap((branch) =>
    branch.members.map((each, index): DemoCell[] => {
      const probationary = each.number === 'T037' || each.number === 'T038';
      const admitted = probationary
        ? '2026-04-10'
        : `${Number(each.bornOn.slice(0, 4)) + random.whole(21, 26)}-0${random.whole(1, 9)}-18`;
      const base = random.whole(3900, 9800);
      return [
        index + 1,
        each.name,
        each.name,
        each.sex,
        each.ethnicity,
        nativePlaces[index % nativePlaces.length] ?? '',
        each.bornOn,
        each.identityNumber,
        '大学本科',
        admitted,
        probationary ? null : `${Number(admitted.slice(0, 4)) + 1}${admitted.slice(4)}`,
        probationary ? '预备党员' : '正式党员',
        branch.shortName,
        groupOf(branch, index),
        probationary ? admitted : branch.foundedOn > admitted ? branch.foundedOn : admitted,
        base,
      ];
    }),
  );
  const posts = branches.flatMap((branch) => [
    ...committeePosts.map((post, index): DemoCell[] => [
      branch.shortName,
      branch.members[index]?.name ?? '',
      post,
      null,
      branch.termStartsOn,
    ]),
    ...branch.groups.map((group, index): DemoCell[] => {
      const position = index === 0 ? branch.groups.length * 2 : branch.groups.length + index;
      return [
        branch.shortName,
        branch.members[position]?.name ?? '',
        '党小组组长',
        group,
        branch.termStartsOn,
      ];
    }),
  ]);
  return {
    name: '4 党支部和党员名册',
    format: 'xlsx',
    sheets: [
      {
        name: '党支部',
        title: '党支部基本情况',
        headers: ['党支部名称', '简称', '上级党组织', '成立日期', '本届开始', '任期届满', '主题党日固定日'],
        rows: branches.map((each) => [
          each.name,
          each.shortName,
          '中共山丹县教育局委员会',
          each.foundedOn,
          each.termStartsOn,
          each.termEndsOn,
          each.partyDay,
        ]),
      },
      {
        name: '党小组',
        title: '党小组设置',
        headers: ['党小组名称', '党支部', '成立日期'],
        rows: branches.flatMap((branch) =>
          branch.groups.map((group) => [group, branch.shortName, branch.foundedOn]),
        ),
      },
      {
        name: '党员名册',
        title: `${demoSchoolName}党员名册`,
        headers: [
          '序号',
          '姓名',
          '对应教职工',
          '性别',
          '民族',
          '籍贯',
          '出生年月',
          '公民身份号码',
          '学历',
          '入党时间',
          '转正时间',
          '党员类别',
          '所在党支部',
          '所在党小组',
          '组织关系转入日期',
          '党费基数',
        ],
        rows: members,
      },
      {
        name: '支委与组长',
        title: '支部委员会和党小组组长',
        headers: ['党支部', '姓名', '职务', '党小组', '任职日期'],
        rows: posts,
      },
    ],
    imports: [
      { sheet: '党支部', ledger: 'branch' },
      { sheet: '党小组', ledger: 'partyGroup' },
      { sheet: '党员名册', ledger: 'partyMember' },
      { sheet: '支委与组长', ledger: 'committeePost' },
    ],
  };
}

interface PlannedMeeting {
  readonly type: string;
  readonly branch: DemoBranch;
  readonly group: string | null;
  readonly month: string;
  readonly day: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly period: string;
  readonly title: string;
}

const months = ['09', '10', '11', '12']
  .map((month) => `2025-${month}`)
  .concat(Array.from({ length: 11 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`));

/** What the demo school "forgot": the gaps that its checks are meant to find. */
function isForgotten(meeting: PlannedMeeting): boolean {
  const { type, month, branch } = meeting;
  if (branch.shortName === '第二党支部' && month === '2026-10' && type === '支部委员会会议') return true;
  if (branch.shortName === '第一党支部' && month === '2026-07' && type === '主题党日') return true;
  if (meeting.group === '二支部初中组' && (month === '2026-02' || month === '2026-08') && type === '党小组会')
    return true;
  return branch.shortName === '第二党支部' && type === '党课' && month >= '2026-07' && month <= '2026-09';
}

function planMeetings(branches: readonly DemoBranch[]): readonly PlannedMeeting[] {
  const planned: PlannedMeeting[] = [];
  for (const branch of branches) {
    for (const month of months) {
      const number = Number(month.slice(5));
      const called = `${month.slice(0, 4)}年${number}月`;
      const shared = { branch, group: null, month, period: month };
      planned.push({
        ...shared,
        type: '支部委员会会议',
        day: 5,
        startsAt: '16:30',
        endsAt: '17:30',
        title: `${called}支部委员会会议`,
      });
      planned.push({
        ...shared,
        type: '主题党日',
        day: branch.partyDay,
        startsAt: '16:20',
        endsAt: '17:50',
        title: `${called}主题党日：${monthTopic(number)}`,
      });
      for (const [index, group] of branch.groups.entries()) {
        planned.push({
          ...shared,
          type: '党小组会',
          group,
          day: 20 + index,
          // After the 主题党日, with which it shares a day when holidays push both to the same one.
          startsAt: '17:55',
          endsAt: '18:40',
          title: `${called}${group}党小组会`,
        });
      }
      if (number % 3 === 0 || month === '2026-11') {
        planned.push({
          ...shared,
          type: '支部党员大会',
          day: 10,
          startsAt: '16:30',
          endsAt: '17:40',
          title: `${month.slice(0, 4)}年第${Math.ceil(number / 3)}季度支部党员大会`,
        });
      }
      if (number % 3 === 2) {
        planned.push({
          ...shared,
          type: '党课',
          day: 26,
          startsAt: '16:30',
          endsAt: '17:30',
          title: `党课：${monthTopic(number)}`,
        });
      }
    }
    // Held in the new year, counting for the old one (所属年度 ≠ date).
    planned.push({
      branch,
      group: null,
      month: '2026-01',
      period: '2025',
      type: '组织生活会',
      day: 14,
      startsAt: '15:00',
      endsAt: '17:30',
      title: `2025年度${branch.shortName}组织生活会`,
    });
    planned.push({
      branch,
      group: null,
      month: '2026-03',
      period: '2025',
      type: '民主评议党员',
      day: 9,
      startsAt: '15:30',
      endsAt: '17:30',
      title: `2025年度${branch.shortName}民主评议党员`,
    });
  }
  return planned;
}

/** The first working day on or after the wished day; `null` when that is later than the demo's own day. */
function workingDay(month: string, wished: number): string | null {
  const from = `${month}-${String(wished).padStart(2, '0')}`;
  const day = datesBetween(from, `${month}-28`).find((each) => isDemoWorkday(each)) ?? from;
  return day <= demoToday ? day : null;
}

/** Each branch has its own room, each group meets in one of its members' offices. */
function roomOf({ branch, group, type }: PlannedMeeting): string {
  if (group !== null) return `${group}办公室`;
  const first = branch.shortName === '第一党支部';
  if (type === '主题党日') return first ? '党员活动室' : '录播教室';
  return first ? '三楼会议室' : '二楼会议室';
}

export function meetingFile(random: SeededRandom, branches: readonly DemoBranch[]): DemoFile {
  const main: DemoCell[][] = [];
  const attendance: DemoCell[][] = [];
  const agenda: DemoCell[][] = [];
  const votes: DemoCell[][] = [];
  const resolutions: DemoCell[][] = [];
  let copiedText = '';

  for (const meeting of planMeetings(branches)) {
    const heldOn = workingDay(meeting.month, meeting.day);
    if (heldOn === null || isForgotten(meeting)) continue;
    const { branch, type } = meeting;
    const number = main.length + 1;
    const roll = branch.members.filter(
      (each) => heldOn >= '2026-04-10' || (each.number !== 'T037' && each.number !== 'T038'),
    );
    const invited =
      type === '支部委员会会议'
        ? branch.members.slice(0, committeePosts.length)
        : meeting.group === null
          ? roll
          : roll.filter((each) => groupOf(branch, branch.members.indexOf(each)) === meeting.group);
    const host =
      meeting.group === null
        ? invited[0]
        : branch.members[
            meeting.group === branch.groups[0]
              ? branch.groups.length * 2
              : branch.groups.length + branch.groups.indexOf(meeting.group)
          ];
    const recorder = invited.find((each) => each !== host);
    const topic = monthTopic(Number(meeting.month.slice(5)));
    const speakers = random.shuffled(invited).map((each) => each.name);
    let text = composeMeetingText(random, topic, speakers);
    // One record is a copy of another month's, as inspectors keep finding.
    if (branch.shortName === '第二党支部' && type === '支部委员会会议' && meeting.month === '2026-05')
      copiedText = text;
    if (branch.shortName === '第二党支部' && type === '支部委员会会议' && meeting.month === '2026-06')
      text = copiedText;

    let present = 0;
    for (const member of invited) {
      const absent = member !== host && member !== recorder && random.chance(0.05) && type !== '民主评议党员';
      if (!absent) present += 1;
      const state = absent ? random.pick(['病假', '事假', '公差']) : '出席';
      const approved = absent && random.chance(0.9);
      attendance.push([
        number,
        member.name,
        state,
        approved ? (branch.members[0]?.name ?? null) : null,
        absent ? state : null,
      ]);
    }
    const probationary = invited.filter((each) => each.number === 'T037' || each.number === 'T038');
    const dueVoters = invited.length - probationary.length;
    const presentVoters = Math.min(present, dueVoters);
    if (type === '支部党员大会') {
      const admission = meeting.month === '2026-03';
      const passed = presentVoters - random.whole(0, 1);
      votes.push([
        number,
        admission ? '接收预备党员' : '审议季度工作安排',
        '一般决议',
        '举手',
        dueVoters,
        presentVoters,
        passed,
        0,
        presentVoters - passed,
        '通过',
      ]);
      resolutions.push([
        number,
        `落实“${topic}”的分工`,
        invited[1]?.name ?? null,
        `${meeting.month}-28`,
        '已落实',
        `${meeting.month}-27`,
      ]);
    }
    agenda.push([number, topic, host?.name ?? null, '通报情况并提出要求']);
    if (type === '党课') agenda.push([number, '讨论', recorder?.name ?? null, '联系岗位谈体会']);
    main.push([
      number,
      type,
      meeting.title,
      branch.shortName,
      meeting.group,
      heldOn,
      meeting.startsAt,
      meeting.endsAt,
      roomOf(meeting),
      host?.name ?? null,
      recorder?.name ?? null,
      topic,
      text,
      type === '党课' ? (host?.name ?? null) : null,
      type === '党课' ? `${topic}：党员教师怎么做` : null,
      type === '主题党日' ? '集中学习、重温誓词' : null,
      type === '党课' || type === '主题党日' ? 2 : 1,
      heldOn,
      meeting.period,
      '已完成',
      datesBetween(addDays(heldOn, 1), addDays(heldOn, 12)).find(isDemoWorkday) ?? null,
    ]);
  }
  const sheets: DemoSheet[] = [
    {
      name: '组织生活记录',
      title: `${demoSchoolName}组织生活记录簿`,
      headers: [
        '序号',
        '类型',
        '会议名称',
        '党支部',
        '党小组',
        '会议日期',
        '开始时间',
        '结束时间',
        '地点',
        '主持人',
        '记录人',
        '议题',
        '会议内容',
        '授课人',
        '党课题目',
        '活动形式',
        '学时',
        '甘肃党建录入日期',
        '所属期',
        '状态',
        '纪实表上报日期',
      ],
      rows: main,
    },
    {
      name: '出席情况',
      title: '',
      headers: ['主表序号', '党员', '出席', '批准人', '原因'],
      rows: attendance,
    },
    { name: '议程与发言', title: '', headers: ['主表序号', '议程', '发言人', '发言要点'], rows: agenda },
    {
      name: '表决情况',
      title: '',
      headers: [
        '主表序号',
        '表决事项',
        '事项类别',
        '方式',
        '应到有表决权',
        '实到有表决权',
        '赞成',
        '反对',
        '弃权',
        '结果',
      ],
      rows: votes,
    },
    {
      name: '决议事项',
      title: '',
      headers: ['主表序号', '决议内容', '责任人', '完成时限', '落实情况', '办结日期'],
      rows: resolutions,
    },
  ];
  return {
    name: '5 组织生活记录',
    format: 'xlsx',
    sheets,
    imports: [{ sheet: '组织生活记录', ledger: 'partyMeeting' }],
  };
}
