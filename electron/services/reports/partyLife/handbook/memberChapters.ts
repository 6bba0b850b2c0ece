import {
  missingPapers,
  nextStep,
  stateOf,
  stepOn,
} from '../../../../../shared/domain/membership/developmentState.ts';
import { stepWords } from '../../../../../shared/domain/membership/developmentSteps.ts';
import { formatMoney } from '../../../../../shared/kernel/money.ts';
import type { Block, TableCell } from '../../../../documents/officeDocument.ts';
import {
  alignedName,
  listedDate,
  orNothing,
  printedDate,
  printedShare,
} from '../../../../documents/officeText.ts';
import { headRow, label } from '../../tableCells.ts';
import type { Chapter } from './chapter.ts';
import { chapterList } from './chapterTables.ts';
import type { HandbookData } from './handbookData.ts';

/** 党费, 发展党员, 学时, 流动党员, 志愿服务, 慰问, 奖励: what is kept of each member. */
export function memberChapters(data: HandbookData): Chapter[] {
  return [
    { title: '党费收缴', blocks: fees(data) },
    { title: '发展党员', blocks: development(data) },
    { title: '党员教育学时', blocks: hours(data) },
    { title: '流动党员', blocks: away(data) },
    { title: '志愿服务和先锋岗', blocks: service(data) },
    { title: '走访慰问', blocks: visits() },
    { title: '表彰奖励', blocks: honours(data) },
  ];
}

const halves: readonly { readonly title: string; readonly months: readonly number[] }[] = [
  { title: '上半年', months: [1, 2, 3, 4, 5, 6] },
  { title: '下半年', months: [7, 8, 9, 10, 11, 12] },
];

/** Members down and months across, a table for each half of the year so that amounts keep their 分. */
function fees({ fees: facts, names, year }: HandbookData): Block[] {
  const payers = [...new Set(facts.map(({ memberId }) => memberId))];
  if (payers.length === 0) return [{ kind: 'paragraph', text: '本年度没有党费收缴记录。' }];
  const arrears = Math.max(sum(facts, 'due') - sum(facts, 'paid'), 0);
  return [
    ...halves.flatMap(({ title, months }): Block[] => {
      const inMonth = (month: number) =>
        facts.filter((fee) => fee.month === `${year}-${String(month).padStart(2, '0')}`);
      const half = months.flatMap(inMonth);
      return [
        { kind: 'ends', left: `${title}各月实交（元）`, right: '“欠”为未交或未交足' },
        {
          kind: 'table',
          columns: [1.5, 2.4, ...months.map(() => 2.5), 3, 3],
          headerRows: 1,
          size: '小五',
          rows: [
            headRow(['序号', '姓名', ...months.map((month) => `${month}月`), '应交', '实交']),
            ...payers.map((memberId, index) => {
              const own = (some: HandbookData['fees']) => some.filter((fee) => fee.memberId === memberId);
              return {
                cells: [
                  String(index + 1),
                  alignedName(names[memberId] ?? ''),
                  ...months.map((month) => paidWord(own(inMonth(month)))),
                  yuan(sum(own(half), 'due')),
                  yuan(sum(own(half), 'paid')),
                ].map((text): TableCell => ({ text })),
              };
            }),
            {
              cells: [
                label('合计', { columns: 2 }),
                ...months.map((month) => ({ text: yuan(sum(inMonth(month), 'paid')) })),
                { text: yuan(sum(half, 'due')) },
                { text: yuan(sum(half, 'paid')) },
              ],
            },
          ],
        },
      ];
    }),
    {
      kind: 'paragraph',
      text: `应交${formatMoney(sum(facts, 'due'))}元，实交${formatMoney(sum(facts, 'paid'))}元，欠交${formatMoney(arrears)}元。`,
    },
  ];
}

function sum(fees: HandbookData['fees'], of: 'due' | 'paid'): number {
  return fees.reduce((total, fee) => total + fee[of], 0);
}

/** The amount of a month; 欠 where less than due came. */
function paidWord(fees: HandbookData['fees']): string {
  return sum(fees, 'paid') < sum(fees, 'due') ? '欠' : yuan(sum(fees, 'paid'));
}

