import {
  missingPapers,
  nextStep,
  stateOf,
  stepOn,
} from '../../../../../shared/domain/membership/developmentState.ts';
import { stepWords } from '../../../../../shared/domain/membership/developmentSteps.ts';
import { formatMoney } from '../../../../../shared/kernel/money.ts';
import { body, ends, sections } from '../../../../documents/officeBlocks.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { label, listTable, numberColumn } from '../../../../documents/officeTables.ts';
import { alignedName, listedDate, printedShare } from '../../../../documents/officeText.ts';
import { chapterList, type Chapter } from './chapterList.ts';
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
  if (payers.length === 0) return body('本年度没有党费收缴记录。');
  const arrears = Math.max(sum(facts, 'due') - sum(facts, 'paid'), 0);
  return [
    ...halves.flatMap(({ title, months }): Block[] => {
      const inMonth = (month: number) =>
        facts.filter((fee) => fee.month === `${year}-${String(month).padStart(2, '0')}`);
      const half = months.flatMap(inMonth);
      const of = (memberId: string, some: HandbookData['fees']) =>
        some.filter((fee) => fee.memberId === memberId);
      return [
        ends(`${title}各月实交（元）`, '“欠”为未交或未交足'),
        listTable<string>(
          [
            numberColumn(1.5),
            { heading: '姓名', share: 2.4, cell: (id) => alignedName(names[id] ?? '') },
            ...months.map((month) => ({
              heading: `${month}月`,
              share: 2.5,
              cell: (id: string) => paidWord(of(id, inMonth(month))),
            })),
            { heading: '应交', share: 3, cell: (id) => yuan(sum(of(id, half), 'due')) },
            { heading: '实交', share: 3, cell: (id) => yuan(sum(of(id, half), 'paid')) },
          ],
          payers,
          {
            size: '小五',
            foot: [
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
        ),
      ];
    }),
    ...body(
      `应交${formatMoney(sum(facts, 'due'))}元，实交${formatMoney(sum(facts, 'paid'))}元，欠交${formatMoney(arrears)}元。`,
    ),
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
      { heading: '姓名', share: 2.6, cell: ({ name }) => alignedName(name) },
      { heading: '现阶段', share: 3, cell: stateOf },
      { heading: '申请日期', share: 4, cell: (person) => listedDate(stepOn(person, 1)) },
      { heading: '入党日期', share: 4, cell: (person) => listedDate(stepOn(person, 15)) },
      {
        heading: '下一步',
        share: 6,
        long: true,
        cell: (person) => {
          const next = nextStep(person);
          return next === null ? '已完成' : stepWords(next);
        },
      },
      { heading: '缺材料', share: 2, cell: (person) => missingPapers(person).length },
    ],
    persons.filter((person) => person.steps.length > 0),
    '本年度没有发展党员档案。',
  );
}

function hours({ accounts, studies, names }: HandbookData): Block[] {
  return sections([
    [
      '学时',
      chapterList(
        [
          { heading: '姓名', share: 3, cell: ({ memberId }) => alignedName(names[memberId] ?? '') },
          { heading: '身份', share: 3.5, cell: ({ leader }) => (leader ? '书记、委员' : '党员') },
          { heading: '应完成', share: 2.5, cell: ({ target }) => target },
          { heading: '已完成', share: 2.5, cell: (account) => account.hours },
          { heading: '完成率', share: 2.5, cell: (account) => printedShare(account.hours, account.target) },
          { heading: '集中培训', share: 2.5, cell: ({ trainings }) => trainings },
        ],
        accounts,
        '这一天没有在册党员。',
      ),
    ],
    [
      '五学记录',
      chapterList(
        [
          { heading: '日期', share: 4.6, cell: ({ heldOn }) => listedDate(heldOn) },
          { heading: '学习方式', share: 3.6, cell: ({ mode }) => mode },
          { heading: '主题', share: 8, long: true, cell: ({ title }) => title },
          { heading: '学时', share: 1.8, cell: (study) => study.hours },
          { heading: '人数', share: 1.8, cell: ({ participants }) => participants.length },
        ],
        studies,
      ),
    ],
  ]);
}

function away({ members }: HandbookData): Block[] {
  return chapterList(
    [
      { heading: '姓名', share: 2.6, cell: ({ values }) => alignedName(values.name) },
      { heading: '外出地点', share: 5, long: true, cell: ({ values }) => values.flowPlace },
      { heading: '外出日期', share: 4.6, cell: ({ values }) => listedDate(values.flowSince) },
      { heading: '原因', share: 4, long: true, cell: ({ values }) => values.flowReason },
      { heading: '流入地党组织', share: 5, long: true, cell: ({ values }) => values.flowHost },
    ],
    members.filter(({ values }) => values.relation === '流动'),
    '支部没有流动党员。',
  );
}

function service({ meetings }: HandbookData): Block[] {
  return chapterList(
    [
      { heading: '日期', share: 4.6, cell: ({ meeting }) => listedDate(meeting.heldOn) },
      { heading: '活动', share: 9, long: true, cell: ({ meeting }) => meeting.title },
      { heading: '时长（小时）', share: 3, cell: ({ meeting }) => meeting.volunteerHours },
      { heading: '参加人数', share: 2.5, cell: ({ meeting }) => meeting.presentCount },
    ],
    meetings.filter(
      ({ meeting }) => meeting.volunteerHours !== null || meeting.activityForms.includes('志愿服务'),
    ),
  );
}

/** Hardship is nobody's business outside the branch, so the form is filled in by hand. */
function visits(): Block[] {
  const shares = { 日期: 3.4, 走访对象: 3, 走访人: 3, 慰问形式和内容: 7, 备注: 3 };
  const columns = Object.entries(shares).map(([heading, share]) => ({ heading, share, cell: () => null }));
  return [listTable(columns, Array.from({ length: 10 }), { heightMm: 11 })];
}

function honours({ members }: HandbookData): Block[] {
  return chapterList(
    [
      { heading: '姓名', share: 3, cell: ({ values }) => alignedName(values.name) },
      { heading: '表彰奖励情况', share: 15, long: true, cell: ({ values }) => values.honours },
    ],
    members.filter(({ values }) => (values.honours ?? '').trim() !== ''),
  );
}
