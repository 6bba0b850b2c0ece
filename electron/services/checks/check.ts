import type { UpcomingItem, Wall } from '../../../shared/contract/checks.ts';
import type { Parameters, RuleArea } from '../../../shared/domain/parameters/index.ts';
import type { Finding, Rule } from '../../../shared/domain/rules/rule.ts';
import type { SchoolCalendar } from '../../../shared/kernel/calendar.ts';
import { atOnce, type InPieces } from '../../../shared/kernel/inPieces.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';
import type { Override } from '../../store/tables/overrides.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { schoolCalendar } from '../school/schoolCalendar.ts';

/** A rule as the list of rules shows it. */
export type AnyRule = Omit<Rule<never>, 'check'>;

/** One question to a school's records: how do things stand on this day? */
export interface Check {
  readonly read: ReadHandle;
  readonly on: PlainDate;
  readonly parameters: Parameters;
  readonly calendar: SchoolCalendar;
}

/** A finding with what somebody decided about it. */
export interface JudgedFinding extends Finding {
  readonly key: string;
  readonly area: Area;
  readonly override: Override | null;
}

/** What an area brings to the checks. */
export interface AreaChecks {
  readonly area: RuleArea;
  readonly rules: readonly AnyRule[];
  /** What the rules find; the same gap may be found twice. */
  readonly find: (check: Check) => InPieces<readonly Finding[]>;
  /** Keeps what `find` had to reckon at length, in pieces that hold nobody up. */
  readonly keep?: (store: Store, on: PlainDate) => Promise<void>;
  /** The obligations of a natural year, or of the school year or term that holds the day; `null` = nothing to show yet. */
  readonly wall?: (check: Check, year: number, found: readonly JudgedFinding[]) => Wall | null;
  /** What is due beside the findings; `late` are those of the area that are overdue, to be said once only. */
  readonly due?: (check: Check, late: readonly UpcomingItem[]) => readonly UpcomingItem[];
}

export function createCheck(read: ReadHandle, on: PlainDate): Check {
  return { read, on, parameters: parametersInForce(read), calendar: schoolCalendar(read, on) };
}

/** Facts that one check loads once, when they are first asked for. */
export function perCheck<T, K = void>(load: (check: Check, key: K) => T): (check: Check, key: K) => T {
  const knownOf = oncePer((_check: Check) => new Map<K, { readonly facts: T }>());
  return (check, key) => {
    const ofCheck = knownOf(check);
    const loaded = ofCheck.get(key) ?? { facts: load(check, key) };
    ofCheck.set(key, loaded);
    return loaded.facts;
  };
}

/** The same for facts that take long to load. Whoever can't rest loads them with `all`. */
export function perCheckInPieces<T, K = void>(
  load: (check: Check, key: K) => InPieces<T>,
): {
  readonly pieces: (check: Check, key: K) => InPieces<T>;
  readonly all: (check: Check, key: K) => T;
} {
  const placeOf = perCheck((_check: Check, _key: K): { loaded?: { readonly facts: T } } => ({}));
  function* pieces(check: Check, key: K): InPieces<T> {
    const place = placeOf(check, key);
    place.loaded ??= { facts: yield* load(check, key) };
    return place.loaded.facts;
  }
  return { pieces, all: (check, key) => atOnce(pieces(check, key)) };
}
