import { z } from 'zod';
import type { OddRater } from '../domain/ethics/round/ratings.ts';
import { exclusionReasons, type RoundPlace } from '../domain/ethics/round/roundPeople.ts';
import type { RoundOutcome, RoundResult } from '../domain/ethics/round/roundResult.ts';
import { anonymousParts, appraisalParts } from '../domain/ethics/round/roundRules.ts';
import type { AppraisalPart, RoundRules } from '../domain/ethics/round/roundRules.ts';
import { roundSteps, type RoundStep, type StepView } from '../domain/ethics/round/roundSteps.ts';
import { call, inArea } from './call.ts';
import type { ExportReceipt } from './files.ts';

/** A round in the list of rounds. */
export interface RoundLine {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly filedOn: string | null;
  /** The first step that is open; `null` when filed. */
  readonly step: RoundStep | null;
  readonly appraised: number;
}

/** Who is proposed for a round, with what tells people of one name apart. */
export interface ProposedPlace extends RoundPlace {
  readonly name: string;
  readonly hint: string;
}

/** What a new round would begin with; `rules` are those in force. */
export interface RoundProposal {
  readonly period: string;
  /** The round that there is already. */
  readonly existing: { readonly id: string; readonly name: string } | null;
  readonly rules: RoundRules;
  readonly people: readonly ProposedPlace[];
}

/** One part of one person; a part with too few raters shows only how many they are. */
export interface PartView {
  readonly part: AppraisalPart;
  readonly score: number | null;
  readonly raters: number;
  readonly tooFew: boolean;
  readonly outliers: number;
  /** Entered as a result, not imported. */
  readonly byHand: boolean;
}

/** Somebody appraised: outcome, scores by part and what is missing; points of 100. */
export interface RoundPersonView extends Omit<RoundOutcome, 'missingScores'> {
  readonly name: string;
  readonly hint: string;
  readonly staffKind: string;
  readonly parts: readonly PartView[];
  /** Points added or taken by the panel. */
  readonly adjustment: number;
  readonly missing: readonly AppraisalPart[];
  readonly signedOn: string | null;
  readonly unsignedNote: string | null;
}

/** How far a part has come in; raters are numbers. */
export interface PartProgress {
  readonly part: AppraisalPart;
  readonly weight: number;
  /** People who have a score of the part. */
  readonly done: number;
  readonly issued: number;
  readonly came: number;
  /** At most 200. */
  readonly missingRaters: readonly number[];
  readonly oddRaters: readonly OddRater[];
}

/** A round with its steps and everybody's result (domain.md §4.5). */
export interface RoundBoard
  extends Omit<RoundLine, 'step'>, Pick<RoundResult, 'limit' | 'limitWords' | 'tie'> {
  readonly rules: RoundRules;
  readonly steps: readonly StepView[];
  readonly parts: readonly PartProgress[];
  readonly people: readonly RoundPersonView[];
  readonly excluded: readonly (ProposedPlace & { readonly included: false })[];
  readonly noticeFrom: string | null;
  readonly noticeTo: string | null;
  /** A day that makes the notice long enough when it begins on the day asked about; `null` beyond the calendar. */
  readonly noticeEndsOn: string | null;
  readonly ruleNames: readonly string[];
}

/** The appraisal of one person as the panel works at it. */
export interface RoundPersonSheet {
  readonly person: RoundPersonView;
  readonly selfReview: string | null;
  /** In the order of the ten rules; means where several of the panel scored. */
  readonly ruleScores: readonly (number | null)[];
  readonly adjustmentReason: string | null;
  readonly veto: boolean;
  readonly vetoReason: string | null;
  readonly panelOpinion: string | null;
  /** Of the panel: entered as a whole, before what sheets say. */
  readonly panelScore: number | null;
}

/** What is wrong at a place of a sheet. */
export interface ScoreProblem {
  readonly file: string;
  readonly sheet: string;
  /** From 1, as spreadsheets count. */
  readonly row: number | null;
  /** A, B, … */
  readonly column: string | null;
  readonly sentence: string;
}

/** What an import of score sheets would bring in; nothing is written. */
export interface ScorePreview {
  readonly previewId: string;
  readonly files: readonly string[];
  readonly parts: readonly {
    readonly part: AppraisalPart;
    /** Raters (自评: people) that come in. */
    readonly raters: number;
    readonly scores: number;
  }[];
  /** Sheets or columns left empty: counted as not handed in. */
  readonly blank: number;
  /** Raters that stay out because of a problem. */
  readonly refused: number;
  readonly problemCount: number;
  /** At most 500. */
  readonly problems: readonly ScoreProblem[];
}

