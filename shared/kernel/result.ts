/**
 * An expected failure: a value, never an exception.
 *
 * `sentence` is shown to the clerk as it is (Simplified Chinese: what happened and what to do).
 * `problems` point at places: a field path such as `attendance.3.reason`, or a cell of a sheet.
 */
export interface Failure {
  readonly kind: FailureKind;
  readonly sentence: string;
  readonly problems?: readonly FieldProblem[];
}

/** What went wrong, for code that decides; people read the sentence. */
export type FailureKind =
  | 'invalidInput'
  | 'notFound'
  | 'conflict'
  | 'forbidden'
  | 'locked'
  | 'wrongPassword'
  | 'damaged'
  | 'newerFile'
  | 'fileProblem'
  | 'cancelled'
  | 'unavailable';

/** A problem at one field. `path` joins field ids and row numbers (from 0) with dots. */
export interface FieldProblem {
  readonly path: string;
  readonly sentence: string;
}

/** The answer of every operation that may be refused. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(
  kind: FailureKind,
  sentence: string,
  problems?: readonly FieldProblem[],
): Result<never> {
  return { ok: false, failure: problems ? { kind, sentence, problems } : { kind, sentence } };
}
