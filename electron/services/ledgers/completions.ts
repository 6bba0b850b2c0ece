import { appraise } from '../../../shared/domain/ethics/appraisalScore.ts';
import { feeSituations, monthlyPartyFee, partyFeeRate } from '../../../shared/domain/partyLife/partyFee.ts';
import { periodRange } from '../../../shared/kernel/periods.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { isEmptyValue } from '../../../shared/ledger/schema.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';
import { getRecord, titlesOf } from '../../store/records/records.ts';
import { parametersInForce } from '../school/parametersInForce.ts';

type Completion = (h: ReadHandle, values: LooseValues, period: string | null) => LooseValues;

/** What single ledgers fill in by themselves on save, by ledger id; only empty fields are filled. */
const completions: Readonly<Record<string, Completion>> = {
  serviceSlot: nameSlot,
  ethicsAppraisal: totalAppraisal,
  partyFee: reckonFee,
};

/** The values with what this ledger derives from other records and from the parameters in force. */
export function completeValues(
  h: ReadHandle,
  definition: AnyLedger,
  values: LooseValues,
  period: string | null,
): LooseValues {
  return completions[definition.id]?.(h, values, period) ?? values;
}

function nameSlot(h: ReadHandle, values: LooseValues): LooseValues {
  const { name, heldOn, course } = values;
  if (!isEmptyValue(name) || typeof heldOn !== 'string' || typeof course !== 'string') return values;
  return { ...values, name: `${heldOn} ${titlesOf(h, [course])[course] ?? ''}`.trim() };
}

/** Total by the weights of the last day of the period appraised; empty while a weighted score is missing. */
function totalAppraisal(h: ReadHandle, values: LooseValues, period: string | null): LooseValues {
  if (!isEmptyValue(values['totalScore']) || period === null) return values;
  const result = appraise(
    {
      self: numberIn(values, 'selfScore'),
      peer: numberIn(values, 'peerScore'),
      pupil: numberIn(values, 'pupilScore'),
      parent: numberIn(values, 'parentScore'),
      panel: numberIn(values, 'panelScore'),
    },
    numberIn(values, 'adjustment') ?? 0,
    values['veto'] === true,
    parametersInForce(h),
    periodRange(period).to,
  );
  return result ? { ...values, totalScore: result.total } : values;
}

/** The base from the roll, rate and amount due by the bands of the month; a day of payment alone means paid in full. */
function reckonFee(h: ReadHandle, values: LooseValues, period: string | null): LooseValues {
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

function numberIn(values: LooseValues, field: string): number | null {
  const value = values[field];
  return typeof value === 'number' ? value : null;
}
