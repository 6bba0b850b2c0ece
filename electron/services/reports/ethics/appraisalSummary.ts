import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { isStaffOn } from '../../../../shared/domain/ethics/staffOn.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsAppraisal } from '../../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { printedShare } from '../../../documents/officeText.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { ethicsGrades } from '../../../../shared/domain/ethics/words.ts';

interface SummaryData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly people: readonly {
    readonly staff: RecordIn<typeof staff>['values'];
    readonly appraisal: RecordIn<typeof ethicsAppraisal>['values'] | null;
  }[];
}

const kinds: readonly PeriodKind[] = ['year', 'schoolYear'];

/** 师德考核汇总表: everyone who was on the staff, with scores and grade, and the grades counted. */
export const appraisalSummary = defineReport<SummaryData>({
  name: 'appraisalSummary',
  label: '师德考核汇总表',
  area: 'ethics',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const day = standingDay(rangeOf(h, period.value), context.today);
    const appraisals = new Map(
      allRecords(h, ethicsAppraisal)
        .filter((record) => record.period === period.value)
        .map((record) => [record.values.staff, record.values]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: context.today,
      madeBy: context.accountName,
      people: allRecords(h, staff)
        .filter((record) => appraisals.has(record.id) || isStaffOn(staffFactOf(record), day))
        .map((record) => ({ staff: record.values, appraisal: appraisals.get(record.id) ?? null })),
    });
  },
  compose: (data) => {
    const missing = data.people.filter(({ appraisal }) => appraisal === null);
    const ungraded = data.people.filter(({ appraisal }) => appraisal !== null && appraisal.grade === null);
    const base = { unitName: data.schoolName, madeOn: data.madeOn, madeBy: data.madeBy };
    const title = `${data.schoolName}${formatPeriod(data.period)}师德考核`;
    return {
      name: `师德考核汇总表_${data.period}`,
      sheets: [
        officialSheet({
          ...base,
          name: '师德考核汇总表',
          title: `${title}汇总表`,
          note: '单位：分',
          columns: peopleColumns,
          rows: data.people.map(personRow),
        }),
        officialSheet({
          ...base,
          name: '等次统计',
          title: `${title}等次统计表`,
          note: '单位：人',
          columns: [
            { header: '考核等次', width: 24, form: 'text' },
            { header: '人数', width: 16, form: 'integer', total: true },
            { header: '占在校教职工比例', width: 24, form: 'text' },
          ],
          rows: gradeRows(data),
          totals: true,
        }),
      ],
      personCount: data.people.length,
      sensitiveColumns: ['考核等次', '一票否决'],
      problems: [
        ...(missing.length > 0 ? [`有 ${missing.length} 人还没有考核记录，表中等次为“未考核”。`] : []),
        ...(ungraded.length > 0 ? [`有 ${ungraded.length} 人还没有评定等次。`] : []),
      ],
      rows: data.people.length,
    };
  },
});

const score = { width: 9, form: 'decimal', digits: 2 } as const;
const peopleColumns: readonly ReportColumn[] = [
  { header: '姓名', width: 11, form: 'text', personName: true },
  { header: '性别', width: 6, form: 'text' },
  { header: '人员类别', width: 11, form: 'text' },
  { header: '任教学科', width: 13, form: 'text' },
  { ...score, header: '自评', group: '考核得分' },
  { ...score, header: '互评', group: '考核得分' },
  { ...score, header: '学生测评', group: '考核得分' },
  { ...score, header: '家长测评', group: '考核得分' },
  { ...score, header: '考核组', group: '考核得分' },
  { ...score, header: '加扣分', group: '考核得分' },
  { ...score, header: '总分' },
  { header: '考核等次', width: 11, form: 'text' },
  { header: '一票否决', width: 9, form: 'text' },
  { header: '备注', width: 16, form: 'text', wrap: true },
];

function personRow({ staff: person, appraisal }: SummaryData['people'][number]): (string | number | null)[] {
  return [
    person.name,
    person.sex,
    person.staffKind,
    person.subject,
    appraisal?.selfScore ?? null,
    appraisal?.peerScore ?? null,
    appraisal?.pupilScore ?? null,
    appraisal?.parentScore ?? null,
    appraisal?.panelScore ?? null,
    appraisal?.adjustment ?? null,
    appraisal?.totalScore ?? null,
    appraisal === null ? '未考核' : (appraisal.grade ?? '未评定'),
    appraisal?.veto === true ? '是' : '否',
    null,
  ];
}

function gradeRows({ people }: SummaryData): (string | number)[][] {
  const labels = [...ethicsGrades, '未评定', '未考核'];
  return labels.map((label) => {
    const count = people.filter(({ appraisal }) => {
      if (appraisal === null) return label === '未考核';
      return (appraisal.grade ?? '未评定') === label;
    }).length;
    return [label, count, printedShare(count, people.length)];
  });
}
