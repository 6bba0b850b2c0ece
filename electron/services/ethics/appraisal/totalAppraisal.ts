import { appraise } from '../../../../shared/domain/ethics/appraisalScore.ts';
import { periodRange } from '../../../../shared/kernel/periods.ts';
import type { LooseValues } from '../../../../shared/ledger/definition.ts';
import { isEmptyValue, numberIn } from '../../../../shared/ledger/schema.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { parametersInForce } from '../../school/parametersInForce.ts';

/** Total by the weights of the last day of the period appraised; empty while a weighted score is missing. */
export function totalAppraisal(h: ReadHandle, values: LooseValues, period: string | null): LooseValues {
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
