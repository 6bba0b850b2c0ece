import { meetingTypes } from '../../../../../shared/domain/partyLife/words.ts';
import { body, heading, sections, signedFoot } from '../../../../documents/officeBlocks.ts';
import type { Block } from '../../../../documents/officeDocument.ts';
import { formTable } from '../../../../documents/officeTables.ts';
import { orNothing, printedDate, printedShare } from '../../../../documents/officeText.ts';
import { chapterList, type Chapter } from './chapterList.ts';
import type { HandbookData } from './handbookData.ts';

/** 品牌创建 and the last page, where the year is summed up in numbers and the secretary writes the rest. */
export function closingChapters(data: HandbookData): Chapter[] {
  return [
    { title: '党建品牌创建', blocks: brands(data) },
    { title: '年度工作总结', blocks: summary(data) },
  ];
}

function brands(data: HandbookData): Block[] {
  if (data.brands.length === 0) return body('没有登记党建品牌。');
  return data.brands.flatMap(({ name, meaning, measures, results, level, recognisedOn }) => {
    const day = recognisedOn === null ? '' : `（${printedDate(recognisedOn)}）`;
    const parts = {
      品牌内涵: meaning,
      主要举措: measures,
      工作成效: results,
      获评层级: level && `${level}${day}`,
    };
    return [
      heading(name),
      ...Object.entries(parts).flatMap(([title, text]) => [heading(title, 2), ...body(orNothing(text))]),
    ];
  });
}

function summary({ meetings, obligations }: HandbookData): Block[] {
  const kinds = meetingTypes
    .map((type) => ({
      type,
      due: obligations.filter((each) => each.type === type),
      held: meetings.filter(({ meeting }) => meeting.type === type),
    }))
    .filter(({ due, held }) => due.length + held.length > 0);
  return sections([
    [
      '组织生活开展情况',
      chapterList(
        [
          { heading: '类型', share: 6, cell: ({ type }) => type },
          {
            heading: '应开',
            share: 2.2,
            cell: ({ due }) => due.reduce((sum, { required }) => sum + required, 0),
          },
          { heading: '实开', share: 2.2, cell: ({ held }) => held.length },
          {
            heading: '已说明',
            share: 2.2,
            cell: ({ due }) => due.filter(({ state }) => state === 'excused').length,
          },
          { heading: '未完成', share: 2.2, cell: ({ due }) => openCount(due) },
          { heading: '出席率', share: 2.6, cell: ({ held }) => attendanceShare(held) },
        ],
        kinds,
      ),
    ],
    [
      '总结和述职评议',
      [
        formTable(
          [1],
          [
            {
              heightMm: 78,
              cells: [{ text: '', vertical: 'bottom', foot: signedFoot('支部书记（签字）：') }],
            },
            {
              heightMm: 28,
              cells: [
                {
                  text: '上级党组织审阅意见：',
                  align: 'left',
                  vertical: 'top',
                  foot: signedFoot('（盖章）'),
                },
              ],
            },
          ],
        ),
      ],
    ],
  ]);
}

/** How many meetings that were due were never held. */
function openCount(due: HandbookData['obligations']): number {
  return due
    .filter(({ state }) => state === 'overdue')
    .reduce((sum, { required, meetingIds }) => sum + Math.max(required - meetingIds.length, 0), 0);
}

function attendanceShare(held: HandbookData['meetings']): string {
  const counted = held
    .flatMap(({ meeting }) => meeting.attendance)
    .filter(({ state }) => state !== '不计应到');
  return printedShare(counted.filter(({ state }) => state === '出席').length, counted.length);
}
