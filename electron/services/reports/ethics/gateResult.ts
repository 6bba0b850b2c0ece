import { success } from '../../../../shared/kernel/result.ts';
import { gateCheck } from '../../../../shared/ledgers/ethics/gateCheck.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { TableRow } from '../../../documents/officeDocument.ts';
import { blanks, orNothing, printedDate } from '../../../documents/officeText.ts';
import { getRecords, type RecordIn } from '../../../store/records/records.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet } from '../officialSheet.ts';
import { defineReport, recordOfScope } from '../report.ts';
import { headRow } from '../tableCells.ts';

interface GateData {
  readonly schoolName: string;
  readonly madeBy: string;
  readonly madeOn: string;
  readonly check: RecordIn<typeof gateCheck>['values'];
  readonly lines: readonly GateLine[];
}

interface GateLine {
  readonly name: string;
  readonly subject: string;
  readonly outcome: string;
  readonly until: string;
  readonly reasons: string;
  readonly decision: string;
}

const heads = ['序号', '姓名', '任教学科', '审核结果', '限制到', '理由和依据', '学校决定'];
const columns = [1.2, 2.2, 2.4, 2, 3.6, 8.6, 2.4] as const;

/** 师德审核意见表 made from a kept gate check: the sheet that goes with the list of names. */
export const gateResult = defineReport<GateData>({
  name: 'gateResult',
  label: '师德审核意见表',
  area: 'ethics',
  formats: ['docx', 'xlsx', 'pdf'],
  scope: { kind: 'record', ledger: 'gateCheck' },
  gather: (h, scope, context) => {
    const found = recordOfScope(h, gateCheck, scope);
    if (!found.ok) return found;
    const check = found.value.values;
    const people = new Map(
      getRecords(
        h,
        staff,
        check.rows.map((row) => row.staff),
      ).map((record) => [record.id, record.values]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      madeBy: context.accountName,
      madeOn: context.today,
      check,
      lines: check.rows.map((row) => ({
        name: people.get(row.staff)?.name ?? '（已删除的教职工）',
        subject: people.get(row.staff)?.subject ?? '',
        outcome: row.outcome,
        until: row.outcome === '不通过' ? (row.until === null ? '长期' : printedDate(row.until)) : '—',
        reasons: orNothing(row.reasons),
        decision: row.decision ?? '',
      })),
    });
  },
  compose: (data) => ({
    name: `师德审核意见表_${data.check.title}`,
    document: {
      title: [data.schoolName, '师德审核意见表'],
      orientation: 'landscape',
      style: 'form',
      pageNumbers: data.lines.length > 15,
      blocks: [
        {
          kind: 'ends',
          left: `审核事项：${data.check.title}（${data.check.purpose}）`,
          right: `以${printedDate(data.check.checkedOn)}的记录为准`,
        },
        { kind: 'table', columns, headerRows: 1, size: '五号', rows: tableRows(data) },
        { kind: 'paragraph', align: 'left', text: `审核意见：${data.check.opinion ?? ''}` },
        {
          kind: 'signatures',
          lines: [{ label: '审核人（签字）' }, { label: '学校负责人（签字盖章）' }],
          date: `${blanks(4)}年${blanks(2)}月${blanks(2)}日`,
        },
      ],
    },
    sheets: [
      officialSheet({
        name: '师德审核意见表',
        title: `${data.schoolName}师德审核意见表`,
        unitName: data.schoolName,
        madeOn: data.madeOn,
        madeBy: data.madeBy,
        note: `事项：${data.check.title}`,
        columns: [
          { header: '姓名', width: 11, form: 'text' },
          { header: '任教学科', width: 11, form: 'text' },
          { header: '审核结果', width: 10, form: 'text' },
          { header: '限制到', width: 16, form: 'text' },
          { header: '理由和依据', width: 60, form: 'text', wrap: true },
          { header: '学校决定', width: 12, form: 'text' },
        ],
        rows: data.lines.map(({ name, subject, outcome, until, reasons, decision }) => [
          name,
          subject,
          outcome,
          until,
          reasons,
          decision,
        ]),
      }),
    ],
    personCount: data.lines.length,
    sensitiveColumns: ['审核结果', '理由和依据'],
    problems: problemsOf(data),
    rows: data.lines.length,
  }),
});

function tableRows({ lines }: GateData): TableRow[] {
  return [
    headRow(heads),
    ...lines.map((line, index) => ({
      cells: [
        { text: String(index + 1) },
        { text: line.name },
        { text: line.subject },
        { text: line.outcome },
        { text: line.until },
        { text: line.reasons.replaceAll('；', '；\n'), align: 'left' as const },
        { text: line.decision },
      ],
      mayBreak: true,
    })),
  ];
}

function problemsOf({ lines }: GateData): string[] {
  const undecided = lines.filter(({ outcome, decision }) => outcome === '需研究' && decision === '').length;
  return undecided > 0 ? [`有 ${undecided} 人需学校研究，还没有填写学校决定。`] : [];
}
