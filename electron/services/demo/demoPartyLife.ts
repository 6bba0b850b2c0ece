import { addDays, datesBetween } from '../../../shared/kernel/plainDate.ts';
import { demoToday, isDemoWorkday } from './demoCalendar.ts';
import { composeMeetingText, monthTopic } from './demoMeetingText.ts';
import { demoSchoolName, type DemoStaff } from './demoPeople.ts';
import { demoSheet, type DemoFile, type DemoRow } from './demoSheet.ts';
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

/** Admitted in April 2026. */
export const isProbationary = ({ number }: DemoStaff): boolean => number === 'T037' || number === 'T038';

const nativePlaces = ['甘肃山丹', '甘肃山丹', '甘肃民乐', '甘肃山丹', '甘肃甘州', '甘肃永昌'];

function groupOf(branch: DemoBranch, index: number): string {
  return branch.groups[index % branch.groups.length] ?? '';
}

export function partyStructureFile(random: SeededRandom, branches: readonly DemoBranch[]): DemoFile {
  const members = branches.flatMap((branch) =>
    branch.members.map((each, index): DemoRow => {
      const probationary = isProbationary(each);
      const admitted = probationary
        ? '2026-04-10'
        : `${Number(each.bornOn.slice(0, 4)) + random.whole(21, 26)}-0${random.whole(1, 9)}-18`;
      const base = random.whole(3900, 9800);
      return {
        序号: index + 1,
        姓名: each.name,
        对应教职工: each.name,
        性别: each.sex,
        民族: each.ethnicity,
        籍贯: nativePlaces[index % nativePlaces.length] ?? '',
        出生年月: each.bornOn,
        公民身份号码: each.identityNumber,
        学历: '大学本科',
        入党时间: admitted,
        转正时间: probationary ? null : `${Number(admitted.slice(0, 4)) + 1}${admitted.slice(4)}`,
        党员类别: probationary ? '预备党员' : '正式党员',
        所在党支部: branch.shortName,
        所在党小组: groupOf(branch, index),
        组织关系转入日期: probationary ? admitted : branch.foundedOn > admitted ? branch.foundedOn : admitted,
        党费基数: base,
      };
    }),
  );
  const posts = branches.flatMap((branch) => [
    ...committeePosts.map((post, index): DemoRow => ({
      党支部: branch.shortName,
      姓名: branch.members[index]?.name ?? '',
      职务: post,
      党小组: null,
      任职日期: branch.termStartsOn,
    })),
    ...branch.groups.map((group, index): DemoRow => {
      const position = index === 0 ? branch.groups.length * 2 : branch.groups.length + index;
      return {
        党支部: branch.shortName,
        姓名: branch.members[position]?.name ?? '',
        职务: '党小组组长',
        党小组: group,
        任职日期: branch.termStartsOn,
      };
    }),
  ]);
  return {
    name: '4 党支部和党员名册',
    format: 'xlsx',
    sheets: [
      demoSheet(
        '党支部',
        '党支部基本情况',
        branches.map((each) => ({
          党支部名称: each.name,
          简称: each.shortName,
          上级党组织: '中共山丹县教育局委员会',
          成立日期: each.foundedOn,
          本届开始: each.termStartsOn,
          任期届满: each.termEndsOn,
          主题党日固定日: each.partyDay,
        })),
      ),
      demoSheet(
        '党小组',
        '党小组设置',
        branches.flatMap((branch) =>
          branch.groups.map((group) => ({
            党小组名称: group,
            党支部: branch.shortName,
            成立日期: branch.foundedOn,
          })),
        ),
      ),
      demoSheet('党员名册', `${demoSchoolName}党员名册`, members),
      demoSheet('支委与组长', '支部委员会和党小组组长', posts),
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
  const main: DemoRow[] = [];
  const attendance: DemoRow[] = [];
  const agenda: DemoRow[] = [];
  const votes: DemoRow[] = [];
  const resolutions: DemoRow[] = [];
  let copiedText = '';

  for (const meeting of planMeetings(branches)) {
    const heldOn = workingDay(meeting.month, meeting.day);
    if (heldOn === null || isForgotten(meeting)) continue;
    const { branch, type } = meeting;
    const number = main.length + 1;
    const { invited, host } = peopleOf(meeting, heldOn);
    const recorder = invited.find((each) => each !== host);
    const topic = monthTopic(Number(meeting.month.slice(5)));
    const speakers = random.shuffled(invited).map((each) => each.name);
    let text = composeMeetingText(random, topic, speakers);
    // One record is a copy of another month's, as inspectors keep finding.
    if (branch.shortName === '第二党支部' && type === '支部委员会会议' && meeting.month === '2026-05')
      copiedText = text;
    if (branch.shortName === '第二党支部' && type === '支部委员会会议' && meeting.month === '2026-06')
      text = copiedText;

    const came = attendanceRows(random, meeting, number, invited, [host, recorder]);
    attendance.push(...came);
    if (type === '支部党员大会') {
      votes.push(
        voteRow(random, meeting, number, invited, came.filter((row) => row['出席'] === '出席').length),
      );
      resolutions.push({
        主表序号: number,
        决议内容: `落实“${topic}”的分工`,
        责任人: invited[1]?.name ?? null,
        完成时限: `${meeting.month}-28`,
        落实情况: '已落实',
        办结日期: `${meeting.month}-27`,
      });
    }
    agenda.push({
      主表序号: number,
      议程: topic,
      发言人: host?.name ?? null,
      发言要点: '通报情况并提出要求',
    });
    if (type === '党课')
      agenda.push({
        主表序号: number,
        议程: '讨论',
        发言人: recorder?.name ?? null,
        发言要点: '联系岗位谈体会',
      });
    main.push({
      序号: number,
      类型: type,
      会议名称: meeting.title,
      党支部: branch.shortName,
      党小组: meeting.group,
      会议日期: heldOn,
      开始时间: meeting.startsAt,
      结束时间: meeting.endsAt,
      地点: roomOf(meeting),
      主持人: host?.name ?? null,
      记录人: recorder?.name ?? null,
      议题: topic,
      会议内容: text,
      授课人: type === '党课' ? (host?.name ?? null) : null,
      党课题目: type === '党课' ? `${topic}：党员教师怎么做` : null,
      活动形式: type === '主题党日' ? '集中学习、重温誓词' : null,
      学时: type === '党课' || type === '主题党日' ? 2 : 1,
      甘肃党建录入日期: heldOn,
      所属期: meeting.period,
      状态: '已完成',
      纪实表上报日期: datesBetween(addDays(heldOn, 1), addDays(heldOn, 12)).find(isDemoWorkday) ?? null,
    });
  }
  const sheets = [
    demoSheet('组织生活记录', `${demoSchoolName}组织生活记录簿`, main),
    demoSheet('出席情况', '', attendance),
    demoSheet('议程与发言', '', agenda),
    demoSheet('表决情况', '', votes),
    demoSheet('决议事项', '', resolutions),
  ];
  return {
    name: '5 组织生活记录',
    format: 'xlsx',
    sheets,
    imports: [{ sheet: '组织生活记录', ledger: 'partyMeeting' }],
  };
}

/** Whom a meeting is held with, and who chairs it. */
function peopleOf(
  { branch, type, group }: PlannedMeeting,
  heldOn: string,
): { readonly invited: readonly DemoStaff[]; readonly host: DemoStaff | undefined } {
  const roll = branch.members.filter((each) => heldOn >= '2026-04-10' || !isProbationary(each));
  const invited =
    type === '支部委员会会议'
      ? branch.members.slice(0, committeePosts.length)
      : group === null
        ? roll
        : roll.filter((each) => groupOf(branch, branch.members.indexOf(each)) === group);
  const host =
    group === null
      ? invited[0]
      : branch.members[
          group === branch.groups[0]
            ? branch.groups.length * 2
            : branch.groups.length + branch.groups.indexOf(group)
        ];
  return { invited, host };
}

/** A few are away; whoever chairs or takes the minutes is there. */
function attendanceRows(
  random: SeededRandom,
  { branch, type }: PlannedMeeting,
  number: number,
  invited: readonly DemoStaff[],
  needed: readonly (DemoStaff | undefined)[],
): readonly DemoRow[] {
  return invited.map((member) => {
    const absent = !needed.includes(member) && random.chance(0.05) && type !== '民主评议党员';
    const state = absent ? random.pick(['病假', '事假', '公差']) : '出席';
    const approved = absent && random.chance(0.9);
    return {
      主表序号: number,
      党员: member.name,
      出席: state,
      批准人: approved ? (branch.members[0]?.name ?? null) : null,
      原因: absent ? state : null,
    };
  });
}

function voteRow(
  random: SeededRandom,
  { month }: PlannedMeeting,
  number: number,
  invited: readonly DemoStaff[],
  present: number,
): DemoRow {
  const dueVoters = invited.filter((each) => !isProbationary(each)).length;
  const presentVoters = Math.min(present, dueVoters);
  const passed = presentVoters - random.whole(0, 1);
  return {
    主表序号: number,
    表决事项: month === '2026-03' ? '接收预备党员' : '审议季度工作安排',
    事项类别: '一般决议',
    方式: '举手',
    应到有表决权: dueVoters,
    实到有表决权: presentVoters,
    赞成: passed,
    反对: 0,
    弃权: presentVoters - passed,
    结果: '通过',
  };
}
