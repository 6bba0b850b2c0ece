import { compareLabels } from '../../../../shared/kernel/labelOrder.ts';
import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '../../../../shared/ledgers/partyLife/partyMembership.ts';
import { blanks } from '../../../documents/officeText.ts';
import { getRecords, recordsOn, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, rangeOf, standingDay } from '../reportPeriod.ts';

interface RollData {
  readonly schoolName: string;
  readonly period: string;
  readonly day: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly members: readonly {
    readonly member: RecordIn<typeof partyMember>['values'];
    readonly branch: string;
    readonly partyGroup: string;
    readonly status: string;
    readonly posts: string;
  }[];
}

const kinds: readonly PeriodKind[] = ['year', 'quarter', 'month'];
const columns: readonly ReportColumn[] = [
  { header: '姓名', width: 11, form: 'text', personName: true },
  { header: '性别', width: 6, form: 'text' },
  { header: '民族', width: 9, form: 'text' },
  { header: '籍贯', width: 14, form: 'text' },
  { header: '出生日期', width: 12, form: 'text' },
  { header: '学历', width: 11, form: 'text' },
  { header: '入党日期', width: 12, form: 'text' },
  { header: '转正日期', width: 12, form: 'text' },
  { header: '党员类别', width: 11, form: 'text' },
  { header: '所在党支部', width: 16, form: 'text' },
  { header: '所在党小组', width: 14, form: 'text' },
  { header: '党内职务', width: 16, form: 'text', wrap: true },
  { header: '备注', width: 12, form: 'text', wrap: true },
];

/**
 * 党员名册 as it stood at the end of a period (today while it runs), from the dated memberships. Identity number and
 * phone are not on it: they go upward only where the bureau's own form has the column (domain.md §9.2).
 */
export const memberRoll = defineReport<RollData>({
  name: 'memberRoll',
  label: '党员名册',
  area: 'partyLife',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const day = standingDay(rangeOf(h, period.value), context.today);
    const facts = recordsOn(h, partyMembership, day).map(({ values }) => values);
    const members = new Map(
      getRecords(
        h,
        partyMember,
        facts.map((fact) => fact.member),
      ).map((record) => [record.id, record.values]),
    );
    const posts = recordsOn(h, committeePost, day).map(({ values }) => values);
    const names = titlesOf(
      h,
      facts.flatMap((fact) => [fact.branch, ...(fact.partyGroup === null ? [] : [fact.partyGroup])]),
    );
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      day,
      madeOn: context.today,
      madeBy: context.accountName,
      members: facts
        .flatMap((fact) => {
          const member = members.get(fact.member);
          if (!member) return [];
          return [
            {
              member,
              branch: names[fact.branch] ?? '',
              partyGroup: fact.partyGroup === null ? '' : (names[fact.partyGroup] ?? ''),
              status: fact.status,
              posts: posts
                .filter((post) => post.member === fact.member)
                .map((post) => post.post)
                .join('、'),
            },
          ];
        })
        .toSorted(
          (a, b) =>
            compareLabels(a.branch, b.branch) ||
            compareLabels(a.partyGroup, b.partyGroup) ||
            a.member.name.localeCompare(b.member.name, 'zh'),
        ),
    });
  },
  compose: (data) => {
    const full = data.members.filter(({ status }) => status === '正式党员').length;
    return {
      name: `党员名册_${data.period}`,
      sheets: [
        officialSheet({
          name: '党员名册',
          title: `${data.schoolName}党员名册（${formatChinese(data.day)}）`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: `单位：人${blanks()}正式党员${full}人，预备党员${data.members.length - full}人`,
          columns,
          rows: data.members.map(({ member, branch, partyGroup, status, posts }) => [
            member.name,
            member.sex,
            member.ethnicity,
            member.nativePlace,
            member.bornOn,
            member.education,
            member.admittedOn,
            member.confirmedOn,
            status,
            branch,
            partyGroup,
            posts,
            null,
          ]),
        }),
      ],
      personCount: data.members.length,
      sensitiveColumns: [],
      problems:
        data.members.length === 0
          ? [`${formatPeriod(data.period)}没有在册党员。请检查党员名册里的组织关系转入日期。`]
          : data.members.some(({ member }) => member.admittedOn === null)
            ? ['有党员没有填写入党日期。']
            : [],
      rows: data.members.length,
    };
  },
});
