import type { DevelopmentFacts } from '../membership/developmentFacts.ts';
import { cultivationRules } from './memberDevelopment/cultivation.ts';
import { orderRules } from './memberDevelopment/order.ts';
import { preparationRules } from './memberDevelopment/preparation.ts';
import { probationRules } from './memberDevelopment/probation.ts';
import { developmentVoteRules } from './memberDevelopment/votes.ts';
import type { Rule } from './rule.ts';

/** Developing members, DEV-… of domain.md §10.2, in the order of their numbers. */
export const memberDevelopmentRules: readonly Rule<DevelopmentFacts>[] = [
  ...orderRules,
  ...cultivationRules,
  ...preparationRules,
  ...developmentVoteRules,
  ...probationRules,
].toSorted((a, b) => a.id.localeCompare(b.id));
