import { monthlyPartyFee, partyFeeRate } from '../../../shared/domain/partyLife/partyFee.ts';
import { periodRange } from '../../../shared/kernel/periods.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { isEmptyValue, numberIn } from '../../../shared/ledger/schema.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { getRecord } from '../../store/records/records.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { feeSituations } from '../../../shared/domain/partyLife/words.ts';

/** The base from the roll, rate and amount due by the bands of the month; a day of payment alone means paid in full. */
export function reckonFee(h: ReadHandle, values: LooseValues, period: string | null): LooseValues {
  const member = typeof values['member'] === 'string' ? getRecord(h, partyMember, values['member']) : null;
  const base = numberIn(values, 'base') ?? member?.values.feeBase ?? null;
  const situation = feeSituations.find((one) => one === values['situation']);
  const filled = { ...values, base };
  if (period === null || situation === undefined || (base === null && situation !== '无固定收入'))
    return filled;
  const { from } = periodRange(period);
  const parameters = parametersInForce(h);
  const due = numberIn(values, 'due') ?? monthlyPartyFee(base ?? 0, situation, parameters, from);
  return {
    ...filled,
    rate: numberIn(values, 'rate') ?? partyFeeRate(base ?? 0, situation, parameters, from),
    due,
    paid: numberIn(values, 'paid') ?? (isEmptyValue(values['paidOn']) ? null : due),
  };
}
