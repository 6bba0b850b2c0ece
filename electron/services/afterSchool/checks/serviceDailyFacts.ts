import type { DailyFacts } from '../../../../shared/domain/afterSchool/dailyFacts.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { serviceBusyTime } from '../../../../shared/ledgers/afterSchool/serviceBusyTime.ts';
import { serviceIncident } from '../../../../shared/ledgers/afterSchool/serviceIncident.ts';
import { servicePayMonth } from '../../../../shared/ledgers/afterSchool/servicePayMonth.ts';
import { serviceSafetyRound } from '../../../../shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords } from '../../../store/records/records.ts';
import { linesOf, loadRates } from '../pay/loadPayMonth.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';

/**
 * Rounds, incidents, leave and locked months of a term.
 * @param range days of the term that are looked at
 */
export function loadDailyFacts(
  h: ReadHandle,
  period: string,
  range: DateRange,
): Omit<DailyFacts, 'handovers'> {
  return {
    rounds: recordsBetween(h, serviceSafetyRound, 'heldOn', range).map(({ id, values }) => ({
      id,
      heldOn: values.heldOn,
      hazard:
        values.facilities === '有隐患'
          ? { words: values.hazard ?? '', dueOn: values.dueOn, closedOn: values.closedOn }
          : null,
    })),
    incidents: recordsBetween(h, serviceIncident, 'heldOn', range).map(({ id, values }) => ({
      ...values,
      id,
    })),
    leaves: finishedRecords(h, serviceBusyTime, [], period)
      .filter(({ values }) => values.kind === '请假')
      .map(({ values }) => ({
        ...values,
        staffId: values.staff,
        weekdays: values.weekdays.map(schooldayNumber),
        span: { start: values.startsAt ?? '00:00', end: values.endsAt ?? '24:00' },
      })),
    payMonths: allRecords(h, servicePayMonth)
      // Months that the term holds wholly: of others not every session is among the facts.
      .flatMap((record) =>
        record.period !== null &&
        record.values.standing === '已月结' &&
        range.from <= `${record.period}-01` &&
        record.period < range.to.slice(0, 7)
          ? [{ id: record.id, month: record.period, lines: linesOf(record) }]
          : [],
      ),
    rates: loadRates(h),
  };
}
