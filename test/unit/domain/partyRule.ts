import { expect } from 'vitest';
import type { AttendanceFact, PartyLifeFacts } from '#shared/domain/partyLife/facts.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { partyLifeRules } from '#shared/domain/rules/partyLifeRules.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import type { Finding } from '#shared/domain/rules/rule.ts';

/** The day for which the tests of Party life ask. */
export const today = '2026-11-24';

/** What one rule finds. */
export function find(
  ruleId: string,
  facts: PartyLifeFacts,
  on = today,
  overrides: readonly ParameterOverride[] = [],
): readonly Finding[] {
  const rule = partyLifeRules.filter(({ id }) => id === ruleId);
  expect(rule).toHaveLength(1);
  return runRules(rule, facts, createParameters(overrides), on);
}

export const sentences = (findings: readonly Finding[]): string[] => findings.map(({ sentence }) => sentence);

/** Rows of those present, then of those absent (党员辛 with 病假 unless said otherwise). */
export function attendance(
  present: readonly string[],
  absent: readonly Partial<AttendanceFact>[] = [],
): readonly AttendanceFact[] {
  const blank = { approvedBy: null, reason: null, madeUpOn: null };
  return [
    ...present.map((memberId) => ({ ...blank, memberId, state: '出席' as const })),
    ...absent.map((row) => ({ ...blank, memberId: 'm8', state: '病假' as const, ...row })),
  ];
}
