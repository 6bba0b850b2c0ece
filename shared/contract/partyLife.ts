import { z } from 'zod';
import type { DevelopmentState } from '../domain/membership/developmentState.ts';
import type { DevelopmentStep } from '../domain/membership/developmentSteps.ts';
import type { StepStanding, TimeBound } from '../domain/membership/developmentTimes.ts';
import type { FeeMonth } from '../domain/partyLife/feeYear.ts';
import { call, inArea } from './call.ts';
import type { Remedy, Severity } from './checks.ts';
import type { StudyAccount } from '../domain/partyLife/studyHours.ts';
import type { FeeSituation } from '../domain/partyLife/words.ts';

/** A step or a reminder as a card shows it. */
export interface DevelopmentTurn {
  readonly standing: StepStanding;
  /** Chinese: 最早 2027-03-01，还有 97 天. */
  readonly words: string;
}

/** A person on the way to membership, as the board shows it. */
export interface DevelopmentCard {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  /** Post and what is special, e.g. 数学教师、学科骨干. */
  readonly hint: string;
  /** `null` when every step is taken. */
  readonly next: (DevelopmentTurn & { readonly number: number; readonly name: string }) | null;
  readonly inspection: DevelopmentTurn | null;
  readonly missingPapers: number;
  /** Findings of severity error. */
  readonly errors: number;
}

/** Everybody on the way to membership by state, as on a day (发展党员工作细则, five phases and 25 steps). */
export interface DevelopmentBoard {
  readonly today: string;
  readonly columns: readonly {
    readonly state: DevelopmentState;
    readonly cards: readonly DevelopmentCard[];
  }[];
  /** Whose way has ended before its end, newest first. */
  readonly ended: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: DevelopmentState;
    readonly endedOn: string;
  }[];
}

/** One of the 25 steps in a person's dossier: rule, day, papers and limits. */
export interface DossierStep
  extends DevelopmentTurn, Pick<DevelopmentStep, 'number' | 'phase' | 'name' | 'actor' | 'rule'> {
  /** Kind of the meeting at which it is taken. */
  readonly meetingType: string | null;
  readonly on: string | null;
  readonly papers: readonly { readonly paper: string; readonly ready: boolean }[];
  /** Papers that should be there by now. */
  readonly missing: readonly string[];
  readonly meeting: { readonly id: string; readonly title: string } | null;
  readonly remark: string | null;
  /** Every limit on its day. */
  readonly bounds: readonly TimeBound[];
  readonly nextPossibleOn: string | null;
  /** What is kept apart from the steps and belongs here: notices, training, side steps, 考察. */
  readonly notes: readonly string[];
}

/** All that is known of a person's way to membership, as on a day. */
export interface DevelopmentDossier {
  readonly id: string;
  readonly revision: number;
  readonly today: string;
  readonly name: string;
  readonly state: DevelopmentState;
  /** Label and value of what is known of the person. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly nextStep: number | null;
  readonly steps: readonly DossierStep[];
  readonly inspection: DevelopmentTurn | null;
  readonly findings: readonly { readonly severity: Severity; readonly sentence: string }[];
  /** 党小组 of the branch, of which step 19 names one. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** The person on the roll. */
  readonly roll: {
    readonly memberId: string | null;
    /** 预备党员, 2026-05-26 起; `''` while not on it. */
    readonly words: string;
    /** What the roll lacks of the dossier; `null` = nothing. */
    readonly pending: string | null;
  };
}

/** Which branch and year a screen about members shows. */
export interface BranchYear {
  readonly today: string;
  readonly year: number;
  /** Branches of the year. */
  readonly branches: readonly { readonly id: string; readonly name: string }[];
  /** `null` while there is no branch. */
  readonly branchId: string | null;
}

