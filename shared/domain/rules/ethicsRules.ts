import type { EthicsFacts } from '../ethics/facts.ts';
import { appraisalRules } from './ethics/appraisals.ts';
import { caseRules } from './ethics/cases.ts';
import { everyoneCoveredRules } from './ethics/everyoneCovered.ts';
import type { Rule } from './rule.ts';

/** Teacher ethics, ETH-… of domain.md §10.4. */
export const ethicsRules: readonly Rule<EthicsFacts>[] = [
  ...everyoneCoveredRules,
  ...appraisalRules,
  ...caseRules,
];
