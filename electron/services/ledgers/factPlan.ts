import { addDays } from '../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { FactTrack, LooseValues } from '../../../shared/ledger/definition.ts';
import { isEmptyValue } from '../../../shared/ledger/schema.ts';

/** One stored fact of the subject, in the words of its own ledger. */
export interface StoredFact {
  readonly id: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The copied fields, by fact field. */
  readonly copies: LooseValues;
}

export interface FactSpan {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly copies: LooseValues;
}

export type FactStep =
  | { readonly kind: 'create'; readonly span: FactSpan }
  | { readonly kind: 'change'; readonly id: string; readonly span: FactSpan };

export type FactPlan = { readonly steps: readonly FactStep[] } | { readonly problem: FieldProblem };

export interface TrackedChange {
  /** The record's values before this save; `null` for a new record. */
  readonly before: LooseValues | null;
  readonly after: LooseValues;
  /** Every fact of the subject, in any order. */
  readonly facts: readonly StoredFact[];
  readonly today: PlainDate;
}

/**
 * What must happen to a record's facts so that they agree with its present values (see `FactTrack`): the last fact ends
 * the day before `since` and a new one begins; a `since` not later than the last fact's beginning corrects that fact;
 * `until` ends it. Pure: nothing is written here.
 */
export function planFacts(track: FactTrack, change: TrackedChange): FactPlan {
  const { before, after, today } = change;
  const copies = Object.fromEntries(
    Object.entries(track.copies).map(([fact, own]) => [fact, after[own] ?? null]),
  );
  const since = dayIn(after, track.since);
  const until = track.until === undefined ? null : dayIn(after, track.until);
  const untilBefore = track.until === undefined || !before ? null : dayIn(before, track.until);
  const facts = change.facts.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const last = facts.at(-1);
  const previous = facts.at(-2);

  if (Object.values(copies).every(isEmptyValue)) return endWithoutSuccessor(last, since, until, today);
  if (!last) {
    const from = since ?? today;
    // Nobody knows when the values began to hold, and they hold no longer: there is no span to write.
    if (!since && until && until < from) return { steps: [] };
    return checked(track, [{ kind: 'create', span: { from, to: until, copies } }]);
  }
  const ended = last.to !== null;
  const reopened = ended && until === null && untilBefore === last.to;
  const to = until ?? (reopened ? null : last.to);

  if (sameCopies(last.copies, copies)) {
    if (since && last.to !== null && since > last.to && until !== last.to)
      return checked(track, [{ kind: 'create', span: { from: since, to: until, copies } }]);
    const moved =
      since !== null && since !== last.from && before !== null && since !== dayIn(before, track.since);
    const from = moved ? since : last.from;
    if (from === last.from && to === last.to) return { steps: [] };
    const change: FactStep = { kind: 'change', id: last.id, span: { from, to, copies } };
    return checked(track, [...followStart(previous, last.from, from), change]);
  }
  const start = since ?? today;
  if (start <= last.from)
    return checked(track, [{ kind: 'change', id: last.id, span: { from: last.from, to, copies } }]);
  const next: FactStep = { kind: 'create', span: { from: start, to: until, copies } };
  if (last.to !== null && start > last.to) {
    // Corrected after the end: there is no day on which the new values could begin.
    if (until !== null && start > until)
      return checked(track, [{ kind: 'change', id: last.id, span: { from: last.from, to, copies } }]);
    return checked(track, [next]);
  }
  return checked(track, [
    { kind: 'change', id: last.id, span: { from: last.from, to: addDays(start, -1), copies: last.copies } },
    next,
  ]);
}

/** The values were cleared: nothing holds from that day on. */
function endWithoutSuccessor(
  last: StoredFact | undefined,
  since: PlainDate | null,
  until: PlainDate | null,
  today: PlainDate,
): FactPlan {
  if (!last || last.to !== null) return { steps: [] };
  const endOn = until ?? addDays(since && since > last.from ? since : today, -1);
  const to = endOn < last.from ? last.from : endOn;
  return { steps: [{ kind: 'change', id: last.id, span: { from: last.from, to, copies: last.copies } }] };
}

/** When a fact's beginning is corrected, the one right before it gives way or follows. */
function followStart(previous: StoredFact | undefined, oldFrom: PlainDate, newFrom: PlainDate): FactStep[] {
  if (!previous || previous.to === null) return [];
  const adjoined = previous.to === addDays(oldFrom, -1);
  if (!adjoined && previous.to < newFrom) return [];
  const span = { from: previous.from, to: addDays(newFrom, -1), copies: previous.copies };
  return previous.to === span.to ? [] : [{ kind: 'change', id: previous.id, span }];
}

function checked(track: FactTrack, steps: readonly FactStep[]): FactPlan {
  const backwards = steps.find(({ span }) => span.to !== null && span.to < span.from);
  if (!backwards) return { steps };
  const byEnd = track.until !== undefined && steps.at(-1) === backwards;
  return {
    problem: byEnd
      ? {
          path: track.until,
          sentence: `结束日期 ${backwards.span.to} 早于开始日期 ${backwards.span.from}，请核对两个日期。`,
        }
      : {
          path: track.since,
          sentence: `开始日期早于上一段记录的开始日期 ${backwards.span.from}，请核对日期，或先修改上一段记录。`,
        },
  };
}

function sameCopies(a: LooseValues, b: LooseValues): boolean {
  return Object.keys(b).every((field) => (a[field] ?? null) === b[field]);
}

function dayIn(values: LooseValues, field: string): PlainDate | null {
  const value = values[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
