import { partyPosts } from '../../../../../shared/domain/partyLife/words.ts';
import { formatPeriod } from '../../../../../shared/kernel/periods.ts';
import { body, heading, sections } from '../../../../documents/officeBlocks.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { formTable, pairsRow, wideRow } from '../../../../documents/officeTables.ts';
import { alignedName, listedDate, orNothing, printedDate } from '../../../../documents/officeText.ts';
import { planOutcome, responsibleFor } from '../planWords.ts';
import { chapterList, type Chapter } from './chapterList.ts';
import type { HandbookData } from './handbookData.ts';

/** The first chapters: the branch, its committee, groups, roll and plan. */
export function branchChapters(data: HandbookData): Chapter[] {
  return [
    { title: '党支部基本情况', blocks: [basicFacts(data)] },
    { title: '支部委员会及分工', blocks: committee(data) },
    { title: '党小组', blocks: groups(data) },
    { title: '党员名册', blocks: roll(data) },
    { title: '年度计划和季度计划', blocks: plans(data) },
  ];
}

function basicFacts({ branch, members, groups, schoolName, day }: HandbookData): Block {
  const count = (holds: (member: (typeof members)[number]) => boolean) => `${members.filter(holds).length}人`;
  return formTable(
    [3.4, 6, 3.4, 6],
    [
      wideRow('党支部名称', branch.name),
      wideRow('所在单位', schoolName),
      wideRow('上级党组织', orNothing(branch.superior)),
      pairsRow({
        成立日期: printedDate(branch.foundedOn),
        '届　次': branch.termNumber === null ? '' : `第${branch.termNumber}届`,
      }),
      pairsRow({ 本届任期: termText(branch), '主题党日\n固定日': partyDayText(branch) }),
      pairsRow({ 党员总数: `${members.length}人`, 党小组: `${groups.length}个` }),
      pairsRow({
        正式党员: count(({ status }) => status === '正式党员'),
        预备党员: count(({ status }) => status === '预备党员'),
      }),
      pairsRow({
        男党员: count(({ values }) => values.sex === '男'),
        女党员: count(({ values }) => values.sex === '女'),
      }),
      pairsRow({
        少数民族: count(({ values }) => values.ethnicity !== null && values.ethnicity !== '汉族'),
        流动党员: count(({ values }) => values.relation === '流动'),
      }),
      wideRow('备　注', `以上人数为${printedDate(day)}的情况。${branch.remark ?? ''}`),
    ].map((row) => ({ heightMm: 11, ...row })),
  );
}

function termText({ termStartsOn, termEndsOn, extendedUntil }: HandbookData['branch']): string {
  if (termStartsOn === null && termEndsOn === null) return '';
  const extended = extendedUntil === null ? '' : `\n（经批准延期至${printedDate(extendedUntil)}）`;
  return `${printedDate(termStartsOn)}至\n${printedDate(termEndsOn)}${extended}`;
}

function partyDayText({ partyDayOfMonth, partyDayWeek, partyDayWeekday }: HandbookData['branch']): string {
  if (partyDayWeek !== null && partyDayWeekday !== null) return `每月${partyDayWeek}${partyDayWeekday}`;
  return partyDayOfMonth === null ? '' : `每月${partyDayOfMonth}日`;
}

function committee({ posts }: HandbookData): Block[] {
  return chapterList(
    [
      { heading: '姓名', share: 3, cell: ({ name }) => alignedName(name) },
      { heading: '职务', share: 4, cell: ({ post }) => post },
      { heading: '任职起始', share: 5, cell: ({ from }) => listedDate(from) },
      { heading: '分工', share: 7, cell: () => null },
    ],
    posts
      .filter(({ post }) => post !== '党小组组长')
      .toSorted((a, b) => partyPosts.indexOf(a.post) - partyPosts.indexOf(b.post)),
    '没有登记支部委员。',
  );
}

function groups(data: HandbookData): Block[] {
  const leadersOf = (id: string) =>
    data.posts.filter(({ post, groupId }) => post === '党小组组长' && groupId === id);
  const membersOf = (id: string) => data.members.filter(({ groupId }) => groupId === id);
  return chapterList(
    [
      { heading: '党小组', share: 4, cell: ({ name }) => name },
      {
        heading: '组长',
        share: 3,
        cell: ({ id }) =>
          leadersOf(id)
            .map(({ name }) => alignedName(name))
            .join('、'),
      },
      { heading: '人数', share: 2, cell: ({ id }) => membersOf(id).length },
      {
        heading: '党员',
        share: 10,
        long: true,
        cell: ({ id }) =>
          membersOf(id)
            .map(({ values }) => values.name)
            .join('、'),
      },
    ],
    data.groups,
    '支部没有划分党小组。',
  );
}

function roll({ members }: HandbookData): Block[] {
  return chapterList(
    [
      { heading: '姓名', share: 2.5, cell: ({ values }) => alignedName(values.name) },
      { heading: '性别', share: 1.7, cell: ({ values }) => values.sex },
      { heading: '民族', share: 2, cell: ({ values }) => values.ethnicity?.replace(/族$/u, '') ?? '' },
      { heading: '出生\n年月', share: 3.4, cell: ({ values }) => listedDate(values.bornOn).slice(0, 7) },
      { heading: '学历', share: 3.2, cell: ({ values }) => values.education },
      { heading: '入党日期', share: 4.2, cell: ({ values }) => listedDate(values.admittedOn) },
      { heading: '转正日期', share: 4.2, cell: ({ values }) => listedDate(values.confirmedOn) },
      { heading: '类别', share: 1.8, cell: ({ status }) => status.slice(0, 2) },
      { heading: '党内职务', share: 3, long: true, cell: ({ posts }) => posts.join('、') },
    ],
    members,
    '这一天没有在册党员。',
  );
}

function plans({ plan, quarterPlans, names }: HandbookData): Block[] {
  const byQuarter = quarterPlans.toSorted((a, b) => a.period.localeCompare(b.period));
  return sections([
    [
      '年度计划',
      chapterList(
        [
          { heading: '计划日期', share: 4.2, cell: ({ plannedOn }) => listedDate(plannedOn) },
          { heading: '类型', share: 4, cell: ({ type }) => type },
          { heading: '内容', share: 7, long: true, cell: ({ title }) => title },
          {
            heading: '负责人',
            share: 2.4,
            cell: (item) => alignedName(names[responsibleFor(item) ?? ''] ?? ''),
          },
          { heading: '落实', share: 2.2, cell: planOutcome },
        ],
        plan,
        '没有登记年度计划。',
      ),
    ],
    [
      '季度计划',
      byQuarter.length === 0
        ? '没有登记季度计划。'
        : byQuarter.flatMap(({ period, values }) => [
            heading(`${formatPeriod(period)}（${printedDate(values.filedOn)}报备）`, 2),
            ...body(orNothing(values.content ?? values.title)),
          ]),
    ],
  ]);
}