/** A member with the sums of a year. */
export interface MemberRow extends HoursSums {
  readonly id: string;
  readonly name: string;
  readonly branch: string;
  readonly group: string;
  readonly status: string;
  /** 书记、组织委员 */
  readonly posts: string;
  /** Meetings of the year that the member was due at, and was at. */
  readonly due: number;
  readonly present: number;
  /** Months over for which the fee has not come in, in full. */
  readonly arrearsMonths: number;
  /** Months over for which the branch has entered nobody's fees. */
  readonly unrecordedMonths: number;
  readonly gaps: number;
}

/** Hours of study of the year, due by its end and by now. */
type HoursSums = Pick<StudyAccount, 'hours' | 'target' | 'onPace'>;

/** Everybody of all branches. */
export interface MemberRoll extends BranchYear {
  readonly members: readonly MemberRow[];
}

/** Something that is missing or open about a member, and where it is recorded. */
export interface MemberGap {
  /** Chinese: 2026年9月的党费没有交. */
  readonly sentence: string;
  /** Verb of the button, e.g. 登记党费. */
  readonly action: string;
  /** `fees` = the fee table of the member's branch. */
  readonly remedy: Remedy | { readonly kind: 'fees' };
}

/** One month of one member; amounts in 分. */
export interface FeeCell extends Omit<FeeMonth, 'fee'> {
  readonly paidOn: string | null;
  readonly arrearsReason: string | null;
  /** `null` while nothing is recorded. */
  readonly record: { readonly id: string; readonly revision: number } | null;
}

/** A member's twelve months of fees. `base` in 分. */
export interface FeePayerRow {
  readonly memberId: string;
  readonly name: string;
  readonly situation: FeeSituation;
  readonly base: number | null;
  /** Percent by the band of the base; `null` where none applies. */
  readonly rate: number | null;
  readonly cells: readonly FeeCell[];
}

/** The fees of a branch’s year (domain.md §1.8). */
export interface FeeGrid extends BranchYear {
  readonly payers: readonly FeePayerRow[];
  /** The bands of the year in words: 在职：不超过 3,000 元 0.5%；…. */
  readonly bands: readonly string[];
}

/** A time on a branch's roll or in a post; `to` is its last day, `null` while it goes on. */
export interface RollSpell {
  readonly id: string;
  readonly words: string;
  readonly from: string;
  readonly to: string | null;
}

/** All sides of one member in a year. */
export interface MemberPage {
  readonly name: string;
  readonly year: number;
  readonly branch: { readonly id: string; readonly name: string } | null;
  /** Label and value of what stands on the roll. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly memberships: readonly RollSpell[];
  readonly posts: readonly RollSpell[];
  readonly attendance: {
    readonly due: number;
    readonly present: number;
    readonly madeUp: number;
    readonly absences: readonly {
      readonly meetingId: string;
      readonly title: string;
      readonly heldOn: string;
      readonly state: string;
      readonly reason: string | null;
      readonly approvedBy: string | null;
      readonly madeUpOn: string | null;
    }[];
  };
  readonly study: Omit<StudyAccount, 'memberId'> & {
    readonly entries: readonly {
      readonly ledger: string;
      readonly id: string;
      readonly title: string;
      readonly heldOn: string;
      readonly hours: number;
    }[];
  };
  readonly fees: FeePayerRow | null;
  readonly talks: readonly {
    readonly ledger: string;
    readonly id: string;
    readonly heldOn: string;
    readonly partner: string;
  }[];
  readonly grades: readonly {
    readonly meetingId: string;
    readonly year: string;
    readonly grade: string;
  }[];
  readonly development: {
    readonly id: string;
    readonly state: string;
    readonly steps: readonly { readonly name: string; readonly on: string }[];
  } | null;
  readonly sanctions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly gaps: readonly MemberGap[];
}

/** Who talked with whom in a year, and which pairs still should (谈心谈话). */
export interface TalkBoard extends BranchYear {
  /** Committee first. */
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly committee: boolean;
    /** 书记, or nothing. */
    readonly posts: string;
  }[];
  readonly talks: readonly {
    readonly ledger: string;
    readonly id: string;
    readonly heldOn: string;
    readonly memberIds: readonly [string, string];
  }[];
  readonly committeePairsMissing: readonly (readonly [string, string])[];
  readonly withoutCommittee: readonly string[];
  readonly withoutPeer: readonly string[];
}

