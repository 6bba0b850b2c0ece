import { ethicsStatistics, type EthicsStatistics } from '../../../shared/domain/ethics/ethicsStatistics.ts';
import { isStaffOn } from '../../../shared/domain/ethics/staffOn.ts';
import { periodRange, type DateRange } from '../../../shared/kernel/periods.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { ethicsActivity } from '../../../shared/ledgers/ethics/ethicsActivity.ts';
import { ethicsAppraisal } from '../../../shared/ledgers/ethics/ethicsAppraisal.ts';
import { ethicsAward } from '../../../shared/ledgers/ethics/ethicsAward.ts';
import { ethicsCase } from '../../../shared/ledgers/ethics/ethicsCase.ts';
import { violations } from '../../../shared/ledgers/ethics/violations.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords } from '../../store/records/records.ts';
import { finishedRecords, recordsBetween } from '../../store/records/recordsBetween.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { caseFactOf, isTold } from './checks/caseFact.ts';
import { staffFactOf } from '../school/staffFact.ts';

/** The counts of a period as they stand on a day, with those hidden that are smaller than `least`. */
export function ethicsFigures(
  h: ReadHandle,
  {
    range,
    day,
    least,
  }: {
    readonly range: DateRange;
    readonly day: PlainDate;
    readonly least: number;
  },
): EthicsStatistics {
  const code = schoolOf(h).values.type === '幼儿园' ? 'K' : 'V';
  const until = { from: range.from, to: day };
  return ethicsStatistics(
    {
      range,
      on: day,
      staffCount: allRecords(h, staff).filter((record) => isStaffOn(staffFactOf(record), day)).length,
      activities: recordsBetween(h, ethicsActivity, 'heldOn', until).map(({ values }) => ({
        element: values.element,
      })),
      appraisals: appraisalsEndingIn(h, range).map(({ values }) => ({ grade: values.grade })),
      cases: allRecords(h, ethicsCase).filter(isTold).map(caseFactOf),
      violations: violations.map(({ value }) => value).filter((value) => value.startsWith(code)),
      awards: recordsBetween(h, ethicsAward, 'grantedOn', until).map(({ values }) => ({
        level: values.level,
      })),
    },
    least,
  );
}

/** The forms of the last appraisal that ended in a range, whether the school appraises by calendar or by school year. */
function appraisalsEndingIn(h: ReadHandle, { from, to }: DateRange) {
  const endOf = (period: string | null): string => (period === null ? '' : periodRange(period).to);
  const ended = finishedRecords(h, ethicsAppraisal).filter(
    ({ period }) => from <= endOf(period) && endOf(period) <= to,
  );
  const last = ended
    .map(({ period }) => endOf(period))
    .toSorted()
    .at(-1);
  return ended.filter(({ period }) => endOf(period) === last);
}
