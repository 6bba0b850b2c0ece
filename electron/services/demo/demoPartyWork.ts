import { addDays, datesBetween } from '../../../shared/kernel/plainDate.ts';
import { periodRange } from '../../../shared/kernel/periods.ts';
import { demoToday, isDemoWorkday } from './demoCalendar.ts';
import { committeePosts, isProbationary, type DemoBranch } from './demoPartyLife.ts';
import { demoSchoolName, type DemoStaff } from './demoPeople.ts';
import { demoSheet, type DemoFile, type DemoRow, type DemoSheet } from './demoSheet.ts';
import type { SeededRandom } from './seededRandom.ts';

const year = '2026';
const admittedOn = '2026-04-10';

/** What a branch keeps beside its meetings: study, fees, talks, plans and the yearly campaign, with a few gaps. */
export function partyWorkFile(random: SeededRandom, branches: readonly DemoBranch[]): DemoFile {
  const studies = studySheets(branches);
  return {
    name: '10 党员教育党费和谈心谈话',
    format: 'xlsx',
    sheets: [
      feeSheet(branches),
      talkSheet(random, branches),
      ...studies,
      quarterPlanSheet(branches),
      ...campaignSheets(branches),
      brandSheet(branches),
    ],
    imports: [
      { sheet: '党费收缴', ledger: 'partyFee' },
      { sheet: '谈心谈话', ledger: 'partyTalk' },
      { sheet: '五学记录', ledger: 'partyStudy' },
      { sheet: '季度计划报备', ledger: 'partyQuarterPlan' },
      { sheet: '年度组织生活会工作', ledger: 'partyCampaign' },
      { sheet: '党建品牌', ledger: 'partyBrand' },
    ],
  };
}

function firstWorkday(from: string): string {
  return datesBetween(from, addDays(from, 20)).find(isDemoWorkday) ?? from;
}