/** From 分, exact; nothing where nothing came. */
function yuan(cents: number): string {
  return cents === 0 ? '' : (cents / 100).toFixed(2);
}

function development({ development: persons }: HandbookData): Block[] {
  return chapterList(
    [
      { title: '姓名', share: 2.6 },
      { title: '现阶段', share: 3 },
      { title: '申请日期', share: 4 },
      { title: '入党日期', share: 4 },
      { title: '下一步', share: 6, long: true },
      { title: '缺材料', share: 2 },
    ],
    persons
      .filter((person) => person.steps.length > 0)
      .map((person) => {
        const next = nextStep(person);
        return [
          alignedName(person.name),
          stateOf(person),
          listedDate(stepOn(person, 1)),
          listedDate(stepOn(person, 15)),
          next === null ? '已完成' : stepWords(next),
          missingPapers(person).length,
        ];
      }),
    '本年度没有发展党员档案。',
  );
}

function hours({ accounts, studies, names }: HandbookData): Block[] {
  return [
    { kind: 'heading', level: 1, text: '一、学时' },
    ...chapterList(
      [
        { title: '姓名', share: 3 },
        { title: '身份', share: 3.5 },
        { title: '应完成', share: 2.5 },
        { title: '已完成', share: 2.5 },
        { title: '完成率', share: 2.5 },
        { title: '集中培训', share: 2.5 },
      ],
      accounts.map((account) => [
        alignedName(names[account.memberId] ?? ''),
        account.leader ? '书记、委员' : '党员',
        account.target,
        account.hours,
        printedShare(account.hours, account.target),
        account.trainings,
      ]),
      '这一天没有在册党员。',
    ),
    { kind: 'heading', level: 1, text: '二、五学记录' },
    ...chapterList(
      [
        { title: '日期', share: 4.6 },
        { title: '学习方式', share: 3.6 },
        { title: '主题', share: 8, long: true },
        { title: '学时', share: 1.8 },
        { title: '人数', share: 1.8 },
      ],
      studies.map((study) => [
        printedDate(study.heldOn),
        study.mode,
        study.title,
        study.hours,
        study.participants.length,
      ]),
    ),
  ];
}

function away({ members }: HandbookData): Block[] {
  return chapterList(
    [
      { title: '姓名', share: 2.6 },
      { title: '外出地点', share: 5, long: true },
      { title: '外出日期', share: 4.6 },
      { title: '原因', share: 4, long: true },
      { title: '流入地党组织', share: 5, long: true },
    ],
    members
      .filter(({ values }) => values.relation === '流动')
      .map(({ values }) => [
        alignedName(values.name),
        values.flowPlace,
        printedDate(values.flowSince),
        values.flowReason,
        values.flowHost,
      ]),
    '支部没有流动党员。',
  );
}

function service({ meetings }: HandbookData): Block[] {
  return chapterList(
    [
      { title: '日期', share: 4.6 },
      { title: '活动', share: 9, long: true },
      { title: '时长（小时）', share: 3 },
      { title: '参加人数', share: 2.5 },
    ],
    meetings
      .filter(({ meeting }) => meeting.volunteerHours !== null || meeting.activityForms.includes('志愿服务'))
      .map(({ meeting }) => [
        printedDate(meeting.heldOn),
        meeting.title,
        meeting.volunteerHours,
        meeting.presentCount,
      ]),
  );
}

/** Hardship is nobody's business outside the branch, so the form is filled in by hand. */
function visits(): Block[] {
  const columns = ['日期', '走访对象', '走访人', '慰问形式和内容', '备注'];
  return [
    {
      kind: 'table',
      columns: [3.4, 3, 3, 7, 3],
      headerRows: 1,
      size: '五号',
      rows: [
        headRow(columns),
        ...Array.from({ length: 10 }, () => ({ heightMm: 11, cells: columns.map(() => ({ text: '' })) })),
      ],
    },
  ];
}

function honours({ members }: HandbookData): Block[] {
  return chapterList(
    [
      { title: '姓名', share: 3 },
      { title: '表彰奖励情况', share: 15, long: true },
    ],
    members
      .filter(({ values }) => (values.honours ?? '').trim() !== '')
      .map(({ values }) => [alignedName(values.name), orNothing(values.honours)]),
  );
}
