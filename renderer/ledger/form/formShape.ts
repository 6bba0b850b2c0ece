import type { LooseValues } from '../../../shared/ledger/definition.ts';

/** What the form library holds. */
export interface FormShape {
  values: LooseValues;
  period: string | null;
}
