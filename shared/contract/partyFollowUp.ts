import { z } from 'zod';
import type { MatterStanding } from '../domain/partyLife/openMatters.ts';
import { call, inArea } from './call.ts';

/** The meeting that something follows from. */
export interface FollowedMeeting {
  readonly ledger: 'partyMeeting' | 'governanceMeeting';
  readonly id: string;
  readonly revision: number;
  /** 支部党员大会, 学校党组织会议 … */
  readonly kind: string;
  readonly title: string;
  readonly heldOn: string;
}

/** Something decided, whoever carries it out. */
export interface OpenDecision {
  /** Id of the row in its meeting. */
  readonly rowId: string;
  readonly meeting: FollowedMeeting;
  readonly content: string;
  /** Name; `''` where nobody is named. */
  readonly owner: string;
  readonly dueOn: string | null;
  readonly standing: MatterStanding;
  readonly progress: string | null;
  readonly closedOn: string | null;
}

/** Somebody who was not there and is to make up. */
export interface OpenMakeUp {
  readonly rowId: string;
  readonly meeting: FollowedMeeting;
  readonly member: string;
  /** 病假, 事假 … */
  readonly state: string;
  readonly dueOn: string;
  readonly overdue: boolean;
}

/** A meeting that is not marked as entered on the provincial platform. */
export interface UnenteredMeeting {
  readonly meeting: FollowedMeeting;
  /** False once the meeting was held: the platform takes no meetings afterwards. */
  readonly ahead: boolean;
}

/** What the meetings of a year have left to do. */
export interface FollowUpBoard {
  /** Most pressing first. */
  readonly decisions: readonly OpenDecision[];
  readonly makeUps: readonly OpenMakeUp[];
  /** Nearest first. */
  readonly unentered: readonly UnenteredMeeting[];
}

const day = z.iso.date();

/** What was decided and is to be done. */
export const partyFollowUpCalls = {
  /** What meetings of a year have left to do; `closed` = with what is done. */
  'followUp.board': call<FollowUpBoard>()(
    z.object({ year: z.int().min(2000).max(2100), closed: z.boolean().default(false) }),
    inArea('partyLife', 'read'),
  ),
  /**
   * Writes what happened after a meeting into its record, finished or not, without reopening it. Fields left out stay as they are.
   * Refused with problems at `<row>.<field>` for days before the meeting or in the future.
   */
  'followUp.record': call<{ readonly revision: number }>()(
    z.object({
      ledger: z.enum(['partyMeeting', 'governanceMeeting']),
      id: z.uuid(),
      baseRevision: z.int(),
      platformOn: day.nullable().optional(),
      reportedOn: day.nullable().optional(),
      rows: z
        .array(
          z.object({
            id: z.uuid(),
            progress: z.string().max(300).nullable().optional(),
            closedOn: day.nullable().optional(),
            madeUpOn: day.nullable().optional(),
            madeUpHow: z.string().max(100).nullable().optional(),
          }),
        )
        .max(200)
        .default([]),
    }),
    inArea('partyLife', 'write'),
  ),
};
