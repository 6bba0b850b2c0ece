import { useSearchParams } from 'react-router';
import { usePeriod } from '../../ground/periodContext.tsx';

interface BranchYearChoice {
  /** Id from the address; absent = the first branch. */
  readonly branch?: string;
  readonly year: number;
}

/** Branch and year as the address says (`?branch=&year=`), otherwise the year of the frame's switch. */
export function useBranchYear(): {
  readonly choice: BranchYearChoice;
  readonly choose: (next: BranchYearChoice) => void;
} {
  const [search, setSearch] = useSearchParams();
  const period = usePeriod();
  const branch = search.get('branch');
  const named = /^20\d{2}$/.exec(search.get('year') ?? '');
  return {
    choice: { year: Number(named?.[0] ?? period.year), ...(branch ? { branch } : {}) },
    choose: (next) => setSearch(queryOf(next), { replace: true }),
  };
}

/** `?branch=…&year=2026` */
export function queryOf({ branch, year }: BranchYearChoice): string {
  return `?${new URLSearchParams({ ...(branch ? { branch } : {}), year: String(year) }).toString()}`;
}
