import { developmentStates, stateOf } from '../../../../shared/domain/membership/developmentState.ts';
import { asOfDay, type DevelopmentPerson } from '../../../../shared/domain/membership/developmentFacts.ts';
import { rollOn } from '../../../../shared/domain/membership/roll.ts';
import type { PartyLifeFacts } from '../../../../shared/domain/partyLife/facts.ts';
import {
  countsFor,
  partyObligations,
  type Obligation,
} from '../../../../shared/domain/partyLife/obligations.ts';
import { studyAccounts, type StudyAccount } from '../../../../shared/domain/partyLife/studyHours.ts';
import {
  formatPeriod,
  periodContains,
  periodOf,
  periodRange,
  type PeriodKind,
} from '../../../../shared/kernel/periods.ts';
import { yearOf } from '../../../../shared/kernel/plainDate.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { pinyinSortKey } from '../../../../shared/kernel/searchText.ts';
import { meetingTypes } from '../../../../shared/ledgers/partyLife/meetingTypes.ts';
import { memberDevelopment } from '../../../../shared/ledgers/partyLife/memberDevelopment.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import type { OutputCell, OutputSheet } from '../../../documents/writeWorkbook.ts';
import { printedShare } from '../../../documents/officeText.ts';
import { allRecords, getRecords, type RecordIn } from '../../../store/records/records.ts';
import { developmentPerson } from '../../partyLife/checks/developmentFacts.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { memberStructure, structureColumns } from './memberStructure.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope, standingDay } from '../reportPeriod.ts';

interface YearData {
  readonly schoolName: string;
  readonly year: string;
  /** The last day counted: of the year, or today while it runs. */
  readonly day: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly branches: PartyLifeFacts['branches'];
  readonly facts: PartyLifeFacts;
  readonly obligations: readonly Obligation[];
  readonly accounts: readonly { readonly branchId: string; readonly account: StudyAccount }[];
  readonly applicants: readonly { readonly branchId: string; readonly person: DevelopmentPerson }[];
  readonly members: ReadonlyMap<string, RecordIn<typeof partyMember>['values']>;
}

type Rows = readonly (readonly OutputCell[])[];

const kinds: readonly PeriodKind[] = ['year'];
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const branchColumn: ReportColumn = { header: '党支部', width: 16, form: 'text' };
const nameColumn: ReportColumn = { header: '姓名', width: 11, form: 'text', personName: true };
const count = { width: 9, form: 'integer', total: true } as const;
const money = { width: 12, form: 'money', total: true } as const;

/**
 * 党建工作统计表 of a year for the superior: meetings by kind and month against what was due, attendance of each member,
 * hours of study, fees, stages of development, and the structure of the members, a sheet each.
 */
export const partyYearStatistics = defineReport<YearData>({
  name: 'partyYearStatistics',
  label: '党建工作年度统计表',
  area: 'partyLife',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds, of: { ledger: 'branch', required: false } },
  gather: (h, scope, context) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const range = periodRange(period.value);
    const day = standingDay(range, context.today);
    const calendar = schoolCalendar(h, context.today);
    const facts = loadPartyLifeFacts(h, calendar, yearOf(range.from), context.today);
    const branches = facts.branches.filter(({ id }) => scope.recordId === null || id === scope.recordId);
    const parameters = parametersInForce(h);
    const ids = branches.flatMap(({ id }) => rollOn(facts.memberships, id, day).map((row) => row.memberId));
    return success({
      schoolName: schoolOf(h).values.name,
      year: period.value,
      day,
      madeOn: context.today,
      madeBy: context.accountName,
      branches,
      facts,
      obligations: partyObligations(facts, parameters, context.today).filter(
        ({ period: window, state }) => periodContains(period.value, window) && state !== 'notDue',
      ),
      accounts: branches.flatMap(({ id }) =>
        byName(facts, studyAccounts(facts, id, parameters, context.today)).map((account) => ({
          branchId: id,
          account,
        })),
      ),
      applicants: allRecords(h, memberDevelopment).map((record) => ({
        branchId: record.values.branch,
        person: asOfDay(developmentPerson(record), day),
      })),
      members: new Map(getRecords(h, partyMember, ids).map(({ id, values }) => [id, values])),
    });
  },
  compose: (data) => {
    const sheets: readonly [string, string, readonly ReportColumn[], Rows][] = [
      ['按月次数', '次', meetingColumns, meetingRows(data)],
      ['出席情况', '次', attendanceColumns, attendanceRows(data)],
      ['教育学时', '学时', hoursColumns, hoursRows(data)],
      ['党费收缴', '元', feeColumns, feeRows(data)],
      ['发展党员', '人', developmentColumns, developmentRows(data)],
      ['党员结构', '人', [branchColumn, ...structureColumns], structureRows(data)],
    ];
    return {
      name: `党建工作年度统计表_${data.year}`,
      sheets: sheets.map(([name, unit, columns, rows]): OutputSheet => {
        return officialSheet({
          name,
          title: `${data.schoolName}${formatPeriod(data.year)}党建工作统计表（${name}）`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          note: `单位：${unit}`,
          columns,
          rows,
          totals: columns.some(({ total }) => total === true),
        });
      }),
      personCount: new Set([...attendanceRows(data), ...feeRows(data)].map((row) => row[1])).size,
      sensitiveColumns: [],
      problems: data.branches.length === 0 ? ['还没有登记党支部，表是空的。'] : [],
      rows: sheets.reduce((sum, [, , , rows]) => sum + rows.length, 0),
    };
  },
});