/** One of the second branch's members has not paid since August: the check on arrears has something to find. */
function feeSheet(branches: readonly DemoBranch[]): DemoSheet {
  const months = Array.from({ length: 10 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const rows = months.flatMap((month) =>
    branches.flatMap((branch) =>
      branch.members
        .filter((member) => !isProbationary(member) || month > admittedOn)
        .map((member): DemoRow => {
          const behind = branch.shortName === '第二党支部' && member === branch.members[9];
          const owes = behind && month >= `${year}-08`;
          return {
            姓名: member.name,
            党支部: branch.shortName,
            党费类别: '在职',
            交纳日期: owes ? null : firstWorkday(`${month}-12`),
            经办人: owes ? null : (branch.members[2]?.name ?? null),
            所属期: month,
          };
        }),
    ),
  );
  return demoSheet('党费收缴', `${year}年党费收缴登记表`, rows);
}

const talkTopics = ['教学工作和师德表现', '家庭困难和身体状况', '支部工作的意见建议', '学习计划和个人成长'];
const talkOpinions = [
  '建议党日活动多走进班级',
  '希望减少重复填表',
  '建议为青年党员压担子',
  '希望多组织外出学习',
];

/** The talks of two years; of this year's, two committee members of the second branch still have to talk. */
function talkSheet(random: SeededRandom, branches: readonly DemoBranch[]): DemoSheet {
  const rows = branches.flatMap((branch) => [
    ...talkRows(random, branch, {
      members: reviewedMembers(branch),
      from: '2025-10-09',
      days: 80,
      period: '2025',
    }),
    ...talkRows(random, branch, { members: branch.members, from: `${year}-03-02`, days: 230, period: year }),
  ]);
  return demoSheet('谈心谈话', '谈心谈话记录', rows);
}

interface TalkSeason {
  readonly members: readonly DemoStaff[];
  readonly from: string;
  readonly days: number;
  readonly period: string;
}

/** Every two of the committee, and everybody with one of the committee and with another member. */
function talkRows(
  random: SeededRandom,
  branch: DemoBranch,
  { members, from, days, period }: TalkSeason,
): readonly DemoRow[] {
  const committee = members.slice(0, committeePosts.length);
  const others = members.slice(committeePosts.length);
  const pairs: (readonly [DemoStaff, DemoStaff, string])[] = [
    ...committee.flatMap((talker, index) =>
      committee.slice(index + 1).map((partner) => [talker, partner, '支委之间'] as const),
    ),
    ...others.map(
      (partner, index) => [committee[index % committee.length] ?? partner, partner, '支委与党员'] as const,
    ),
    ...others.map(
      (talker, index) => [talker, others[(index + 1) % others.length] ?? talker, '党员之间'] as const,
    ),
  ];
  const isShort = branch.shortName === '第二党支部' && period === year;
  const held = isShort ? pairs.filter((_, index) => index !== 8) : pairs;
  return held.map(([talker, partner, kind], index): DemoRow => {
    const day = firstWorkday(addDays(from, Math.floor((index * days) / held.length)));
    return {
      谈话日期: day,
      地点: '党员活动室',
      党支部: branch.shortName,
      谈话人: talker.name,
      谈话对象: partner.name,
      谈话类型: kind,
      主要内容: `围绕${random.pick(talkTopics)}交换意见，肯定成绩，指出不足，商定下一步努力方向。`,
      意见建议: random.pick(talkOpinions),
      双方已签字: '是',
      所属期: period,
    };
  });
}

const studyPlan = [
  { day: '03-06', mode: '集中引导学', title: '党章和条例专题学习', hours: 4, leadersOnly: false },
  { day: '05-08', mode: '宣讲辅导学', title: '教育强国建设宣讲', hours: 4, leadersOnly: false },
  { day: '07-08', mode: '党务培训学', title: '全县党务干部培训班', hours: 16, leadersOnly: true },
  { day: '09-11', mode: '研讨交流学', title: '青年教师成长研讨', hours: 3, leadersOnly: false },
  { day: '10-23', mode: '实践观摩学', title: '参观艾黎纪念馆', hours: 4, leadersOnly: false },
] as const;

function studySheets(branches: readonly DemoBranch[]): readonly DemoSheet[] {
  const rows: DemoRow[] = [];
  const participants: DemoRow[] = [];
  for (const branch of branches) {
    for (const study of studyPlan) {
      const day = firstWorkday(`${year}-${study.day}`);
      rows.push({
        序号: rows.length + 1,
        学习主题: `${study.title}（${branch.shortName}）`,
        学习方式: study.mode,
        党支部: branch.shortName,
        学习日期: day,
        地点: study.leadersOnly ? '县委党校' : '党员活动室',
        学时: study.hours,
        集中培训: study.leadersOnly ? '是' : '否',
        所属期: year,
      });
      const invited = study.leadersOnly
        ? branch.members.slice(0, committeePosts.length)
        : branch.members.filter((member) => !isProbationary(member) || day > admittedOn);
      participants.push(
        ...invited.map((member): DemoRow => ({ 主表序号: rows.length, 党员: member.name, 个人学时: null })),
      );
    }
  }
  return [demoSheet('五学记录', `${year}年党员学习记录`, rows), demoSheet('参加人员', '', participants)];
}

/** The second branch filed its last plan late. */
function quarterPlanSheet(branches: readonly DemoBranch[]): DemoSheet {
  const rows = branches.flatMap((branch) =>
    [1, 2, 3, 4].map((number): DemoRow => {
      const period = `${year}Q${number}`;
      const { from } = periodRange(period);
      const late = branch.shortName === '第二党支部' && number === 4;
      return {
        名称: `${year}年第${number}季度${branch.shortName}组织生活计划`,
        党支部: branch.shortName,
        计划内容: '按月安排支委会、主题党日和党小组会，季末召开党员大会并上党课。',
        报备日期: late ? `${year}-10-12` : addDays(from, 3),
        报备单位: '中共山丹县教育局委员会',
        所属期: period,
      };
    }),
  );
  return demoSheet('季度计划报备', `${year}年组织生活计划报备登记`, rows);
}

/** One point of the second branch's list is past its day. */
function campaignSheets(branches: readonly DemoBranch[]): readonly DemoSheet[] {
  const points = [
    ['理论学习不够系统', '每月集中学习两次，每次写学习笔记', '2026-06-30', '2026-06-25'],
    ['联系群众不够经常', '党员包联班级，每学期家访不少于五户', '2026-07-10', '2026-07-08'],
    ['推门听课反馈不及时', '听课当天反馈，每周汇总一次', '2026-10-31', '2026-10-28'],
  ] as const;
  const rows = branches.map((branch, index): DemoRow => ({
    序号: index + 1,
    类别: '组织生活会和民主评议',
    党支部: branch.shortName,
    主题: '坚定信念、凝心铸魂，做新时代“四有”好老师',
    负责人: branch.members[0]?.name ?? null,
    拟召开日期: '2026-01-14',
    方案报批日期: '2025-12-20',
    方案批复日期: '2025-12-22',
    会前学习完成: '2025-12-30',
    '会前学习次数（次）': 4,
    征求意见开始: '2025-12-23',
    征求意见结束: '2026-01-05',
    征求意见方式: '座谈、意见箱、个别走访',
    '征求意见人数（人）': 36,
    '收集意见（条）': campaignOpinions.length,
    对照检查材料完成: '2026-01-04',
    '参加测评人数（人）': reviewedMembers(branch).length,
    '发出测评票（张）': reviewedMembers(branch).length,
    '收回测评票（张）': reviewedMembers(branch).length,
    '其中废票（张）': 0,
    组织评定日期: '2026-03-12',
    评定会议: '支委会',
    通报或公示日期: '2026-03-13',
    情况上报日期: '2026-03-16',
    会议记录: `2025年度${branch.shortName}组织生活会`,
    民主评议记录: `2025年度${branch.shortName}民主评议党员`,
    所属期: '2025',
  }));
  const opinions = branches.flatMap((_branch, index) =>
    campaignOpinions.map(([content, target, givenBy, answer]): DemoRow => ({
      主表序号: index + 1,
      意见: content,
      对谁的意见: target,
      来自: givenBy,
      采纳和处理: answer,
    })),
  );
  const problems = branches.flatMap((_branch, index) =>
    points.map(([problem], place): DemoRow => ({
      主表序号: index + 1,
      谁的问题: '支委会',
      问题: problem,
      来源: place === 0 ? '自己查摆' : '征求意见',
    })),
  );
  const rectifications = branches.flatMap((branch, index) =>
    points.map(([problem, measure, dueOn, closedOn], place): DemoRow => {
      const open = branch.shortName === '第二党支部' && place === 2;
      return {
        主表序号: index + 1,
        问题: problem,
        整改措施: measure,
        责任人: branch.members[place]?.name ?? null,
        整改时限: dueOn,
        销号日期: open ? null : closedOn,
        整改结果: open ? null : '已完成',
      };
    }),
  );
  return [
    demoSheet('年度组织生活会工作', '2025年度组织生活会和民主评议党员工作', rows),
    demoSheet('征求到的意见', '', opinions),
    demoSheet('问题清单', '', problems),
    demoSheet('民主评议', '', branches.flatMap(reviewRows)),
    demoSheet('整改清单', '', rectifications),
  ];
}

const campaignOpinions = [
  ['理论学习还可以更系统，少念文件多讨论', '支委会', '党员', '学习日改为专题研讨，每人轮流领学'],
  ['多到班级听课，听完当面说问题', '领导班子', '教职工', '推门听课当天反馈'],
  ['减少重复填表', '学校工作', '教职工', '统一从台账取数，不再另报'],
  ['家访面再广一些，多听家长的话', '学校工作', '学生家长', '每学期每名党员家访不少于五户'],
] as const;

/** Who was on the roll in January: those admitted in April were not. */
function reviewedMembers(branch: DemoBranch): readonly DemoStaff[] {
  return branch.members.filter((member) => !isProbationary(member));
}

/** A third at most is 优秀: those with most ballots. */
function reviewRows(branch: DemoBranch, index: number): readonly DemoRow[] {
  const members = reviewedMembers(branch);
  const voters = members.length;
  const places = Math.floor(voters / 3);
  return members.map((member, rank): DemoRow => {
    const isExcellent = rank < places;
    const excellent = isExcellent ? voters - 1 - rank : Math.max(0, places - 1 - Math.floor(rank / 2));
    const basic = rank === voters - 1 ? 1 : 0;
    return {
      主表序号: index + 1,
      党员: member.name,
      个人自评: rank === 0 ? '优秀' : '合格',
      党员互评: isExcellent ? '优秀' : '合格',
      优秀票: excellent,
      合格票: voters - excellent - basic,
      基本合格票: basic,
      不合格票: 0,
      评定等次: isExcellent ? '优秀' : '合格',
      支部评语: isExcellent
        ? '党性强，教学实绩突出，联系群众经常。'
        : '能认真履行党员义务，教学和班级工作扎实。',
      反馈日期: '2026-03-13',
    };
  });
}

function brandSheet(branches: readonly DemoBranch[]): DemoSheet {
  const [branch] = branches;
  return demoSheet('党建品牌', `${demoSchoolName}党建品牌`, [
    {
      品牌名称: '红烛先锋',
      党支部: branch?.shortName ?? null,
      品牌内涵: '党员教师以烛光精神带头上好课、带好班、帮好人。',
      启动日期: '2024-03-05',
      主要举措: '党员示范课、学困生结对、红烛志愿服务队。',
      工作成效: `截至${demoToday.slice(0, 4)}年秋季，结对帮扶学生 62 名。`,
      获评层级: '校级',
    },
  ]);
}
