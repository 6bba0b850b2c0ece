import { privacyRules } from '../../../shared/domain/rules/privacyRules.ts';
import { runRulesInPieces } from '../../../shared/domain/rules/rule.ts';
import type { AreaChecks } from '../checks/check.ts';
import { loadPrivacyFacts } from './privacyFacts.ts';

export const baseChecks: AreaChecks = {
  area: 'base',
  rules: privacyRules,
  *find(check) {
    const facts = loadPrivacyFacts(check);
    yield;
    return yield* runRulesInPieces(privacyRules, facts, check.parameters, check.on);
  },
};
