import type { Remedy } from '../../../../shared/contract/checks.ts';
import { formatPeriod, periodOf } from '../../../../shared/kernel/periods.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import type { ethicsPlanItem } from '../../../../shared/ledgers/ethics/ethicsPlanItem.ts';

/** A new activity filled from a line of the ethics plan. */
export function planItemRemedy(item: RecordIn<typeof ethicsPlanItem>['values']): Remedy {
  const { element, kind, title, owner, dueOn } = item;
  return {
    kind: 'create',
    ledger: 'ethicsActivity',
    period: periodOf('term', dueOn),
    values: { element, kind, title, ...(owner === null ? {} : { leader: owner }) },
  };
}

/** A new zero report of a month or quarter. */
export function zeroReportRemedy(period: string): Remedy {
  return {
    kind: 'create',
    ledger: 'ethicsActivity',
    period,
    values: { element: '惩处', kind: '零报告', title: `${formatPeriod(period)}师德零报告` },
  };
}
