/** What raters gave to one person in one part, without who gave it. */
export interface PartScore {
  readonly raters: number;
  /** Mean of two decimals; `null` where there are too few raters to show or count it. */
  readonly mean: number | null;
  /** Scores far from the middle, counted only; 0 where there are too few raters. */
  readonly outliers: number;
}

/** A rater by number, and what stands out in all that the rater gave. */
export interface RaterSummary {
  readonly number: number;
  readonly rated: number;
  readonly average: number;
  /** The rater gave everybody the same score. */
  readonly flat: boolean;
}

export interface OddRater extends RaterSummary {
  /** One sentence: what stands out. */
  readonly reason: string;
}

/** Fewest values of which one can be told to be far from the others. */
const fewestForOutliers = 5;
/** Points: where nearly all agree, less than this is no distance. */
const leastSpread = 2;
/** Makes the median of distances comparable with a standard deviation. */
const medianToDeviation = 1.4826;
/** People whom one must have rated before the same score for all stands out. */
const fewestForFlat = 8;

/** The middle value; of an even number the mean of the middle two. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('The median of nothing.');
  return (upper + lower) / 2;
}

/**
 * Which values lie far from the others, measured by the median of distances, which single wild values can't move.
 * @param distance how many robust deviations are far
 */
export function farFromOthers(values: readonly number[], distance: number): readonly boolean[] {
  if (values.length < fewestForOutliers) return values.map(() => false);
  const middle = median(values);
  const spread = Math.max(
    medianToDeviation * median(values.map((value) => Math.abs(value - middle))),
    leastSpread,
  );
  return values.map((value) => Math.abs(value - middle) > distance * spread);
}

/** Mean, number of raters and far scores of one person's part; with too few raters nothing but their number. */
export function partScore(scores: readonly number[], minRaters: number, distance: number): PartScore {
  if (scores.length === 0 || scores.length < minRaters)
    return { raters: scores.length, mean: null, outliers: 0 };
  return {
    raters: scores.length,
    mean: meanOf(scores),
    outliers: farFromOthers(scores, distance).filter(Boolean).length,
  };
}

/** Two decimals. Throws on an empty list. */
export function meanOf(scores: readonly number[]): number {
  if (scores.length === 0) throw new Error('The mean of nothing.');
  return Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100;
}

/** What a rater's sheet looks like as a whole. */
export function raterSummary(number: number, scores: readonly number[]): RaterSummary {
  return {
    number,
    rated: scores.length,
    average: meanOf(scores),
    flat: scores.length >= fewestForFlat && new Set(scores).size === 1,
  };
}

/** Raters that stand out. They are shown and their scores stay: what to do about them is the panel's matter. */
export function oddRaters(raters: readonly RaterSummary[], distance: number): readonly OddRater[] {
  const far = farFromOthers(
    raters.map(({ average }) => average),
    distance,
  );
  const middle = raters.length > 0 ? median(raters.map(({ average }) => average)) : 0;
  return raters.flatMap((rater, index) => {
    const words = [
      ...(far[index]
        ? [
            `平均 ${rater.average} 分，比多数人（${middle.toFixed(2)} 分）${rater.average < middle ? '低' : '高'} ${Math.abs(rater.average - middle).toFixed(2)} 分`,
          ]
        : []),
      ...(rater.flat ? [`给 ${rater.rated} 人都打了 ${rater.average} 分`] : []),
    ];
    return words.length > 0 ? [{ ...rater, reason: `${rater.number}号${words.join('，')}` }] : [];
  });
}

/** Numbers from 1 to the count that are not among those come in. */
export function missingRaters(issued: number, came: readonly number[]): readonly number[] {
  const known = new Set(came);
  return Array.from({ length: issued }, (_, index) => index + 1).filter((number) => !known.has(number));
}
