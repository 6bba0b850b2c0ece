import { success } from '../../../../shared/kernel/result.ts';
import { gateCheck } from '../../../../shared/ledgers/ethics/gateCheck.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ends, line, signatures } from '../../../documents/officeBlocks.ts';
import type { Block } from '../../../documents/officeDocument.ts';
import { listTable, numberColumn } from '../../../documents/officeTables.ts';
import { notApplicable, orNothing, printedDate } from '../../../documents/officeText.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { recordReport } from '../report.ts';

type GateRow = RecordIn<typeof gateCheck>['values']['rows'][number];

interface GateLine extends GateRow {
  readonly name: string;
  readonly subject: string;
}

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
          ends(`审核事项：${check.title}（${check.purpose}）`, `以${printedDate(check.checkedOn)}的记录为准`),
          linesTable(lines),
          line(`审核意见：${check.opinion ?? ''}`),
          signatures(['审核人（签字）', '学校负责人（签字盖章）']),
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
            { heading: '限制到', width: 16, cell: (each) => barredUntil(each, (day) => day) },
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

function linesTable(lines: readonly GateLine[]): Block {
  return listTable(
    [
      numberColumn(1.2),
      { heading: '姓名', share: 2.2, cell: ({ name }) => name },
      { heading: '任教学科', share: 2.4, cell: ({ subject }) => subject },
      { heading: '审核结果', share: 2, cell: ({ outcome }) => outcome },
      { heading: '限制到', share: 3.6, cell: (each) => barredUntil(each, printedDate) },
      {
        heading: '理由和依据',
        share: 8.6,
        long: true,
        cell: ({ reasons }) => orNothing(reasons).replaceAll('；', '；\n'),
      },
      { heading: '学校决定', share: 2.4, cell: ({ decision }) => decision },
    ],
    lines,
  );
}
