import { addDays } from '../../../shared/kernel/plainDate.ts';
import type { DemoStaff } from './demoPeople.ts';
import { demoSheet, type DemoFile, type DemoRow, type DemoSheet } from './demoSheet.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Ledgers of teacher ethics for the school year, with a few gaps that the checks find. */
export function ethicsFile(random: SeededRandom, staff: readonly DemoStaff[]): DemoFile {
  const teachers = staff.filter((each) => each.kind === '专任教师');
  return {
    name: '6 师德师风台账',
    format: 'xlsx',
    sheets: [
      pledgeSheet(random, staff),
      appraisalSheet(random, staff),
      awardSheet(random, teachers),
      entryCheckSheet(staff),
      selfCheckSheet(teachers),
      activitySheet(random),
      caseSheet(teachers),
    ],
    imports: [
      { sheet: '师德承诺书', ledger: 'ethicsPledge' },
      { sheet: '师德考核', ledger: 'ethicsAppraisal' },
      { sheet: '表彰奖励', ledger: 'ethicsAward' },
      { sheet: '准入查询', ledger: 'entryCheck' },
      { sheet: '有偿补课自查', ledger: 'tutoringSelfCheck' },
      { sheet: '师德活动', ledger: 'ethicsActivity' },
      { sheet: '投诉举报与案件', ledger: 'ethicsCase' },
    ],
  };
}

function pledgeSheet(random: SeededRandom, staff: readonly DemoStaff[]): DemoSheet {
  const rows = ['2025', '2026'].flatMap((year) =>
    staff
      .filter((each) => each.hiredOn <= `${year}-09-01`)
      // Three people have not signed this year's pledge.
      .filter((each) => year === '2025' || !['T044', 'T071', 'T112'].includes(each.number))
      .map((each): DemoRow => ({
        教职工: each.name,
        条款版本: `${year}年版`,
        签订日期: `${year}-09-${String(random.whole(2, 12)).padStart(2, '0')}`,
        见证人: '校长',
        所属期: `${year}-${Number(year) + 1}`,
      })),
  );
  return demoSheet('师德承诺书', '师德承诺书签订登记', rows);
}

function appraisalSheet(random: SeededRandom, staff: readonly DemoStaff[]): DemoSheet {
  const ranked = random.shuffled(staff.filter((each) => each.hiredOn < '2025-09-01'));
  const rows = ranked
    // Two people were forgotten in last year's appraisal.
    .slice(2)
    .map((each, index): DemoRow => {
      const excellent = index < Math.floor((ranked.length - 2) * 0.2);
      const basic = index > ranked.length - 6;
      // Every total lies within the band of its grade.
      const level = excellent ? 94 : basic ? 64 : 82;
      const score = (): number => Math.min(100, level + random.whole(-3, 5));
      return {
        教师姓名: each.name,
        个人自评: score(),
        教师互评: score(),
        学生测评: score(),
        家长测评: score(),
        考核小组评分: score(),
        考核等次: basic ? '基本合格' : excellent ? '优秀' : '合格',
        公示开始: '2026-01-05',
        公示结束: '2026-01-12',
        本人签字日期: random.chance(0.97) ? '2026-01-13' : null,
        所属期: '2025',
        状态: '已完成',
      };
    });
  return demoSheet('师德考核', '2025年度师德考核汇总', rows);
}

function awardSheet(random: SeededRandom, teachers: readonly DemoStaff[]): DemoSheet {
  const rows = random
    .shuffled(teachers)
    .slice(0, 14)
    .map((each, index): DemoRow => ({
      姓名: each.name,
      荣誉名称: index < 2 ? '优秀教育工作者' : index < 6 ? '师德标兵' : '优秀班主任',
      级别: index < 1 ? '市级' : index < 6 ? '县级' : '校级',
      授予单位: index < 1 ? '张掖市教育局' : index < 6 ? '山丹县教育局' : '本校',
      文号:
        index < 1 ? '张教发〔2026〕112号' : index < 6 ? '山教发〔2026〕86号' : `校发〔2026〕${index + 3}号`,
      授予日期: '2026-09-10',
      公示开始: '2026-09-01',
      // Two lists were shown a day too short.
      公示结束: index > 11 ? '2026-09-04' : '2026-09-07',
      所属期: '2026',
    }));
  return demoSheet('表彰奖励', '表彰奖励登记', rows);
}

function entryCheckSheet(staff: readonly DemoStaff[]): DemoSheet {
  const rows = staff
    .filter((each) => each.number !== 'T090')
    .map((each): DemoRow => ({
      教职工: each.name,
      查询日期: each.hiredOn === '2026-08-25' ? '2026-08-20' : '2026-03-12',
      查询渠道: '教育局统一查询',
      结果: '无',
      经办人: '德育主任',
      所属期: '2026',
    }));
  return demoSheet('准入查询', '教职员工准入查询登记', rows);
}

