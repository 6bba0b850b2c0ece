import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { failure, success } from '../../../../shared/kernel/result.ts';
import { mask } from '../../../../shared/ledger/masking.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { pupilsOn, type ServedPupil } from '../../afterSchool/serviceTerm.ts';
import { recordReport, sheetReport, type ComposedPaper, type ReportAbout } from '../report.ts';
import { rangeOf, standingDay } from '../reportPeriod.ts';

interface Roll {
  readonly title: string;
  readonly period: string;
  /** Class or course the roll is of; `null` = the whole school. */
  readonly of: string | null;
  readonly rows: readonly RollRow[];
}

interface RollRow {
  readonly pupil: ServedPupil;
  readonly enrolment: RecordIn<typeof serviceEnrolment>['values'];
  readonly courses: string;
}

/** 学生花名册 of the term, of the whole school or of one class. */
export const servicePupilRoll = sheetReport({
  name: 'servicePupilRoll',
  label: '课后服务学生花名册',
  area: 'afterSchool',
  periods: ['term'],
  of: { ledger: 'schoolClass', required: false },
  gather: (h, { period, day, recordId }) => {
    const { rows, classes } = rowsOf(h, period, day);
    const room = classes.find(({ id }) => id === recordId);
    return success({
      title: '课后服务学生花名册',
      period,
      of: room?.name ?? null,
      rows: rows.filter(({ pupil }) => room === undefined || pupil.classId === room.id),
    });
  },
  compose: paperOf,
});

/** The same of one course, for its teacher. */
export const courseRoll = recordReport({
  name: 'courseRoll',
  wide: true,
  label: '课后服务课程花名册',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  ledger: serviceCourse,
  gather: (h, { id, period, values }, { today }) => {
    if (period === null) return failure('invalidInput', '这门课程没有写学期，请先补上所属期。');
    const { rows } = rowsOf(h, period, standingDay(rangeOf(h, period), today));
    return success({
      title: '课后服务课程花名册',
      period,
      of: values.name,
      rows: rows.filter(({ enrolment }) => enrolment.courses.includes(id)),
    });
  },
  compose: paperOf,
});

function rowsOf(h: ReadHandle, period: string, day: PlainDate) {
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
    return enrolment
      ? [{ pupil, enrolment, courses: enrolment.courses.map((id) => names[id] ?? '').join('、') }]
      : [];
  });
  return { rows, classes };
}

function paperOf({ title, period, of, rows }: Roll, { sheet }: ReportAbout): ComposedPaper {
  const reduced = rows.filter(({ enrolment }) => enrolment.feeClass !== '全额').length;
  return {
    name: [title, of, period].filter((part) => part !== null).join('_'),
    sheets: [
      sheet({
        name: title,
        title: `${formatPeriod(period)}${title}${of === null ? '' : `（${of}）`}`,
        note: `共${rows.length}人，减免${reduced}人`,
        rows,
        columns: [
          { heading: '年级班级', width: 13, cell: ({ pupil }) => pupil.className },
          { heading: '姓名', width: 11, personName: true, cell: ({ pupil }) => pupil.name },
          { heading: '性别', width: 6, cell: ({ pupil }) => pupil.sex },
          {
            heading: '学籍号',
            width: 22,
            cell: ({ pupil }) => mask('studentNumber', pupil.studentNumber ?? '', 'publicNotice'),
          },
          {
            heading: '参加天数',
            width: 9,
            format: 'integer',
            total: true,
            cell: ({ enrolment }) => enrolment.weekdays.length,
          },
          { heading: '课程', width: 28, wrap: true, cell: ({ courses }) => courses },
          { heading: '接送方式', width: 11, cell: ({ enrolment }) => enrolment.pickUp },
          {
            heading: '监护人电话',
            width: 14,
            cell: ({ pupil }) => mask('phone', pupil.guardianPhone ?? '', 'publicNotice'),
          },
          {
            heading: '减免类别',
            width: 10,
            cell: ({ enrolment: { feeClass } }) => (feeClass === '全额' ? '' : feeClass),
          },
          { heading: '备注', width: 12, wrap: true, cell: () => null },
        ],
      }),
    ],
    personCount: rows.length,
    sensitiveColumns: ['姓名', '监护人电话'],
    problems: [rows.length === 0 && '没有参加课后服务的学生，花名册是空的。'],
  };
}
