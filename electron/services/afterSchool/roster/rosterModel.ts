import type { TimeSpan } from '../../../../shared/kernel/clockTime.ts';
import {
  costBeyond,
  fairRange,
  wideningCosts,
  type FairShare,
  type LoadRange,
} from '../../../../shared/domain/afterSchool/roster/fairness.ts';
import type {
  Roster,
  RosterNeed,
  RosterProblem,
  RosterTeacher,
} from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { runsLongerThan } from '../../../../shared/domain/afterSchool/roster/verifyRoster.ts';
import { createLinearModel, type LinearModel, type Term } from './linearModel.ts';
import { isSetApart, needClasses } from './needClasses.ts';

/** One possible assignment and its yes/no column: to the only one of its needs, or to whichever of them is left over. */
export interface Choice {
  /** Stands for all of the needs: they differ in nothing that counts for this teacher. */
  readonly need: RosterNeed;
  readonly needs: readonly RosterNeed[];
  /** The whole class. */
  readonly alike: readonly RosterNeed[];
  readonly teacher: RosterTeacher;
  readonly column: number;
}

/**
 * The hard demands of a problem as a linear model: one yes/no column for each teacher who is fit and free and each need that an aim
 * sets apart for the teacher, and one for the remaining needs of a class together.
 * Rows carry the demand that they stand for, `need:<id>`, `class:<first need>`, `lock:<need>`, `perDay:<teacher>:<day>`, `perWeek:<teacher>`,
 * `running:<teacher>` and `onePlace:<teacher>:<day>`, so that a contradiction can be told in demands.
 */
export interface RosterModel {
  readonly linear: LinearModel;
  readonly choices: readonly Choice[];
}

const infinite = Number.POSITIVE_INFINITY;
/** Sums of decimal weights are not exact. */
const rounding = 1e-6;

export function buildRosterModel(problem: RosterProblem, classes = needClasses(problem)): RosterModel {
  const linear = createLinearModel();
  const locked = new Map(problem.locked.map(({ needId, teacherId }) => [needId, teacherId]));
  const setApart = isSetApart(problem);
  const choices = classes.flatMap(({ needs, candidates }) => {
    const own = candidates.flatMap((teacher): readonly Choice[] => {
      const apart = needs.length === 1 ? needs : needs.filter((need) => setApart(need, teacher));
      const rest = needs.filter((need) => !apart.includes(need));
      return [...apart.map((need) => [need]), ...(rest.length > 0 ? [rest] : [])].flatMap((some) => {
        const [need] = some;
        return need ? [{ need, needs: some, alike: needs, teacher, column: linear.column(0, 1, true) }] : [];
      });
    });
    const [only] = needs;
    if (needs.length === 1 && only) {
      linear.row(1, 1, own.map(termOf), `need:${only.id}`);
      const lock = locked.get(only.id);
      if (lock !== undefined)
        linear.row(1, 1, own.filter(({ teacher }) => teacher.id === lock).map(termOf), `lock:${only.id}`);
    } else {
      linear.row(needs.length, needs.length, own.map(termOf), `class:${needs[0]?.id ?? ''}`);
      for (const single of Map.groupBy(
        own.filter((choice) => choice.needs.length === 1),
        ({ need }) => need,
      ).values())
        if (single.length > 1) linear.row(-infinite, 1, single.map(termOf));
    }
    return own;
  });
  for (const [teacher, own] of Map.groupBy(choices, (choice) => choice.teacher)) {
    addOnePlace(linear, teacher, own);
    addDays(linear, teacher, own);
    addWeeks(linear, problem, teacher, own);
    addRunningDays(linear, problem, teacher, own);
  }
  return { linear, choices };
}

/**
 * Keeps everyone within a tolerance of the fair share, in weighted lessons; who can't be kept is let out in steps. Loads come in
 * steps too, so the costs are drawn through the loads that can be: the relaxation then knows what a step really costs.
 * @returns costs that make the steps beyond least
 */
