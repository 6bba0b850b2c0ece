import { compareLabels } from '../../../../shared/kernel/labelOrder.ts';
import { isCancelled, type Slot } from './serviceSessions.ts';

/** The sessions of one week, with what they name. */
export interface RosterWeek {
  /** 2026—2027学年第一学期第12周, or the days alone outside a term. */
  readonly label: string;
  readonly days: readonly string[];
  readonly slots: readonly Slot[];
  readonly names: Readonly<Record<string, string>>;
}

/** One row of a poster, one cell a day. */
export interface RosterRow {
  readonly title: string;
  readonly cells: readonly string[];
}

interface Entry {
  /** Rows with one key are one. */
  readonly key: string;
  readonly title: string;
  readonly heldOn: string;
  readonly text: string;
}

/** One row per course and place. */
export function courseRows(week: RosterWeek): readonly RosterRow[] {
  return rowsOf(
    week,
    week.slots.map((slot) => {
      const { course, room, kind, heldOn } = slot.values;
      const name = week.names[course] ?? '';
      return {
        key: `${course}|${room ?? ''}|${kind}`,
        title: [
          kind === '课后服务' ? name : `${name}（${kind}）`,
          ...(room === null || room === '' ? [] : [`（${room}）`]),
        ].join('\n'),
        heldOn,
        text: courseCell(slot, week.names),
      };
    }),
  );
}

/** One row per person: when, which course, where and as what. Called-off sessions need nobody. */
export function teacherRows(week: RosterWeek): readonly RosterRow[] {
  return rowsOf(
    week,
    week.slots
      .filter((slot) => !isCancelled(slot))
      .flatMap((slot) =>
        slot.values.staffing.map((row) => {
          const { course, room, heldOn } = slot.values;
          const id = row.staff ?? row.external ?? '';
          const name = week.names[id] ?? '';
          const place = room === null || room === '' ? '' : `（${room}）`;
          const standsIn = row.replaces === null ? '' : `，代${week.names[row.replaces] ?? '他人'}`;
          return {
            key: id,
            title: row.external === null ? name : `${name}（校外）`,
            heldOn,
            text: `${hoursOf(slot)}\n${week.names[course] ?? ''}${place}${row.role}${standsIn}`,
          };
        }),
      ),
  );
}

/** One row per room: when, which course and who. Duties of the whole school have no room. */
export function roomRows(week: RosterWeek): readonly RosterRow[] {
  return rowsOf(
    week,
    week.slots.flatMap((slot) => {
      const { course, room, heldOn, staffing } = slot.values;
      if (room === null || room === '' || isCancelled(slot)) return [];
      const people = staffing.map((row) => week.names[row.staff ?? row.external ?? ''] ?? '').join('、');
      return {
        key: room,
        title: room,
        heldOn,
        text: [hoursOf(slot), week.names[course] ?? '', ...(people === '' ? [] : [people])].join('\n'),
      };
    }),
  );
}

function rowsOf(week: RosterWeek, entries: readonly Entry[]): readonly RosterRow[] {
  return [...Map.groupBy(entries, ({ key }) => key).values()]
    .map((own) => ({
      title: own[0]?.title ?? '',
      cells: week.days.map((day) =>
        own
          .filter(({ heldOn }) => heldOn === day)
          .map(({ text }) => text)
          .join('\n'),
      ),
    }))
    .toSorted((a, b) => compareLabels(a.title, b.title));
}

/** 16:30—18:30, then who is there by role; 停课 with its reason. */
function courseCell(slot: Slot, names: RosterWeek['names']): string {
  const { staffing, cancelledReason } = slot.values;
  if (isCancelled(slot)) return `停课：${cancelledReason ?? ''}`;
  const byRole = new Map<string, string[]>();
  for (const row of staffing) {
    const name = names[row.staff ?? row.external ?? ''] ?? '';
    byRole.set(row.role, [...(byRole.get(row.role) ?? []), row.external === null ? name : `${name}（校外）`]);
  }
  return [hoursOf(slot), ...[...byRole].map(([role, people]) => `${role}：${people.join('、')}`)].join('\n');
}

function hoursOf({ values }: Slot): string {
  return `${values.startsAt}—${values.endsAt}`;
}
