import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { isStaffOn } from '../../../../shared/domain/ethics/staffOn.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsPledge } from '../../../../shared/ledgers/ethics/ethicsPledge.ts';
import { blanks, printedShare } from '../../../documents/officeText.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';
import { staffFactOf } from '../../school/staffFact.ts';

interface PledgeData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly people: readonly {
    readonly staff: RecordIn<typeof staff>['values'];
    readonly pledge: RecordIn<typeof ethicsPledge>['values'] | null;
  }[];
}

const kinds: readonly PeriodKind[] = ['schoolYear'];
const columns: readonly ReportColumn[] = [
  { header: '姓名', width: 12, form: 'text', personName: true },
  { header: '人员类别', width: 12, form: 'text' },
  { header: '现任职务', width: 16, form: 'text' },
  { header: '已签订', width: 10, form: 'integer', total: true },
  { header: '未签订', width: 10, form: 'integer', total: true },
  { header: '签订日期', width: 14, form: 'text' },
  { header: '条款版本', width: 16, form: 'text' },
  { header: '见证人', width: 12, form: 'text' },
  { header: '备注', width: 18, form: 'text', wrap: true },
];

/** 师德承诺书签订情况 of a school year: everyone on the staff, signed or not. */
export const pledgeStatus = defineReport<PledgeData>({
  name: 'pledgeStatus',
  label: '师德承诺书签订情况',
  area: 'ethics',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const day = standingDay(rangeOf(h, period.value), context.today);
    const pledges = new Map(
      allRecords(h, ethicsPledge, { period: period.value }).map(({ values }) => [values.staff, values]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: context.today,
      madeBy: context.accountName,
      people: allRecords(h, staff)
        .filter((record) => isStaffOn(staffFactOf(record), day))
        .map((record) => ({ staff: record.values, pledge: pledges.get(record.id) ?? null })),
    });
  },
  compose: (data) => {
    const signed = data.people.filter(({ pledge }) => pledge !== null).length;
    const due = data.people.length;
    return {
      name: `师德承诺书签订情况_${data.period}`,
      sheets: [
        officialSheet({
          name: '承诺书签订情况',
          title: `${data.schoolName}${formatPeriod(data.period)}师德承诺书签订情况`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: `单位：人${blanks()}签订率：${printedShare(signed, due)}`,
          columns,
          rows: data.people.map(({ staff: person, pledge }) => [
            person.name,
            person.staffKind,
            person.post,
            pledge === null ? 0 : 1,
            pledge === null ? 1 : 0,
            pledge?.signedOn ?? null,
            pledge?.version ?? null,
            pledge?.witness ?? null,
            null,
          ]),
          totals: true,
        }),
      ],
      personCount: due,
      sensitiveColumns: [],
      problems: signed < due ? [`有 ${due - signed} 人还没有签订承诺书。`] : [],
      rows: due,
    };
  },
});
