import { setImmediate } from 'node:timers/promises';
import type { UpcomingItem, Wall } from '../../../shared/contract/checks.ts';
import type { InPieces } from '../../../shared/kernel/inPieces.ts';
import { yearOf, type PlainDate } from '../../../shared/kernel/plainDate.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import type { Store } from '../../store/store.ts';
import type { Reading } from '../../store/writeLog.ts';
import { closedMeanwhile, inTurns } from '../school/inTurns.ts';
import { createCheck, type AreaChecks, type Check, type JudgedFinding } from './check.ts';
import { judge } from './findings.ts';
import { overdue } from './upcoming.ts';

/** How one area stands on a day. */
export interface Standing {
  readonly found: readonly JudgedFinding[];
  readonly wall: Wall | null;
  /** Due beside the findings. */
  readonly due: readonly UpcomingItem[];
}

export interface StandingQuestion {
  readonly on: PlainDate;
  /** Natural year of the Party-life wall; absent = the day's. */
  readonly year?: number | undefined;
}

interface Remembered {
  readonly reading: Reading;
  readonly standing: Standing;
}
/** By day and year. */
interface Memory {
  /** Good until a table is written on which they rest. */
  readonly standings: Map<string, Remembered>;
  /** Several parts of a window ask at once after every save. */
  readonly underWay: Map<string, Promise<Standing | null>>;
}
const memoriesOf = oncePer((_store: Store) =>
  oncePer((_area: AreaChecks): Memory => ({ standings: new Map(), underWay: new Map() })),
);

/** Somebody who writes without pause is answered as well as can be. */
const attempts = 3;

/**
 * How some areas stand, reckoned only for areas of which something was written since they were last asked for. The main
 * thread serves others in between. Failure `locked` when the file was closed meanwhile.
 */
export async function standingsOn(
  store: Store,
  areas: readonly AreaChecks[],
  question: StandingQuestion,
): Promise<Result<readonly Standing[]>> {
  const standings: Standing[] = [];
  for (const area of areas) {
    const standing = await standingOf(store, area, question);
    await setImmediate();
    if (standing === null || !store.read.db.open) return closedMeanwhile;
    standings.push(standing);
  }
  return success(standings);
}

/** @param late others were waited for, so that whoever looks now began after the question */
async function standingOf(
  store: Store,
  area: AreaChecks,
  question: StandingQuestion,
  late = false,
): Promise<Standing | null> {
  const { on, year = yearOf(on) } = question;
  const { standings, underWay } = memoriesOf(store)(area);
  const key = `${on}/${year}`;
  const known = standings.get(key);
  if (known?.reading.stands()) return known.standing;
  const others = underWay.get(key);
  if (others && late) return others;
  // What was written since they began may be missing in what they see.
  if (others) return (await others) && standingOf(store, area, question, true);
  const reckoning = reckon(store, area, { on, year })
    .then((reckoned) => {
      if (reckoned === null || !store.read.db.open) return null;
      for (const [other, { reading }] of standings) if (!reading.stands()) standings.delete(other);
      if (reckoned.reading.stands()) standings.set(key, reckoned);
      return reckoned.standing;
    })
    .finally(() => underWay.delete(key));
  underWay.set(key, reckoning);
  return reckoning;
}

/** `null` when the file was closed meanwhile. */
async function reckon(
  store: Store,
  area: AreaChecks,
  { on, year }: Required<StandingQuestion>,
): Promise<Remembered | null> {
  for (let attempt = 1; ; attempt += 1) {
    const reading = store.writeLog.begin(store.read);
    const standing = await inTurns(store, stand(area, createCheck(reading.h, on), year));
    if (standing === null) return null;
    await area.keep?.(store, on);
    if (!store.read.db.open) return null;
    if (attempt === attempts || reading.stands()) return { reading, standing };
  }
}

function* stand(area: AreaChecks, check: Check, year: number): InPieces<Standing> {
  const found = judge(check.read, area, yield* area.find(check));
  yield;
  const wall = area.wall?.(check, year, found) ?? null;
  yield;
  return { found, wall, due: area.due?.(check, overdue(found, check.on)) ?? [] };
}
