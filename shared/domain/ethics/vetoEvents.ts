import type { DateRange } from '../../kernel/periods.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';
import type { CaseFact } from './facts.ts';
import { isRevoked, isSanction } from './sanctions.ts';

/** What in a period makes the appraisal 不合格 (一票否决), with its proof. */
export interface VetoProof {
  readonly fact: CaseFact;
  readonly reason: string;
}

/**
 * The veto events of one person's cases in a period by the list in force at its end: a sanction decided, or a violation of
 * the list proved, within it. What review or appeal took back counts no longer.
 */
export function vetoProofs(
  cases: readonly CaseFact[],
  range: DateRange,
  parameters: Parameters,
): readonly VetoProof[] {
  const handlings = parameters.words('vetoHandlings', range.to);
  const violations = parameters.words('vetoViolations', range.to);
  const within = (day: PlainDate | null): boolean => day !== null && range.from <= day && day <= range.to;
  return cases
    .filter((fact) => !isRevoked(fact))
    .flatMap((fact) => {
      const { handling, conclusion, violation } = fact;
      if (isSanction(handling) && handlings.includes(handling) && within(fact.decidedOn))
        return [{ fact, reason: `考核期内受到${handling}处分` }];
      const proved = conclusion === '属实' || conclusion === '部分属实';
      if (proved && within(fact.concludedOn) && violations.includes(violation.slice(0, 3)))
        return [{ fact, reason: `考核期内查实“${violation}”` }];
      return [];
    });
}
