import { z } from 'zod';
import type { RollCallRow } from '../domain/afterSchool/facts.ts';
import type { HandoverProblem, HandoverRow, PickUpPlan } from '../domain/afterSchool/handover.ts';
import type { RollProblem, RollPupil } from '../domain/afterSchool/rollCall.ts';
import { call, inArea } from './call.ts';
import { handoverWays, rollStates, type ServiceRole, type SlotKind } from '../domain/afterSchool/words.ts';

/** Somebody on duty in a session. */
export interface SessionPerson {
  /** Id of the duty's row in the session. */
  readonly rowId: string;
  readonly personId: string;
  readonly name: string;
  readonly external: boolean;
  readonly role: ServiceRole;
  /** Name of whom the person stands in for. */
  readonly replaces: string | null;
  readonly because: string | null;
}

/** One session on the day's page. */
export interface SessionCard {
  readonly id: string;
  readonly course: string;
  readonly heldOn: string;
  readonly kind: SlotKind;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string | null;
  readonly people: readonly SessionPerson[];
  /** Pupils on the roll call, or due by their enrolment before it is called. */
  readonly due: number;
  /** `null` = not called yet. */
  readonly present: number | null;
  /** Pupils nobody fetched; `null` = no hand-over yet. */
  readonly waiting: number | null;
  readonly confirmed: boolean;
  readonly cancelledReason: string | null;
}

/** Something of an earlier or this day that is still open. */
export interface OpenMatter {
  readonly ledger: string;
  readonly id: string;
  readonly sentence: string;
}

/** The sessions of a day and what they still want. */
export interface ServiceDay {
  readonly on: string;
  /** Term of the day's sessions, or `null` outside of terms. */
  readonly period: string | null;
  /** What kind of day it is, as a sentence; `null` on an ordinary school day. */
  readonly notice: string | null;
  readonly sessions: readonly SessionCard[];
  /** Rounds and incidents of the day. */
  readonly rounds: number;
  readonly incidents: number;
  readonly openMatters: readonly OpenMatter[];
  /** The month's pay is locked: sessions stay as they are. */
  readonly monthLocked: boolean;
}

/** Roll call and hand-over of one session, as stored or as proposed. */
export interface SessionDesk {
  readonly session: SessionCard;
  readonly period: string;
  readonly pupils: readonly RollPupil[];
  readonly rollCall: {
    readonly rows: readonly RollCallRow[];
    readonly signedBy: string | null;
    /** `null` = not saved yet. */
    readonly revision: number | null;
  };
  readonly plans: readonly PickUpPlan[];
  readonly handover: {
    /** Of pupils present; empty before the roll is called. */
    readonly rows: readonly HandoverRow[];
    readonly leftAt: string;
    readonly revision: number | null;
  };
}

/** What was saved, and what is to be completed (ASC-08, ASC-17, ASC-18). */
export interface SavedRollCalls {
  readonly saved: number;
  readonly warnings: readonly RollProblem[];
}

/** What is to be completed in a saved hand-over (ASC-18). */
export interface SavedHandover {
  readonly warnings: readonly HandoverProblem[];
}

/** Which sessions were confirmed, and which were not. */
export interface ConfirmedSessions {
  readonly confirmed: number;
  /** Past sessions that could not be confirmed, and why. */
  readonly left: readonly { readonly slotId: string; readonly sentence: string }[];
}

/** Somebody who could take a session. */
export interface Substitute {
  readonly staffId: string;
  readonly name: string;
  /** Why the person can't: another session, leave, a lesson; `null` = free. */
  readonly busy: string | null;
  /** Sessions of the person in the week. */
  readonly weekSessions: number;
}

/** The sessions of one group in one week, for the entry of returned paper. */
export interface GroupWeek {
  readonly course: string;
  readonly desks: readonly SessionDesk[];
}

const plainDate = z.iso.date('请填写日期。');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 17:30 这样。');
const reason = z.string().trim().min(2, '原因至少写两个字。').max(100);
const words = (longest: number) => z.string().trim().max(longest).nullable();
const rollRow = z.object({
  pupilId: z.uuid(),
  state: z.enum(rollStates),
  reason: words(100),
  guardianInformed: z.boolean(),
  leftAt: clock.nullable(),
  fetchedBy: words(30),
});
const handoverRow = z.object({
  pupilId: z.uuid(),
  way: z.enum(handoverWays),
  receiver: words(30),
  relation: words(20),
  phone: words(20),
  leftAt: clock.nullable(),
  handling: words(200),
});
const revision = z.number().int().min(1).nullable();

/** The day of after-school service: roll call, hand-over, confirmation, substitutes. */
export const serviceDayCalls = {
  'serviceDay.read': call<ServiceDay>()(z.object({ on: plainDate }), inArea('afterSchool', 'read')),
  'serviceDay.session': call<SessionDesk>()(z.object({ slotId: z.uuid() }), inArea('afterSchool', 'read')),
  'serviceDay.week': call<GroupWeek>()(
    z.object({ courseId: z.uuid(), on: plainDate }),
    inArea('afterSchool', 'read'),
  ),
  /** Saves one roll call or a week of returned paper, all or none; a stored one becomes a new revision. */
  'serviceDay.saveRollCalls': call<SavedRollCalls>()(
    z.object({
      sheets: z
        .array(
          z.object({
            slotId: z.uuid(),
            rows: z.array(rollRow).min(1, '名单是空的，请先加学生。').max(500).readonly(),
            signedBy: z.uuid().nullable().default(null),
            baseRevision: revision,
          }),
        )
        .min(1)
        .max(40)
        .readonly(),
    }),
    inArea('afterSchool', 'write'),
  ),
  'serviceDay.saveHandover': call<SavedHandover>()(
    z.object({
      slotId: z.uuid(),
      leftAt: clock,
      rows: z.array(handoverRow).min(1, '没有到校的学生，不用登记交接。').max(500).readonly(),
      baseRevision: revision,
    }),
    inArea('afterSchool', 'write'),
  ),
  /** Confirms the past sessions of a range that have their roll call. */
  'serviceDay.confirm': call<ConfirmedSessions>()(
    z.object({ from: plainDate, to: plainDate }),
    inArea('afterSchool', 'write'),
  ),
  /** Calls sessions off, with the reason on record; their hours become 0. */
  'serviceDay.cancel': call<{ readonly cancelled: number }>()(
    z.object({ slotIds: z.array(z.uuid()).min(1).max(200), reason }),
    inArea('afterSchool', 'write'),
  ),
  /** Takes a calling-off back; the hours are again those from before it. */
  'serviceDay.reinstate': call<null>()(
    z.object({ slotId: z.uuid(), reason }),
    inArea('afterSchool', 'write'),
  ),
  'serviceDay.substitutes': call<readonly Substitute[]>()(
    z.object({ slotId: z.uuid(), rowId: z.uuid() }),
    inArea('afterSchool', 'read'),
  ),
  /** Somebody stands in for a person on duty, with the reason on record. */
  'serviceDay.substitute': call<null>()(
    z.object({ slotId: z.uuid(), rowId: z.uuid(), staffId: z.uuid(), reason }),
    inArea('afterSchool', 'write'),
  ),
};
