import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../../shared/kernel/result.ts';
import { mask } from '../../../../shared/ledger/masking.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { pupilsOn, type ServedPupil } from '../../afterSchool/serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport, recordOfScope, type Paper, type ReportContext } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';

interface RollRow {
  readonly pupil: ServedPupil;
  readonly days: number;
  readonly courses: string;
  readonly feeClass: string;
  readonly pickUp: string;
}

interface RollData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  /** Class or course the roll is of; `null` = the whole school. */
  readonly of: string | null;
  readonly rows: readonly RollRow[];
}

const kinds: readonly PeriodKind[] = ['term'];

/** 学生花名册 of the term, of the whole school or of one class. */
export const servicePupilRoll = defineReport<RollData>({
  name: 'servicePupilRoll',
  label: '课后服务学生花名册',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds, of: { ledger: 'schoolClass', required: false } },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const { rows, classes } = rowsOf(h, period.value, context);
    const room = scope.recordId === null ? undefined : classes.find(({ id }) => id === scope.recordId);
    return success({
      ...headOf(h, period.value, context),
      of: room?.name ?? null,
      rows: rows.filter(({ pupil }) => room === undefined || pupil.classId === room.id),
    });
  },
  compose: (data) => paperOf(data, '课后服务学生花名册'),
});

/** The same of one course, for its teacher. */
export const courseRoll = defineReport<RollData>({
  name: 'courseRoll',
  label: '课后服务课程花名册',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'record', ledger: 'serviceCourse' },
  gather: (h, scope, context): Result<RollData> => {
    const found = recordOfScope(h, serviceCourse, scope);
    if (!found.ok) return found;
    const { id, period, values } = found.value;
    if (period === null) return failure('invalidInput', '这门课程没有写学期，请先补上所属期。');
    const { rows, coursesOf } = rowsOf(h, period, context);
    return success({
      ...headOf(h, period, context),
      of: values.name,
      rows: rows.filter(({ pupil }) => coursesOf(pupil.id).includes(id)),
    });
  },
  compose: (data) => paperOf(data, '课后服务课程花名册'),
});

function headOf(
  h: ReadHandle,
  period: string,
  { today, accountName }: ReportContext,
): Omit<RollData, 'of' | 'rows'> {
  return { schoolName: schoolOf(h).values.name, period, madeOn: today, madeBy: accountName };
}

function rowsOf(h: ReadHandle, period: string, { today }: ReportContext) {
  const day = standingDay(rangeOf(h, period), today);
  const { pupils, classes } = pupilsOn(h, day);
  const enrolments = new Map(
    finishedRecords(h, serviceEnrolment, [], period)
      .filter(
        ({ values }) => values.appliedOn <= day && (values.withdrawnOn === null || day < values.withdrawnOn),
      )
      .map(({ values }) => [values.pupil, values]),
  );
  const names = titlesOf(h, [...new Set([...enrolments.values()].flatMap(({ courses }) => courses))]);
  const rows = pupils.flatMap((pupil): RollRow[] => {
    const enrolment = enrolments.get(pupil.id);
    if (!enrolment) return [];
    return [
      {
        pupil,
        days: enrolment.weekdays.length,
        courses: enrolment.courses.map((id) => names[id] ?? '').join('、'),
        feeClass: enrolment.feeClass,
        pickUp: enrolment.pickUp,
      },
    ];
  });
  return { rows, classes, coursesOf: (id: string) => enrolments.get(id)?.courses ?? [] };
}

const columns: readonly ReportColumn[] = [
  { header: '年级班级', width: 13, form: 'text' },
  { header: '姓名', width: 11, form: 'text', personName: true },
  { header: '性别', width: 6, form: 'text' },
  { header: '学籍号', width: 22, form: 'text' },
  { header: '参加天数', width: 9, form: 'integer', total: true },
  { header: '课程', width: 28, form: 'text', wrap: true },
  { header: '接送方式', width: 11, form: 'text' },
  { header: '监护人电话', width: 14, form: 'text' },
  { header: '减免类别', width: 10, form: 'text' },
  { header: '备注', width: 12, form: 'text', wrap: true },
];

function paperOf({ schoolName, period, madeOn, madeBy, of, rows }: RollData, title: string): Paper {
  const reduced = rows.filter(({ feeClass }) => feeClass !== '全额').length;
  return {
    name: [title, of, period].filter((part) => part !== null).join('_'),
    sheets: [
      officialSheet({
        name: title,
        title: `${schoolName}${formatPeriod(period)}${title}${of === null ? '' : `（${of}）`}`,
        unitName: schoolName,
        madeOn,
        madeBy,
        note: `共${rows.length}人，减免${reduced}人`,
        columns,
        rows: rows.map(({ pupil, days, courses, feeClass, pickUp }) => [
          pupil.className,
          pupil.name,
          pupil.sex,
          mask('studentNumber', pupil.studentNumber ?? '', 'publicNotice'),
          days,
          courses,
          pickUp,
          mask('phone', pupil.guardianPhone ?? '', 'publicNotice'),
          feeClass === '全额' ? '' : feeClass,
          null,
        ]),
        totals: true,
      }),
    ],
    personCount: rows.length,
    sensitiveColumns: ['姓名', '监护人电话'],
    problems: rows.length === 0 ? ['没有参加课后服务的学生，花名册是空的。'] : [],
    rows: rows.length,
  };
}
