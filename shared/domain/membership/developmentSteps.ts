import type { NoticeKind } from './words.ts';

/**
 * The way into the Party as 《中国共产党发展党员工作细则》 (2014) lays it out: 5 phases, 25 steps (domain.md §2). The list
 * is data: places that count 29 steps, or ask for more in between, change it here and nowhere else.
 */

export type DevelopmentPhase =
  | '申请入党'
  | '入党积极分子的确定和培养教育'
  | '发展对象的确定和考察'
  | '预备党员的接收'
  | '预备党员的教育考察和转正';

export interface DevelopmentStep {
  readonly number: number;
  readonly phase: DevelopmentPhase;
  readonly name: string;
  /** Who does it. */
  readonly actor: string;
  /** Papers that belong into the dossier. */
  readonly papers: readonly string[];
  /** Steps that must be done before, on the same day at the latest. */
  readonly after: readonly number[];
  /** The rule in words, for people. */
  readonly rule: string;
  /** Papers of a step that runs on are complete when this step is taken; absent = with the step itself. */
  readonly papersCompleteWith?: number;
  /** Kinds of votes that the step rests on, as the meeting ledger calls them. */
  readonly vote?: '接收预备党员' | '预备党员转正';
  /** Kind of the meeting at which the step is taken. */
  readonly meeting?: '支部委员会会议' | '支部党员大会';
}

export const developmentSteps: readonly DevelopmentStep[] = [
  {
    number: 1,
    phase: '申请入党',
    name: '递交入党申请书',
    actor: '申请人',
    papers: ['入党申请书'],
    after: [],
    rule: '年满 18 周岁，向工作所在单位党组织提出书面申请。',
  },
  {
    number: 2,
    phase: '申请入党',
    name: '党组织派人谈话',
    actor: '书记、副书记或组织委员',
    papers: ['谈话记录'],
    after: [1],
    rule: '收到申请书后 1 个月内派人谈话。',
  },
  {
    number: 3,
    phase: '入党积极分子的确定和培养教育',
    name: '推荐和确定入党积极分子',
    actor: '支部委员会（不设支委会的由党员大会）',
    papers: ['入党积极分子推荐表', '确定积极分子的会议记录'],
    after: [2],
    rule: '党员推荐或群团组织推优，支部委员会研究决定。',
    meeting: '支部委员会会议',
  },
  {
    number: 4,
    phase: '入党积极分子的确定和培养教育',
    name: '上级党委备案',
    actor: '上级党委',
    papers: ['入党积极分子备案表'],
    after: [3],
    rule: '报上级党委备案。',
  },
  {
    number: 5,
    phase: '入党积极分子的确定和培养教育',
    name: '指定培养联系人',
    actor: '党支部',
    papers: ['指定培养联系人记录'],
    after: [3],
    rule: '指定 1 至 2 名正式党员。',
  },
  {
    number: 6,
    phase: '入党积极分子的确定和培养教育',
    name: '培养教育考察',
    actor: '培养联系人、党支部、党委',
    papers: ['入党积极分子培养教育考察登记表', '思想汇报（积极分子）'],
    after: [3],
    rule: '填开始培养教育的日子，以后每半年考察一次。',
    papersCompleteWith: 7,
  },
  {
    number: 7,
    phase: '发展对象的确定和考察',
    name: '确定发展对象',
    actor: '支部委员会',
    papers: ['座谈和征求意见记录', '确定发展对象的会议记录'],
    after: [4, 5, 6],
    rule: '经过 1 年以上培养教育，听取党小组、培养联系人、党员和群众意见。',
    meeting: '支部委员会会议',
  },
  {
    number: 8,
    phase: '发展对象的确定和考察',
    name: '报上级党委备案',
    actor: '上级党委',
    papers: ['发展对象备案批复'],
    after: [7],
    rule: '上级党委备案后列为发展对象。',
  },
  {
    number: 9,
    phase: '发展对象的确定和考察',
    name: '确定入党介绍人',
    actor: '党支部',
    papers: [],
    after: [8],
    rule: '2 名正式党员，受留党察看处分的不能担任。',
  },
  {
    number: 10,
    phase: '发展对象的确定和考察',
    name: '进行政治审查',
    actor: '党支部',
    papers: ['综合政审材料', '函调材料'],
    after: [8],
    rule: '填得出政审结论的日子，须在支部委员会审查之前。',
  },
  {
    number: 11,
    phase: '发展对象的确定和考察',
    name: '开展集中培训',
    actor: '基层党委或县级党委组织部门',
    papers: ['集中培训结业证'],
    after: [8],
    rule: '不少于 3 天或 24 学时。',
  },
  {
    number: 12,
    phase: '预备党员的接收',
    name: '支部委员会审查',
    actor: '支部委员会',
    papers: ['支部委员会审查会议记录'],
    after: [9, 10, 11],
    rule: '对发展对象进行严格审查。',
    meeting: '支部委员会会议',
  },
  {
    number: 13,
    phase: '预备党员的接收',
    name: '上级党委预审',
    actor: '上级党委',
    papers: ['预审意见'],
    after: [12],
    rule: '3 个月内将离开本单位的，一般不办理接收手续。',
  },
  {
    number: 14,
    phase: '预备党员的接收',
    name: '填写入党志愿书',
    actor: '发展对象',
    papers: ['中国共产党入党志愿书'],
    after: [13],
    rule: '预审合格后发给。',
  },
  {
    number: 15,
    phase: '预备党员的接收',
    name: '支部大会讨论',
    actor: '支部党员大会',
    papers: ['接收预备党员票决情况', '接收预备党员决议'],
    after: [14],
    rule: '预审合格后 1 个月内召开；这一天是入党时间，预备期从这天算起。',
    vote: '接收预备党员',
    meeting: '支部党员大会',
  },
  {
    number: 16,
    phase: '预备党员的接收',
    name: '上级党委派人谈话',
    actor: '党委委员或组织员',
    papers: ['党委谈话记录'],
    after: [15],
    rule: '在审批之前谈话。',
  },
  {
    number: 17,
    phase: '预备党员的接收',
    name: '上级党委审批',
    actor: '上级党委',
    papers: ['审批意见'],
    after: [16],
    rule: '3 个月内审批，特殊情况不超过 6 个月。',
  },
  {
    number: 18,
    phase: '预备党员的接收',
    name: '再上一级党委组织部门备案',
    actor: '上级党委',
    papers: ['组织部门备案材料'],
    after: [17],
    rule: '审批后报上一级组织部门备案。',
  },
  {
    number: 19,
    phase: '预备党员的教育考察和转正',
    name: '编入党支部和党小组',
    actor: '党支部',
    papers: [],
    after: [17],
    rule: '审批后及时编入，并在党员名册登记为预备党员。',
  },
  {
    number: 20,
    phase: '预备党员的教育考察和转正',
    name: '入党宣誓',
    actor: '党委或党支部',
    papers: ['入党宣誓记录'],
    after: [17],
    rule: '审批后及时组织宣誓。',
  },
  {
    number: 21,
    phase: '预备党员的教育考察和转正',
    name: '继续教育考察',
    actor: '党支部',
    papers: ['预备党员教育考察登记表', '思想汇报（预备党员）'],
    after: [17],
    rule: '填开始继续教育考察的日子，以后每半年考察一次。',
    papersCompleteWith: 23,
  },
  {
    number: 22,
    phase: '预备党员的教育考察和转正',
    name: '提出转正申请',
    actor: '预备党员',
    papers: ['转正申请书'],
    after: [19, 20, 21],
    rule: '预备期满前后书面提出。',
  },
  {
    number: 23,
    phase: '预备党员的教育考察和转正',
    name: '支部大会讨论',
    actor: '支部党员大会',
    papers: ['转正决议'],
    after: [22],
    rule: '预备期满 1 年才能讨论，一般在期满后 1 个月内；可延长一次，6 至 12 个月。',
    vote: '预备党员转正',
    meeting: '支部党员大会',
  },
  {
    number: 24,
    phase: '预备党员的教育考察和转正',
    name: '上级党委审批',
    actor: '上级党委',
    papers: ['转正审批意见'],
    after: [23],
    rule: '3 个月内审批；党龄从预备期满转为正式党员之日算起。',
  },
  {
    number: 25,
    phase: '预备党员的教育考察和转正',
    name: '材料归档',
    actor: '党委或人事部门',
    papers: [],
    after: [18, 24],
    rule: '全部材料齐全，一人一档，长期保存。',
  },
];

