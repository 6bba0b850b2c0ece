import { formatPeriod, type DateRange } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import { serviceAttendance } from '../../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '../../../../shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceIncident } from '../../../../shared/ledgers/afterSchool/serviceIncident.ts';
import { serviceSafetyRound } from '../../../../shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecords, titlesOf, type RecordIn } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { nothing } from '../../../documents/officeText.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport, type Report } from '../report.ts';

interface Register<Row> {
  readonly name: string;
  readonly label: string;
  /** Name of the sheet and of the file. */
  readonly title: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly sensitiveColumns: readonly string[];
  /** What is said of an empty one. */
  readonly empty: string;
  readonly rowsOf: (h: ReadHandle, range: DateRange) => readonly Row[];
  /** Ids of those who are named in a row. */
  readonly peopleOf: (row: Row) => readonly string[];
}

/** A register of a month or a term: one line an event, in the order of days. */
function defineRegister<Row>({ title, columns, empty, rowsOf, peopleOf, ...info }: Register<Row>): Report {
  const { sensitiveColumns, ...named } = info;
  return sheetReport({
    ...named,
    area: 'afterSchool',
    periods: ['month', 'term'],
    gather: (h, { range }) => success(rowsOf(h, range)),
    compose: (rows, { period, sheet }) => ({
      name: `${title}_${period}`,
      sheets: [sheet({ name: title, title: `${formatPeriod(period)}${title}`, columns, rows })],
      personCount: new Set(rows.flatMap(peopleOf)).size,
      sensitiveColumns,
      problems: [rows.length === 0 && empty],
    }),
  });
}

/** A record about a session, with the session and everybody's name. */
interface OfSession<Values> {
  readonly values: Values;
  readonly slot: RecordIn<typeof serviceSlot>['values'] | undefined;
  readonly nameOf: (id: string | null | undefined) => string | null;
}

const signature = { heading: '签字', width: 10, cell: () => null } as const;

/** 张三（请假，看牙）、李四（…）, or 无. */
function namedWith<Row extends { readonly pupil: string }>(
  rows: readonly Row[],
  nameOf: OfSession<unknown>['nameOf'],
  wordsOf: (row: Row) => readonly (string | null)[],
): string {
  return (
    rows
      .map((row) => `${nameOf(row.pupil) ?? ''}（${wordsOf(row).filter(Boolean).join('，')}）`)
      .join('、') || nothing
  );
}

/** 点名表 (domain.md §5.3), as returned. */
export const rollCallRegister = defineRegister<OfSession<RecordIn<typeof serviceAttendance>['values']>>({
  name: 'rollCallRegister',
  label: '课后服务点名表',
  title: '课后服务点名表',
  columns: [
    { heading: '日期', width: 12, cell: ({ values }) => values.heldOn },
    { heading: '时间', width: 13, cell: ({ slot }) => (slot ? `${slot.startsAt}—${slot.endsAt}` : null) },
    { heading: '课程', width: 20, wrap: true, cell: ({ slot, nameOf }) => nameOf(slot?.course) },
    { heading: '应到', width: 7, format: 'integer', cell: ({ values }) => values.dueCount },
    { heading: '实到', width: 7, format: 'integer', cell: ({ values }) => values.presentCount },
    {
      heading: '缺勤名单及原因',
      width: 40,
      wrap: true,
      cell: ({ values, nameOf }) =>
        namedWith(
          values.rows.filter(({ state }) => state === '请假' || state === '缺勤'),
          nameOf,
          ({ state, reason }) => [state, reason],
        ),
    },
    {
      heading: '中途离开（时间、接走人）',
      width: 26,
      wrap: true,
      cell: ({ values, nameOf }) =>
        namedWith(
          values.rows.filter(({ state }) => state === '早退'),
          nameOf,
          ({ leftAt, fetchedBy }) => [leftAt, fetchedBy],
        ),
    },
    {
      heading: '任课教师',
      width: 12,
      cell: ({ values, slot, nameOf }) =>
        nameOf(values.signedBy ?? slot?.staffing.find(({ role }) => role === '授课')?.staff),
    },
    signature,
  ],
  sensitiveColumns: ['缺勤名单及原因', '中途离开（时间、接走人）'],
  empty: '这段时间还没有点名。',
  rowsOf: (h, range) =>
    withSlots(h, recordsBetween(h, serviceAttendance, 'heldOn', range), ({ rows }) =>
      rows.map((row) => row.pupil),
    ),
  peopleOf: ({ values }) => values.rows.map((row) => row.pupil),
});

/** 离校交接登记 (domain.md §5.3). */
export const handoverRegister = defineRegister<OfSession<RecordIn<typeof serviceHandover>['values']>>({
  name: 'handoverRegister',
  label: '离校交接登记表',
  title: '课后服务离校交接登记表',
  columns: [
    { heading: '日期', width: 12, cell: ({ values }) => values.heldOn },
    { heading: '班组', width: 20, wrap: true, cell: ({ slot, nameOf }) => nameOf(slot?.course) },
    { heading: '放学时间', width: 9, cell: ({ values }) => values.leftAt },
    { heading: '已交接', width: 8, format: 'integer', cell: ({ values }) => values.handedCount },
    { heading: '交接人', width: 10, cell: ({ values, nameOf }) => nameOf(values.handedBy) },
    {
      heading: '他人接领（接领人、关系、电话）',
      width: 34,
      wrap: true,
      cell: ({ values, nameOf }) =>
        values.rows
          .filter(({ way }) => way === '他人代接' || way === '委托他人')
          .map(
            ({ pupil, receiver, relation, phone }) =>
              `${nameOf(pupil) ?? ''}：${[receiver, relation, phone].filter(Boolean).join('，')}`,
          )
          .join('；') || '其余按报名的方式',
    },
    {
      heading: '未接学生及处置',
      width: 30,
      wrap: true,
      cell: ({ values, nameOf }) =>
        values.rows
          .filter(({ way }) => way === '未接')
          .map(({ pupil, handling }) => `${nameOf(pupil) ?? ''}：${handling ?? ''}`)
          .join('；') || nothing,
    },
    { heading: '值班领导', width: 10, cell: ({ values, nameOf }) => nameOf(values.leader) },
    signature,
  ],
  sensitiveColumns: ['他人接领（接领人、关系、电话）', '未接学生及处置'],
  empty: '这段时间还没有离校交接登记。',
  rowsOf: (h, range) =>
    withSlots(h, recordsBetween(h, serviceHandover, 'heldOn', range), ({ rows, handedBy, leader }) =>
      [...rows.map((row) => row.pupil), handedBy, leader].filter((id) => id !== null),
    ),
  peopleOf: ({ values }) => values.rows.map((row) => row.pupil),
});

