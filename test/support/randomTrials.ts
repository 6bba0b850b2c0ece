import process from 'node:process';
import { seededRandom, type SeededRandom } from '#electron/services/demo/seededRandom.ts';

/** How many trials: a few in `npm test`, all in `npm run test:long`. */
export function trials(few: number, all: number): number {
  return process.env.LEDGER_LONG_TESTS === '1' ? all : few;
}

/** Another seed in every run, printed so that `LEDGER_TEST_SEED` can repeat it. */
export function trialSeed(what: string): number {
  const seed = Number(process.env.LEDGER_TEST_SEED ?? Date.now() % 1_000_000_007);
  process.stdout.write(`${what}: LEDGER_TEST_SEED=${seed}\n`);
  return seed;
}

export function trialRandom(what: string): SeededRandom {
  return seededRandom(trialSeed(what));
}