/** What places ask for between two numbered steps; none is demanded by the general rules. */
export interface DevelopmentSideStep {
  readonly name: string;
  /** Numbered steps that it stands between. */
  readonly between: readonly [after: number, before: number];
  readonly paper: string;
  /** A public notice is kept with its first and last day. */
  readonly isNotice: boolean;
}

export const developmentSideSteps = [
  { name: '团组织推优', between: [2, 3], paper: '团组织推优表', isNotice: false },
  { name: '县委组织部预审', between: [13, 14], paper: '县委组织部预审意见', isNotice: false },
  { name: '接收公示', between: [13, 15], paper: '接收公示材料', isNotice: true },
  { name: '接收票决', between: [14, 16], paper: '接收票决票', isNotice: false },
  { name: '转正公示', between: [22, 23], paper: '转正公示材料', isNotice: true },
  { name: '转正票决', between: [22, 24], paper: '转正票决票', isNotice: false },
] as const satisfies readonly DevelopmentSideStep[];

/** The notice that a numbered step waits for. */
export const noticeBefore: Readonly<Partial<Record<number, NoticeKind>>> = { 15: '接收公示', 23: '转正公示' };

const byNumber = new Map(developmentSteps.map((step) => [step.number, step]));

/** 编入党支部和党小组: the step that names the new member's 党小组. */
export const groupStep = 19;

/** Throws on a number that no step has. */
export function developmentStep(number: number): DevelopmentStep {
  const step = byNumber.get(number);
  if (!step) throw new Error(`There is no step ${number}`);
  return step;
}

/** As a dossier stores it: 15 支部大会讨论. The number tells equal names apart. */
export function storedStepName({ number, name }: Pick<DevelopmentStep, 'number' | 'name'>): string {
  return `${number} ${name}`;
}

/** The number of a stored step; `null` for a side step. */
export function stepNumberOf(stored: string): number | null {
  const number = Number(stored.split(' ')[0]);
  return byNumber.has(number) ? number : null;
}

/** 第15步“支部大会讨论” */
export function stepWords(number: number): string {
  return `第${number}步“${developmentStep(number).name}”`;
}
