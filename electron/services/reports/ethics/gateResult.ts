import { success } from '../../../../shared/kernel/result.ts';
import { gateCheck } from '../../../../shared/ledgers/ethics/gateCheck.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { TableRow } from '../../../documents/officeDocument.ts';
import { blanks, notApplicable, orNothing, printedDate } from '../../../documents/officeText.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { recordReport } from '../report.ts';
import { headRow } from '../tableCells.ts';

type GateRow = RecordIn<typeof gateCheck>['values']['rows'][number];

interface GateLine extends GateRow {
  readonly name: string;
  readonly subject: string;
}

const heads = ['序号', '姓名', '任教学科', '审核结果', '限制到', '理由和依据', '学校决定'];
const columns = [1.2, 2.2, 2.4, 2, 3.6, 8.6, 2.4] as const;

/** 师德审核意见表 made from a kept gate check: the sheet that goes with the list of names. */
export const gateResult = recordReport({
  name: 'gateResult',
  label: '师德审核意见表',
  area: 'ethics',
  formats: ['docx', 'xlsx', 'pdf'],
  ledger: gateCheck,
  gather: (h, { values }) => {
    const ids = values.rows.map((row) => row.staff);
    const people = new Map(getRecords(h, staff, ids).map((record) => [record.id, record.values]));
    return success({
      check: values,
      lines: values.rows.map((row): GateLine => ({
        ...row,
        name: people.get(row.staff)?.name ?? '（已删除的教职工）',
        subject: people.get(row.staff)?.subject ?? '',
      })),
    });
  },
  compose: ({ check, lines }, { schoolName, sheet }) => {
    const undecided = lines.filter(({ outcome, decision }) => outcome === '需研究' && !decision).length;
    return {
      name: `师德审核意见表_${check.title}`,
      document: {
        title: [schoolName, '师德审核意见表'],
        orientation: 'landscape',
        style: 'form',
        pageNumbers: lines.length > 15,
        blocks: [
          {
            kind: 'ends',
            left: `审核事项：${check.title}（${check.purpose}）`,
            right: `以${printedDate(check.checkedOn)}的记录为准`,
          },
          { kind: 'table', columns, headerRows: 1, size: '五号', rows: tableRows(lines) },
          { kind: 'paragraph', align: 'left', text: `审核意见：${check.opinion ?? ''}` },
          {
            kind: 'signatures',
            lines: [{ label: '审核人（签字）' }, { label: '学校负责人（签字盖章）' }],
            date: `${blanks(4)}年${blanks(2)}月${blanks(2)}日`,
          },
        ],
      },
      sheets: [
        sheet({
          name: '师德审核意见表',
          title: '师德审核意见表',
          note: `事项：${check.title}`,
          rows: lines,
          columns: [
            { heading: '姓名', width: 11, cell: ({ name }) => name },
            { heading: '任教学科', width: 11, cell: ({ subject }) => subject },
            { heading: '审核结果', width: 10, cell: ({ outcome }) => outcome },
            { heading: '限制到', width: 16, cell: (line) => barredUntil(line, (day) => day) },
            { heading: '理由和依据', width: 60, wrap: true, cell: ({ reasons }) => orNothing(reasons) },
            { heading: '学校决定', width: 12, cell: ({ decision }) => decision ?? '' },
          ],
        }),
      ],
      personCount: lines.length,
      sensitiveColumns: ['审核结果', '理由和依据'],
      problems: [undecided > 0 && `有 ${undecided} 人需学校研究，还没有填写学校决定。`],
    };
  },
});

/** The last day on which somebody is barred, in the paper's style of dates. */
function barredUntil({ outcome, until }: GateLine, dated: (day: string) => string): string {
  if (outcome !== '不通过') return notApplicable;
  return until === null ? '长期' : dated(until);
}

function tableRows(lines: readonly GateLine[]): TableRow[] {
  return [
    headRow(heads),
    ...lines.map((line, index) => ({
      cells: [
        { text: String(index + 1) },
        { text: line.name },
        { text: line.subject },
        { text: line.outcome },
        { text: barredUntil(line, printedDate) },
        { text: orNothing(line.reasons).replaceAll('；', '；\n'), align: 'left' as const },
        { text: line.decision ?? '' },
      ],
      mayBreak: true,
    })),
  ];
}
