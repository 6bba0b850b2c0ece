import type { PrivacyFacts } from '../privacy/facts.ts';
import { secrecyMarkIn } from '../privacy/secrecyMarks.ts';
import { consentRules } from './privacy/consents.ts';
import { leavingRules } from './privacy/leaving.ts';
import { oversightRules } from './privacy/oversight.ts';
import { aboutRecord, type Rule } from './rule.ts';

const noSecrets: Rule<PrivacyFacts> = {
  id: 'PRV-07',
  severity: 'error',
  label: '不得存放涉密材料',
  basis: '《中华人民共和国保守国家秘密法》：涉密材料不得存入非涉密计算机',
  check: (facts) =>
    facts.markedFiles.flatMap(({ ledger, recordId, fileName }) => {
      const mark = secrecyMarkIn(fileName);
      if (mark === undefined) return [];
      return aboutRecord(
        ledger,
        recordId,
        `附件“${fileName}”带有“${mark}”字样，涉密材料不得存入本程序，请立即移除并报告。`,
        fileName,
      );
    }),
};

/** Privacy, PRV-… of domain.md §10.8; that cases are not kept for ever is PRV-06 of the ethics rules. */
export const privacyRules: readonly Rule<PrivacyFacts>[] = [
  noSecrets,
  ...consentRules,
  ...leavingRules,
  ...oversightRules,
];
