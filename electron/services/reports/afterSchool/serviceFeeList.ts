import type { FeeAccount } from '../../../../shared/domain/afterSchool/fees.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { OutputSheet } from '../../../documents/writeWorkbook.ts';
import { loadFees } from '../../afterSchool/fees/loadFees.ts';
import { planOf, pupilsOn, termOf } from '../../afterSchool/serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';

interface FeeRow {
  readonly className: string;
  readonly name: string;
  readonly feeClass: string;
  readonly account: FeeAccount;
  readonly note: string;
}

interface FeeListData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly className: string | null;
  readonly rows: readonly FeeRow[];
  readonly uncertain: boolean;
}

const kinds: readonly PeriodKind[] = ['term'];
const money = { width: 11, form: 'money', total: true } as const;
const columns: readonly ReportColumn[] = [
  { header: '班级', width: 12, form: 'text' },
  { header: '姓名', width: 10, form: 'text', personName: true },
  { header: '收费类别', width: 9, form: 'text' },
  { header: '应上天数', width: 8, form: 'integer' },
  { header: '参加天数', width: 8, form: 'integer' },
  { ...money, header: '标准', group: '应收（元）' },
  { ...money, header: '减免', group: '应收（元）' },
  { ...money, header: '未参加期间', group: '应收（元）' },
  { ...money, header: '缺勤退费', group: '应收（元）' },
  { ...money, header: '应收', group: '应收（元）', formula: (row) => `G${row}-H${row}-I${row}-J${row}` },
  { ...money, header: '已交', group: '收退（元）' },
  { ...money, header: '已退', group: '收退（元）' },
  {
    ...money,
    header: '欠交(负数为应退)',
    width: 12,
    group: '收退（元）',
    formula: (row) => `K${row}-L${row}+M${row}`,
  },
  { header: '备注', width: 22, form: 'text', wrap: true },
];

/** 收费清册 of a term: what every pupil owes and why, with reductions, refunds and arrears; sums and balances are formulas. */
export const serviceFeeList = defineReport<FeeListData>({
  name: 'serviceFeeList',
  label: '课后服务收费清册',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds, of: { ledger: 'schoolClass', required: false } },
  gather: (h, scope, { today, accountName }) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const term = termOf(h, period.value);
    if (!term) return failure('invalidInput', '这个学期的校历还没有登记，算不出费用。请先登记学期。');
    const { pupils, classes } = pupilsOn(h, standingDay(rangeOf(h, period.value), today));
    const room = classes.find(({ id }) => id === scope.recordId);
    const desk = loadFees(h, term, planOf(h, period.value));
    const enrolments = new Map(
      finishedRecords(h, serviceEnrolment, [], period.value).map((record) => [record.values.pupil, record]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: today,
      madeBy: accountName,
      className: room?.name ?? null,
      uncertain: desk.uncertain,
      rows: pupils.flatMap((pupil): FeeRow[] => {
        const enrolment = enrolments.get(pupil.id);
        if (!enrolment || (room !== undefined && pupil.classId !== room.id)) return [];
        const { values } = enrolment;
        return [
          {
            className: pupil.className ?? '',
            name: pupil.name,
            feeClass: values.feeClass,
            account: desk.accountOf(enrolment, pupil.grade),
            note: [
              values.withdrawnOn === null ? '' : `${values.withdrawnOn}退出`,
              values.feeClass === '全额' ? '' : (values.feeRemark ?? '没有写减免依据'),
            ]
              .filter((part) => part !== '')
              .join('，'),
          },
        ];
      }),
    });
  },
  compose: (data) => {
    const owing = data.rows.filter(({ account }) => account.balance > 0).length;
    const refunds = data.rows.filter(({ account }) => account.balance < 0).length;
    return {
      name: ['课后服务收费清册', data.className, data.period].filter((part) => part !== null).join('_'),
      sheets: [sheetOf(data)],
      personCount: data.rows.length,
      sensitiveColumns: ['姓名', '收费类别'],
      problems: [
        ...(data.rows.length === 0 ? ['没有参加课后服务的学生。'] : []),
        ...(owing > 0 ? [`${owing} 人还没有交齐。`] : []),
        ...(refunds > 0 ? [`${refunds} 人应退费。`] : []),
        ...(data.uncertain ? ['本学期有的年份还没有导入放假安排，应上天数按周一至周五计算。'] : []),
      ],
      rows: data.rows.length,
    };
  },
});

function sheetOf(data: FeeListData): OutputSheet {
  const yuan = (amount: number): number => amount / 100;
  return officialSheet({
    name: '收费清册',
    title: `${data.schoolName}${formatPeriod(data.period)}课后服务收费清册${data.className === null ? '' : `（${data.className}）`}`,
    unitName: data.schoolName,
    madeOn: data.madeOn,
    madeBy: data.madeBy,
    note: '单位：元',
    columns,
    rows: data.rows.map(({ className, name, feeClass, account, note }) => [
      className,
      name,
      feeClass,
      account.plannedDays,
      account.days,
      yuan(account.standard),
      yuan(account.reduction),
      yuan(account.outside),
      yuan(account.absence),
      yuan(account.due),
      yuan(account.paid),
      yuan(account.refunded),
      yuan(account.balance),
      note,
    ]),
    totals: true,
  });
}
