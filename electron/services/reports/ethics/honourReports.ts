import type { HonourView } from '../../../../shared/contract/ethicsCampaign.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { alignedName, blanks, printedDate } from '../../../documents/officeText.ts';
import { createCheck } from '../../checks/check.ts';
import { honourView } from '../../ethics/honours.ts';
import { periodReport, sheetReport } from '../report.ts';
import { headRow } from '../tableCells.ts';
import { honourLevels } from '../../../../shared/domain/ethics/words.ts';

const perLevel = 5;

/** 表彰奖励一览表 of a year, by level, with document numbers and public notice. */
export const honourList = sheetReport({
  name: 'honourList',
  label: '表彰奖励一览表',
  area: 'ethics',
  periods: ['year'],
  gather: (h, { period, today }) =>
    success(
      honourView(h, createCheck(h, today), '校级').rows.filter(({ grantedOn }) =>
        grantedOn.startsWith(period),
      ),
    ),
  compose: (rows, { period, sheet }) => ({
    sheets: [
      sheet({
        name: '表彰奖励一览表',
        title: `${period}年表彰奖励一览表`,
        rows,
        columns: [
          { heading: '级别', width: 8, cell: ({ level }) => level },
          { heading: '姓名', width: 10, personName: true, cell: ({ staffName }) => staffName },
          { heading: '荣誉名称', width: 24, wrap: true, cell: ({ name }) => name },
          { heading: '授予单位', width: 20, wrap: true, cell: ({ grantedBy }) => grantedBy },
          { heading: '文号', width: 22, wrap: true, cell: ({ documentNumber }) => documentNumber },
          { heading: '授予日期', width: 13, cell: ({ grantedOn }) => grantedOn },
          {
            heading: '公示工作日',
            width: 11,
            format: 'integer',
            cell: ({ noticeWorkdays }) => noticeWorkdays,
          },
        ],
      }),
    ],
    personCount: new Set(rows.map(({ staffId }) => staffId)).size,
    problems: [rows.some(({ noticeShort }) => noticeShort) && '有表彰的公示天数不够。'],
  }),
});

/** 荣誉推荐建议 of every level with points and reasons; who is blocked by the gate isn't in it. */
export const honourSuggestions = periodReport({
  name: 'honourSuggestions',
  label: '荣誉推荐建议表',
  area: 'ethics',
  periods: ['year'],
  gather: (h, { day }) => {
    const check = createCheck(h, day);
    return success(
      honourLevels.map((level) => ({
        level,
        suggestions: honourView(h, check, level).suggestions.slice(0, perLevel),
      })),
    );
  },
  compose: (levels, { schoolName, today }) => ({
    name: '荣誉推荐建议表',
    document: {
      title: [schoolName, '荣誉推荐建议表'],
      orientation: 'landscape',
      style: 'form',
      pageNumbers: true,
      blocks: [
        {
          kind: 'ends',
          left: '积分只供参考，由学校集体研究决定',
          right: `制表日期：${printedDate(today)}`,
        },
        ...levels.flatMap(({ level, suggestions }): Block[] => [
          { kind: 'heading', level: 1, text: `${level}荣誉` },
          suggestionTable(suggestions),
        ]),
        {
          kind: 'signatures',
          lines: [{ label: '制表人（签字）' }, { label: '学校负责人（签字盖章）' }],
          date: `${blanks(4)}年${blanks(2)}月${blanks(2)}日`,
        },
      ],
    },
    personCount: new Set(levels.flatMap(({ suggestions }) => suggestions.map(({ staffId }) => staffId))).size,
    sensitiveColumns: ['师德把关'],
    rows: levels.reduce((sum, { suggestions }) => sum + suggestions.length, 0),
  }),
});

function suggestionTable(suggestions: HonourView['suggestions']): Block {
  return {
    kind: 'table',
    columns: [1.4, 2.4, 4, 1.6, 11, 5],
    headerRows: 1,
    size: '五号',
    rows: [
      headRow(['次序', '姓名', '学科和职称', '积分', '理由', '师德把关']),
      ...(suggestions.length === 0
        ? [{ cells: [{ text: '没有可以建议的人员', columns: 6 }] }]
        : suggestions.map((one, index) => ({
            cells: [
              { text: String(index + 1) },
              { text: alignedName(one.name) },
              { text: one.hint },
              { text: String(one.points) },
              {
                text: one.parts.map(({ sentence, points }) => `${sentence}，${points}分`).join('；'),
                align: 'left' as const,
              },
              { text: one.decisions.length === 0 ? '通过' : `需研究：${one.decisions.join('；')}` },
            ],
          }))),
    ],
  };
}