const meetingColumns: readonly ReportColumn[] = [
  branchColumn,
  { header: '类型', width: 17, form: 'text' },
  { ...count, header: '应开', group: '全年' },
  { ...count, header: '实开', group: '全年' },
  { ...count, header: '已说明', group: '全年' },
  { ...count, header: '未完成', group: '全年' },
  ...months.map((month): ReportColumn => ({
    ...count,
    width: 6,
    header: `${month}月`,
    group: '其中各月实开',
  })),
];

/** Only kinds that were due or held. A meeting stands in the month it counts for, or else in that of its day. */
function meetingRows({ branches, facts, obligations, year }: YearData): Rows {
  return branches.flatMap((branch) =>
    meetingTypes.flatMap(({ value: type }) => {
      const due = obligations.filter((each) => each.branchId === branch.id && each.type === type);
      const held = facts.meetings.filter(
        (meeting) => meeting.branchId === branch.id && meeting.type === type && countsFor(meeting, year),
      );
      if (due.length === 0 && held.length === 0) return [];
      const sum = (some: readonly Obligation[], of: (each: Obligation) => number) =>
        some.reduce((total, each) => total + of(each), 0);
      const inMonth = (month: number) => {
        const window = `${year}-${String(month).padStart(2, '0')}`;
        return held.filter(({ period, heldOn }) =>
          period !== null && periodContains(window, period) ? true : periodOf('month', heldOn) === window,
        ).length;
      };
      return [
        [
          branch.name,
          type,
          sum(due, ({ required }) => required),
          held.length,
          due.filter(({ state }) => state === 'excused').length,
          sum(
            due.filter(({ state }) => state === 'overdue'),
            ({ required, meetingIds }) => Math.max(required - meetingIds.length, 0),
          ),
          ...months.map(inMonth),
        ],
      ];
    }),
  );
}

const attendanceColumns: readonly ReportColumn[] = [
  branchColumn,
  nameColumn,
  { ...count, header: '应到' },
  { ...count, header: '实到' },
  { header: '出席率', width: 10, form: 'text' },
  { ...count, header: '请假', group: '缺席' },
  { ...count, header: '无故', group: '缺席' },
  { ...count, header: '已补学', group: '缺席' },
  { header: '备注', width: 16, form: 'text' },
];

/** Rows about members in the order of their names, as people look them up. */
function byName<R extends { readonly memberId: string }>(facts: PartyLifeFacts, rows: readonly R[]): R[] {
  const key = ({ memberId }: R): string => pinyinSortKey(nameOf(facts, memberId));
  return rows.toSorted((a, b) => key(a).localeCompare(key(b)));
}

function attendanceRows({ branches, facts, year, day }: YearData): Rows {
  const held = facts.meetings.filter((meeting) => countsFor(meeting, year));
  return branches.flatMap((branch) => {
    const rows = held
      .filter(({ branchId }) => branchId === branch.id)
      .flatMap(({ attendance }) => attendance)
      .filter(({ state }) => state !== '不计应到');
    return byName(facts, rollOn(facts.memberships, branch.id, day)).map(({ memberId, status }) => {
      const own = rows.filter((row) => row.memberId === memberId);
      const present = own.filter(({ state }) => state === '出席').length;
      const truant = own.filter(({ state }) => state === '无故缺席').length;
      return [
        branch.name,
        nameOf(facts, memberId),
        own.length,
        present,
        printedShare(present, own.length),
        own.length - present - truant,
        truant,
        own.filter(({ state, madeUpOn }) => state !== '出席' && madeUpOn !== null).length,
        status === '预备党员' ? status : null,
      ];
    });
  });
}

