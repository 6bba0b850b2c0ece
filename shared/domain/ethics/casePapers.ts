import type { CaseEvent } from './caseEvents.ts';
import { needsHearing } from './caseAuthority.ts';
import type { CaseFact, Handling } from './facts.ts';
import { isSanction } from './sanctions.ts';

/** Papers of a case file, by the names on their covers. */
export const casePaperKinds = [
  '登记表',
  '受理决定',
  '调查报告',
  '陈述笔录',
  '处理建议',
  '听证告知书',
  '听证笔录',
  '处理决定书',
  '送达回证',
  '复核决定书',
  '申诉决定书',
  '延长决定书',
  '解除决定',
  '其他',
] as const;

export type CasePaperKind = (typeof casePaperKinds)[number];

/** The papers that must lie in the file before a step is taken (教师〔2018〕18号: 调查、听取陈述、书面决定、送达). */
function papersNeededFor(
  event: CaseEvent,
  fact: Pick<CaseFact, 'handling' | 'hearingAsked'>,
): readonly CasePaperKind[] {
  switch (event) {
    case '受理':
    case '不予受理':
      return ['登记表'];
    case '作出结论':
      return ['登记表', '调查报告'];
    case '作出处理决定':
      return papersOfDecision(fact.handling, fact.hearingAsked);
    case '送达':
      return fact.handling === '不予处理' ? [] : ['处理决定书', '送达回证'];
    case '复核决定':
      return ['复核决定书'];
    case '申诉决定':
      return ['申诉决定书'];
    case '延长处分期':
      return ['延长决定书'];
    case '解除处分':
      return ['解除决定'];
    default:
      return [];
  }
}

/** The needed papers that the file doesn't have yet. */
export function papersMissingFor(event: CaseEvent, fact: CaseFact): readonly CasePaperKind[] {
  return papersNeededFor(event, fact).filter((kind) => !fact.paperKinds.includes(kind));
}

function papersOfDecision(handling: Handling | null, hearingAsked: boolean | null): readonly CasePaperKind[] {
  if (!isSanction(handling)) return ['调查报告'];
  return [
    '调查报告',
    '陈述笔录',
    ...(needsHearing(handling) ? (['听证告知书'] as const) : []),
    ...(needsHearing(handling) && hearingAsked === true ? (['听证笔录'] as const) : []),
  ];
}
