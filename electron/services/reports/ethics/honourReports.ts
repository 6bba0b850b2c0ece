import type { HonourView } from '../../../../shared/contract/ethicsCampaign.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { createCheck } from '../../checks/check.ts';
import { honourView } from '../../ethics/honours.ts';
import { countPersons, periodReport, sheetReport } from '../report.ts';
import { honourLevels } from '../../../../shared/domain/ethics/words.ts';
import { ends, heading, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { listTable, numberColumn } from '../../../documents/officeTables.ts';
import { alignedName, printedDate } from '../../../documents/officeText.ts';

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
    personCount: countPersons(rows.map(({ staffId }) => staffId)),
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
        ends('积分只供参考，由学校集体研究决定', `制表日期：${printedDate(today)}`),
        ...levels.flatMap(({ level, suggestions }): Block[] => [
          heading(`${level}荣誉`),
          suggestionTable(suggestions),
        ]),
        signatures(['制表人（签字）', '学校负责人（签字盖章）']),
      ],
    },
    personCount: countPersons(levels.flatMap(({ suggestions }) => suggestions.map(({ staffId }) => staffId))),
    sensitiveColumns: ['师德把关'],
    rows: levels.reduce((sum, { suggestions }) => sum + suggestions.length, 0),
  }),
});

function suggestionTable(suggestions: HonourView['suggestions']): Block {
  return listTable(
    [
      numberColumn(1.4, '次序'),
      { heading: '姓名', share: 2.4, cell: ({ name }) => alignedName(name) },
      { heading: '学科和职称', share: 4, cell: ({ hint }) => hint },
      { heading: '积分', share: 1.6, cell: ({ points }) => points },
      {
        heading: '理由',
        share: 11,
        long: true,
        cell: ({ parts }) => parts.map(({ sentence: words, points }) => `${words}，${points}分`).join('；'),
      },
      {
        heading: '师德把关',
        share: 5,
        cell: ({ decisions }) => (decisions.length === 0 ? '通过' : `需研究：${decisions.join('；')}`),
      },
    ],
    suggestions,
    { none: '没有可以建议的人员' },
  );
}