const hours = { width: 11, form: 'decimal', digits: 1, total: true } as const;
const hoursColumns: readonly ReportColumn[] = [
  branchColumn,
  nameColumn,
  { header: '身份', width: 14, form: 'text' },
  { ...hours, header: '全年应完成' },
  { ...hours, header: '已完成' },
  { ...hours, header: '还差' },
  { header: '完成率', width: 10, form: 'text' },
  { ...count, header: '集中培训', width: 10 },
];

function hoursRows({ branches, accounts, facts }: YearData): Rows {
  const names = new Map(branches.map(({ id, name }) => [id, name]));
  return accounts.map(({ branchId, account }) => [
    names.get(branchId) ?? '',
    nameOf(facts, account.memberId),
    account.leader ? '书记、委员' : '党员',
    account.target,
    account.hours,
    Math.max(Math.round((account.target - account.hours) * 10) / 10, 0),
    printedShare(account.hours, account.target),
    account.trainings,
  ]);
}

const feeColumns: readonly ReportColumn[] = [
  branchColumn,
  nameColumn,
  { ...count, header: '登记月数' },
  { ...money, header: '应交' },
  { ...money, header: '实交' },
  { ...money, header: '欠交' },
  { header: '欠交月份', width: 22, form: 'text', wrap: true },
  { header: '欠交原因', width: 20, form: 'text', wrap: true },
];

/** In 元; of months that have come. The base of a fee is pay and stays at school. */
function feeRows({ branches, facts, year, day }: YearData): Rows {
  return branches.flatMap((branch) => {
    const fees = facts.fees.filter(
      (fee) => fee.branchId === branch.id && periodContains(year, fee.month) && fee.month <= day.slice(0, 7),
    );
    const payers = [...new Set(fees.map(({ memberId }) => memberId))].map((memberId) => ({ memberId }));
    return byName(facts, payers).map(({ memberId }) => {
      const own = fees.filter((fee) => fee.memberId === memberId);
      const late = own.filter(({ due, paid }) => paid < due);
      const sum = (of: (fee: (typeof own)[number]) => number) =>
        own.reduce((total, fee) => total + of(fee), 0) / 100;
      return [
        branch.name,
        nameOf(facts, memberId),
        own.length,
        sum(({ due }) => due),
        sum(({ paid }) => paid),
        sum(({ due, paid }) => Math.max(due - paid, 0)),
        late.map(({ month }) => `${Number(month.slice(5))}月`).join('、'),
        [
          ...new Set(late.flatMap(({ arrearsReason }) => (arrearsReason === null ? [] : [arrearsReason]))),
        ].join('；'),
      ];
    });
  });
}

const stages = developmentStates.filter((state) => state !== '终止' && state !== '转出');
const developmentColumns: readonly ReportColumn[] = [
  branchColumn,
  ...stages.map((state): ReportColumn => ({ ...count, width: 13, header: state })),
];

function developmentRows({ branches, applicants }: YearData): Rows {
  return branches.map((branch) => [
    branch.name,
    ...stages.map(
      (state) =>
        applicants.filter(
          ({ branchId, person }) =>
            branchId === branch.id && person.steps.length > 0 && stateOf(person) === state,
        ).length,
    ),
  ]);
}

function structureRows({ branches, facts, day, members }: YearData): Rows {
  return branches.map((branch) => [
    branch.name,
    ...memberStructure(
      rollOn(facts.memberships, branch.id, day).flatMap(({ memberId, status }) => {
        const member = members.get(memberId);
        const posts = facts.posts
          .filter(
            (held) =>
              held.branchId === branch.id &&
              held.memberId === memberId &&
              held.from <= day &&
              (held.to === null || day <= held.to),
          )
          .map(({ post }) => post);
        return member ? [{ ...member, status, posts }] : [];
      }),
      day,
    ),
  ]);
}

function nameOf({ members }: PartyLifeFacts, memberId: string): string {
  return members.find(({ id }) => id === memberId)?.name ?? '';
}
