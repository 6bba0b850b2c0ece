import { developmentStates, stateOf } from '../../../../shared/domain/membership/developmentState.ts';
import { asOfDay } from '../../../../shared/domain/membership/developmentFacts.ts';
import { memberName, rollOn } from '../../../../shared/domain/partyLife/roll.ts';
import type { FeeFact, PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import { countsFor, partyObligations } from '../../../../shared/domain/partyLife/obligations.ts';
import { studyAccounts } from '../../../../shared/domain/partyLife/studyHours.ts';
import { formatPeriod, periodContains, periodOf } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { pinyinSortKey } from '../../../../shared/kernel/searchText.ts';
import { memberDevelopment } from '../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import { developmentPerson } from '../../partyLife/checks/developmentFacts.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { shareColumn, type Sheet, type SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport, type PeriodAbout } from '../report.ts';
import { dutyColumns, dutyRows, type DutyRow } from './dutyRows.ts';
import { structureColumns } from './memberStructure.ts';
import { rollMembers } from './rollMembers.ts';

type Branch = PartyLifeFacts['branches'][number];

/** Every table has its branch in the first column, most a member in the second. */
interface OfBranch {
  readonly branch: Pick<Branch, 'name'>;
}
interface OfMember extends OfBranch {
  readonly name: string;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const branchColumn: SheetColumn<OfBranch> = {
  heading: '党支部',
  width: 16,
  cell: ({ branch }) => branch.name,
};
const memberColumns: readonly SheetColumn<OfMember>[] = [
  branchColumn,
  { heading: '姓名', width: 11, personName: true, cell: ({ name }) => name },
];
const count = { width: 9, format: 'integer', total: true } as const;
const hours = { width: 11, format: 'decimal', digits: 1, total: true } as const;
const money = { width: 12, format: 'money', total: true } as const;

/**
 * 党建工作统计表 of a year for the superior: meetings by kind and month against what was due, attendance of each member,
 * hours of study, fees, stages of development, and the structure of the members, a sheet each.
 */
export const partyYearStatistics = sheetReport({
  name: 'partyYearStatistics',
  label: '党建工作年度统计表',
  area: 'partyLife',
  periods: ['year'],
  of: { ledger: 'branch', required: false },
  gather: (h, about) => success(readYear(h, about)),
  compose: (data, { period, day, sheet }) => {
    const part = <Row>(one: Omit<Sheet<Row>, 'title'>) =>
      sheet({ ...one, title: `${formatPeriod(period)}党建工作统计表（${one.name}）` });
    return {
      sheets: [
        part({ name: '按月次数', note: '单位：次', columns: meetingColumns(period), rows: data.duties }),
        part({ name: '出席情况', note: '单位：次', columns: attendanceColumns, rows: data.attendance }),
        part({ name: '教育学时', note: '单位：学时', columns: hoursColumns, rows: data.accounts }),
        part({ name: '党费收缴', note: '单位：元', columns: feeColumns, rows: data.payers }),
        part({ name: '发展党员', note: '单位：人', columns: developmentColumns, rows: data.development }),
        part({
          name: '党员结构',
          note: '单位：人',
          columns: [
            branchColumn,
            ...structureColumns<(typeof data.structure)[number]>(day, ({ members }) => members),
          ],
          rows: data.structure,
        }),
      ],
      personCount: new Set([...data.attendance, ...data.payers].map(({ name }) => name)).size,
      problems: [data.structure.length === 0 && '还没有登记党支部，表是空的。'],
    };
  },
});

function readYear(h: ReadHandle, { period: year, day, today, recordId }: PeriodAbout) {
  const facts = loadPartyLifeFacts(h, schoolCalendar(h, today), Number(year), today);
  const parameters = parametersInForce(h);
  const obligations = partyObligations(facts, parameters, today).filter(
    ({ period, state }) => periodContains(year, period) && state !== 'notDue',
  );
  const branches = facts.branches.filter(({ id }) => recordId === null || id === recordId);
  const people = allRecords(h, memberDevelopment).map((record) => ({
    branchId: record.values.branch,
    person: asOfDay(developmentPerson(record), day),
  }));
  return {
    duties: dutyRows(branches, facts, obligations, year),
    attendance: branches.flatMap((branch) => attendanceRows(branch, facts, year, day)),
    accounts: branches.flatMap((branch) =>
      byName(facts, studyAccounts(facts, branch.id, parameters, today)).map((row) => ({ ...row, branch })),
    ),
    payers: branches.flatMap((branch) => payerRows(branch, facts, year, day)),
    development: branches.map((branch) => ({
      branch,
      states: people.flatMap(({ branchId, person }) =>
        branchId === branch.id && person.steps.length > 0 ? [stateOf(person)] : [],
      ),
    })),
    structure: branches.map((branch) => ({ branch, members: rollMembers(h, facts, branch.id, day) })),
  };
}

/** Rows about members with their names, in the order in which people look them up. */
function byName<R extends { readonly memberId: string }>(facts: PartyLifeFacts, rows: readonly R[]) {
  return rows
    .map((row) => ({ ...row, name: memberName(facts, row.memberId) }))
    .toSorted((a, b) => pinyinSortKey(a.name).localeCompare(pinyinSortKey(b.name)));
}

/** A meeting stands in the month it counts for, or else in that of its day. */
function meetingColumns(year: string): SheetColumn<DutyRow>[] {
  return [
    branchColumn,
    { heading: '类型', width: 17, cell: ({ type }) => type },
    ...dutyColumns<DutyRow>({ width: 9, group: '全年' }, ['应开', '实开', '已说明', '未完成']),
    ...months.map((month) => {
      const window = `${year}-${String(month).padStart(2, '0')}`;
      return {
        ...count,
        width: 6,
        heading: `${month}月`,
        group: '其中各月实开',
        cell: ({ held }: DutyRow) =>
          held.filter(
            ({ period, heldOn }) =>
              (period !== null && periodContains(window, period)) || periodOf('month', heldOn) === window,
          ).length,
      };
    }),
  ];
}

interface AttendanceRow extends OfMember {
  readonly status: string;
  readonly rows: PartyLifeFacts['meetings'][number]['attendance'];
}

function attendanceRows(
  branch: Branch,
  facts: PartyLifeFacts,
  year: string,
  day: PlainDate,
): AttendanceRow[] {
  const rows = facts.meetings
    .filter((meeting) => meeting.branchId === branch.id && countsFor(meeting, year))
    .flatMap(({ attendance }) => attendance)
    .filter(({ state }) => state !== '不计应到');
  return byName(facts, rollOn(facts.memberships, branch.id, day)).map(({ memberId, name, status }) => ({
    branch,
    name,
    status,
    rows: rows.filter((row) => row.memberId === memberId),
  }));
}

const attended = ({ rows }: AttendanceRow): number => rows.filter(({ state }) => state === '出席').length;
const truant = ({ rows }: AttendanceRow): number => rows.filter(({ state }) => state === '无故缺席').length;

const attendanceColumns: readonly SheetColumn<AttendanceRow>[] = [
  ...memberColumns,
  { ...count, heading: '应到', cell: ({ rows }) => rows.length },
  { ...count, heading: '实到', cell: attended },
  shareColumn('出席率', 10, attended, ({ rows }) => rows.length),
  { ...count, heading: '请假', group: '缺席', cell: (row) => row.rows.length - attended(row) - truant(row) },
  { ...count, heading: '无故', group: '缺席', cell: truant },
  {
    ...count,
    heading: '已补学',
    group: '缺席',
    cell: ({ rows }) => rows.filter(({ state, madeUpOn }) => state !== '出席' && madeUpOn !== null).length,
  },
  { heading: '备注', width: 16, cell: ({ status }) => (status === '预备党员' ? status : null) },
];

const hoursColumns: readonly SheetColumn<ReturnType<typeof readYear>['accounts'][number]>[] = [
  ...memberColumns,
  { heading: '身份', width: 14, cell: ({ leader }) => (leader ? '书记、委员' : '党员') },
  { ...hours, heading: '全年应完成', cell: ({ target }) => target },
  { ...hours, heading: '已完成', cell: (account) => account.hours },
  {
    ...hours,
    heading: '还差',
    cell: (account) => Math.max(Math.round((account.target - account.hours) * 10) / 10, 0),
  },
  shareColumn(
    '完成率',
    10,
    (account) => account.hours,
    ({ target }) => target,
  ),
  { ...count, heading: '集中培训', width: 10, cell: ({ trainings }) => trainings },
];

interface Payer extends OfMember {
  /** Of months that have come. */
  readonly fees: readonly FeeFact[];
}

function payerRows(branch: Branch, facts: PartyLifeFacts, year: string, day: PlainDate): Payer[] {
  const fees = facts.fees.filter(
    (fee) => fee.branchId === branch.id && periodContains(year, fee.month) && fee.month <= day.slice(0, 7),
  );
  const payers = [...Map.groupBy(fees, ({ memberId }) => memberId)];
  return byName(
    facts,
    payers.map(([memberId, own]) => ({ branch, memberId, fees: own })),
  );
}

/** In 元. The base of a fee is pay and stays at school. */
const yuan = ({ fees }: Payer, of: (fee: FeeFact) => number): number =>
  fees.reduce((total, fee) => total + of(fee), 0) / 100;
const late = ({ fees }: Payer): readonly FeeFact[] => fees.filter(({ due, paid }) => paid < due);

const feeColumns: readonly SheetColumn<Payer>[] = [
  ...memberColumns,
  { ...count, heading: '登记月数', cell: ({ fees }) => fees.length },
  { ...money, heading: '应交', cell: (payer) => yuan(payer, ({ due }) => due) },
  { ...money, heading: '实交', cell: (payer) => yuan(payer, ({ paid }) => paid) },
  { ...money, heading: '欠交', cell: (payer) => yuan(payer, ({ due, paid }) => Math.max(due - paid, 0)) },
  {
    heading: '欠交月份',
    width: 22,
    wrap: true,
    cell: (payer) =>
      late(payer)
        .map(({ month }) => `${Number(month.slice(5))}月`)
        .join('、'),
  },
  {
    heading: '欠交原因',
    width: 20,
    wrap: true,
    cell: (payer) => [...new Set(late(payer).flatMap(({ arrearsReason }) => arrearsReason ?? []))].join('；'),
  },
];

const stages = developmentStates.filter((state) => state !== '终止' && state !== '转出');
const developmentColumns: readonly SheetColumn<ReturnType<typeof readYear>['development'][number]>[] = [
  branchColumn,
  ...stages.map((stage) => ({
    ...count,
    width: 13,
    heading: stage,
    cell: ({ states }: { readonly states: readonly string[] }) =>
      states.filter((state) => state === stage).length,
  })),
];