const day = z.iso.date('请填写日期，例如 2026-12-20。');
const reads = inArea('ethics', 'read');
const writes = inArea('ethics', 'write');
const round = z.object({ id: z.uuid() });
const period = z.string().regex(/^\d{4}(-\d{4})?$/u, '请选择年度或学年。');
const words = (most: number) => z.string().trim().max(most).nullable().default(null);
const reason = z.string().trim().min(2, '请写明理由（至少 2 个字）。').max(300);
const count = z.number().int().min(0).max(5000);
const score = (most: number) => z.number().min(0).max(most).nullable();

const rules = z.object({
  weights: z.array(z.number().int().min(0).max(100)).length(5).readonly(),
  bands: z.array(z.number().min(1).max(100)).length(3).readonly(),
  excellentShare: z.number().min(0).max(100),
  noticeWorkdays: z.number().int().min(0).max(60),
  minRaters: z.number().int().min(1).max(100),
  vetoHandlings: z.string().trim().max(200),
  vetoViolations: z.string().trim().max(200),
});

const place = z.object({
  staffId: z.uuid(),
  included: z.boolean(),
  reason: z.enum(exclusionReasons).nullable().default(null),
  note: words(200),
});

/** Rounds of 师德考核 (domain.md §4.5): proposal, scores, grades, notice, signatures. */
export const appraisalCalls = {
  /** All rounds, the newest first. */
  'appraisal.rounds': call<readonly RoundLine[]>()(z.object({}), reads),
  /** What a new round of a period would begin with; writes nothing. */
  'appraisal.proposal': call<RoundProposal>()(z.object({ period }), reads),
  /** Opens a round: keeps its rules, makes them the parameters of the period, and begins a form for everybody appraised. */
  'appraisal.open': call<RoundBoard>()(
    z.object({
      id: z.uuid(),
      period,
      name: z.string().trim().min(2, '请写名称。').max(60),
      preset: words(60),
      rules,
      outsideRaters: count.default(0),
      people: z.array(place).min(1, '名单是空的。').max(1000),
    }),
    writes,
  ),
  'appraisal.board': call<RoundBoard>()(round, reads),
  /** Takes somebody into the round or out of it, with a reason. */
  'appraisal.setPlace': call<RoundBoard>()(round.extend(place.shape), writes),
  'appraisal.person': call<RoundPersonSheet>()(round.extend({ staffId: z.uuid() }), reads),
  'appraisal.savePerson': call<RoundPersonSheet>()(
    round.extend({
      staffId: z.uuid(),
      selfScore: score(100),
      selfReview: words(5000),
      ruleScores: z.array(score(10)).max(10).readonly(),
      panelScore: score(100),
      adjustment: z.number().min(-100).max(100),
      adjustmentReason: words(300),
      veto: z.boolean(),
      vetoReason: words(300),
      panelOpinion: words(2000),
    }),
    writes,
  ),
  /** Writes the sheets of a group of raters; asks for the place unless `path` is given. `null` = dialog closed. */
  'appraisal.writeSheets': call<ExportReceipt | null>()(
    round.extend({
      jobId: z.uuid(),
      part: z.enum(appraisalParts),
      /** each = a sheet for each rater · together = one sheet with a column for each rater, to type in papers. */
      layout: z.enum(['each', 'together']),
      raters: count.min(1),
      path: z.string().max(2000).optional(),
    }),
    writes,
  ),
  /** Reads filled sheets and says what would come in; writes nothing. Asks unless `path` (file or folder) is given. */
  'appraisal.readSheets': call<ScorePreview | null>()(
    round.extend({
      jobId: z.uuid(),
      from: z.enum(['file', 'folder']),
      path: z.string().max(2000).optional(),
    }),
    writes,
  ),
  /** Takes in what was previewed, all in one transaction. */
  'appraisal.importSheets': call<RoundBoard>()(round.extend({ previewId: z.uuid() }), writes),
  /** Takes back all scores of a group of raters, so that they can be imported anew. */
  'appraisal.withdraw': call<RoundBoard>()(
    round.extend({ part: z.enum([...anonymousParts, '考核组']), reason }),
    writes,
  ),
  /** The panel's decision about all who are tied at the cap. */
  'appraisal.decideTie': call<RoundBoard>()(
    round.extend({ granted: z.array(z.uuid()).max(500), on: day, reason }),
    writes,
  ),
  'appraisal.startNotice': call<RoundBoard>()(round.extend({ from: day, to: day }), writes),
  /** Notes the day on which people signed, or why they didn't (`on` absent). */
  'appraisal.sign': call<RoundBoard>()(
    round.extend({ staffIds: z.array(z.uuid()).min(1).max(1000), on: day.nullable(), note: words(200) }),
    writes,
  ),
  /** Finishes a step. 归档 writes grade and scores into every form, in one transaction. */
  'appraisal.finishStep': call<RoundBoard>()(
    round.extend({ step: z.enum(roundSteps), on: day, note: words(300) }),
    writes,
  ),
  /** Opens a filed or half-way round again at the panel's step; results stand until it is filed anew. */
  'appraisal.reopen': call<RoundBoard>()(round.extend({ reason }), writes),
};
