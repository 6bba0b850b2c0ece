import { findSimilarTexts, type ComparedText } from '#shared/kernel/similarity.ts';
import { composeMeetingText, monthTopic } from '#electron/services/demo/demoMeetingText.ts';
import { seededRandom } from '#electron/services/demo/seededRandom.ts';
import { compare, timed, timingOf, type Figure } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const threshold = 0.8;
const shingleLength = 5;
const runs = 3;

/** Copied minutes among the records of many years, beside the plain comparison of every text with every other one. */
export async function similarityScenario({ scale }: ScenarioContext): Promise<ScenarioResult> {
  const few = minutes(Math.max(20, Math.round(500 * scale)));
  const many = minutes(Math.max(40, Math.round(2000 * scale)));
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const { took } = await timed(() => copiesIn(many));
    if (run > 0) times.push(took);
  }
  const figures: readonly Figure[] = [
    await compare({
      label: `copied minutes among ${few.length} records`,
      runs,
      sameAnswer: true,
      ours: () => copiesIn(few),
      bare: () => allPairs(few),
    }),
    { label: `copied minutes among ${many.length} records`, ours: timingOf(times), bare: null, runs },
  ];
  return {
    title: 'Copied minutes',
    notes: [
      'Minutes of about 500 characters from a common stock of phrases, one in fifty a copy of an earlier one with another date.',
      'Ours: `findSimilarTexts`, which the rules PTY-34 and PTY-52 use. Bare: the same shingles as sets, every pair compared, which is left out for the larger number. Both find the same pairs.',
    ],
    figures,
  };
}

function copiesIn(texts: readonly ComparedText[]): readonly string[] {
  return findSimilarTexts(texts, threshold, 60)
    .map(({ first, second }) => [first, second].sort().join('/'))
    .sort();
}

function minutes(count: number): readonly ComparedText[] {
  const random = seededRandom(620725);
  const names = Array.from({ length: 40 }, (_, index) => `党员${String.fromCodePoint(0x4e00 + index * 37)}`);
  const texts: { id: string; text: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const copied = index % 50 === 49 ? texts[index - 20] : undefined;
    const parts = Array.from({ length: 2 }, () =>
      composeMeetingText(random, monthTopic(random.whole(1, 12)), random.shuffled(names)),
    );
    texts.push({ id: String(index), text: copied ? `2026年${index}日，${copied.text}` : parts.join('\n') });
  }
  return texts;
}

function allPairs(texts: readonly ComparedText[]): readonly string[] {
  const sets = texts.map(({ id, text }) => ({ id, shingles: shinglesOf(text) }));
  return sets
    .flatMap((one, index) =>
      sets
        .slice(index + 1)
        .flatMap((other) =>
          jaccard(one.shingles, other.shingles) >= threshold ? [[one.id, other.id].sort().join('/')] : [],
        ),
    )
    .sort();
}

function shinglesOf(text: string): ReadonlySet<string> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0]+/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, plain.length - shingleLength + 1) }, (_, start) =>
      plain.slice(start, start + shingleLength),
    ),
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common += 1;
  return common / (a.size + b.size - common);
}
