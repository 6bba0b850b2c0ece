import type { Area } from '../../shared/ledger/definition.ts';
import { isNamedBy } from '../ui/nameMatch.ts';

export interface ScreenTarget {
  readonly label: string;
  readonly to: string;
  readonly hint: string;
}

/** Screens that have no ledger behind them; ledgers are added from their definitions. */
export const fixedScreens: readonly ScreenTarget[] = [
  { label: '工作台', to: '/', hint: '今天要办的事' },
  { label: '报表', to: '/reports', hint: '会议纪要、考核表、花名册等文件' },
  { label: '上报', to: '/submission', hint: '装到 U 盘' },
  { label: '导入', to: '/import', hint: '从 Excel 表格导入' },
  { label: '备份', to: '/backups', hint: '备份和恢复' },
  { label: '回收站', to: '/recycle-bin', hint: '找回删除的记录' },
  { label: '设置', to: '/settings', hint: '学校、校历、参数、账号' },
  { label: '帮助', to: '/help', hint: '键盘操作和常用说法' },
];

/** Screens of an area beside its ledgers, shown to whoever may read the area. */
export const areaScreens: readonly (ScreenTarget & { readonly area: Area })[] = [
  { area: 'partyLife', label: '年度计划', to: '/party/plan', hint: '三会一课全年安排、月历和提醒' },
  { area: 'partyLife', label: '发展党员', to: '/party/development', hint: '按阶段看进度，一人一档' },
  {
    area: 'partyLife',
    label: '组织生活会和民主评议',
    to: '/party/campaigns',
    hint: '每年一次：从方案到整改销号，一步一步办',
  },
  { area: 'partyLife', label: '党员情况', to: '/party/members', hint: '一人一页：出席、学时、党费、谈话' },
  { area: 'partyLife', label: '谈话情况', to: '/party/talks', hint: '谁和谁谈过，还缺谁' },
  { area: 'partyLife', label: '党费月表', to: '/party/fees', hint: '按月登记党费，看谁欠交' },
  { area: 'partyLife', label: '学时情况', to: '/party/hours', hint: '每人学时和还差多少' },
  { area: 'ethics', label: '师德年度计划', to: '/ethics/plan', hint: '六位一体按月看，零报告一键登记' },
  { area: 'ethics', label: '承诺书和自查', to: '/ethics/campaigns', hint: '谁签了、谁没签，成批登记和打印' },
  { area: 'ethics', label: '师德问卷', to: '/ethics/surveys', hint: '家长学生不记名问卷和结果' },
  { area: 'ethics', label: '表彰荣誉', to: '/ethics/honours', hint: '荣誉一览和推荐建议' },
  {
    area: 'partyLife',
    label: '决议跟踪',
    to: '/party/follow-up',
    hint: '决定办到哪一步，谁还没补学，哪些会没录入平台',
  },
  { area: 'ethics', label: '师德档案', to: '/ethics/people', hint: '一人一档' },
  {
    area: 'ethics',
    label: '考核办理',
    to: '/ethics/appraisal',
    hint: '按轮次评分、评定、公示、签字、归档',
  },
  { area: 'ethics', label: '案件办理', to: '/ethics/cases', hint: '投诉举报的每一步和期限' },
  { area: 'ethics', label: '师德把关', to: '/ethics/gate', hint: '评优、评聘名单报出前核对师德' },
  {
    area: 'afterSchool',
    label: '今日服务',
    to: '/service/day',
    hint: '今日课后服务：点名、交接、代班、停课',
  },
  { area: 'afterSchool', label: '补录点名', to: '/service/paper', hint: '把一周的纸质点名表录进来' },
  { area: 'afterSchool', label: '课时补助', to: '/service/pay', hint: '每月课时、补助发放、月结和解锁' },
  { area: 'afterSchool', label: '报名与选课', to: '/service/sign-up', hint: '志愿分配、候补、退出和换课' },
  { area: 'afterSchool', label: '排班', to: '/roster', hint: '谁在哪个班组，自动排班和换人' },
  {
    area: 'afterSchool',
    label: '课后服务统计',
    to: '/service/statistics',
    hint: '参与率、出勤率，按年级班级和课程',
  },
];

/** Screens whose name holds the typed text or is spelled by it (pinyin in full or initials). */
export function findScreens(screens: readonly ScreenTarget[], typed: string): ScreenTarget[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  return screens.filter((screen) => isNamedBy(screen.label, wanted));
}
