import { sixBans } from '../../../../shared/domain/ethics/signCampaigns.ts';
import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { tutoringSelfCheck } from '../../../../shared/ledgers/ethics/tutoringSelfCheck.ts';
import { blanks, printedShare } from '../../../documents/officeText.ts';
import { getRecords } from '../../../store/records/records.ts';
import { campaignView } from '../../ethics/signTracking.ts';
import { sheetReport } from '../report.ts';
import { vacationOccasion } from './signForms.ts';

/** 有偿补课自查结果: every teacher of the term with the six answers. */
export const selfCheckResults = sheetReport({
  name: 'selfCheckResults',
  label: '有偿补课自查结果表',
  area: 'ethics',
  periods: ['term'],
  gather: (h, { period, today }) => {
    const occasion = vacationOccasion(period);
    const { rows, count } = campaignView(h, { campaign: '有偿补课自查', period, occasion }, today);
    const signed = rows.flatMap(({ recordId, state }) => (state === 'signed' && recordId ? [recordId] : []));
    const records = new Map(
      getRecords(h, tutoringSelfCheck, signed).map((record) => [record.id, record.values]),
    );
    return success({
      count,
      rows: rows.map((row) => ({ row, answers: records.get(row.recordId ?? '') })),
    });
  },
  compose: ({ count: { due, signed }, rows }, { period, sheet }) => ({
    name: `有偿补课自查结果_${period}`,
    sheets: [
      sheet({
        name: '有偿补课自查结果',
        title: `${formatPeriod(period)}有偿补课自查结果（${vacationOccasion(period)}）`,
        note: `应查 ${due} 人，已查 ${signed} 人${blanks()}${printedShare(signed, due)}`,
        rows,
        columns: [
          { heading: '姓名', width: 10, personName: true, cell: ({ row }) => row.name },
          { heading: '岗位', width: 16, cell: ({ row }) => row.hint },
          ...sixBans.map(({ field }, index) => ({
            heading: `第${index + 1}条`,
            width: 7,
            group: '六条禁令自查（是/否）',
            cell: ({ answers }: (typeof rows)[number]) =>
              answers ? (answers[field] === true ? '是' : '否') : null,
          })),
          { heading: '签字日期', width: 12, cell: ({ row }) => row.signedOn },
          { heading: '核查人', width: 10, cell: ({ answers }) => answers?.checker ?? null },
          {
            heading: '备注',
            width: 18,
            wrap: true,
            cell: ({ row }) =>
              row.excuse ?? (row.state === 'signed' ? (row.anyYes ? '需核查' : null) : '未签'),
          },
        ],
      }),
    ],
    personCount: rows.length,
    sensitiveColumns: ['六条禁令自查'],
    problems: [signed < due && `有 ${due - signed} 人还没有自查。`],
  }),
});
