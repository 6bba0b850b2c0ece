import type { DateRange } from '../../kernel/periods.ts';
import type { AfterSchoolFacts, SlotFact } from './facts.ts';
import { isService } from './serviceTime.ts';
import type { ServiceRole } from './words.ts';

export interface PersonHours {
  /** One of the two is set. */
  readonly staffId: string | null;
  readonly externalId: string | null;
  /** 课时 by role; roles without hours are absent. */
  readonly byRole: Readonly<Partial<Record<ServiceRole, number>>>;
  readonly total: number;
  readonly slotIds: readonly string[];
}

/** Hours that may be subsidised: of confirmed service sessions in a range, per person. */
export function confirmedHours(
  facts: Pick<AfterSchoolFacts, 'slots'>,
  range: DateRange,
): readonly PersonHours[] {
  const sums = new Map<
    string,
    { person: PersonHours; byRole: Partial<Record<ServiceRole, number>>; slots: string[] }
  >();
  for (const slot of facts.slots.filter((one) => countsForHours(one, range))) {
    for (const { staffId, externalId, role, hours } of slot.staffing) {
      const key = staffId ?? externalId;
      if (key === null || hours <= 0) continue;
      const sum = sums.get(key) ?? {
        person: { staffId, externalId, byRole: {}, total: 0, slotIds: [] },
        byRole: {},
        slots: [],
      };
      sum.byRole[role] = (sum.byRole[role] ?? 0) + hours;
      if (!sum.slots.includes(slot.id)) sum.slots.push(slot.id);
      sums.set(key, sum);
    }
  }
  return [...sums.values()].map(({ person, byRole, slots }) => ({
    ...person,
    byRole,
    total: Object.values(byRole).reduce((total, hours) => total + hours, 0),
    slotIds: slots,
  }));
}

function countsForHours(slot: SlotFact, range: DateRange): boolean {
  return slot.confirmed && isService(slot) && range.from <= slot.heldOn && slot.heldOn <= range.to;
}
