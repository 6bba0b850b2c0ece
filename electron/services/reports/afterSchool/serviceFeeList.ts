import type { FeeAccount } from '../../../../shared/domain/afterSchool/fees.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { loadFees } from '../../afterSchool/fees/loadFees.ts';
import { planOf, pupilsOn, termOf, type ServedPupil } from '../../afterSchool/serviceTerm.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport } from '../report.ts';

interface FeeRow {
  readonly pupil: ServedPupil;
  readonly enrolment: RecordIn<typeof serviceEnrolment>['values'];
  readonly account: FeeAccount;
}

const yuan = (
  heading: string,
  of: (account: FeeAccount) => number,
  formula?: SheetColumn<FeeRow>['formula'],
): SheetColumn<FeeRow> => ({
  heading,
  width: 11,
  format: 'money',
  total: true,
  cell: ({ account }) => of(account) / 100,
  ...(formula && { formula }),
});

const columns: readonly SheetColumn<FeeRow>[] = [
  { heading: '班级', width: 12, cell: ({ pupil }) => pupil.className ?? '' },
  { heading: '姓名', width: 10, personName: true, cell: ({ pupil }) => pupil.name },
  { heading: '收费类别', width: 9, cell: ({ enrolment }) => enrolment.feeClass },
  { heading: '应上天数', width: 8, format: 'integer', cell: ({ account }) => account.plannedDays },
  { heading: '参加天数', width: 8, format: 'integer', cell: ({ account }) => account.days },
  ...[
    yuan('标准', ({ standard }) => standard),
    yuan('减免', ({ reduction }) => reduction),
    yuan('未参加期间', ({ outside }) => outside),
    yuan('缺勤退费', ({ absence }) => absence),
    yuan(
      '应收',
      ({ due }) => due,
      (at) => `${at('标准')}-${at('减免')}-${at('未参加期间')}-${at('缺勤退费')}`,
    ),
  ].map((column) => ({ ...column, group: '应收（元）' })),
  ...[
    yuan('已交', ({ paid }) => paid),
    yuan('已退', ({ refunded }) => refunded),
    {
      ...yuan(
        '欠交(负数为应退)',
        ({ balance }) => balance,
        (at) => `${at('应收')}-${at('已交')}+${at('已退')}`,
      ),
      width: 12,
    },
  ].map((column) => ({ ...column, group: '收退（元）' })),
  { heading: '备注', width: 22, wrap: true, cell: ({ enrolment }) => noteOf(enrolment) },
];

function noteOf({ withdrawnOn, feeClass, feeRemark }: FeeRow['enrolment']): string {
  return [
    withdrawnOn === null ? '' : `${withdrawnOn}退出`,
    feeClass === '全额' ? '' : (feeRemark ?? '没有写减免依据'),
  ]
    .filter((part) => part !== '')
    .join('，');
}

/** 收费清册 of a term: what every pupil owes and why, with reductions, refunds and arrears; sums and balances are formulas. */
export const serviceFeeList = sheetReport({
  name: 'serviceFeeList',
  label: '课后服务收费清册',
  area: 'afterSchool',
  periods: ['term'],
  of: { ledger: 'schoolClass', required: false },
  gather: (h, { period, day, recordId }) => {
    const term = termOf(h, period);
    if (!term) return failure('invalidInput', '这个学期的校历还没有登记，算不出费用。请先登记学期。');
    const { pupils, classes } = pupilsOn(h, day);
    const room = classes.find(({ id }) => id === recordId);
    const desk = loadFees(h, term, planOf(h, period));
    const enrolments = new Map(
      finishedRecords(h, serviceEnrolment, [], period).map((record) => [record.values.pupil, record]),
    );
    return success({
      className: room?.name ?? null,
      uncertain: desk.uncertain,
      rows: pupils.flatMap((pupil): FeeRow[] => {
        const enrolment = enrolments.get(pupil.id);
        if (!enrolment || (room !== undefined && pupil.classId !== room.id)) return [];
        return [{ pupil, enrolment: enrolment.values, account: desk.accountOf(enrolment, pupil.grade) }];
      }),
    });
  },
  compose: ({ className, uncertain, rows }, { period, sheet }) => {
    const owing = rows.filter(({ account }) => account.balance > 0).length;
    const refunds = rows.filter(({ account }) => account.balance < 0).length;
    return {
      name: ['课后服务收费清册', className, period].filter((part) => part !== null).join('_'),
      sheets: [
        sheet({
          name: '收费清册',
          title: `${formatPeriod(period)}课后服务收费清册${className === null ? '' : `（${className}）`}`,
          note: '单位：元',
          columns,
          rows,
        }),
      ],
      personCount: rows.length,
      sensitiveColumns: ['姓名', '收费类别'],
      problems: [
        rows.length === 0 && '没有参加课后服务的学生。',
        owing > 0 && `${owing} 人还没有交齐。`,
        refunds > 0 && `${refunds} 人应退费。`,
        uncertain && '本学期有的年份还没有导入放假安排，应上天数按周一至周五计算。',
      ],
    };
  },
});
