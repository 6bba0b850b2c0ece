import { payeeOf, type PayLine } from '../../../../shared/domain/afterSchool/pay/payLines.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { externalPerson } from '../../../../shared/ledgers/base/externalPerson.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { blanks } from '../../../documents/officeText.ts';
import { getRecords } from '../../../store/records/records.ts';
import { loadPayMonth } from '../../afterSchool/pay/loadPayMonth.ts';
import { sheetReport } from '../report.ts';
import { serviceRoles } from '../../../../shared/domain/afterSchool/words.ts';

/**
 * 补助发放表 of a month: a line per person, role and rate, corrections of earlier months below. 金额 and 实发 are live formulas, so
 * that a tax typed into the sheet is worked into the sums.
 */
export const paySheet = sheetReport({
  name: 'paySheet',
  label: '课后服务补助发放表',
  area: 'afterSchool',
  periods: ['month'],
  gather: (h, { period, today }) => {
    const { lines, payees, standing, obstacles } = loadPayMonth(h, period, today);
    const ids = payees.map(({ payeeId }) => payeeId);
    const own = new Map(getRecords(h, staff, ids).map((one) => [one.id, one.values]));
    const outside = new Map(getRecords(h, externalPerson, ids).map((one) => [one.id, one.values]));
    const byPayee = Map.groupBy(lines, payeeOf);
    const order = (a: PayLine, b: PayLine) =>
      Number(a.ofMonth !== period) - Number(b.ofMonth !== period) ||
      serviceRoles.indexOf(a.role) - serviceRoles.indexOf(b.role);
    return success({
      locked: standing === 'locked',
      obstacles,
      people: payees.length,
      rows: payees.flatMap(({ payeeId, name, tax }) =>
        (byPayee.get(payeeId) ?? []).toSorted(order).map((line, index) => ({
          line,
          name: own.get(payeeId)?.name ?? outside.get(payeeId)?.name ?? name,
          card: own.get(payeeId)?.bankCardLast4 ?? null,
          amount: line.amount / 100,
          // A person's tax stands once, in the first line.
          tax: index === 0 ? tax / 100 : 0,
        })),
      ),
    });
  },
  compose: ({ locked, obstacles, people, rows }, { period, accountName, sheet }) => ({
    sheets: [
      sheet({
        name: '补助发放表',
        title: `${formatPeriod(period)}课后服务补助发放表`,
        note: '单位：课时、元',
        rows,
        columns: [
          { heading: '姓名', width: 12, personName: true, cell: ({ name }) => name },
          {
            heading: '职责',
            width: 22,
            cell: ({ line: { role, ofMonth } }) =>
              ofMonth === period ? role : `${role}（${formatPeriod(ofMonth)}补差）`,
          },
          {
            heading: '课时',
            width: 9,
            format: 'decimal',
            digits: 1,
            total: true,
            cell: ({ line }) => line.hours,
          },
          { heading: '标准', width: 10, format: 'money', cell: ({ line }) => line.rate / 100 },
          {
            heading: '金额',
            width: 13,
            format: 'money',
            total: true,
            cell: ({ amount }) => amount,
            formula: (at) => `ROUND(${at('课时')}*${at('标准')},2)`,
          },
          { heading: '扣税', width: 10, format: 'money', total: true, cell: ({ tax }) => tax || null },
          {
            heading: '实发',
            width: 13,
            format: 'money',
            total: true,
            cell: ({ amount, tax }) => Math.round((amount - tax) * 100) / 100,
            formula: (at) => `${at('金额')}-${at('扣税')}`,
          },
          { heading: '卡号末四位', width: 11, cell: ({ card }) => card },
          { heading: '签字', width: 13, cell: () => null },
        ],
        signOff: `制表：${accountName}${blanks(10)}审核：${blanks(12)}校长：`,
      }),
    ],
    personCount: people,
    sensitiveColumns: ['卡号末四位'],
    problems: [
      !locked && '这个月还没有月结，表中的课时和金额还会变化。',
      ...obstacles,
      people === 0 && '这个月没有已确认的课时，表是空的。',
    ],
  }),
});