export function addWideningFairness(
  model: RosterModel,
  shares: readonly FairShare[],
  tolerance: number,
): ReadonlyMap<number, number> {
  const { linear } = model;
  const costs = new Map<number, number>();
  /** Columns for what lies beyond a limit, from the last load within it on. */
  const beyond = (within: number, grain: number, factor: number): readonly Term[] => {
    const steps = Math.ceil((tolerance * wideningCosts.length - within) / grain);
    const costAt = (step: number): number =>
      costBeyond(Math.max(0, within + Math.max(0, step) * grain), tolerance);
    return [
      ...Array.from({ length: steps }, (_, step) => ({
        width: grain,
        cost: (costAt(step + 1) - costAt(step)) / grain,
      })),
      { width: infinite, cost: wideningCosts.at(-1) ?? 0 },
    ].map(({ width, cost }) => {
      const column = linear.column(0, width, false);
      costs.set(column, cost);
      return { column, factor };
    });
  };
  for (const { share, load, held, grain } of fairLoads(model, shares)) {
    const bounds = fairRange(share, tolerance);
    const [lowest, highest] = [up(bounds.from - held, grain), down(bounds.to - held, grain)];
    linear.row(lowest - rounding, infinite, [...load, ...beyond(bounds.from - held - lowest, grain, 1)]);
    linear.row(-infinite, highest + rounding, [...load, ...beyond(highest - (bounds.to - held), grain, -1)]);
  }
  return costs;
}

/** Keeps everyone's load of the term in a range of the own; people without one are free. */
export function addLoadRanges(model: RosterModel, ranges: ReadonlyMap<string, LoadRange>): void {
  for (const [teacher, own] of Map.groupBy(model.choices, (choice) => choice.teacher)) {
    const range = ranges.get(teacher.id);
    if (!range) continue;
    const grain = grainOf(own);
    const [from, to] = [range.from - teacher.heldLoad, range.to - teacher.heldLoad];
    const [lowest, highest] = [up(from, grain), down(to, grain)];
    // A range between two loads that can be holds neither; it is left to the solver to say so.
    const [least, most] = lowest <= highest ? [lowest, highest] : [from, to];
    model.linear.row(
      least - rounding,
      most + rounding,
      own.map(({ column, need }) => ({ column, factor: need.weight })),
    );
  }
}

function fairLoads(
  { choices }: RosterModel,
  shares: readonly FairShare[],
): readonly {
  readonly share: FairShare;
  readonly load: readonly Term[];
  readonly held: number;
  readonly grain: number;
}[] {
  const byTeacher = Map.groupBy(choices, ({ teacher }) => teacher.id);
  return shares.flatMap((share) => {
    const own = byTeacher.get(share.teacherId) ?? [];
    const [first] = own;
    if (!first) return [];
    const load = own.map(({ column, need }) => ({ column, factor: need.weight }));
    return [{ share, load, held: first.teacher.heldLoad, grain: grainOf(own) }];
  });
}

/** What every load of these choices is a multiple of, in lessons. */
function grainOf(own: readonly Choice[]): number {
  const finest = 1000;
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const grain = own.map(({ need }) => Math.round(need.weight * finest)).reduce(divisor, 0);
  return (grain === 0 ? 1 : grain) / finest;
}

function up(load: number, grain: number): number {
  return Math.ceil(load / grain - rounding) * grain;
}

function down(load: number, grain: number): number {
  return Math.floor(load / grain + rounding) * grain;
}

function termOf({ column }: Choice): Term {
  return { column, factor: 1 };
}

/** One place at a time: of the needs that go on at the start of any need, one. */
function addOnePlace(linear: LinearModel, { id }: RosterTeacher, own: readonly Choice[]): void {
  for (const [day, today] of Map.groupBy(own, ({ need }) => need.day))
    for (const together of largestMeetings(today))
      if (together.length > 1) linear.row(-infinite, 1, together.map(termOf), `onePlace:${id}:${day}`);
}

