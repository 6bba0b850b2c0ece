import { payeeOf, type PayLine } from '../../../../shared/domain/afterSchool/pay/payLines.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { serviceRoles } from '../../../../shared/ledgers/afterSchool/serviceRoles.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { blanks } from '../../../documents/officeText.ts';
import { getRecords } from '../../../store/records/records.ts';
import { loadPayMonth } from '../../afterSchool/pay/loadPayMonth.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';

interface PaySheetData {
  readonly schoolName: string;
  readonly month: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly locked: boolean;
  readonly obstacles: readonly string[];
  readonly people: readonly {
    readonly name: string;
    readonly card: string | null;
    readonly tax: number;
    readonly lines: readonly PayLine[];
  }[];
}

const kinds: readonly PeriodKind[] = ['month'];

/**
 * 补助发放表 of a month: a line per person, role and rate, corrections of earlier months below. 金额 and 实发 are live formulas, so
 * that a tax typed into the sheet is worked into the sums.
 */
export const paySheet = defineReport<PaySheetData>({
  name: 'paySheet',
  label: '课后服务补助发放表',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const { lines, payees, standing, obstacles } = loadPayMonth(h, period.value, context.today);
    const own = new Map(
      getRecords(
        h,
        staff,
        payees.map(({ payeeId }) => payeeId),
      ).map((one) => [one.id, one]),
    );
    const outside = new Map(
      getRecords(
        h,
        externalPerson,
        payees.map(({ payeeId }) => payeeId),
      ).map((one) => [one.id, one]),
    );
    const byPayee = Map.groupBy(lines, payeeOf);
    return success({
      schoolName: schoolOf(h).values.name,
      month: period.value,
      madeOn: context.today,
      madeBy: context.accountName,
      locked: standing === 'locked',
      obstacles,
      people: payees.map(({ payeeId, name, tax }) => ({
        name: own.get(payeeId)?.values.name ?? outside.get(payeeId)?.values.name ?? name,
        card: own.get(payeeId)?.values.bankCardLast4 ?? null,
        tax,
        lines: (byPayee.get(payeeId) ?? []).toSorted(
          (a, b) =>
            Number(a.ofMonth !== period.value) - Number(b.ofMonth !== period.value) ||
            serviceRoles.indexOf(a.role) - serviceRoles.indexOf(b.role),
        ),
      })),
    });
  },
  compose: (data) => {
    const rows = data.people.flatMap((person) =>
      person.lines.map((line, index) => {
        const tax = index === 0 ? person.tax / 100 : 0;
        const amount = line.amount / 100;
        return [
          person.name,
          line.ofMonth === data.month ? line.role : `${line.role}（${formatPeriod(line.ofMonth)}补差）`,
          line.hours,
          line.rate / 100,
          amount,
          tax === 0 ? null : tax,
          Math.round((amount - tax) * 100) / 100,
          person.card,
          null,
        ];
      }),
    );
    return {
      name: `课后服务补助发放表_${data.month}`,
      sheets: [
        officialSheet({
          name: '补助发放表',
          title: `${data.schoolName}${formatPeriod(data.month)}课后服务补助发放表`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: '单位：课时、元',
          columns: [
            { header: '姓名', width: 12, form: 'text', personName: true },
            { header: '职责', width: 22, form: 'text' },
            { header: '课时', width: 9, form: 'decimal', digits: 1, total: true },
            { header: '标准', width: 10, form: 'money' },
            {
              header: '金额',
              width: 13,
              form: 'money',
              total: true,
              formula: (row) => `ROUND(D${row}*E${row},2)`,
            },
            { header: '扣税', width: 10, form: 'money', total: true },
            { header: '实发', width: 13, form: 'money', total: true, formula: (row) => `F${row}-G${row}` },
            { header: '卡号末四位', width: 11, form: 'text' },
            { header: '签字', width: 13, form: 'text' },
          ],
          rows,
          totals: true,
          signOff: `制表：${data.madeBy}${blanks(10)}审核：${blanks(12)}校长：`,
        }),
      ],
      personCount: data.people.length,
      sensitiveColumns: ['卡号末四位'],
      problems: [
        ...(data.locked ? [] : ['这个月还没有月结，表中的课时和金额还会变化。']),
        ...data.obstacles,
        ...(data.people.length === 0 ? ['这个月没有已确认的课时，表是空的。'] : []),
      ],
      rows: rows.length,
    };
  },
});
