import { z } from 'zod';
import type { DatedBusy, DayException, TeachingDay } from '../domain/afterSchool/roster/dated.ts';
import type { RosterOutcome } from '../domain/afterSchool/roster/outcome.ts';
import type { Roster, RosterProblem } from '../domain/afterSchool/roster/problem.ts';
import { call, inArea } from './call.ts';

/** Everything that a roster's screen needs; loads, clashes, reasons and substitutes follow from it by pure functions. */
export interface RosterBoard {
  readonly problem: RosterProblem;
  /** What the sessions of the range say now; empty where none is made. */
  readonly roster: Roster;
  /** Dates on which somebody else comes than the pattern says. */
  readonly exceptions: readonly DayException[];
  /** Teaching days of the range, with the weekday whose pattern holds. */
  readonly teachingDays: readonly TeachingDay[];
  /** What keeps people away on single dates. */
  readonly datedBusy: readonly DatedBusy[];
  /** Clashes that no roster of the teachers mends: rooms, people from outside, pupils. */
  readonly warnings: readonly string[];
  /** Sessions of the range that are held or called off already: they are not changed any more. */
  readonly settledSlots: number;
  /** What is missing before a roster can be made, each a sentence with its way out. */
  readonly missing: readonly string[];
}

/** How many sessions a stored roster made and changed. */
export interface AcceptedRoster {
  readonly created: number;
  readonly changed: number;
  /** Places on single dates that nobody takes: whoever should can't come. */
  readonly leftOpen: number;
}

const plainDate = z.iso.date('请填写日期。');
const week = z.object({
  /** `2026-2027-1` */
  period: z.string().max(20),
  from: plainDate,
  to: plainDate,
});
const assignment = z.object({ needId: z.string().max(120), teacherId: z.uuid() });
const roster = z.array(assignment).max(5000).readonly();

/** The roster of a term. */
export const afterSchoolCalls = {
  /** The week pattern of the teaching days of a range. */
  'roster.board': call<RosterBoard>()(week, inArea('afterSchool', 'read')),
  /** Makes a roster; stores nothing. `previous` is what should move as little as possible. */
  'roster.solve': call<RosterOutcome>()(
    week.extend({
      jobId: z.uuid(),
      locked: roster,
      previous: roster,
      seconds: z.number().int().min(5).max(300).default(30),
    }),
    inArea('afterSchool', 'write'),
  ),
  /** Writes the sessions of every teaching day of the range, all or none. */
  'roster.accept': call<AcceptedRoster>()(
    week.extend({
      roster,
      locked: roster,
      /** Needs taken over, and why. */
      replacements: z
        .array(z.object({ needId: z.string().max(120), reason: z.string().trim().min(2).max(100) }))
        .max(500)
        .default([]),
      /** Dates on which somebody else comes, or nobody. */
      exceptions: z
        .array(
          z.object({
            date: plainDate,
            needId: z.string().max(120),
            teacherId: z.uuid().nullable(),
            reason: z.string().trim().min(2, '请写明调整的原因。').max(100),
          }),
        )
        .max(5000)
        .readonly()
        .default([]),
    }),
    inArea('afterSchool', 'write'),
  ),
};
