import type { HonourView } from '../../../../shared/contract/ethicsCampaign.ts';
import type { PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { alignedName, blanks, printedDate } from '../../../documents/officeText.ts';
import { createCheck } from '../../checks/check.ts';
import { honourView } from '../../ethics/honours.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';
import { headRow } from '../tableCells.ts';
import { honourLevels, type HonourLevel } from '../../../../shared/domain/ethics/words.ts';

interface HonourData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly year: string;
  readonly rows: HonourView['rows'];
}

interface SuggestionData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly levels: readonly {
    readonly level: HonourLevel;
    readonly suggestions: HonourView['suggestions'];
  }[];
}

const kinds: readonly PeriodKind[] = ['year'];
const perLevel = 5;

/** 表彰奖励一览表 of a year, by level, with document numbers and public notice. */
export const honourList = defineReport<HonourData>({
  name: 'honourList',
  label: '表彰奖励一览表',
  area: 'ethics',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const view = honourView(h, createCheck(h, context.today), '校级');
    return success({
      schoolName: schoolOf(h).values.name,
      madeOn: context.today,
      madeBy: context.accountName,
      year: period.value,
      rows: view.rows.filter(({ grantedOn }) => grantedOn.startsWith(period.value)),
    });
  },
  compose: (data) => ({
    name: `表彰奖励一览表_${data.year}`,
    sheets: [
      officialSheet({
        name: '表彰奖励一览表',
        title: `${data.schoolName}${data.year}年表彰奖励一览表`,
        unitName: data.schoolName,
        madeOn: data.madeOn,
        madeBy: data.madeBy,
        columns: [
          { header: '级别', width: 8, form: 'text' },
          { header: '姓名', width: 10, form: 'text', personName: true },
          { header: '荣誉名称', width: 24, form: 'text', wrap: true },
          { header: '授予单位', width: 20, form: 'text', wrap: true },
          { header: '文号', width: 22, form: 'text', wrap: true },
          { header: '授予日期', width: 13, form: 'text' },
          { header: '公示工作日', width: 11, form: 'integer' },
        ],
        rows: data.rows.map((row) => [
          row.level,
          row.staffName,
          row.name,
          row.grantedBy,
          row.documentNumber,
          row.grantedOn,
          row.noticeWorkdays,
        ]),
      }),
    ],
    personCount: new Set(data.rows.map(({ staffId }) => staffId)).size,
    sensitiveColumns: [],
    problems: data.rows.some(({ noticeShort }) => noticeShort) ? ['有表彰的公示天数不够。'] : [],
    rows: data.rows.length,
  }),
});

/** 荣誉推荐建议 of every level with points and reasons; who is blocked by the gate isn't in it. */
export const honourSuggestions = defineReport<SuggestionData>({
  name: 'honourSuggestions',
  label: '荣誉推荐建议表',
  area: 'ethics',
  formats: ['docx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const check = createCheck(h, standingDay(rangeOf(h, period.value), context.today));
    return success({
      schoolName: schoolOf(h).values.name,
      madeOn: context.today,
      levels: honourLevels.map((level) => ({
        level,
        suggestions: honourView(h, check, level).suggestions.slice(0, perLevel),
      })),
    });
  },
  compose: ({ schoolName, madeOn, levels }) => ({
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
          right: `制表日期：${printedDate(madeOn)}`,
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
    problems: [],
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
