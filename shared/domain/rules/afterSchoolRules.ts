import type { AfterSchoolFacts } from '../afterSchool/facts.ts';
import { clashRules } from './afterSchool/clashes.ts';
import { coverageRules } from './afterSchool/coverage.ts';
import { enrolmentRules } from './afterSchool/enrolments.ts';
import { payRules } from './afterSchool/pay.ts';
import { safetyRules } from './afterSchool/safety.ts';
import { planRules } from './afterSchool/plans.ts';
import { sessionRules } from './afterSchool/sessions.ts';
import { signUpRules } from './afterSchool/signUp.ts';
import type { Rule } from './rule.ts';

/** After-school service, ASC-… of domain.md §10.5. */
export const afterSchoolRules: readonly Rule<AfterSchoolFacts>[] = [
  ...coverageRules,
  ...enrolmentRules,
  ...clashRules,
  ...sessionRules,
  ...payRules,
  ...safetyRules,
  ...planRules,
  ...signUpRules,
];
