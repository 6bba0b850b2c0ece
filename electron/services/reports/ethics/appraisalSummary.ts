import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { isStaffOn } from '../../../../shared/domain/ethics/staffOn.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { shareColumn, type SheetColumn } from '../../../documents/officialSheet.ts';
import { ethicsGrades } from '../../../../shared/domain/ethics/words.ts';
import { sheetReport } from '../report.ts';

interface Appraised {
  readonly person: RecordIn<typeof staff>['values'];
  readonly appraisal: RecordIn<typeof ethicsAppraisal>['values'] | null;
}

const ungraded = '未评定';
const unappraised = '未考核';
const grades = [...ethicsGrades, ungraded, unappraised] as const;

/** 师德考核汇总表: everyone who was on the staff, with scores and grade, and the grades counted. */
export const appraisalSummary = sheetReport({
  name: 'appraisalSummary',
  label: '师德考核汇总表',
  area: 'ethics',
  periods: ['year', 'schoolYear'],
  gather: (h, { period, day }) => {
    const appraisals = new Map(
      allRecords(h, ethicsAppraisal, { period }).map(({ values }) => [values.staff, values]),
    );
    return success(
      allRecords(h, staff)
        .filter((record) => appraisals.has(record.id) || isStaffOn(staffFactOf(record), day))
        .map(({ id, values }): Appraised => ({ person: values, appraisal: appraisals.get(id) ?? null })),
    );
  },
  compose: (people, { period, sheet }) => {
    const count = (grade: string): number => people.filter((one) => gradeOf(one) === grade).length;
    const title = `${formatPeriod(period)}师德考核`;
    return {
      sheets: [
        sheet({ name: '师德考核汇总表', title: `${title}汇总表`, note: '单位：分', columns, rows: people }),
        sheet({
          name: '等次统计',
          title: `${title}等次统计表`,
          note: '单位：人',
          rows: grades,
          columns: [
            { heading: '考核等次', width: 24, cell: (grade) => grade },
            { heading: '人数', width: 16, format: 'integer', total: true, cell: count },
            shareColumn('占在校教职工比例', 24, count, () => people.length),
          ],
        }),
      ],
      personCount: people.length,
      sensitiveColumns: ['考核等次', '一票否决'],
      problems: [
        count(unappraised) > 0 && `有 ${count(unappraised)} 人还没有考核记录，表中等次为“未考核”。`,
        count(ungraded) > 0 && `有 ${count(ungraded)} 人还没有评定等次。`,
      ],
      rows: people.length,
    };
  },
});

function gradeOf({ appraisal }: Appraised): string {
  return appraisal === null ? unappraised : (appraisal.grade ?? ungraded);
}

function score(
  heading: string,
  of: (appraisal: NonNullable<Appraised['appraisal']>) => number | null,
): SheetColumn<Appraised> {
  return {
    heading,
    width: 9,
    format: 'decimal',
    digits: 2,
    cell: ({ appraisal }) => appraisal && of(appraisal),
  };
}

const columns: readonly SheetColumn<Appraised>[] = [
  { heading: '姓名', width: 11, personName: true, cell: ({ person }) => person.name },
  { heading: '性别', width: 6, cell: ({ person }) => person.sex },
  { heading: '人员类别', width: 11, cell: ({ person }) => person.staffKind },
  { heading: '任教学科', width: 13, cell: ({ person }) => person.subject },
  ...[
    score('自评', ({ selfScore }) => selfScore),
    score('互评', ({ peerScore }) => peerScore),
    score('学生测评', ({ pupilScore }) => pupilScore),
    score('家长测评', ({ parentScore }) => parentScore),
    score('考核组', ({ panelScore }) => panelScore),
    score('加扣分', ({ adjustment }) => adjustment),
  ].map((column) => ({ ...column, group: '考核得分' })),
  score('总分', ({ totalScore }) => totalScore),
  { heading: '考核等次', width: 11, cell: gradeOf },
  { heading: '一票否决', width: 9, cell: ({ appraisal }) => (appraisal?.veto === true ? '是' : '否') },
  { heading: '备注', width: 16, wrap: true, cell: () => null },
];
