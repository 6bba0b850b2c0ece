import { z } from 'zod';
import type { PlanDayKind } from '../domain/partyLife/planDay.ts';
import { call, inArea } from './call.ts';
import type { Remedy } from './checks.ts';

/** How an item of the plan stands on the day of the question. */
export type PlanState = 'held' | 'drafted' | 'cancelled' | 'missed' | 'soon' | 'planned';

/** One planned gathering as calendar and list show it. */
export interface PlanEntry {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  /** As people say it: 支委会. */
  readonly typeName: string;
  /** 党小组 of the item, or `''`. */
  readonly group: string;
  readonly plannedOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly owner: string;
  readonly earliestOn: string;
  readonly latestOn: string;
  readonly state: PlanState;
  /** Set when a record is there. */
  readonly heldOn: string | null;
  /** Why it was called off. */
  readonly cancelledReason: string | null;
  /** Its record, or a new one already filled. */
  readonly opens: Remedy;
}

/** A record of the branch in the calendar. */
export interface PlanMeeting extends Pick<PlanEntry, 'id' | 'title' | 'typeName' | 'group' | 'startsAt'> {
  readonly heldOn: string;
  readonly draft: boolean;
}

/** A day of the calendar, with what speaks for or against planning on it. */
export interface PlanCalendarDay {
  readonly date: string;
  readonly kind: PlanDayKind;
  /** Name of the holiday, also on its make-up days. */
  readonly name: string | null;
}

/** An obligation that is not planned, and why. */
export interface PlanExemption {
  /** 2026年8月支委会 */
  readonly what: string;
  readonly reason: string;
}

/** A branch's plan of a calendar year, as on today. */
export interface PlanYear {
  readonly today: string;
  readonly year: number;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  /** The branch shown; `null` when there is none. */
  readonly branch: string | null;
  /** By day; those planned in the year or counting for it. */
  readonly entries: readonly PlanEntry[];
  readonly meetings: readonly PlanMeeting[];
  /** Every day of the weeks that touch the year. */
  readonly days: readonly PlanCalendarDay[];
  readonly exemptions: readonly PlanExemption[];
  /** What the calendar doesn't know, one Chinese sentence each. */
  readonly gaps: readonly string[];
}

/** A gathering that could be planned: what the year's obligations or last year's plan ask for. */
export interface PlanProposal extends Pick<
  PlanEntry,
  'title' | 'startsAt' | 'endsAt' | 'place' | 'earliestOn' | 'latestOn'
> {
  /** Names the line when it is accepted. */
  readonly key: string;
  /** `null` = no day without a clash was left. */
  readonly plannedOn: string | null;
}

/** Proposals to be looked at before any is stored. */
export interface PlanProposals {
  readonly items: readonly PlanProposal[];
  readonly exemptions: readonly PlanExemption[];
  /** What the calendar doesn't know, so that days may have to be looked at again. */
  readonly gaps: readonly string[];
}

const day = z.iso.date();
const year = z.int().min(2000).max(2100);
const source = z.enum(['rules', 'lastYear']);

/** The year's plan of meetings. */
export const partyPlanCalls = {
  /** `branch` absent or gone = the first one. */
  'partyPlan.year': call<PlanYear>()(
    z.object({ year, branch: z.uuid().optional() }),
    inArea('partyLife', 'read'),
  ),
  /** What speaks against a day for an item, for every day from `from` to `to`; days without a word are left out. */
  'partyPlan.warnings': call<Readonly<Record<string, readonly string[]>>>()(
    z.object({ id: z.uuid(), from: day, to: day }),
    inArea('partyLife', 'read'),
  ),
  /** What is still missing in the branch's plan, by the rulebook or by last year's plan. Writes nothing. */
  'partyPlan.propose': call<PlanProposals>()(
    z.object({ branch: z.uuid(), year, source }),
    inArea('partyLife', 'read'),
  ),
  /** Takes the proposed lines into the plan, all or none. `conflict` when the proposal is not what it was. */
  'partyPlan.accept': call<{ readonly added: number }>()(
    z.object({ branch: z.uuid(), year, source, keys: z.array(z.string().max(200)).min(1).max(500) }),
    inArea('partyLife', 'write'),
  ),
  /** Puts an item on another day. */
  'partyPlan.move': call<{ readonly revision: number }>()(
    z.object({ id: z.uuid(), to: day, baseRevision: z.int() }),
    inArea('partyLife', 'write'),
  ),
};
