import { z } from 'zod';
import type { CampaignCount, TrackedPerson } from '../domain/ethics/campaignTracking.ts';
import type { HonourSuggestion } from '../domain/ethics/honourPriority.ts';
import type { PlanProposal, PlanState } from '../domain/ethics/ethicsPlan.ts';
import type { ClauseText } from '../domain/ethics/signCampaigns.ts';
import type { SurveyResult } from '../domain/ethics/surveyResult.ts';
import type { ZeroReportPeriod } from '../domain/ethics/zeroReports.ts';
import { periodKindOf } from '../kernel/periods.ts';
import { call, inArea } from './call.ts';
import type { Wall } from './checks.ts';
import { honourLevels, selfCheckOccasions, signCampaigns } from '../domain/ethics/words.ts';

/** How one person stands in a campaign that everybody signs. */
export interface SignerRow extends Pick<
  TrackedPerson,
  'staffId' | 'state' | 'overdue' | 'dueOn' | 'cameLater'
> {
  readonly name: string;
  /** 人员类别 and 任教学科 or 现任职务. */
  readonly hint: string;
  readonly signedOn: string | null;
  readonly recordId: string | null;
  /** Whether the signed page is attached. */
  readonly scanned: boolean;
  /** 病假，预计 2026-12-01 返岗. */
  readonly excuse: string | null;
  /** The self-examination has a yes. */
  readonly anyYes: boolean;
}

/** A campaign of signatures with everybody's standing, as on `on`. */
export interface CampaignView {
  readonly on: string;
  readonly startsOn: string;
  readonly dueOn: string;
  readonly count: CampaignCount;
  readonly scanned: number;
  readonly rows: readonly SignerRow[];
  readonly text: ClauseText;
  /** The text comes with the program: the school has entered none. */
  readonly shippedText: boolean;
}

/** A questionnaire in the list; `suppressed`: too few sheets for a result to be shown. */
export interface SurveyRow {
  readonly id: string;
  readonly title: string;
  readonly audience: string;
  readonly startsOn: string;
  readonly issued: number | null;
  readonly sheets: number;
  readonly satisfiedPercent: number | null;
  readonly suppressed: boolean;
}

/** A questionnaire with its result; sheets themselves are not kept. */
export interface SurveyView extends SurveyRow {
  readonly grouping: string;
  readonly minimum: number;
  readonly questions: readonly string[];
  readonly result: SurveyResult;
}

/** An item of the year's ethics plan and what met it. */
export interface EthicsPlanRow {
  readonly id: string;
  readonly element: string;
  readonly kind: string;
  readonly title: string;
  readonly dueOn: string;
  readonly owner: string | null;
  readonly state: PlanState;
  readonly activityId: string | null;
  readonly heldOn: string | null;
}

/** The ethics plan of a school year: obligations by month, items, zero reports. */
export interface EthicsPlanView {
  readonly wall: Wall;
  readonly items: readonly EthicsPlanRow[];
  /** What the minimum set has and the plan has not. */
  readonly proposals: readonly PlanProposal[];
  readonly zeroReports: readonly ZeroReportPeriod[];
  /** Per term: how many records each element has. */
  readonly coverage: readonly {
    readonly term: string;
    readonly counts: readonly { readonly element: string; readonly count: number }[];
  }[];
}

/** An honour as it was granted. */
export interface HonourRow {
  readonly id: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly name: string;
  readonly level: string;
  readonly grantedBy: string | null;
  readonly documentNumber: string | null;
  readonly grantedOn: string;
  /** Working days of the public notice; `null` = no notice entered, or its calendar is unknown. */
  readonly noticeWorkdays: number | null;
  readonly noticeShort: boolean;
}

/** Honours granted, and who comes next for a level. */
export interface HonourView {
  readonly years: readonly string[];
  readonly noticeWorkdays: number;
  readonly rows: readonly HonourRow[];
  readonly suggestions: readonly (HonourSuggestion & { readonly name: string; readonly hint: string })[];
}

const day = z.iso.date();

/** A campaign and the period it is about: the pledge of a school year, the self-examination of a term and occasion. */
const campaign = z
  .object({
    campaign: z.enum(signCampaigns),
    period: z.string().max(20),
    /** Of the self-examination. */
    occasion: z.enum(selfCheckOccasions).nullable().default(null),
  })
  .refine(
    (one) =>
      one.campaign === '师德承诺书'
        ? periodKindOf(one.period) === 'schoolYear'
        : periodKindOf(one.period) === 'term' && one.occasion !== null,
    { error: '承诺书按学年、有偿补课自查按学期和时点登记，请重新选择。' },
  );
const schoolYear = z
  .string()
  .refine((text) => periodKindOf(text) === 'schoolYear', { error: '请选择学年。' });
const sheets = z
  .array(
    z.object({
      group: z.string().trim().min(1).max(40),
      /** 0–3 in the order of the answers, `null` = no answer. */
      answers: z.array(z.int().min(0).max(3).nullable()).max(50),
    }),
  )
  .min(1)
  .max(5000);

/** Signing, surveys, the year's plan and honours. */
export const ethicsCampaignCalls = {
  /** Who has signed, who not yet, newcomers and people on leave, as on today or the period's last day. */
  'ethics.campaign': call<CampaignView>()(campaign, inArea('ethics', 'read')),
  /** Enters a signature of one day for several people; those who have one are passed over. How many were added. */
  'ethics.recordSigned': call<number>()(
    z.object({
      about: campaign,
      signedOn: day,
      staffIds: z.array(z.uuid()).min(1, '请至少选一人。').max(2000),
      witness: z.string().trim().max(30).nullable(),
    }),
    inArea('ethics', 'write'),
  ),
  /** The questionnaires of a school year, the newest first. */
  'ethics.surveys': call<readonly SurveyRow[]>()(z.object({ schoolYear }), inArea('ethics', 'read')),
  'ethics.survey': call<SurveyView>()(z.object({ id: z.uuid() }), inArea('ethics', 'read')),
  /** Adds filled sheets to the tallies; the sheets themselves are not kept. */
  'ethics.addSurveySheets': call<SurveyView>()(z.object({ id: z.uuid(), sheets }), inArea('ethics', 'write')),
  /** Reads filled sheets from a workbook (one row a sheet); asks for the file unless `path` is given. Adds nothing. */
  'ethics.readSurveySheets': call<{
    readonly fileName: string;
    readonly sheets: readonly { readonly group: string; readonly answers: readonly (number | null)[] }[];
    /** Rows that could not be read, one sentence each. */
    readonly problems: readonly string[];
  } | null>()(
    z.object({ id: z.uuid(), jobId: z.uuid(), path: z.string().max(2000).optional() }),
    inArea('ethics', 'write'),
  ),
  /** The yearly plan: elements by months, items with their standing, zero reports. */
  'ethics.plan': call<EthicsPlanView>()(z.object({ schoolYear }), inArea('ethics', 'read')),
  /** Puts what the minimum set still has into the plan; how many items were added. */
  'ethics.addMinimumPlan': call<number>()(z.object({ schoolYear }), inArea('ethics', 'write')),
  /** Records that there was nothing to report in a month or quarter. */
  'ethics.recordZeroReport': call<string>()(
    z.object({
      period: z.string().refine((text) => ['month', 'quarter'].includes(periodKindOf(text) ?? '')),
    }),
    inArea('ethics', 'write'),
  ),
  /** Honours granted, and who should be proposed next for a level. */
  'ethics.honours': call<HonourView>()(z.object({ level: z.enum(honourLevels) }), inArea('ethics', 'read')),
};
