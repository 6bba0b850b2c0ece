import { z } from 'zod';
import type { ObligationState } from '../domain/partyLife/obligations.ts';
import type { Finding, Remedy, Severity } from '../domain/rules/rule.ts';
import { areas, type Area } from '../ledger/definition.ts';
import { call, needs, signedIn } from './call.ts';

export type { ObligationState, Remedy, Severity };

/** A link to a record. */
export interface RecordRef {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
}

/** A finding of a rule, with what the window shows beside it. */
export interface FindingView extends Pick<Finding, 'ruleId' | 'severity' | 'sentence' | 'window' | 'remedy'> {
  /** Stable for the same gap: rule id, subject and window. */
  readonly key: string;
  readonly area: Area;
  /** Short source, e.g. 《支部工作条例》第十一条. */
  readonly basis: string;
  readonly records: readonly RecordRef[];
  /** Typed reason when somebody decided that the finding may stand. */
  readonly override: { readonly reason: string; readonly accountName: string; readonly at: string } | null;
}

/** How one month of an obligation stands. */
export interface WallCell {
  /** `2026-10` */
  readonly month: string;
  readonly state: ObligationState;
  readonly done: number;
  readonly required: number;
  readonly dueOn: string | null;
  readonly records: readonly RecordRef[];
  readonly remedy: Remedy | null;
}

/** One obligation of one subject over the months. */
export interface WallRow {
  readonly key: string;
  readonly label: string;
  readonly subject: string;
  readonly cells: readonly WallCell[];
}

/** The obligations of an area over a year. */
export interface Wall {
  readonly area: Area;
  readonly title: string;
  readonly months: readonly string[];
  readonly rows: readonly WallRow[];
}

/** Something due, beside the findings. */
export interface UpcomingItem {
  readonly dueOn: string;
  readonly label: string;
  readonly state: 'dueSoon' | 'overdue';
  readonly area: Area;
  readonly remedy: Remedy;
}

/** How the school stands on a day, in the areas that the account may read. */
export interface Dashboard {
  readonly today: string;
  readonly year: number;
  readonly schoolYear: string;
  readonly term: string | null;
  readonly walls: readonly Wall[];
  readonly upcoming: readonly UpcomingItem[];
  readonly findings: readonly FindingView[];
  readonly counts: Readonly<
    Record<Area, { readonly overdue: number; readonly dueSoon: number; readonly records: number }>
  >;
}

/** A parameter with all its versions. */
export interface ParameterView {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly area: Area;
  readonly unit: string;
  readonly type: 'number' | 'text' | 'numberList';
  /** In order of `validFrom`; the first is the shipped default. */
  readonly versions: readonly {
    readonly validFrom: string;
    readonly value: unknown;
    readonly shipped: boolean;
    /** Why it was set and by whom; `null` for shipped values. */
    readonly set: { readonly reason: string; readonly accountName: string; readonly at: string } | null;
  }[];
}

/** A rule as the list of rules shows it. */
export interface RuleView {
  readonly id: string;
  readonly area: Area;
  readonly severity: Severity;
  readonly label: string;
  readonly basis: string;
  readonly parameters: readonly string[];
}

const day = z.iso.date();
const area = z.enum(areas);

/** Dashboard, findings, overrides, rules and parameters. */
export const checkCalls = {
  /** Areas the account may not read are left out. `on` absent = today. */
  'checks.dashboard': call<Dashboard>()(
    z.object({ on: day.optional(), year: z.int().min(2000).max(2100).optional() }),
    signedIn,
  ),
  'checks.findings': call<readonly FindingView[]>()(
    z.object({ on: day.optional(), area: area.optional() }),
    signedIn,
  ),
  'checks.override': call<null>()(
    z.object({
      key: z.string().max(300),
      area,
      reason: z.string().trim().min(4, '请写明理由（至少 4 个字）。').max(500),
    }),
    { kind: 'area', level: 'write', areaOf: (input) => [input.area] },
  ),
  'checks.rules': call<readonly RuleView[]>()(z.object({}), signedIn),
  'parameters.list': call<readonly ParameterView[]>()(z.object({}), signedIn),
  'parameters.save': call<ParameterView>()(
    z.object({
      id: z.string().max(80),
      validFrom: day,
      value: z.unknown(),
      reason: z.string().trim().min(2, '请写修改的依据。').max(300),
    }),
    needs('manageSettings'),
  ),
};
