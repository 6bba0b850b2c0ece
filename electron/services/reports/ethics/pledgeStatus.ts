import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { isStaffOn } from '../../../../shared/domain/ethics/staffOn.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import { ethicsPledge } from '../../../../shared/ledgers/ethics/ethicsPledge.ts';
import { blanks, printedShare } from '../../../documents/officeText.ts';
import { allRecords } from '../../../store/records/records.ts';
import { staffFactOf } from '../../school/staffFact.ts';
import { sheetReport } from '../report.ts';

/** 师德承诺书签订情况 of a school year: everyone on the staff, signed or not. */
export const pledgeStatus = sheetReport({
  name: 'pledgeStatus',
  label: '师德承诺书签订情况',
  area: 'ethics',
  periods: ['schoolYear'],
  gather: (h, { period, day }) => {
    const pledges = new Map(
      allRecords(h, ethicsPledge, { period }).map(({ values }) => [values.staff, values]),
    );
    return success(
      allRecords(h, staff)
        .filter((record) => isStaffOn(staffFactOf(record), day))
        .map(({ id, values }) => ({ person: values, pledge: pledges.get(id) })),
    );
  },
  compose: (people, { period, sheet }) => {
    const due = people.length;
    const signed = people.filter(({ pledge }) => pledge).length;
    return {
      sheets: [
        sheet({
          name: '承诺书签订情况',
          title: `${formatPeriod(period)}师德承诺书签订情况`,
          note: `单位：人${blanks()}签订率：${printedShare(signed, due)}`,
          rows: people,
          columns: [
            { heading: '姓名', width: 12, personName: true, cell: ({ person }) => person.name },
            { heading: '人员类别', width: 12, cell: ({ person }) => person.staffKind },
            { heading: '现任职务', width: 16, cell: ({ person }) => person.post },
            {
              heading: '已签订',
              width: 10,
              format: 'integer',
              total: true,
              cell: ({ pledge }) => (pledge ? 1 : 0),
            },
            {
              heading: '未签订',
              width: 10,
              format: 'integer',
              total: true,
              cell: ({ pledge }) => (pledge ? 0 : 1),
            },
            { heading: '签订日期', width: 14, cell: ({ pledge }) => pledge?.signedOn ?? null },
            { heading: '条款版本', width: 16, cell: ({ pledge }) => pledge?.version ?? null },
            { heading: '见证人', width: 12, cell: ({ pledge }) => pledge?.witness ?? null },
            { heading: '备注', width: 18, wrap: true, cell: () => null },
          ],
        }),
      ],
      personCount: due,
      problems: [signed < due && `有 ${due - signed} 人还没有签订承诺书。`],
    };
  },
});
