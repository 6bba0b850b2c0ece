import { meetingTypes } from '../../../../../shared/domain/partyLife/words.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { orNothing, printedDate, printedShare } from '../../../../documents/officeText.ts';
import type { Chapter } from './chapter.ts';
import { chapterList } from './chapterTables.ts';
import type { HandbookData } from './handbookData.ts';

/** 品牌创建 and the last page, where the year is summed up in numbers and the secretary writes the rest. */
export function closingChapters(data: HandbookData): Chapter[] {
  return [
    { title: '党建品牌创建', blocks: brands(data) },
    { title: '年度工作总结', blocks: summary(data) },
  ];
}

function brands(data: HandbookData): Block[] {
  if (data.brands.length === 0) return [{ kind: 'paragraph', text: '没有登记党建品牌。' }];
  return data.brands.flatMap(({ name, meaning, measures, results, level, recognisedOn }): Block[] => [
    { kind: 'heading', level: 1, text: name },
    ...(
      [
        ['品牌内涵', meaning],
        ['主要举措', measures],
        ['工作成效', results],
        [
          '获评层级',
          level === null
            ? null
            : `${level}${recognisedOn === null ? '' : `（${printedDate(recognisedOn)}）`}`,
        ],
      ] as const
    ).flatMap(([title, text]): Block[] => [
      { kind: 'heading', level: 2, text: title },
      { kind: 'paragraph', text: orNothing(text) },
    ]),
  ]);
}

function summary({ meetings, obligations }: HandbookData): Block[] {
  const rows = meetingTypes.flatMap((type) => {
    const due = obligations.filter((each) => each.type === type);
    const held = meetings.filter(({ meeting }) => meeting.type === type);
    if (due.length === 0 && held.length === 0) return [];
    const attendance = held
      .flatMap(({ meeting }) => meeting.attendance)
      .filter(({ state }) => state !== '不计应到');
    const present = attendance.filter(({ state }) => state === '出席').length;
    return [
      [
        type,
        due.reduce((sum, { required }) => sum + required, 0),
        held.length,
        due.filter(({ state }) => state === 'excused').length,
        due
          .filter(({ state }) => state === 'overdue')
          .reduce((sum, { required, meetingIds }) => sum + Math.max(required - meetingIds.length, 0), 0),
        printedShare(present, attendance.length),
      ],
    ];
  });
  return [
    { kind: 'heading', level: 1, text: '一、组织生活开展情况' },
    ...chapterList(
      [
        { title: '类型', share: 6 },
        { title: '应开', share: 2.2 },
        { title: '实开', share: 2.2 },
        { title: '已说明', share: 2.2 },
        { title: '未完成', share: 2.2 },
        { title: '出席率', share: 2.6 },
      ],
      rows,
    ),
    { kind: 'heading', level: 1, text: '二、总结和述职评议' },
    {
      kind: 'table',
      columns: [1],
      headerRows: 0,
      rows: [
        {
          heightMm: 78,
          cells: [{ text: '', foot: '支部书记（签字）：　　　　　　年　　月　　日', vertical: 'bottom' }],
        },
        {
          heightMm: 28,
          cells: [
            {
              text: '上级党组织审阅意见：',
              align: 'left',
              vertical: 'top',
              foot: '（盖章）　　　　年　　月　　日',
            },
          ],
        },
      ],
    },
  ];
}
