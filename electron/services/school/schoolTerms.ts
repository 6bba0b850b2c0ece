import { term } from '../../../shared/ledgers/base/term.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { finishedRecords } from '../../store/records/recordsBetween.ts';

/** A term as the school entered it. */
export interface SchoolTerm {
  /** `2026-2027-1` */
  readonly period: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly firstTeachingOn: PlainDate;
  readonly lastTeachingOn: PlainDate;
  readonly lessonsEndAt: string | null;
}

/** The terms entered, by time. */
export function loadTerms(h: ReadHandle): readonly SchoolTerm[] {
  return finishedRecords(h, term)
    .flatMap(({ period, values }) =>
      period === null
        ? []
        : {
            period,
            startsOn: values.startsOn,
            endsOn: values.endsOn,
            firstTeachingOn: values.firstTeachingOn,
            lastTeachingOn: values.lastTeachingOn,
            lessonsEndAt: values.lessonsEndAt,
          },
    )
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));
}

/** The term that holds a day, or the last one before it. */
export function termFor(terms: readonly SchoolTerm[], on: PlainDate): SchoolTerm | undefined {
  return terms.filter((one) => one.startsOn <= on).at(-1);
}
