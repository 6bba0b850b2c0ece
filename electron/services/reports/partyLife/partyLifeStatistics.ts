import {
  countsFor,
  partyObligations,
  type Obligation,
} from '../../../../shared/domain/partyLife/obligations.ts';
import type { MeetingFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import {
  formatPeriod,
  periodContains,
  periodRange,
  type PeriodKind,
} from '../../../../shared/kernel/periods.ts';
import { yearOf } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { meetingTypes } from '../../../../shared/ledgers/partyLife/meetingTypes.ts';
import { printedShare } from '../../../documents/officeText.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';

interface PartyStatisticsData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly facts: PartyLifeFacts;
  /** Those whose window lies in the period. */
  readonly obligations: readonly Obligation[];
}

const kinds: readonly PeriodKind[] = ['year', 'quarter', 'month'];
const count = { width: 11, form: 'integer', total: true } as const;
const columns: readonly ReportColumn[] = [
  { header: '党支部', width: 18, form: 'text' },
  { header: '类型', width: 20, form: 'text' },
  { ...count, header: '应开次数', group: '开展情况' },
  { ...count, header: '实开次数', group: '开展情况' },
  { ...count, header: '已说明', group: '开展情况' },
  { ...count, header: '未完成', group: '开展情况' },
  { ...count, header: '应到人次', group: '出席情况' },
  { ...count, header: '实到人次', group: '出席情况' },
  { header: '出席率', width: 11, form: 'text', group: '出席情况' },
  { header: '备注', width: 26, form: 'text', wrap: true },
];

/**
 * 三会一课开展情况统计表 of a year, quarter or month: how often each kind was held against what was due, and attendance.
 * Monthly and quarterly duties count in the period they lie in; yearly ones only in a year's sheet.
 */
export const partyLifeStatistics = defineReport<PartyStatisticsData>({
  name: 'partyLifeStatistics',
  label: '三会一课开展情况统计表',
  area: 'partyLife',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const range = periodRange(period.value);
    const facts = loadPartyLifeFacts(h, schoolCalendar(h, context.today), yearOf(range.from), context.today);
    const parameters = parametersInForce(h);
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: context.today,
      madeBy: context.accountName,
      facts,
      obligations: partyObligations(facts, parameters, context.today).filter(
        (obligation) => periodContains(period.value, obligation.period) && obligation.state !== 'notDue',
      ),
    });
  },
  compose: (data) => {
    const rows = data.facts.branches.flatMap((branch) =>
      meetingTypes.flatMap(({ value: type }) => rowOf(data, branch.id, branch.name, type)),
    );
    const overdue = data.obligations.filter(({ state }) => state === 'overdue').length;
    return {
      name: `三会一课开展情况统计表_${data.period}`,
      sheets: [
        officialSheet({
          name: '三会一课统计',
          title: `${data.schoolName}${formatPeriod(data.period)}三会一课开展情况统计表`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: '单位：次、人次',
          columns,
          rows: rows.map((row) => row.cells),
          totals: true,
        }),
      ],
      personCount: new Set(rows.flatMap((row) => row.lecturers)).size,
      sensitiveColumns: [],
      problems: [
        ...(data.facts.branches.length === 0 ? ['还没有登记党支部，表是空的。'] : []),
        ...(overdue > 0 ? [`有 ${overdue} 项应开展的活动已过期没有记录，表中计入“未完成”。`] : []),
      ],
      rows: rows.length,
    };
  },
});

interface StatisticsRow {
  readonly cells: readonly (string | number | null)[];
  readonly lecturers: readonly string[];
}

/** No row for a kind that was neither due nor held. */
function rowOf(
  { facts, obligations, period }: PartyStatisticsData,
  branchId: string,
  branchName: string,
  type: MeetingFact['type'],
): StatisticsRow[] {
  const due = obligations.filter((each) => each.branchId === branchId && each.type === type);
  const held = facts.meetings.filter(
    (meeting) => meeting.branchId === branchId && meeting.type === type && countsFor(meeting, period),
  );
  if (due.length === 0 && held.length === 0) return [];
  const excused = due.filter(({ state }) => state === 'excused');
  const missing = due
    .filter(({ state }) => state === 'overdue')
    .reduce((sum, { required, meetingIds }) => sum + Math.max(required - meetingIds.length, 0), 0);
  const attendance = held.flatMap((meeting) => meeting.attendance);
  const expected = attendance.filter(({ state }) => state !== '不计应到').length;
  const present = attendance.filter(({ state }) => state === '出席').length;
  const names = new Map(facts.members.map(({ id, name }) => [id, name]));
  const lecturers = [
    ...new Set(held.flatMap(({ lecturerId }) => (lecturerId === null ? [] : [names.get(lecturerId) ?? '']))),
  ];
  return [
    {
      cells: [
        branchName,
        type,
        due.reduce((sum, { required }) => sum + required, 0),
        held.length,
        excused.length,
        missing,
        expected,
        present,
        printedShare(present, expected),
        lecturers.length === 0 ? null : `授课人：${lecturers.join('、')}`,
      ],
      lecturers,
    },
  ];
}