function addDays(linear: LinearModel, { id, maxPerDay }: RosterTeacher, own: readonly Choice[]): void {
  for (const [day, today] of Map.groupBy(own, ({ need }) => need.day))
    if (today.length > maxPerDay) linear.row(-infinite, maxPerDay, today.map(termOf), `perDay:${id}:${day}`);
}

function addWeeks(
  linear: LinearModel,
  problem: RosterProblem,
  { id, maxPerWeek }: RosterTeacher,
  own: readonly Choice[],
): void {
  const weekOf = new Map(problem.days.map(({ ordinal, week }) => [ordinal, week]));
  for (const week of Map.groupBy(own, ({ need }) => weekOf.get(need.day)).values())
    if (week.length > maxPerWeek) linear.row(-infinite, maxPerWeek, week.map(termOf), `perWeek:${id}`);
}

/** Limits of running days, by a column for each day on duty; only where a limit can bind. */
function addRunningDays(
  linear: LinearModel,
  problem: RosterProblem,
  { id, maxDaysRunning }: RosterTeacher,
  own: readonly Choice[],
): void {
  if (maxDaysRunning === null) return;
  const byDay = Map.groupBy(own, ({ need }) => need.day);
  const runs = runsLongerThan(problem.days, maxDaysRunning).filter((run) =>
    run.every((day) => byDay.has(day)),
  );
  const group = `running:${id}`;
  const onDuty = new Map<number, number>();
  for (const day of new Set(runs.flat())) {
    const duty = linear.column(0, 1, true);
    onDuty.set(day, duty);
    for (const together of largestMeetings(byDay.get(day) ?? []))
      linear.row(-infinite, 0, [...together.map(termOf), { column: duty, factor: -1 }], group);
  }
  for (const run of runs)
    linear.row(
      -infinite,
      maxDaysRunning,
      run.map((day) => ({ column: onDuty.get(day) ?? 0, factor: 1 })),
      group,
    );
}

/** The largest sets that all go on at one moment. A set of overlapping times has such a moment at one of its starts. */
function largestMeetings(today: readonly Choice[]): readonly (readonly Choice[])[] {
  const starts = new Set(today.map(({ need }) => need.span.start));
  const meetings = [...starts].map((at) => today.filter(({ need }) => goesOn(need.span, at)));
  return meetings.filter(
    (one, index) =>
      !meetings.some(
        (other, place) =>
          place !== index &&
          one.every((choice) => other.includes(choice)) &&
          (other.length > one.length || place < index),
      ),
  );
}

function goesOn({ start, end }: TimeSpan, at: string): boolean {
  return start <= at && at < end;
}

/** The roster that a solution stands for; whoever was chosen for what is left over of a class gets it in turn. */
export function rosterOf({ choices }: RosterModel, values: Float64Array): Roster {
  const chosen = choices.filter(({ column }) => (values[column] ?? 0) > 0.5);
  const single = chosen.filter(({ needs }) => needs.length === 1);
  const taken = new Set(single.map(({ need }) => need));
  return [
    ...single,
    ...chosen
      .filter(({ needs }) => needs.length > 1)
      .flatMap((choice) => {
        const left = [...choice.needs, ...choice.alike].find((each) => !taken.has(each));
        if (!left) return [];
        taken.add(left);
        return [{ ...choice, need: left }];
      }),
  ].map(({ need, teacher }) => ({ needId: need.id, teacherId: teacher.id }));
}

/** A roster as the first guess of a search; columns that aren't choices are left to the solver. */
export function startFrom({ choices }: RosterModel, roster: Roster): readonly (readonly [number, number])[] {
  const chosen = new Set(roster.map(({ needId, teacherId }) => `${needId}\n${teacherId}`));
  return choices.map(({ needs, teacher, column }) => [
    column,
    needs.some(({ id }) => chosen.has(`${id}\n${teacher.id}`)) ? 1 : 0,
  ]);
}
