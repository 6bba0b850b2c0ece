import { casePapersOf } from '../../../../../shared/domain/ethics/casePapers.ts';
import { violationWords } from '../../../../../shared/domain/ethics/violationBasis.ts';
import { signatures } from '../../../../documents/officeBlocks.ts';
import { formTable, listTable, numberColumn, pairsRow } from '../../../../documents/officeTables.ts';
import { printedDate } from '../../../../documents/officeText.ts';
import { defineCasePaper, personName, type CaseData } from './caseData.ts';

/** 结案归档目录: the papers in the order of the file, and which of them are missing. */
export const caseArchiveList = defineCasePaper({
  name: 'caseArchiveList',
  label: '归档目录',
  locked: false,
  compose: (data) => {
    const { fact, values } = data;
    const lines = linesOf(data);
    const missing = lines.filter(({ filed }) => !filed);
    return {
      document: {
        title: [data.schoolName, '师德师风案卷归档目录'],
        style: 'form',
        blocks: [
          formTable(
            [2.8, 5.6, 2.8, 5.6],
            [
              pairsRow({ 案件编号: values.number, 当事人: personName(data) }, 9),
              pairsRow({ '事　项': violationWords(values.violation), '处　理': fact.handling ?? '' }, 9),
              pairsRow(
                { 登记日期: printedDate(values.receivedOn), 归档日期: printedDate(fact.archivedOn) },
                9,
              ),
            ],
          ),
          listTable<Line>(
            [
              numberColumn(1.4),
              { heading: '材料名称', share: 5.6, long: true, cell: ({ kind }) => kind },
              { heading: '日期', share: 3.8, cell: ({ on }) => printedDate(on) },
              { heading: '存放处', share: 3.6, cell: ({ place }) => place },
              { heading: '齐缺', share: 2.4, cell: ({ filed }) => (filed ? '齐' : '缺') },
            ],
            lines,
            { size: '小四', heightMm: 9 },
          ),
          signatures(['立卷人（签字）', '审核人（签字）']),
        ],
      },
      problems: [
        missing.length > 0 &&
          `还缺 ${missing.length} 份材料：${missing.map(({ kind }) => kind).join('、')}。`,
      ],
    };
  },
});

interface Line {
  readonly kind: string;
  readonly on: string | null;
  readonly place: string;
  readonly filed: boolean;
}

/** Every paper with its day and place; the list itself goes in last. */
function linesOf({ fact, values }: CaseData): Line[] {
  return casePapersOf(fact)
    .filter(({ kind }) => kind !== '归档目录')
    .flatMap(({ kind, filed }): Line[] => {
      const rows = values.papers.filter((row) => row.kind === kind);
      const scans = values.files.filter((file) => file.kind === kind).length;
      if (rows.length === 0) return [{ kind, on: null, place: scans > 0 ? '电子件' : '', filed }];
      return rows.map((row) => ({ kind, on: row.madeOn, place: row.place ?? '', filed: true }));
    });
}
