import { partyPosts } from '../../../../../shared/domain/partyLife/words.ts';
import { formatPeriod } from '../../../../../shared/kernel/periods.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { alignedName, listedDate, orNothing, printedDate } from '../../../../documents/officeText.ts';
import { planOutcome, responsibleFor } from '../planWords.ts';
import { pairsRow, wideRow } from '../../tableCells.ts';
import type { Chapter } from './chapter.ts';
import { chapterList } from './chapterTables.ts';
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
  return {
    kind: 'table',
    columns: [3.4, 6, 3.4, 6],
    headerRows: 0,
    rows: [
      wideRow('党支部名称', branch.name, 3),
      wideRow('所在单位', schoolName, 3),
      wideRow('上级党组织', orNothing(branch.superior), 3),
      pairsRow([
        ['成立日期', printedDate(branch.foundedOn)],
        ['届　次', branch.termNumber === null ? '' : `第${branch.termNumber}届`],
      ]),
      pairsRow([
        ['本届任期', termText(branch)],
        ['主题党日\n固定日', partyDayText(branch)],
      ]),
      pairsRow([
        ['党员总数', `${members.length}人`],
        ['党小组', `${groups.length}个`],
      ]),
      pairsRow([
        ['正式党员', count(({ status }) => status === '正式党员')],
        ['预备党员', count(({ status }) => status === '预备党员')],
      ]),
      pairsRow([
        ['男党员', count(({ values }) => values.sex === '男')],
        ['女党员', count(({ values }) => values.sex === '女')],
      ]),
      pairsRow([
        ['少数民族', count(({ values }) => values.ethnicity !== null && values.ethnicity !== '汉族')],
        ['流动党员', count(({ values }) => values.relation === '流动')],
      ]),
      wideRow('备　注', `以上人数为${printedDate(day)}的情况。${branch.remark ?? ''}`, 3),
    ].map((row) => ({ heightMm: 11, ...row })),
  };
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
      { title: '姓名', share: 3 },
      { title: '职务', share: 4 },
      { title: '任职起始', share: 5 },
      { title: '分工', share: 7 },
    ],
    posts
      .filter(({ post }) => post !== '党小组组长')
      .toSorted((a, b) => partyPosts.indexOf(a.post) - partyPosts.indexOf(b.post))
      .map(({ name, post, from }) => [alignedName(name), post, printedDate(from), '']),
    '没有登记支部委员。',
  );
}

function groups(data: HandbookData): Block[] {
  return chapterList(
    [
      { title: '党小组', share: 4 },
      { title: '组长', share: 3 },
      { title: '人数', share: 2 },
      { title: '党员', share: 10, long: true },
    ],
    data.groups.map(({ id, name }) => {
      const own = data.members.filter(({ groupId }) => groupId === id);
      const leaders = data.posts.filter((post) => post.post === '党小组组长' && post.groupId === id);
      return [
        name,
        leaders.map((leader) => alignedName(leader.name)).join('、'),
        own.length,
        own.map(({ values }) => values.name).join('、'),
      ];
    }),
    '支部没有划分党小组。',
  );
}

function roll({ members }: HandbookData): Block[] {
  return chapterList(
    [
      { title: '姓名', share: 2.5 },
      { title: '性别', share: 1.7 },
      { title: '民族', share: 2 },
      { title: '出生\n年月', share: 3.4 },
      { title: '学历', share: 3.2 },
      { title: '入党日期', share: 4.2 },
      { title: '转正日期', share: 4.2 },
      { title: '类别', share: 1.8 },
      { title: '党内职务', share: 3, long: true },
    ],
    members.map(({ values, status, posts }) => [
      alignedName(values.name),
      values.sex,
      values.ethnicity?.replace(/族$/u, '') ?? '',
      values.bornOn?.slice(0, 7).replace('-', '.') ?? '',
      values.education,
      listedDate(values.admittedOn),
      listedDate(values.confirmedOn),
      status.slice(0, 2),
      posts.join('、'),
    ]),
    '这一天没有在册党员。',
  );
}

function plans({ plan, quarterPlans, names }: HandbookData): Block[] {
  return [
    { kind: 'heading', level: 1, text: '一、年度计划' },
    ...chapterList(
      [
        { title: '计划日期', share: 4.2 },
        { title: '类型', share: 4 },
        { title: '内容', share: 7, long: true },
        { title: '负责人', share: 2.4 },
        { title: '落实', share: 2.2 },
      ],
      plan.map((item) => [
        listedDate(item.plannedOn),
        item.type,
        item.title,
        alignedName(names[responsibleFor(item) ?? ''] ?? ''),
        planOutcome(item),
      ]),
      '没有登记年度计划。',
    ),
    { kind: 'heading', level: 1, text: '二、季度计划' },
    ...(quarterPlans.length === 0
      ? [{ kind: 'paragraph' as const, text: '没有登记季度计划。' }]
      : quarterPlans
          .toSorted((a, b) => a.period.localeCompare(b.period))
          .flatMap(({ period, values }): Block[] => [
            {
              kind: 'heading',
              level: 2,
              text: `${formatPeriod(period)}（${printedDate(values.filedOn)}报备）`,
            },
            { kind: 'paragraph', text: orNothing(values.content ?? values.title) },
          ])),
  ];
}
