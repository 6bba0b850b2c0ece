import { useEffect, useRef, type ReactNode } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { proposePeriod, usePeriod } from '../../ground/periodContext.tsx';
import { useToday } from '../../ground/today.ts';
import type { FormShape } from './formShape.ts';
import { PeriodField } from './PeriodField.tsx';

interface PeriodControlProps {
  readonly definition: AnyLedger;
  readonly kinds: NonNullable<AnyLedger['period']>['kinds'];
  /** What the form started from. */
  readonly content: FormShape;
  readonly form: UseFormReturn<FormShape>;
  readonly hidden: boolean;
}

/** What a record counts for: follows its date as long as nobody has chosen otherwise. */
export function PeriodControl({ definition, kinds, content, form, hidden }: PeriodControlProps): ReactNode {
  const { control, formState, setValue } = form;
  const today = useToday();
  const choice = usePeriod();
  const dateField = definition.period?.proposeFrom;
  const date: unknown = useWatch({ control, name: `values.${dateField ?? '@none'}` });
  const before = useRef<unknown>(dateField === undefined ? undefined : content.values[dateField]);
  const chosen = formState.dirtyFields.period;
  useEffect(() => {
    if (dateField === undefined || date === before.current) return;
    before.current = date;
    if (typeof date !== 'string' || !isPlainDate(date) || chosen) return;
    setValue('period', proposePeriod(definition, date, today, choice), { shouldDirty: false });
  }, [date, dateField, chosen, definition, today, choice, setValue]);
  const value = useWatch({ control, name: 'period' });
  if (hidden) return null;
  return (
    <PeriodField
      kinds={kinds}
      value={value}
      onChange={(period) => setValue('period', period, { shouldDirty: true, shouldValidate: true })}
      problem={formState.errors.period?.message}
    />
  );
}