/** A member's hours of study in a year. */
export interface HoursRow extends Omit<StudyAccount, 'memberId'> {
  readonly id: string;
  readonly name: string;
  /** Trainings due in the year. */
  readonly trainingsDue: number;
}

/** The hours of study of a branch in a year (教管条例). */
export interface HoursBoard extends BranchYear {
  /** Who lacks most comes first. */
  readonly members: readonly HoursRow[];
}

const day = z.iso.date();

const year = z.int().min(2000).max(2100);
/** `branch` absent = the first one. */
const branchYear = z.object({ branch: z.uuid().optional(), year });
/** 分; no member's monthly fee comes near the limit. */
const feeAmount = z.int().min(0).max(100_000_000);

/** Developing members, the roll, fees, talks and hours of study. */
export const partyLifeCalls = {
  /** `on` absent = today. */
  'development.board': call<DevelopmentBoard>()(
    z.object({ on: day.optional() }),
    inArea('partyLife', 'read'),
  ),
  'development.dossier': call<DevelopmentDossier>()(
    z.object({ id: z.uuid(), on: day.optional() }),
    inArea('partyLife', 'read'),
  ),
  /** Finished meetings at which a step may have been taken, newest first. */
  'development.meetings': call<
    readonly { readonly id: string; readonly title: string; readonly heldOn: string }[]
  >()(z.object({ id: z.uuid(), step: z.int().min(1).max(25) }), inArea('partyLife', 'read')),
  /** Brings the roll up to what the dossier says, where steps came in by a form or an import. */
  'development.enterOnRoll': call<DevelopmentDossier>()(
    z.object({ id: z.uuid() }),
    inArea('partyLife', 'write'),
  ),
  /**
   * Writes a step into a dossier; the superior's approval (17, 24) moves the roll in the same transaction. Refused with a problem at `on` for a day in the future or one that breaks a limit, unless
   * `asItWas`: what has happened too early must still be recorded truly.
   */
  'development.recordStep': call<DevelopmentDossier>()(
    z.object({
      id: z.uuid(),
      step: z.int().min(1).max(25),
      on: day,
      papersReady: z.boolean(),
      meeting: z.uuid().nullable(),
      /** 党小组 into which step 19 puts the new member; of no meaning at other steps. */
      partyGroup: z.uuid().nullable().default(null),
      remark: z.string().max(200).default(''),
      asItWas: z.boolean().default(false),
      baseRevision: z.int(),
    }),
    inArea('partyLife', 'write'),
  ),

  // Members: one person on one page, and what a branch owes each of them.
  'members.roll': call<MemberRoll>()(z.object({ year }), inArea('partyLife', 'read')),
  'members.page': call<MemberPage>()(z.object({ id: z.uuid(), year }), inArea('partyLife', 'read')),
  'members.talks': call<TalkBoard>()(branchYear, inArea('partyLife', 'read')),
  'members.hours': call<HoursBoard>()(branchYear, inArea('partyLife', 'read')),
  'members.fees': call<FeeGrid>()(branchYear, inArea('partyLife', 'read')),
  /**
   * Writes what was paid, all or nothing. `paid` `null` = nothing came in: a known record loses its payment, an unknown one is
   * made only where a reason says why. `baseRevision` `null` = a month without record. Problems stand at `<member>.<month>`.
   */
  'members.saveFees': call<{ readonly saved: number }>()(
    z.object({
      branch: z.uuid(),
      cells: z
        .array(
          z.object({
            member: z.uuid(),
            month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
            paid: feeAmount.nullable(),
            paidOn: day.nullable(),
            arrearsReason: z.string().max(200).nullable(),
            baseRevision: z.int().nullable(),
          }),
        )
        .max(5000),
    }),
    inArea('partyLife', 'write'),
  ),
};