interface SafetyRow {
  readonly day: string;
  /** `null` on a day that has an incident and no round. */
  readonly round: RecordIn<typeof serviceSafetyRound>['values'] | null;
  readonly patrol: string | null;
  readonly leader: string | null;
  /** Incidents of the day, told beside its first round. */
  readonly incidents: string;
}

/** 安全台账 (domain.md §5.3): every round, and every incident beside the round of its day. */
export const safetyRegister = defineRegister<SafetyRow>({
  name: 'safetyRegister',
  label: '课后服务安全台账',
  title: '课后服务安全台账',
  columns: [
    { heading: '日期', width: 12, cell: ({ day }) => day },
    { heading: '巡查人', width: 10, cell: ({ patrol }) => patrol },
    { heading: '值班领导', width: 10, cell: ({ leader }) => leader },
    { heading: '场地设施', width: 10, cell: ({ round }) => round && round.facilities },
    {
      heading: '人员到岗',
      width: 16,
      wrap: true,
      cell: ({ round }) =>
        round &&
        (round.attendance === '全部到岗'
          ? round.attendance
          : `${round.attendance}：${round.absentees ?? ''}`),
    },
    { heading: '隐患', width: 26, wrap: true, cell: ({ round }) => round && (round.hazard ?? nothing) },
    {
      heading: '整改',
      width: 26,
      wrap: true,
      cell: ({ round }) =>
        round &&
        (round.facilities === '正常'
          ? nothing
          : `${round.measure ?? '整改中'}${round.closedOn === null ? '（未销号）' : `（${round.closedOn} 销号）`}`),
    },
    { heading: '突发事件处置', width: 34, wrap: true, cell: ({ incidents }) => incidents || nothing },
  ],
  sensitiveColumns: ['突发事件处置'],
  empty: '这段时间没有巡查和突发事件。一天也没有的，请核对是否漏登。',
  rowsOf: (h, range) => {
    const rounds = recordsBetween(h, serviceSafetyRound, 'heldOn', range);
    const names = titlesOf(
      h,
      rounds.flatMap(({ values }) => [values.patrol, values.leader]),
    );
    const told = Map.groupBy(recordsBetween(h, serviceIncident, 'heldOn', range), (one) => one.values.heldOn);
    const wordsOf = (day: string): string =>
      (told.get(day) ?? [])
        .map(
          ({ values }) =>
            `${values.title}：${values.measures ?? '处置中'}${values.closedOn === null ? '（未办结）' : `（${values.closedOn} 办结）`}`,
        )
        .join('；');
    const first = new Map(rounds.toReversed().map((round) => [round.values.heldOn, round.id]));
    return [
      ...rounds.map(({ id, values }) => ({
        day: values.heldOn,
        round: values,
        patrol: names[values.patrol] ?? null,
        leader: names[values.leader] ?? null,
        incidents: first.get(values.heldOn) === id ? wordsOf(values.heldOn) : '',
      })),
      ...[...told.keys()]
        .filter((day) => !first.has(day))
        .map((day) => ({ day, round: null, patrol: null, leader: null, incidents: wordsOf(day) })),
    ].toSorted((a, b) => a.day.localeCompare(b.day));
  },
  peopleOf: ({ round }) => (round ? [round.patrol, round.leader] : []),
});

/** Records about sessions by day and time, with their sessions and everybody's name. */
function withSlots<Values extends { readonly slot: string; readonly heldOn: string }>(
  h: ReadHandle,
  records: readonly { readonly values: Values }[],
  peopleOf: (values: Values) => readonly string[],
): readonly OfSession<Values>[] {
  const slots = new Map(
    getRecords(
      h,
      serviceSlot,
      records.map(({ values }) => values.slot),
    ).map((slot) => [slot.id, slot.values]),
  );
  const names = titlesOf(h, [
    ...new Set([
      ...records.flatMap(({ values }) => peopleOf(values)),
      ...[...slots.values()].flatMap(({ course, staffing }) => [
        course,
        ...staffing.flatMap(({ staff }) => staff ?? []),
      ]),
    ]),
  ]);
  const nameOf = (id: string | null | undefined) => names[id ?? ''] ?? null;
  const order = ({ values, slot }: OfSession<Values>): string =>
    `${values.heldOn} ${slot?.startsAt ?? ''} ${nameOf(slot?.course) ?? ''}`;
  return records
    .map(({ values }) => ({ values, slot: slots.get(values.slot), nameOf }))
    .toSorted((a, b) => order(a).localeCompare(order(b), 'zh-CN', { numeric: true }));
}
