import type { CaseFact } from './facts.ts';

/** Violations against a pupil's body or life, of which the bureau is told at once (未成年人保护法 39–40). */
const urgentCodes = ['V05', 'V06', 'V07', 'K05', 'K06'];

export function isUrgent(fact: Pick<CaseFact, 'violation' | 'injured'>): boolean {
  return fact.injured || urgentCodes.includes(fact.violation.slice(0, 3));
}
