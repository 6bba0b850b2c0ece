import { formatPeriod, type DateRange, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success, type Result } from '../../../../shared/kernel/result.ts';
import { serviceAttendance } from '../../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '../../../../shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceIncident } from '../../../../shared/ledgers/afterSchool/serviceIncident.ts';
import { serviceSafetyRound } from '../../../../shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { OutputCell } from '../../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecords, titlesOf, type RecordIn } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport, type Report, type ReportContext, type ReportScope } from '../report.ts';
import { periodOfScope, rangeOf } from '../reportPeriod.ts';

interface RegisterData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly rows: readonly (readonly OutputCell[])[];
  readonly personCount: number;
  readonly problems: readonly string[];
}

interface Register {
  readonly name: string;
  readonly label: string;
  /** Name of the sheet and of the file. */
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly sensitiveColumns: readonly string[];
  /** What is said of an empty one. */
  readonly empty: string;
  readonly rowsOf: (h: ReadHandle, range: DateRange) => Pick<RegisterData, 'rows' | 'personCount'>;
}

const kinds: readonly PeriodKind[] = ['month', 'term'];

/** A register of a month or a term: one line an event, in the order of days. */
function defineRegister(register: Register): Report {
  return defineReport<RegisterData>({
    name: register.name,
    label: register.label,
    area: 'afterSchool',
    formats: ['xlsx', 'pdf'],
    scope: { kind: 'period', periods: kinds },
    gather: (h, scope, context) => gather(register, h, scope, context),
    compose: (data) => ({
      name: `${register.title}_${data.period}`,
      sheets: [
        officialSheet({
          name: register.title,
          title: `${data.schoolName}${formatPeriod(data.period)}${register.title}`,
          unitName: data.schoolName,
          madeOn: data.madeOn,
          madeBy: data.madeBy,
          columns: register.columns,
          rows: data.rows,
        }),
      ],
      personCount: data.personCount,
      sensitiveColumns: register.sensitiveColumns,
      problems: data.problems,
      rows: data.rows.length,
    }),
  });
}

function gather(
  register: Register,
  h: ReadHandle,
  scope: ReportScope,
  context: ReportContext,
): Result<RegisterData> {
  const period = periodOfScope(scope, kinds);
  if (!period.ok) return period;
  const { rows, personCount } = register.rowsOf(h, rangeOf(h, period.value));
  return success({
    schoolName: schoolOf(h).values.name,
    period: period.value,
    madeOn: context.today,
    madeBy: context.accountName,
    rows,
    personCount,
    problems: rows.length === 0 ? [register.empty] : [],
  });
}

const text = (header: string, width: number, more: Partial<ReportColumn> = {}): ReportColumn => ({
  header,
  width,
  form: 'text',
  ...more,
});
const number = (header: string, width: number): ReportColumn => ({ header, width, form: 'integer' });

/** 点名表 (domain.md §5.3), as returned. */
export const rollCallRegister = defineRegister({
  name: 'rollCallRegister',
  label: '课后服务点名表',
  title: '课后服务点名表',
  columns: [
    text('日期', 12),
    text('时间', 13),
    text('课程', 20, { wrap: true }),
    number('应到', 7),
    number('实到', 7),
    text('缺勤名单及原因', 40, { wrap: true }),
    text('中途离开（时间、接走人）', 26, { wrap: true }),
    text('任课教师', 12),
    text('签字', 10),
  ],
  sensitiveColumns: ['缺勤名单及原因', '中途离开（时间、接走人）'],
  empty: '这段时间还没有点名。',
  rowsOf: (h, range) => {
    const { records, slots, names } = withSlots(
      h,
      recordsBetween(h, serviceAttendance, 'heldOn', range),
      (record) => record.values.rows.map((row) => row.pupil),
    );
    return {
      personCount: new Set(records.flatMap(({ values }) => values.rows.map((row) => row.pupil))).size,
      rows: records.map(({ values }) => {
        const slot = slots.get(values.slot);
        const away = values.rows.filter(({ state }) => state === '请假' || state === '缺勤');
        const early = values.rows.filter(({ state }) => state === '早退');
        const teacher =
          values.signedBy ?? slot?.values.staffing.find(({ role }) => role === '授课')?.staff ?? '';
        return [
          values.heldOn,
          slot ? `${slot.values.startsAt}—${slot.values.endsAt}` : null,
          slot ? (names[slot.values.course] ?? null) : null,
          values.dueCount,
          values.presentCount,
          away
            .map(
              (row) => `${names[row.pupil] ?? ''}（${[row.state, row.reason].filter(Boolean).join('，')}）`,
            )
            .join('、') || '无',
          early
            .map(
              (row) =>
                `${names[row.pupil] ?? ''}（${[row.leftAt, row.fetchedBy].filter(Boolean).join('，')}）`,
            )
            .join('、') || '无',
          names[teacher] ?? null,
          null,
        ];
      }),
    };
  },
});

