import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { EthicsFacts, StaffFact } from './facts.ts';

/** Whether somebody worked at the school on a day; without dates entered, yes. */
export function isStaffOn(staff: StaffFact, on: PlainDate): boolean {
  return (staff.hiredOn === null || staff.hiredOn <= on) && (staff.leftOn === null || on < staff.leftOn);
}

/** Whether somebody worked at the school on every day of a range. */
export function isStaffThroughout(staff: StaffFact, range: DateRange): boolean {
  return isStaffOn(staff, range.from) && isStaffOn(staff, range.to);
}

/** A name, or a plain word where the list no longer has it. */
export function staffName(facts: Pick<EthicsFacts, 'staff'>, staffId: string): string {
  return facts.staff.find(({ id }) => id === staffId)?.name ?? '（名单中没有的教职工）';
}
