import { sixBans } from '../../../../shared/domain/ethics/signCampaigns.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { tutoringSelfCheck } from '../../../../shared/ledgers/ethics/tutoringSelfCheck.ts';
import { blanks, printedShare } from '../../../documents/officeText.ts';
import type { OutputCell } from '../../../documents/writeWorkbook.ts';
import { getRecords } from '../../../store/records/records.ts';
import { campaignView } from '../../ethics/signTracking.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';
import { vacationOccasion } from './signForms.ts';

interface ResultData {
  readonly schoolName: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly period: string;
  readonly occasion: string;
  readonly due: number;
  readonly signed: number;
  readonly rows: readonly (readonly OutputCell[])[];
}

const kinds: readonly PeriodKind[] = ['term'];
const columns: readonly ReportColumn[] = [
  { header: '姓名', width: 10, form: 'text', personName: true },
  { header: '岗位', width: 16, form: 'text' },
  ...sixBans.map((_ban, index): ReportColumn => ({
    header: `第${index + 1}条`,
    width: 7,
    form: 'text',
    group: '六条禁令自查（是/否）',
  })),
  { header: '签字日期', width: 12, form: 'text' },
  { header: '核查人', width: 10, form: 'text' },
  { header: '备注', width: 18, form: 'text', wrap: true },
];

/** 有偿补课自查结果: every teacher of the term with the six answers. */
export const selfCheckResults = defineReport<ResultData>({
  name: 'selfCheckResults',
  label: '有偿补课自查结果表',
  area: 'ethics',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const occasion = vacationOccasion(period.value);
    const view = campaignView(h, { campaign: '有偿补课自查', period: period.value, occasion }, context.today);
    const records = new Map(
      getRecords(
        h,
        tutoringSelfCheck,
        view.rows.flatMap(({ recordId, state }) => (state === 'signed' && recordId ? [recordId] : [])),
      ).map((record) => [record.id, record.values]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      madeOn: context.today,
      madeBy: context.accountName,
      period: period.value,
      occasion,
      due: view.count.due,
      signed: view.count.signed,
      rows: view.rows.map((row) => {
        const values = row.recordId === null ? undefined : records.get(row.recordId);
        return [
          row.name,
          row.hint,
          ...sixBans.map(({ field }) => (values ? (values[field] === true ? '是' : '否') : null)),
          row.signedOn,
          values?.checker ?? null,
          row.excuse ?? (row.state === 'signed' ? (row.anyYes ? '需核查' : null) : '未签'),
        ];
      }),
    });
  },
  compose: (data) => ({
    name: `有偿补课自查结果_${data.period}`,
    sheets: [
      officialSheet({
        name: '有偿补课自查结果',
        title: `${data.schoolName}${formatPeriod(data.period)}有偿补课自查结果（${data.occasion}）`,
        unitName: data.schoolName,
        madeOn: data.madeOn,
        madeBy: data.madeBy,
        note: `应查 ${data.due} 人，已查 ${data.signed} 人${blanks()}${printedShare(data.signed, data.due)}`,
        columns,
        rows: data.rows,
      }),
    ],
    personCount: data.rows.length,
    sensitiveColumns: ['六条禁令自查'],
    problems: data.signed < data.due ? [`有 ${data.due - data.signed} 人还没有自查。`] : [],
    rows: data.rows.length,
  }),
});
