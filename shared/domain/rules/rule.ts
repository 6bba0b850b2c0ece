import { atOnce, type InPieces } from '../../kernel/inPieces.ts';
import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { ParameterId, Parameters } from '../parameters/index.ts';

/** error: a report is not ready until it is mended or overridden with a reason. */
export type Severity = 'error' | 'warning' | 'info';

/** A record that proves a finding; `ledger` is the id of its ledger. */
export interface Evidence {
  readonly ledger: string;
  readonly id: string;
}

/** Where a finding is mended: an existing record, a new one filled for the gap, or a whole ledger. */
export type Remedy =
  | { readonly kind: 'open'; readonly ledger: string; readonly id: string }
  | {
      readonly kind: 'create';
      readonly ledger: string;
      readonly period: string | null;
      /** By field id of the ledger. */
      readonly values: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'list'; readonly ledger: string };

/** What a rule found. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Chinese, for the clerk: what is wrong, with names and numbers, and what to do where it isn't plain. */
  readonly sentence: string;
  /** The days in which the thing was due; `null` where a record itself is wrong. */
  readonly window: DateRange | null;
  /** What the finding is about: a branch, a record, a row of a record. Unique within rule and window. */
  readonly subjectId: string;
  readonly evidence: readonly Evidence[];
  readonly remedy: Remedy;
}

/** What a rule's check answers; the rule's id and, unless it says otherwise, its severity are added. */
export type FindingDraft = Omit<Finding, 'ruleId' | 'severity'> & { readonly severity?: Severity };

/** A finding about one record, mended by opening it. `part` tells several findings of a rule on it apart. */
export function aboutRecord(ledger: string, id: string, sentence: string, part?: string): FindingDraft {
  return {
    sentence,
    window: null,
    subjectId: part === undefined ? id : `${id}/${part}`,
    evidence: [{ ledger, id }],
    remedy: { kind: 'open', ledger, id },
  };
}

/** One compliance check of domain.md §10. */
export interface Rule<Facts> {
  /** PTY-01 … */
  readonly id: string;
  readonly severity: Severity;
  /** Chinese, short, for the list of rules. */
  readonly label: string;
  /** Chinese, the text it rests on. */
  readonly basis: string;
  /** Parameters it reads; absent = none. */
  readonly parameters?: readonly ParameterId[];
  /** @param today the day for which the question is asked, which may lie in the past */
  readonly check: (facts: Facts, parameters: Parameters, today: PlainDate) => readonly FindingDraft[];
}

/** Runs rules in their order. */
export function runRules<Facts>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  parameters: Parameters,
  today: PlainDate,
): readonly Finding[] {
  return atOnce(runRulesInPieces(rules, facts, parameters, today));
}

/** The same with a rest after every rule. */
export function* runRulesInPieces<Facts>(
  rules: readonly Rule<Facts>[],
  facts: Facts,
  parameters: Parameters,
  today: PlainDate,
): InPieces<readonly Finding[]> {
  const found: Finding[] = [];
  for (const rule of rules) {
    for (const draft of rule.check(facts, parameters, today))
      found.push({ ...draft, ruleId: rule.id, severity: draft.severity ?? rule.severity });
    yield;
  }
  return found;
}

/** The same for the same gap, whenever it is looked for: overrides are kept under it. */
export function findingKey(finding: Finding): string {
  const window = finding.window ? `${finding.window.from}~${finding.window.to}` : '';
  return [finding.ruleId, finding.subjectId, window].join('|');
}
