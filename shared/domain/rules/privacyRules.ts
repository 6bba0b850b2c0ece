import type { PrivacyFacts } from '../privacy/facts.ts';
import { secrecyMarkIn } from '../privacy/secrecyMarks.ts';
import type { Rule } from './rule.ts';

const noSecrets: Rule<PrivacyFacts> = {
  id: 'PRV-07',
  area: 'base',
  severity: 'error',
  label: '不得存放涉密材料',
  basis: '《中华人民共和国保守国家秘密法》：涉密材料不得存入非涉密计算机',
  parameters: [],
  check: (facts) =>
    facts.markedFiles.flatMap(({ ledger, recordId, fileName }) => {
      const mark = secrecyMarkIn(fileName);
      if (mark === undefined) return [];
      return [
        {
          sentence: `附件“${fileName}”带有“${mark}”字样，涉密材料不得存入本程序，请立即移除并报告。`,
          window: null,
          subjectId: `${recordId}/${fileName}`,
          evidence: [{ ledger, id: recordId }],
          remedy: { kind: 'open' as const, ledger, id: recordId },
        },
      ];
    }),
};

/**
 * Privacy, PRV-… of domain.md §10.8, as far as it can be seen in what is stored. That exports name purpose and recipient, that
 * notices hold no forbidden column and that a complainant never leaves, is kept by the router and the masking table; that
 * cases are not kept for ever, by PRV-06 of the ethics rules.
 */
export const privacyRules: readonly Rule<PrivacyFacts>[] = [noSecrets];
