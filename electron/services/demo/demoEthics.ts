import { addDays } from '../../../shared/kernel/plainDate.ts';
import type { DemoStaff } from './demoPeople.ts';
import type { DemoCell, DemoFile } from './demoSheet.ts';
import type { SeededRandom } from './seededRandom.ts';

/** Ledgers of teacher ethics for the school year, with a few gaps that the checks find. */
export function ethicsFile(random: SeededRandom, staff: readonly DemoStaff[]): DemoFile {
  const teachers = staff.filter((each) => each.kind === '专任教师');
  const pledges = ['2025', '2026'].flatMap((year) =>
    staff
      .filter((each) => each.hiredOn <= `${year}-09-01`)
      // Three people have not signed this year's pledge.
      .filter((each) => year === '2025' || !['T044', 'T071', 'T112'].includes(each.number))
      .map((each): DemoCell[] => [
        each.name,
        `${year}年版`,
        `${year}-09-${String(random.whole(2, 12)).padStart(2, '0')}`,
        '校长',
        `${year}-${Number(year) + 1}`,
      ]),
  );
  const ranked = random.shuffled(staff.filter((each) => each.hiredOn < '2025-09-01'));
  const appraisals = ranked
    // Two people were forgotten in last year's appraisal.
    .slice(2)
    .map((each, index): DemoCell[] => {
      const excellent = index < Math.floor((ranked.length - 2) * 0.2);
      const basic = index > ranked.length - 6;
      // Every total lies within the band of its grade.
      const level = excellent ? 94 : basic ? 64 : 82;
      const score = (): number => Math.min(100, level + random.whole(-3, 5));
      return [
        each.name,
        score(),
        score(),
        score(),
        score(),
        score(),
        basic ? '基本合格' : excellent ? '优秀' : '合格',
        '2026-01-05',
        '2026-01-12',
        random.chance(0.97) ? '2026-01-13' : null,
        '2025',
        '已完成',
      ];
    });
  const awards = random
    .shuffled(teachers)
    .slice(0, 14)
    .map((each, index): DemoCell[] => [
      each.name,
      index < 2 ? '优秀教育工作者' : index < 6 ? '师德标兵' : '优秀班主任',
      index < 1 ? '市级' : index < 6 ? '县级' : '校级',
      index < 1 ? '张掖市教育局' : index < 6 ? '山丹县教育局' : '本校',
      index < 1 ? '张教发〔2026〕112号' : index < 6 ? '山教发〔2026〕86号' : `校发〔2026〕${index + 3}号`,
      '2026-09-10',
      '2026-09-01',
      // Two lists were shown a day too short.
      index > 11 ? '2026-09-04' : '2026-09-07',
      '2026',
    ]);
  const checks = staff
    .filter((each) => each.number !== 'T090')
    .map((each): DemoCell[] => [
      each.name,
      each.hiredOn === '2026-08-25' ? '2026-08-20' : '2026-03-12',
      '教育局统一查询',
      '无',
      '德育主任',
      '2026',
    ]);
  const selfChecks = ['2025-2026-1', '2025-2026-2'].flatMap((period) =>
    teachers
      .filter((each) => each.hiredOn < '2025-09-01')
      .map((each): DemoCell[] => [
        each.name,
        period.endsWith('1') ? '寒假前' : '暑假前',
        '否',
        '否',
        '否',
        '否',
        '否',
        '否',
        period.endsWith('1') ? '2026-01-15' : '2026-07-06',
        '德育主任',
        period,
      ]),
  );
  const activities: DemoCell[][] = [];
  for (let month = 0; month < 15; month += 1) {
    const first = new Date(Date.UTC(2025, 8 + month, 1)).toISOString().slice(0, 10);
    const number = Number(first.slice(5, 7));
    if (number === 2 || number === 7 || number === 8) continue;
    const period =
      first < '2026-02-01' ? '2025-2026-1' : first < '2026-08-01' ? '2025-2026-2' : '2026-2027-1';
    activities.push([
      '教育',
      '专题学习',
      `${number}月师德专题学习`,
      addDays(first, 11),
      '三楼会议室',
      '德育主任',
      random.whole(108, 120),
      1,
      period,
    ]);
    if (number === 9 || number === 3) {
      activities.push([
        '宣传',
        '师德宣传',
        number === 9 ? '教师节师德建设月启动' : '新学期师德第一课',
        addDays(first, 8),
        '东操场',
        '副校长',
        118,
        1,
        period,
      ]);
      activities.push([
        '监督',
        '有偿补课排查',
        '开学有偿补课排查',
        addDays(first, 15),
        null,
        '德育主任',
        104,
        null,
        period,
      ]);
    }
    if (number === 11 || number === 5) {
      activities.push([
        '监督',
        '家长学生问卷',
        '师德满意度问卷',
        addDays(first, 16),
        null,
        '德育主任',
        620,
        null,
        period,
      ]);
      activities.push([
        '教育',
        '警示教育',
        '违反师德典型案例通报学习',
        addDays(first, 4),
        '三楼会议室',
        '校长',
        117,
        1,
        period,
      ]);
    }
  }
  activities.push([
    '激励',
    '表彰奖励',
    '教师节表彰大会',
    '2026-09-10',
    '东操场',
    '校长',
    120,
    null,
    '2026-2027-1',
  ]);
  activities.push(['考核', '其他', '2025年度师德考核', '2026-01-04', null, '校长', 104, null, '2025-2026-1']);
  const cases: DemoCell[][] = [
    [
      '2026-01',
      '2026-04-14',
      '12345',
      '匿名',
      teachers[60]?.name ?? '',
      'V04',
      '反映课堂上使用手机，作业批改不及时。',
      '2026-04-16',
      '2026-04-28',
      '不属实',
      '不予处理',
      null,
      null,
      null,
      '2026',
      '已完成',
    ],
    [
      '2026-02',
      '2026-06-02',
      '信箱',
      '实名',
      teachers[41]?.name ?? '',
      'V10',
      '反映周末在家中为学生补课并收费。',
      '2026-06-04',
      '2026-06-20',
      '属实',
      '警告',
      '县教育局',
      '2026-07-01',
      '2026-12-31',
      '2026',
      '已完成',
    ],
  ];
  return {
    name: '6 师德师风台账',
    format: 'xlsx',
    sheets: [
      {
        name: '师德承诺书',
        title: '师德承诺书签订登记',
        headers: ['教职工', '条款版本', '签订日期', '见证人', '所属期'],
        rows: pledges,
      },
      {
        name: '师德考核',
        title: '2025年度师德考核汇总',
        headers: [
          '教师姓名',
          '个人自评',
          '教师互评',
          '学生测评',
          '家长测评',
          '考核小组评分',
          '考核等次',
          '公示开始',
          '公示结束',
          '本人签字日期',
          '所属期',
          '状态',
        ],
        rows: appraisals,
      },
      {
        name: '表彰奖励',
        title: '表彰奖励登记',
        headers: [
          '姓名',
          '荣誉名称',
          '级别',
          '授予单位',
          '文号',
          '授予日期',
          '公示开始',
          '公示结束',
          '所属期',
        ],
        rows: awards,
      },
      {
        name: '准入查询',
        title: '教职员工准入查询登记',
        headers: ['教职工', '查询日期', '查询渠道', '结果', '经办人', '所属期'],
        rows: checks,
      },
      {
        name: '有偿补课自查',
        title: '有偿补课自查登记',
        headers: [
          '教师姓名',
          '时点',
          '组织推荐诱导学生补课',
          '参加校外机构补课',
          '介绍生源提供信息',
          '提供场地设施',
          '要求学生参加补课',
          '与机构联合补课',
          '承诺日期',
          '核查人',
          '所属期',
        ],
        rows: selfChecks,
      },
      {
        name: '师德活动',
        title: '师德活动登记',
        headers: ['六位一体', '活动类别', '活动名称', '日期', '地点', '组织者', '参加人数', '学时', '所属期'],
        rows: activities,
      },
      {
        name: '投诉举报与案件',
        title: '投诉举报登记',
        headers: [
          '编号',
          '受理日期',
          '来源',
          '实名或匿名',
          '被反映人',
          '事项类别',
          '内容摘要',
          '受理决定日期',
          '调查结论日期',
          '调查结论',
          '处理',
          '决定机关',
          '处理起始日期',
          '处理结束日期',
          '所属期',
          '状态',
        ],
        rows: cases,
      },
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
