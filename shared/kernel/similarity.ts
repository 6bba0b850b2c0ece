/** A text to compare, by the id of its record. */
export interface ComparedText {
  readonly id: string;
  readonly text: string;
}

export interface SimilarPair {
  readonly first: string;
  readonly second: string;
  /** Share of common shingles (Jaccard), 0 to 1. */
  readonly similarity: number;
}

interface Shingled {
  readonly id: string;
  /** Distinct shingles as ranks, rarest first. */
  readonly ranks: Int32Array;
  /** For every bit: whether an odd number of the ranks fall on it. */
  readonly parity: Int32Array;
}

const shingleLength = 5;
const parityWords = 32;
/** Products such as 0.55 × 100 come out a little too big. */
const slack = 1e-9;

/**
 * All pairs of texts whose similarity reaches the threshold, most similar first. Exact, without looking at all pairs:
 * candidates share one of their rarest shingles (prefix filter) and differ in few enough bits of their parities, which
 * never differ in more places than the texts do; only then shingles are compared, and no longer than it can suffice.
 * @param threshold above 0, at most 1
 * @param minLength shorter texts (after normalising, in characters) are not compared
 */
export function findSimilarTexts(
  texts: readonly ComparedText[],
  threshold: number,
  minLength: number,
): SimilarPair[] {
  const shingled = rankShingles(texts, minLength);
  const holders = new Map<number, number[]>();
  const lastMetBy = new Int32Array(shingled.length).fill(-1);
  const pairs: SimilarPair[] = [];
  shingled.forEach((text, index) => {
    const { id, ranks } = text;
    const indexed = ranks.length - Math.ceil(threshold * ranks.length - slack) + 1;
    for (const rank of ranks.subarray(0, indexed)) {
      const known = holders.get(rank);
      if (!known) {
        holders.set(rank, [index]);
        continue;
      }
      for (const other of known) {
        if (lastMetBy[other] === index) continue;
        lastMetBy[other] = index;
        const earlier = shingled[other];
        if (!earlier) continue;
        const similarity = similarityFrom(threshold, earlier, text);
        if (similarity >= threshold) pairs.push({ first: earlier.id, second: id, similarity });
      }
      known.push(index);
    }
  });
  return pairs.sort((a, b) => b.similarity - a.similarity);
}

/** The similarity of two texts, or 0 as soon as it can't reach the threshold. */
function similarityFrom(threshold: number, a: Shingled, b: Shingled): number {
  const sizes = a.ranks.length + b.ranks.length;
  const needed = Math.ceil((threshold * sizes) / (1 + threshold) - slack);
  const allowed = sizes - 2 * needed;
  if (Math.abs(a.ranks.length - b.ranks.length) > allowed) return 0;
  if (differentBits(a.parity, b.parity, allowed) > allowed) return 0;
  const common = countCommon(a.ranks, b.ranks, allowed);
  return common / (sizes - common);
}

/** Bits in which two parities differ, counted until they are more than `allowed`. */
function differentBits(a: Int32Array, b: Int32Array, allowed: number): number {
  let count = 0;
  for (let word = 0; word < parityWords && count <= allowed; word += 1) {
    let bits = (a[word] ?? 0) ^ (b[word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** Members of both lists, which are sorted and without repeats; 0 when more than `allowed` are in one only. */
function countCommon(a: Int32Array, b: Int32Array, allowed: number): number {
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) common += 1;
    else if (left + right - 2 * common >= allowed) return 0;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return common;
}

/** Letters only; every figure becomes 0, so that a copied text with another date is still a copy. */
function normaliseForComparison(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0]+/gu, '');
}

function rankShingles(texts: readonly ComparedText[], minLength: number): Shingled[] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const numbered = texts
    .map(({ id, text }) => ({ id, plain: normaliseForComparison(text) }))
    .filter(({ plain }) => plain.length >= Math.max(minLength, shingleLength))
    .map(({ id, plain }) => ({ id, shingles: shinglesOf(plain, numbers) }));
  for (const { shingles } of numbered)
    for (const shingle of shingles) counts[shingle] = (counts[shingle] ?? 0) + 1;
  const rankOf = new Int32Array(numbers.size);
  [...counts.keys()]
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    .forEach((shingle, rank) => (rankOf[shingle] = rank));
  return numbered.map(({ id, shingles }) => {
    const ranks = Int32Array.from(shingles, (shingle) => rankOf[shingle] ?? 0).sort();
    return { id, ranks, parity: parityOf(ranks) };
  });
}

/** Distinct shingles of a text by their numbers; new ones are given the next number. */
function shinglesOf(text: string, numbers: Map<string, number>): ReadonlySet<number> {
  const shingles = new Set<number>();
  for (let start = 0; start + shingleLength <= text.length; start += 1) {
    const shingle = text.slice(start, start + shingleLength);
    let number = numbers.get(shingle);
    if (number === undefined) numbers.set(shingle, (number = numbers.size));
    shingles.add(number);
  }
  return shingles;
}

function parityOf(ranks: Int32Array): Int32Array {
  const parity = new Int32Array(parityWords);
  for (const rank of ranks) {
    const word = (rank >>> 5) % parityWords;
    parity[word] = (parity[word] ?? 0) ^ (1 << (rank & 31));
  }
  return parity;
}
