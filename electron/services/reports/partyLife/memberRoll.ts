import { compareLabels } from '../../../../shared/kernel/labelOrder.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { formatChinese } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { committeePost } from '../../../../shared/ledgers/partyLife/committeePost.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '../../../../shared/ledgers/partyLife/partyMembership.ts';
import { blanks } from '../../../documents/officeText.ts';
import { getRecords, recordsOn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { sheetReport } from '../report.ts';

/**
 * 党员名册 as it stood at the end of a period (today while it runs), from the dated memberships. Identity number and
 * phone are not on it: they go upward only where the bureau's own form has the column (domain.md §9.2).
 */
export const memberRoll = sheetReport({
  name: 'memberRoll',
  label: '党员名册',
  area: 'partyLife',
  periods: ['year', 'quarter', 'month'],
  gather: (h, { day }) => {
    const facts = recordsOn(h, partyMembership, day).map(({ values }) => values);
    const ids = facts.map((fact) => fact.member);
    const members = new Map(getRecords(h, partyMember, ids).map(({ id, values }) => [id, values]));
    const posts = Map.groupBy(recordsOn(h, committeePost, day), ({ values }) => values.member);
    const names = titlesOf(
      h,
      facts.flatMap((fact) => [fact.branch, ...(fact.partyGroup === null ? [] : [fact.partyGroup])]),
    );
    return success(
      facts
        .flatMap((fact) => {
          const member = members.get(fact.member);
          if (!member) return [];
          return {
            member,
            branch: names[fact.branch] ?? '',
            partyGroup: names[fact.partyGroup ?? ''] ?? '',
            status: fact.status,
            posts: (posts.get(fact.member) ?? []).map(({ values }) => values.post).join('、'),
          };
        })
        .toSorted(
          (a, b) =>
            compareLabels(a.branch, b.branch) ||
            compareLabels(a.partyGroup, b.partyGroup) ||
            a.member.name.localeCompare(b.member.name, 'zh'),
        ),
    );
  },
  compose: (members, { period, day, sheet }) => {
    const full = members.filter(({ status }) => status === '正式党员').length;
    return {
      sheets: [
        sheet({
          name: '党员名册',
          title: `党员名册（${formatChinese(day)}）`,
          note: `单位：人${blanks()}正式党员${full}人，预备党员${members.length - full}人`,
          rows: members,
          columns: [
            { heading: '姓名', width: 11, personName: true, cell: ({ member }) => member.name },
            { heading: '性别', width: 6, cell: ({ member }) => member.sex },
            { heading: '民族', width: 9, cell: ({ member }) => member.ethnicity },
            { heading: '籍贯', width: 14, cell: ({ member }) => member.nativePlace },
            { heading: '出生日期', width: 12, cell: ({ member }) => member.bornOn },
            { heading: '学历', width: 11, cell: ({ member }) => member.education },
            { heading: '入党日期', width: 12, cell: ({ member }) => member.admittedOn },
            { heading: '转正日期', width: 12, cell: ({ member }) => member.confirmedOn },
            { heading: '党员类别', width: 11, cell: ({ status }) => status },
            { heading: '所在党支部', width: 16, cell: ({ branch }) => branch },
            { heading: '所在党小组', width: 14, cell: ({ partyGroup }) => partyGroup },
            { heading: '党内职务', width: 16, wrap: true, cell: ({ posts }) => posts },
            { heading: '备注', width: 12, wrap: true, cell: () => null },
          ],
        }),
      ],
      personCount: members.length,
      problems: [
        members.length === 0 && `${formatPeriod(period)}没有在册党员。请检查党员名册里的组织关系转入日期。`,
        members.some(({ member }) => member.admittedOn === null) && '有党员没有填写入党日期。',
      ],
    };
  },
});
