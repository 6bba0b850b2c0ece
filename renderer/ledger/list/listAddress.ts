import { z } from 'zod';
import {
  filterSchema,
  sortSchema,
  type Filter,
  type LedgerQuery,
  type Sort,
} from '../../../shared/contract/ledgers.ts';

/** What a list shows, as its address keeps it. */
export interface ListState {
  readonly search: string;
  readonly filters: readonly Filter[];
  readonly sort: readonly Sort[];
  readonly page: number;
  /** True: records of all periods; false: those of the frame's switch. */
  readonly allPeriods: boolean;
}

export const emptyListState: ListState = { search: '', filters: [], sort: [], page: 0, allPeriods: false };

const filtersSchema = z.array(filterSchema).max(20);
const sortsSchema = z.array(sortSchema).max(4);

/** Reads the state of a list from its address; what makes no sense is left out. */
export function readListState(address: URLSearchParams): ListState {
  const page = Number(address.get('page') ?? '1');
  return {
    search: (address.get('q') ?? '').slice(0, 200),
    filters: parsedOr(filtersSchema, address.get('filters')),
    sort: parsedOr(sortsSchema, address.get('sort')),
    page: Number.isSafeInteger(page) && page > 1 ? page - 1 : 0,
    allPeriods: address.get('periods') === 'all',
  };
}

/** The address of a list's state; what is as usual isn't written. */
export function writeListState(state: ListState): URLSearchParams {
  const address = new URLSearchParams();
  if (state.search !== '') address.set('q', state.search);
  if (state.filters.length > 0) address.set('filters', JSON.stringify(state.filters));
  if (state.sort.length > 0) address.set('sort', JSON.stringify(state.sort));
  if (state.page > 0) address.set('page', String(state.page + 1));
  if (state.allPeriods) address.set('periods', 'all');
  return address;
}

/** The query of a list's state. `period` is what the frame's switch means for this ledger. */
export function queryOf(ledger: string, state: ListState, period: string | null): LedgerQuery {
  return {
    ledger,
    filters: [...state.filters],
    sort: [...state.sort],
    search: state.search,
    period: state.allPeriods ? null : period,
    deleted: false,
  };
}

/** The state that shows a saved query. */
export function stateOfQuery(query: LedgerQuery): ListState {
  return {
    ...emptyListState,
    search: query.search,
    filters: query.filters,
    sort: query.sort,
    allPeriods: query.period === null,
  };
}

function parsedOr<T>(schema: z.ZodType<T[]>, text: string | null): T[] {
  if (text === null) return [];
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