function selfCheckSheet(teachers: readonly DemoStaff[]): DemoSheet {
  const rows = ['2025-2026-1', '2025-2026-2'].flatMap((period) =>
    teachers
      .filter((each) => each.hiredOn < '2025-09-01')
      .map((each): DemoRow => ({
        教师姓名: each.name,
        时点: period.endsWith('1') ? '寒假前' : '暑假前',
        组织推荐诱导学生补课: '否',
        参加校外机构补课: '否',
        介绍生源提供信息: '否',
        提供场地设施: '否',
        要求学生参加补课: '否',
        与机构联合补课: '否',
        承诺日期: period.endsWith('1') ? '2026-01-15' : '2026-07-06',
        核查人: '德育主任',
        所属期: period,
      })),
  );
  return demoSheet('有偿补课自查', '有偿补课自查登记', rows);
}

function activitySheet(random: SeededRandom): DemoSheet {
  const rows: DemoRow[] = [];
  for (let month = 0; month < 15; month += 1) {
    const first = new Date(Date.UTC(2025, 8 + month, 1)).toISOString().slice(0, 10);
    const number = Number(first.slice(5, 7));
    if (number === 2 || number === 7 || number === 8) continue;
    const period =
      first < '2026-02-01' ? '2025-2026-1' : first < '2026-08-01' ? '2025-2026-2' : '2026-2027-1';
    rows.push({
      六位一体: '教育',
      活动类别: '专题学习',
      活动名称: `${number}月师德专题学习`,
      日期: addDays(first, 11),
      地点: '三楼会议室',
      组织者: '德育主任',
      参加人数: random.whole(108, 120),
      学时: 1,
      所属期: period,
    });
    if (number === 9 || number === 3) {
      rows.push({
        六位一体: '宣传',
        活动类别: '师德宣传',
        活动名称: number === 9 ? '教师节师德建设月启动' : '新学期师德第一课',
        日期: addDays(first, 8),
        地点: '东操场',
        组织者: '副校长',
        参加人数: 118,
        学时: 1,
        所属期: period,
      });
      rows.push({
        六位一体: '监督',
        活动类别: '有偿补课排查',
        活动名称: '开学有偿补课排查',
        日期: addDays(first, 15),
        地点: null,
        组织者: '德育主任',
        参加人数: 104,
        学时: null,
        所属期: period,
      });
    }
    if (number === 11 || number === 5) {
      rows.push({
        六位一体: '监督',
        活动类别: '家长学生问卷',
        活动名称: '师德满意度问卷',
        日期: addDays(first, 16),
        地点: null,
        组织者: '德育主任',
        参加人数: 620,
        学时: null,
        所属期: period,
      });
      rows.push({
        六位一体: '教育',
        活动类别: '警示教育',
        活动名称: '违反师德典型案例通报学习',
        日期: addDays(first, 4),
        地点: '三楼会议室',
        组织者: '校长',
        参加人数: 117,
        学时: 1,
        所属期: period,
      });
    }
  }
  rows.push({
    六位一体: '激励',
    活动类别: '表彰奖励',
    活动名称: '教师节表彰大会',
    日期: '2026-09-10',
    地点: '东操场',
    组织者: '校长',
    参加人数: 120,
    学时: null,
    所属期: '2026-2027-1',
  });
  rows.push({
    六位一体: '考核',
    活动类别: '其他',
    活动名称: '2025年度师德考核',
    日期: '2026-01-04',
    地点: null,
    组织者: '校长',
    参加人数: 104,
    学时: null,
    所属期: '2025-2026-1',
  });
  return demoSheet('师德活动', '师德活动登记', rows);
}

function caseSheet(teachers: readonly DemoStaff[]): DemoSheet {
  const rows: DemoRow[] = [
    {
      编号: '2026-01',
      受理日期: '2026-04-14',
      来源: '12345',
      实名或匿名: '匿名',
      被反映人: teachers[60]?.name ?? '',
      事项类别: 'V04',
      内容摘要: '反映课堂上使用手机，作业批改不及时。',
      受理决定日期: '2026-04-16',
      调查结论日期: '2026-04-28',
      调查结论: '不属实',
      处理: '不予处理',
      决定机关: null,
      处理起始日期: null,
      处理结束日期: null,
      所属期: '2026',
      状态: '已完成',
    },
    {
      编号: '2026-02',
      受理日期: '2026-06-02',
      来源: '信箱',
      实名或匿名: '实名',
      被反映人: teachers[41]?.name ?? '',
      事项类别: 'V10',
      内容摘要: '反映周末在家中为学生补课并收费。',
      受理决定日期: '2026-06-04',
      调查结论日期: '2026-06-20',
      调查结论: '属实',
      处理: '警告',
      决定机关: '县教育局',
      处理起始日期: '2026-07-01',
      处理结束日期: '2026-12-31',
      所属期: '2026',
      状态: '已完成',
    },
  ];
  return demoSheet('投诉举报与案件', '投诉举报登记', rows);
}
