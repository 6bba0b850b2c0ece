import type { DateRange } from '../../../kernel/periods.ts';
import { addDays, addMonthsCN, formatChinese } from '../../../kernel/plainDate.ts';
import type { StaffFact } from '../facts.ts';

/** Why somebody isn't appraised in a round; 其他 and leaves are written by the school. */
export const exclusionReasons = [
  '在校时间不足',
  '已调离或退休',
  '长期病假',
  '产假或长期事假',
  '借调或支教',
  '其他',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Whether a person of the staff is proposed for a round, and why not. */
export interface RoundPlace {
  readonly staffId: string;
  readonly included: boolean;
  readonly reason: ExclusionReason | null;
  /** A sentence that goes with the reason. */
  readonly note: string | null;
}

/**
 * Everybody who worked at the school at any time of the period, with a proposal whether they are appraised: those who left
 * before its end and those hired too late aren't. The school may decide otherwise, with a reason.
 * @param minMonths shortest service within the period
 */
export function proposePlaces(
  staff: readonly StaffFact[],
  range: DateRange,
  minMonths: number,
): readonly RoundPlace[] {
  return staff
    .filter(
      ({ hiredOn, leftOn }) =>
        (hiredOn === null || hiredOn <= range.to) && (leftOn === null || leftOn > range.from),
    )
    .map((person) => placeOf(person, range, minMonths));
}

function placeOf({ id, hiredOn, leftOn }: StaffFact, range: DateRange, minMonths: number): RoundPlace {
  if (leftOn !== null && leftOn <= range.to)
    return {
      staffId: id,
      included: false,
      reason: '已调离或退休',
      note: `${formatChinese(leftOn)}离校，考核周期结束时不在校。`,
    };
  // Who begins on the first day of a month and stays to the last day of the sixth has served six months.
  if (hiredOn !== null && hiredOn > range.from && addMonthsCN(hiredOn, minMonths) > addDays(range.to, 1))
    return {
      staffId: id,
      included: false,
      reason: '在校时间不足',
      note: `${formatChinese(hiredOn)}到校，考核周期内在校不满 ${minMonths} 个月。`,
    };
  return { staffId: id, included: true, reason: null, note: null };
}
