import type { EthicsFacts } from '../ethics/facts.ts';
import { appraisalRules } from './ethics/appraisals.ts';
import { caseRules } from './ethics/cases.ts';
import { everyoneCoveredRules } from './ethics/everyoneCovered.ts';
import { rhythmRules } from './ethics/rhythms.ts';
import type { Rule } from './rule.ts';

/** Teacher ethics, ETH-… of domain.md §10.4, and what privacy asks of its cases. */
export const ethicsRules: readonly Rule<EthicsFacts>[] = [
  ...everyoneCoveredRules,
  ...appraisalRules,
  ...caseRules,
  ...rhythmRules,
];
