import type { RaterSummary } from '../../../shared/domain/ethics/round/ratings.ts';
import type { AppraisalPart } from '../../../shared/domain/ethics/round/roundRules.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

/**
 * Scores that raters gave in a round. They stand in no ledger, so no list, search, export or history shows them; and a person's
 * scores are kept sorted, apart from the raters' numbers, so that nobody can put them together again.
 */
export interface PersonMarks {
  readonly part: AppraisalPart;
  readonly staffId: string;
  /** Ascending. */
  readonly scores: readonly number[];
  /** Scores of the ten rules, one list for each rater who gave them. */
  readonly rules: readonly (readonly number[])[];
}

/** A rater of one part. */
export interface PartRater extends RaterSummary {
  readonly part: AppraisalPart;
}

export function listMarks(h: ReadHandle, roundId: string): readonly PersonMarks[] {
  const query = tables.selectFrom('appraisal_mark').selectAll().where('round_id', '=', roundId);
  return allRows(h, query).map((row) => ({
    part: row.part as AppraisalPart,
    staffId: row.staff_id,
    scores: JSON.parse(row.scores) as number[],
    rules: JSON.parse(row.rules) as number[][],
  }));
}

/** By number. */
export function listRaters(h: ReadHandle, roundId: string): readonly PartRater[] {
  const query = tables
    .selectFrom('appraisal_rater')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('part')
    .orderBy('number');
  return allRows(h, query).map(({ part, number, rated, average, flat }) => ({
    part: part as AppraisalPart,
    number,
    rated,
    average,
    flat: flat === 1,
  }));
}

/** Puts a person's scores in place of those before. */
export function saveMarks(w: WriteHandle, roundId: string, marks: PersonMarks): void {
  const content = {
    scores: JSON.stringify(marks.scores.toSorted((a, b) => a - b)),
    rules: JSON.stringify(marks.rules),
  };
  execute(
    w,
    tables
      .insertInto('appraisal_mark')
      .values({ round_id: roundId, part: marks.part, staff_id: marks.staffId, ...content })
      .onConflict((conflict) => conflict.columns(['round_id', 'part', 'staff_id']).doUpdateSet(content)),
  );
}

export function addRater(w: WriteHandle, roundId: string, { flat, ...rater }: PartRater): void {
  execute(
    w,
    tables.insertInto('appraisal_rater').values({ round_id: roundId, ...rater, flat: flat ? 1 : 0 }),
  );
}

/** Takes back all that was handed in for one part. */
export function removeMarks(w: WriteHandle, roundId: string, part: AppraisalPart): void {
  execute(w, tables.deleteFrom('appraisal_mark').where('round_id', '=', roundId).where('part', '=', part));
  execute(w, tables.deleteFrom('appraisal_rater').where('round_id', '=', roundId).where('part', '=', part));
}
