import { formatPeriod } from '../../../kernel/periods.ts';
import type { GovernanceRule } from './aboutGovernance.ts';
import { studyModes } from '../../partyLife/words.ts';

/** The last term that is over is looked at: while a term runs, there is still time for every mode. */
const everyStudyMode: GovernanceRule = {
  id: 'GOV-08',
  severity: 'info',
  label: '每学期“五学”方式都用到',
  basis: '“五学”学习制度',
  check: (facts, _parameters, today) => {
    const over = facts.terms
      .filter(({ endsOn }) => endsOn < today)
      .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
      .at(-1);
    if (!over) return [];
    const used = facts.studies.filter(({ on }) => on >= over.startsOn && on <= over.endsOn);
    const missing = studyModes.filter((mode) => !used.some((study) => study.mode === mode));
    if (missing.length === 0) return [];
    return [
      {
        sentence: `${formatPeriod(over.period)}的学习没有用到${missing.join('、')}。`,
        window: { from: over.startsOn, to: over.endsOn },
        subjectId: over.period,
        evidence: [],
        remedy: { kind: 'list', ledger: 'partyStudy' },
      },
    ];
  },
};

/** 五学 (domain.md §3.1); stands with governance because it is asked of the school, not of a branch. */
export const studyRules: readonly GovernanceRule[] = [everyStudyMode];
