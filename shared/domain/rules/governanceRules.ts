import type { GovernanceFacts } from '../governance/facts.ts';
import { decisionRules } from './governance/decisions.ts';
import { presenceRules } from './governance/presence.ts';
import { studyRules } from './governance/study.ts';
import type { Rule } from './rule.ts';

/** The two meetings and study, GOV-… of domain.md §10.3, in the order of their numbers. */
export const governanceRules: readonly Rule<GovernanceFacts>[] = [
  ...presenceRules,
  ...decisionRules,
  ...studyRules,
].toSorted((a, b) => a.id.localeCompare(b.id));
