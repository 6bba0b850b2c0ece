import type { UpcomingItem } from '../../../../shared/contract/checks.ts';
import { afterSchoolRules } from '../../../../shared/domain/rules/afterSchoolRules.ts';
import { runRulesInPieces } from '../../../../shared/domain/rules/rule.ts';
import type { AreaChecks, Check } from '../../checks/check.ts';
import { afterSchoolFacts, keepAfterSchoolSums } from './afterSchoolFacts.ts';
import { afterSchoolWall } from './afterSchoolWall.ts';

export const afterSchoolChecks: AreaChecks = {
  area: 'afterSchool',
  rules: afterSchoolRules,
  *find(check) {
    const facts = yield* afterSchoolFacts.pieces(check);
    return facts ? yield* runRulesInPieces(afterSchoolRules, facts, check.parameters, check.on) : [];
  },
  keep: keepAfterSchoolSums,
  wall: afterSchoolWall,
  due: (check) => (afterSchoolFacts.all(check) === null ? [missingTerm(check)] : []),
};

/** Nothing of after-school service can be judged before the term is entered; `base` because terms stand there. */
function missingTerm(check: Check): UpcomingItem {
  return {
    dueOn: check.on,
    label: '录入本学期校历（课后服务检查以它为准）',
    state: 'dueSoon',
    area: 'base',
    remedy: { kind: 'create', ledger: 'term', period: null, values: {} },
  };
}
