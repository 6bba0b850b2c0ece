import { privacyRules } from '../../../shared/domain/rules/privacyRules.ts';
import { runRules } from '../../../shared/domain/rules/rule.ts';
import type { AreaChecks } from '../checks/check.ts';
import { loadPrivacyFacts } from './privacyFacts.ts';

export const baseChecks: AreaChecks = {
  area: 'base',
  rules: privacyRules,
  find: (check) => runRules(privacyRules, loadPrivacyFacts(check), check.parameters, check.on),
};
