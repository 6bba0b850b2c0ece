import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { periodContains, periodKindOf, periodOf } from '../../shared/kernel/periods.ts';
import { useToday } from './today.ts';

/** What the frame's switch says; lists and new records follow it. */
export interface PeriodChoice {
  /** Calendar year, `2026`. */
  readonly year: string;
  /** `2026-2027` */
  readonly schoolYear: string;
  /** `2026-2027-1`, or `null` for the whole school year. */
  readonly term: string | null;
}

interface PeriodContextValue extends PeriodChoice {
  readonly current: PeriodChoice;
  readonly choose: (choice: PeriodChoice) => void;
}

const PeriodContext = createContext<PeriodContextValue | null>(null);

export function periodChoiceOn(today: string): PeriodChoice {
  return {
    year: periodOf('year', today),
    schoolYear: periodOf('schoolYear', today),
    term: periodOf('term', today),
  };
}

export function PeriodProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const today = useToday();
  const [chosen, choose] = useState<PeriodChoice | null>(null);
  const value = useMemo(() => {
    const current = periodChoiceOn(today);
    return { ...(chosen ?? current), current, choose };
  }, [today, chosen]);
  return <PeriodContext.Provider value={value}>{children}</PeriodContext.Provider>;
}

export function usePeriod(): PeriodContextValue {
  const value = useContext(PeriodContext);
  if (!value) throw new Error('usePeriod outside the frame');
  return value;
}

/** The period that a list of this ledger shows for the switch; `null` for ledgers without periods. */
export function listPeriod(definition: AnyLedger, choice: PeriodChoice): string | null {
  const kinds = definition.period?.kinds ?? [];
  if (kinds.length === 0) return null;
  const bySchoolYear = kinds.includes('term') || kinds.includes('schoolYear');
  if (!bySchoolYear) return choice.year;
  return kinds.includes('term') && !kinds.includes('schoolYear')
    ? (choice.term ?? choice.schoolYear)
    : choice.schoolYear;
}

/** The period proposed for a record of a date, or of the switch when there is no date. */
export function proposePeriod(
  definition: AnyLedger,
  date: string | null,
  today: string,
  choice: PeriodChoice,
): string | null {
  const kind = definition.period?.kinds[0];
  if (!kind) return null;
  if (date !== null) return periodOf(kind, date);
  const now = periodOf(kind, today);
  const shown = listPeriod(definition, choice);
  if (shown === null || periodContains(shown, now)) return now;
  return periodKindOf(shown) === kind ? shown : now;
}