/** 离校交接登记 (domain.md §5.3). */
export const handoverRegister = defineRegister({
  name: 'handoverRegister',
  label: '离校交接登记表',
  title: '课后服务离校交接登记表',
  columns: [
    text('日期', 12),
    text('班组', 20, { wrap: true }),
    text('放学时间', 9),
    number('已交接', 8),
    text('交接人', 10),
    text('他人接领（接领人、关系、电话）', 34, { wrap: true }),
    text('未接学生及处置', 30, { wrap: true }),
    text('值班领导', 10),
    text('签字', 10),
  ],
  sensitiveColumns: ['他人接领（接领人、关系、电话）', '未接学生及处置'],
  empty: '这段时间还没有离校交接登记。',
  rowsOf: (h, range) => {
    const { records, slots, names } = withSlots(
      h,
      recordsBetween(h, serviceHandover, 'heldOn', range),
      (record) =>
        [...record.values.rows.map((row) => row.pupil), record.values.handedBy, record.values.leader].filter(
          (id) => id !== null,
        ),
    );
    return {
      personCount: new Set(records.flatMap(({ values }) => values.rows.map((row) => row.pupil))).size,
      rows: records.map(({ values }) => {
        const others = values.rows.filter(({ way }) => way === '他人代接' || way === '委托他人');
        const waiting = values.rows.filter(({ way }) => way === '未接');
        return [
          values.heldOn,
          names[slots.get(values.slot)?.values.course ?? ''] ?? null,
          values.leftAt,
          values.handedCount,
          names[values.handedBy ?? ''] ?? null,
          others
            .map(
              (row) =>
                `${names[row.pupil] ?? ''}：${[row.receiver, row.relation, row.phone].filter(Boolean).join('，')}`,
            )
            .join('；') || '其余按报名的方式',
          waiting.map((row) => `${names[row.pupil] ?? ''}：${row.handling ?? ''}`).join('；') || '无',
          names[values.leader ?? ''] ?? null,
          null,
        ];
      }),
    };
  },
});

/** 安全台账 (domain.md §5.3): every round, and every incident beside the round of its day. */
export const safetyRegister = defineRegister({
  name: 'safetyRegister',
  label: '课后服务安全台账',
  title: '课后服务安全台账',
  columns: [
    text('日期', 12),
    text('巡查人', 10),
    text('值班领导', 10),
    text('场地设施', 10),
    text('人员到岗', 16, { wrap: true }),
    text('隐患', 26, { wrap: true }),
    text('整改', 26, { wrap: true }),
    text('突发事件处置', 34, { wrap: true }),
  ],
  sensitiveColumns: ['突发事件处置'],
  empty: '这段时间没有巡查和突发事件。一天也没有的，请核对是否漏登。',
  rowsOf: (h, range) => {
    const rounds = recordsBetween(h, serviceSafetyRound, 'heldOn', range);
    const incidents = recordsBetween(h, serviceIncident, 'heldOn', range);
    const names = titlesOf(
      h,
      rounds.flatMap(({ values }) => [values.patrol, values.leader]),
    );
    const first = new Map(rounds.toReversed().map((round) => [round.values.heldOn, round.id]));
    const told = (day: string): string =>
      incidents
        .filter(({ values }) => values.heldOn === day)
        .map(
          ({ values }) =>
            `${values.title}：${values.measures ?? '处置中'}${values.closedOn === null ? '（未办结）' : `（${values.closedOn} 办结）`}`,
        )
        .join('；');
    const rows = [
      ...rounds.map(({ id, values }): (string | null)[] => [
        values.heldOn,
        names[values.patrol] ?? null,
        names[values.leader] ?? null,
        values.facilities,
        values.attendance === '全部到岗'
          ? values.attendance
          : `${values.attendance}：${values.absentees ?? ''}`,
        values.hazard ?? '无',
        values.facilities === '正常'
          ? '无'
          : `${values.measure ?? '整改中'}${values.closedOn === null ? '（未销号）' : `（${values.closedOn} 销号）`}`,
        first.get(values.heldOn) === id ? told(values.heldOn) || '无' : '无',
      ]),
      ...[...new Set(incidents.map(({ values }) => values.heldOn))]
        .filter((day) => !first.has(day))
        .map((day): (string | null)[] => [day, null, null, null, null, null, null, told(day)]),
    ];
    return {
      rows: rows.toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
      personCount: new Set(rounds.flatMap(({ values }) => [values.patrol, values.leader])).size,
    };
  },
});

/** Records about sessions by day and time, with their sessions and everybody's name. */
function withSlots<R extends { readonly values: { readonly slot: string; readonly heldOn: string } }>(
  h: ReadHandle,
  records: readonly R[],
  peopleOf: (record: R) => readonly string[],
): {
  readonly records: readonly R[];
  readonly slots: ReadonlyMap<string, RecordIn<typeof serviceSlot>>;
  readonly names: Readonly<Record<string, string>>;
} {
  const slots = new Map(
    getRecords(
      h,
      serviceSlot,
      records.map(({ values }) => values.slot),
    ).map((slot) => [slot.id, slot]),
  );
  const names = titlesOf(h, [
    ...new Set([
      ...records.flatMap(peopleOf),
      ...[...slots.values()].flatMap(({ values }) => [
        values.course,
        ...values.staffing.flatMap(({ staff }) => staff ?? []),
      ]),
    ]),
  ]);
  const order = ({ values }: R): string =>
    `${values.heldOn} ${slots.get(values.slot)?.values.startsAt ?? ''} ${names[slots.get(values.slot)?.values.course ?? ''] ?? ''}`;
  return {
    records: records.toSorted((a, b) => order(a).localeCompare(order(b), 'zh-CN', { numeric: true })),
    slots,
    names,
  };
}
