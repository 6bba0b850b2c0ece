import type { DayException, TeachingDay } from '../../../../shared/domain/afterSchool/roster/dated.ts';
import type {
  Assignment,
  DutyKind,
  RosterNeed,
} from '../../../../shared/domain/afterSchool/roster/problem.ts';
import type { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import type { RecordIn } from '../../../store/records/records.ts';

type SlotRole = RecordIn<typeof serviceSlot>['values']['staffing'][number]['role'];

export const roleOf: Readonly<Record<DutyKind, SlotRole>> = {
  teaching: '授课',
  care: '看护',
  leader: '值班领导',
  security: '安保',
};
export const dutyOf = new Map<string, DutyKind>(
  (Object.entries(roleOf) as [DutyKind, SlotRole][]).map(([duty, role]) => [role, duty]),
);

export interface PresentRoster {
  /** Who usually comes. */
  readonly roster: readonly Assignment[];
  readonly locked: readonly Assignment[];
  /** Dates on which somebody else comes. */
  readonly exceptions: readonly DayException[];
}

interface Presence {
  readonly needId: string;
  readonly date: string;
  readonly teacherId: string;
  readonly regular: string;
  readonly reason: string | null;
  readonly locked: boolean;
}

/**
 * The week pattern that sessions show: of several dates of one weekday, who comes most often, stand-ins counted for the person they
 * replace. Dates that differ are exceptions.
 */
export function presentRoster(
  needs: readonly RosterNeed[],
  slots: readonly RecordIn<typeof serviceSlot>[],
  teachers: readonly { readonly id: string }[],
  teachingDays: readonly TeachingDay[],
): PresentRoster {
  const roster: Assignment[] = [];
  const locked: Assignment[] = [];
  const exceptions: DayException[] = [];
  for (const [needId, found] of Map.groupBy(
    presencesOf(needs, slots, teachers, teachingDays),
    (presence) => presence.needId,
  )) {
    const several = found.length > 1;
    const usual = mostFrequent(found.map((each) => (several ? each.regular : each.teacherId)));
    if (usual === undefined) continue;
    roster.push({ needId, teacherId: usual });
    if (found.some((each) => each.locked && each.teacherId === usual))
      locked.push({ needId, teacherId: usual });
    exceptions.push(
      ...found
        .filter(({ teacherId }) => teacherId !== usual)
        .map(({ date, teacherId, reason }) => ({ date, needId, teacherId, reason: reason ?? '临时调整' })),
    );
  }
  return { roster, locked, exceptions };
}

function presencesOf(
  needs: readonly RosterNeed[],
  slots: readonly RecordIn<typeof serviceSlot>[],
  teachers: readonly { readonly id: string }[],
  teachingDays: readonly TeachingDay[],
): readonly Presence[] {
  const weekdayOn = new Map(teachingDays.map(({ date, weekday }) => [date, weekday]));
  const known = new Set(teachers.map(({ id }) => id));
  const places = Map.groupBy(needs, ({ day, span, groupId, kind }) =>
    [day, span.start, groupId, kind].join('|'),
  );
  return slots.flatMap(({ values }) => {
    const taken = new Map<string, number>();
    return values.staffing.flatMap((row): readonly Presence[] => {
      const kind = dutyOf.get(row.role);
      if (row.staff === null || kind === undefined || !known.has(row.staff)) return [];
      const place = [weekdayOn.get(values.heldOn) ?? 0, values.startsAt, values.course, kind].join('|');
      const index = taken.get(place) ?? 0;
      taken.set(place, index + 1);
      const need = places.get(place)?.[index];
      if (!need) return [];
      const regular = row.replaces !== null && known.has(row.replaces) ? row.replaces : row.staff;
      return [
        {
          needId: need.id,
          date: values.heldOn,
          teacherId: row.staff,
          regular,
          reason: row.replacedBecause,
          locked: row.locked === true,
        },
      ];
    });
  });
}

function mostFrequent(ids: readonly string[]): string | undefined {
  const counts = Map.groupBy(ids, (id) => id);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
