import { z } from 'zod';
import type { DevelopmentState } from '../domain/membership/developmentState.ts';
import type { StepStanding, TimeBound } from '../domain/membership/developmentTimes.ts';
import type { FeeMonthState } from '../domain/partyLife/feeYear.ts';
import type { Area } from '../ledger/definition.ts';
import { call } from './call.ts';
import type { Remedy, Severity } from './checks.ts';
import type { FeeSituation } from '../domain/partyLife/words.ts';

/** A step or a reminder as a card shows it. */
export interface DevelopmentTurn {
  readonly standing: StepStanding;
  /** Chinese: 最早 2027-03-01，还有 97 天. */
  readonly words: string;
}

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

export interface DossierStep extends DevelopmentTurn {
  readonly number: number;
  readonly phase: string;
  readonly name: string;
  readonly actor: string;
  readonly rule: string;
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

export interface MemberRow {
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
  readonly hours: number;
  readonly target: number;
  readonly onPace: number;
  /** Months over for which the fee has not come in, in full. */
  readonly arrearsMonths: number;
  /** Months over for which the branch has entered nobody's fees. */
  readonly unrecordedMonths: number;
  readonly gaps: number;
}

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
export interface FeeCell {
  readonly month: string;
  readonly state: FeeMonthState;
  readonly due: number | null;
  readonly paid: number;
  readonly paidOn: string | null;
  readonly arrearsReason: string | null;
  /** `null` while nothing is recorded. */
  readonly record: { readonly id: string; readonly revision: number } | null;
}

export interface FeePayerRow {
  readonly memberId: string;
  readonly name: string;
  readonly situation: FeeSituation;
  readonly base: number | null;
  /** Percent by the band of the base; `null` where none applies. */
  readonly rate: number | null;
  readonly cells: readonly FeeCell[];
}

export interface FeeGrid extends BranchYear {
  readonly payers: readonly FeePayerRow[];
  /** The bands of the year in words: 在职：不超过 3,000 元 0.5%；…. */
  readonly bands: readonly string[];
}

export interface MemberPage {
  readonly id: string;
  readonly name: string;
  readonly today: string;
  readonly year: number;
  readonly branch: { readonly id: string; readonly name: string } | null;
  /** Label and value of what stands on the roll. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly memberships: readonly {
    readonly id: string;
    readonly words: string;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly posts: readonly {
    readonly id: string;
    readonly words: string;
    readonly from: string;
    readonly to: string | null;
  }[];
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
  readonly study: {
    readonly leader: boolean;
    readonly hours: number;
    readonly target: number;
    readonly onPace: number;
    readonly trainings: number;
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

export interface HoursRow {
  readonly id: string;
  readonly name: string;
  readonly leader: boolean;
  readonly hours: number;
  readonly target: number;
  readonly onPace: number;
  readonly trainings: number;
  /** Trainings due in the year. */
  readonly trainingsDue: number;
}

export interface HoursBoard extends BranchYear {
  /** Who lacks most comes first. */
  readonly members: readonly HoursRow[];
}

const day = z.iso.date();
const inPartyLife = <L extends 'read' | 'write'>(level: L) => ({
  kind: 'area' as const,
  level,
  areaOf: (): readonly Area[] => ['partyLife'],
});

const year = z.int().min(2000).max(2100);
/** `branch` absent = the first one. */
const branchYear = z.object({ branch: z.uuid().optional(), year });
/** 分; no member's monthly fee comes near the limit. */
const feeAmount = z.int().min(0).max(100_000_000);

/** Developing members, the roll, fees, talks and hours of study. */
export const partyLifeCalls = {
  /** `on` absent = today. */
  'development.board': call<DevelopmentBoard>()(z.object({ on: day.optional() }), inPartyLife('read')),
  'development.dossier': call<DevelopmentDossier>()(
    z.object({ id: z.uuid(), on: day.optional() }),
    inPartyLife('read'),
  ),
  /** Finished meetings at which a step may have been taken, newest first. */
  'development.meetings': call<
    readonly { readonly id: string; readonly title: string; readonly heldOn: string }[]
  >()(z.object({ id: z.uuid(), step: z.int().min(1).max(25) }), inPartyLife('read')),
  /** Brings the roll up to what the dossier says, where steps came in by a form or an import. */
  'development.enterOnRoll': call<DevelopmentDossier>()(z.object({ id: z.uuid() }), inPartyLife('write')),
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
    inPartyLife('write'),
  ),

  // Members: one person on one page, and what a branch owes each of them.
  'members.roll': call<MemberRoll>()(z.object({ year }), inPartyLife('read')),
  'members.page': call<MemberPage>()(z.object({ id: z.uuid(), year }), inPartyLife('read')),
  'members.talks': call<TalkBoard>()(branchYear, inPartyLife('read')),
  'members.hours': call<HoursBoard>()(branchYear, inPartyLife('read')),
  'members.fees': call<FeeGrid>()(branchYear, inPartyLife('read')),
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
    inPartyLife('write'),
  ),
};
