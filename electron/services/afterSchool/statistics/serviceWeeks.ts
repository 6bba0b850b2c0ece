import { sql, type RawBuilder } from 'kysely';
import type { AttendanceCount } from '../../../../shared/domain/afterSchool/serviceFigures.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRowsOf } from '../../../store/query.ts';
import { stampedSums } from '../stampedSums.ts';

export interface CountOf extends AttendanceCount {
  readonly key: string;
}

export interface SessionDay {
  readonly heldOn: PlainDate;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly sessions: number;
}

/** What the sessions of a week, or of the days of it that are asked for, come to. They count when confirmed. */
export interface ServiceWeek {
  readonly days: readonly SessionDay[];
  /** Of the roll calls, by day, by course and by pupil. */
  readonly byDay: readonly CountOf[];
  readonly byCourse: readonly CountOf[];
  readonly byPupil: readonly CountOf[];
  readonly serving: readonly { readonly staff: string | null; readonly external: string | null }[];
  /** Sessions that would count if they were confirmed. */
  readonly unconfirmed: number;
}

/** Weeks of sessions: a term has 600,000 rows of roll calls, which aren't to be read for every look at its statistics. */
export const serviceWeeks = stampedSums<ServiceWeek>({
  kind: 'serviceWeek',
  stretch: 'week',
  version: 1,
  papers: papersOf,
  reckon: weekOf,
});

/** Service that takes place, confirmed or not. */
const held = ({ from, to }: DateRange) => sql`
  s."deleted_at" IS NULL AND s."state" <> 'draft' AND s."kind" IN ('课后服务', '延时托管')
  AND coalesce(s."cancelled_reason", '') = '' AND s."held_on" BETWEEN ${from} AND ${to}`;

const called = sql`"service_slot" s JOIN "service_attendance" a ON a."slot" = s."id" AND a."deleted_at" IS NULL`;

function papersOf(h: ReadHandle, range: DateRange): readonly { day: PlainDate; papers: string }[] {
  const within = sql`s."held_on" BETWEEN ${range.from} AND ${range.to} AND s."deleted_at" IS NULL`;
  return allRowsOf(
    h,
    sql<{ day: PlainDate; papers: string }>`
      SELECT day, group_concat(paper ORDER BY paper) AS papers FROM (
        SELECT s."held_on" AS day, s."id" || s."revision" AS paper FROM "service_slot" s WHERE ${within}
        UNION ALL SELECT s."held_on", a."id" || a."revision" FROM ${called} WHERE ${within}
      ) GROUP BY day ORDER BY day DESC`,
  );
}

function weekOf(h: ReadHandle, range: DateRange): ServiceWeek {
  const counting = sql`${held(range)} AND s."confirmed" = 1`;
  const callsBy = (column: string) =>
    countsBy(h, sql`s.${sql.id(column)}`, {
      due: sql`coalesce(sum(a."due_count"), 0)`,
      present: sql`coalesce(sum(a."present_count"), 0)`,
      from: sql`${called} WHERE ${counting}`,
    });
  return {
    days: allRowsOf(
      h,
      sql<SessionDay>`SELECT s."held_on" AS heldOn, min(s."starts_at") AS startsAt, max(s."ends_at") AS endsAt,
        count(*) AS sessions FROM "service_slot" s WHERE ${counting} GROUP BY s."held_on" ORDER BY s."held_on"`,
    ),
    byDay: callsBy('held_on'),
    byCourse: callsBy('course'),
    byPupil: countsBy(h, sql`r."pupil"`, {
      due: sql`count(*)`,
      present: sql`sum(r."state_value" NOT IN ('请假', '缺勤'))`,
      from: sql`${called} JOIN "service_attendance__rows" r ON r."record_id" = a."id" WHERE ${counting}`,
    }),
    serving: allRowsOf(
      h,
      sql<{ staff: string | null; external: string | null }>`SELECT DISTINCT p."staff" AS staff,
        p."external" AS external FROM "service_slot" s
        JOIN "service_slot__staffing" p ON p."record_id" = s."id" WHERE ${counting}`,
    ),
    unconfirmed: allRowsOf(
      h,
      sql<{ one: 1 }>`SELECT 1 AS one FROM "service_slot" s WHERE ${held(range)} AND s."confirmed" IS NOT 1`,
    ).length,
  };
}

function countsBy(
  h: ReadHandle,
  key: RawBuilder<unknown>,
  { due, present, from }: Readonly<Record<'due' | 'present' | 'from', RawBuilder<unknown>>>,
): readonly CountOf[] {
  return allRowsOf(
    h,
    sql<CountOf>`SELECT ${key} AS key, ${due} AS due, ${present} AS present FROM ${from} GROUP BY ${key}`,
  );
}
