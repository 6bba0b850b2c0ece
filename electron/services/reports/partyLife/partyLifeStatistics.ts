import { memberName } from '../../../../shared/domain/partyLife/roll.ts';
import { partyObligations, type Obligation } from '../../../../shared/domain/partyLife/obligations.ts';
import type { MeetingFact } from '../../../../shared/domain/partyLife/facts.ts';
import { formatPeriod, periodContains } from '../../../../shared/kernel/periods.ts';
import { yearOf } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { shareColumn } from '../../../documents/officialSheet.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { sheetReport } from '../report.ts';
import { attendanceOf, dutyColumns, dutyRows } from './dutyRows.ts';

interface StatisticsRow {
  readonly branch: string;
  readonly type: MeetingFact['type'];
  readonly due: readonly Obligation[];
  readonly held: readonly MeetingFact[];
  /** Names of those who gave a lecture. */
  readonly lecturers: readonly string[];
}

const duty = dutyColumns<StatisticsRow>({ width: 11, group: '开展情况' }, [
  '应开次数',
  '实开次数',
  '已说明',
  '未完成',
]);

/**
 * 三会一课开展情况统计表 of a year, quarter or month: how often each kind was held against what was due, and attendance.
 * Monthly and quarterly duties count in the period they lie in; yearly ones only in a year's sheet.
 */
export const partyLifeStatistics = sheetReport({
  name: 'partyLifeStatistics',
  label: '三会一课开展情况统计表',
  area: 'partyLife',
  periods: ['year', 'quarter', 'month'],
  gather: (h, { period, range, today }) => {
    const facts = loadPartyLifeFacts(h, schoolCalendar(h, today), yearOf(range.from), today);
    const obligations = partyObligations(facts, parametersInForce(h), today).filter(
      (obligation) => periodContains(period, obligation.period) && obligation.state !== 'notDue',
    );
    return success({ facts, obligations });
  },
  compose: ({ facts, obligations }, { period, sheet }) => {
    const rows = dutyRows(facts.branches, facts, obligations, period).map((row): StatisticsRow => ({
      ...row,
      branch: row.branch.name,
      lecturers: [
        ...new Set(
          row.held.flatMap(({ lecturerId }) => (lecturerId === null ? [] : [memberName(facts, lecturerId)])),
        ),
      ],
    }));
    const overdue = obligations.filter(({ state }) => state === 'overdue').length;
    return {
      sheets: [
        sheet({
          name: '三会一课统计',
          title: `${formatPeriod(period)}三会一课开展情况统计表`,
          note: '单位：次、人次',
          rows,
          columns: [
            { heading: '党支部', width: 18, cell: ({ branch }) => branch },
            { heading: '类型', width: 20, cell: ({ type }) => type },
            ...duty,
            {
              heading: '应到人次',
              width: 11,
              format: 'integer',
              total: true,
              group: '出席情况',
              cell: ({ held }) => attendanceOf(held).expected,
            },
            {
              heading: '实到人次',
              width: 11,
              format: 'integer',
              total: true,
              group: '出席情况',
              cell: ({ held }) => attendanceOf(held).present,
            },
            {
              ...shareColumn<StatisticsRow>(
                '出席率',
                11,
                ({ held }) => attendanceOf(held).present,
                ({ held }) => attendanceOf(held).expected,
              ),
              group: '出席情况',
            },
            {
              heading: '备注',
              width: 26,
              wrap: true,
              cell: ({ lecturers }) => (lecturers.length === 0 ? null : `授课人：${lecturers.join('、')}`),
            },
          ],
        }),
      ],
      personCount: new Set(rows.flatMap((row) => row.lecturers)).size,
      problems: [
        facts.branches.length === 0 && '还没有登记党支部，表是空的。',
        overdue > 0 && `有 ${overdue} 项应开展的活动已过期没有记录，表中计入“未完成”。`,
      ],
    };
  },
});
