import { z } from 'zod';
import type { DevelopmentState } from '../domain/membership/developmentState.ts';
import type { StepStanding, TimeBound } from '../domain/membership/developmentTimes.ts';
import type { Area } from '../ledger/definition.ts';
import { call } from './call.ts';
import type { Severity } from './checks.ts';

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
}

const day = z.iso.date();
const inPartyLife = <L extends 'read' | 'write'>(level: L) => ({
  kind: 'area' as const,
  level,
  areaOf: (): readonly Area[] => ['partyLife'],
});

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
  /**
   * Writes a step into a dossier. Refused with a problem at `on` for a day in the future or one that breaks a limit, unless
   * `asItWas`: what has happened too early must still be recorded truly.
   */
  'development.recordStep': call<DevelopmentDossier>()(
    z.object({
      id: z.uuid(),
      step: z.int().min(1).max(25),
      on: day,
      papersReady: z.boolean(),
      meeting: z.uuid().nullable(),
      remark: z.string().max(200).default(''),
      asItWas: z.boolean().default(false),
      baseRevision: z.int(),
    }),
    inPartyLife('write'),
  ),
};
