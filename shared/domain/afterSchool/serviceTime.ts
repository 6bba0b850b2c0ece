import { minuteOfDay, timesOverlap } from '../../kernel/clockTime.ts';
import { teachingDays } from '../../kernel/schoolTerm.ts';
import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { AfterSchoolFacts, SlotFact } from './facts.ts';
import type { SlotKind } from './words.ts';

const serviceKinds: readonly SlotKind[] = ['课后服务', '延时托管'];

export interface ServiceDay {
  readonly date: PlainDate;
  /** Minutes in which at least one group was served; parallel groups count once. */
  readonly minutes: number;
  readonly slotIds: readonly string[];
}

/** Two sessions of one day at the same time; the earlier-listed one first. */
export interface SlotClash {
  readonly first: SlotFact;
  readonly second: SlotFact;
  /** Who or what is in both. */
  readonly subject: string;
}

/** Whether a session is after-school service: 早到校, 午休 and 晚自习 are not (四部门 2023-12), cancelled ones neither. */
export function isService(slot: SlotFact): boolean {
  return serviceKinds.includes(slot.kind) && !slot.cancelled;
}

/** Every teaching day of a range with its service, days without included; `unknown` without a holiday arrangement. */
export function serviceDays(
  facts: Pick<AfterSchoolFacts, 'slots' | 'calendar'>,
  range: DateRange,
): readonly ServiceDay[] | 'unknown' {
  const days = teachingDays(facts.calendar, range);
  if (days === 'unknown') return 'unknown';
  const byDay = Map.groupBy(facts.slots.filter(isService), ({ heldOn }) => heldOn);
  return days.map((date) => {
    const slots = byDay.get(date) ?? [];
    return { date, minutes: coveredMinutes(slots), slotIds: slots.map(({ id }) => id) };
  });
}

/** Length of the union of the sessions' spans. */
export function coveredMinutes(slots: readonly Pick<SlotFact, 'startsAt' | 'endsAt'>[]): number {
  let total = 0;
  let reached = 0;
  const spans = slots.map(({ startsAt, endsAt }) => [minuteOfDay(startsAt), minuteOfDay(endsAt)] as const);
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    total += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return total;
}

/**
 * Pairs of sessions that overlap in time (half-open: one may begin when the other ends) and share a subject.
 * @param subjectsOf who or what a session needs: teachers, a room, pupils
 */
export function findSlotClashes(
  slots: readonly SlotFact[],
  subjectsOf: (slot: SlotFact) => readonly string[],
): readonly SlotClash[] {
  const days = Map.groupBy(
    slots.filter(({ cancelled }) => !cancelled),
    ({ heldOn }) => heldOn,
  );
  return [...days.values()].flatMap((ofDay) => {
    const bySubject = new Map<string, SlotFact[]>();
    for (const slot of ofDay)
      for (const subject of new Set(subjectsOf(slot))) {
        const known = bySubject.get(subject);
        if (known) known.push(slot);
        else bySubject.set(subject, [slot]);
      }
    return [...bySubject].flatMap(([subject, together]) => clashesAmong(together, subject));
  });
}

function clashesAmong(together: readonly SlotFact[], subject: string): readonly SlotClash[] {
  if (together.length < 2) return [];
  return together.flatMap((first, index) =>
    together
      .slice(index + 1)
      .filter((second) => timesOverlap(spanOf(first), spanOf(second)))
      .map((second) => ({ first, second, subject })),
  );
}

function spanOf(slot: SlotFact): { start: string; end: string } {
  return { start: slot.startsAt, end: slot.endsAt };
}
