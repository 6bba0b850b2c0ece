import { caseEvents } from './caseEvents.ts';
import type { CaseEvent } from './caseEvents.ts';
import { needsHearing } from './caseAuthority.ts';
import type { CaseFact } from './facts.ts';
import { isRevoked, isSanction } from './sanctions.ts';
import type { Handling } from './words.ts';

/** Papers of a case file, by the names on their covers, in the order in which they lie in it. */
export const casePaperKinds = [
  '登记表',
  '受理决定',
  '调查方案',
  '调查笔录',
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
  '归档目录',
  '其他',
] as const;

export type CasePaperKind = (typeof casePaperKinds)[number];

/** A paper as the file of one case needs it. */
export interface CasePaper {
  readonly kind: CasePaperKind;
  /** The first step that is refused without it; `null` = it only happens to lie in the file. */
  readonly neededFor: CaseEvent | null;
  readonly filed: boolean;
}

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
      return ['登记表', '受理决定', '调查方案', '调查笔录', '调查报告'];
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
    case '归档':
      return ['登记表', '受理决定', '归档目录'];
    default:
      return [];
  }
}

/** The needed papers that the file doesn't have yet. */
export function papersMissingFor(event: CaseEvent, fact: CaseFact): readonly CasePaperKind[] {
  return papersNeededFor(event, fact).filter((kind) => !fact.paperKinds.includes(kind));
}

/** The papers of this case's way, and what else lies in its file, in the order of the file. */
export function casePapersOf(fact: CaseFact): readonly CasePaper[] {
  const events = caseEvents.filter((event) => isOnWay(event, fact));
  return casePaperKinds.flatMap((kind) => {
    const neededFor = events.find((event) => papersNeededFor(event, fact).includes(kind)) ?? null;
    const filed = fact.paperKinds.includes(kind);
    return neededFor === null && !filed ? [] : [{ kind, neededFor, filed }];
  });
}

/** Whether a step that needs papers belongs to the way that a case has taken so far. */
function isOnWay(event: CaseEvent, fact: CaseFact): boolean {
  switch (event) {
    case '不予受理':
      return !fact.accepted;
    case '作出结论':
      return fact.accepted;
    case '作出处理决定':
    case '送达':
      return fact.handling !== null;
    case '复核决定':
      return fact.reviewAskedOn !== null;
    case '申诉决定':
      return fact.appealAskedOn !== null;
    case '延长处分期':
      return fact.periodExtendedOn !== null;
    case '解除处分':
      return isSanction(fact.handling) && fact.handling !== '开除' && !isRevoked(fact);
    default:
      return true;
  }
}

function papersOfDecision(handling: Handling | null, hearingAsked: boolean | null): readonly CasePaperKind[] {
  if (!isSanction(handling)) return ['调查报告'];
  return [
    '调查报告',
    '陈述笔录',
    '处理建议',
    ...(needsHearing(handling) ? (['听证告知书'] as const) : []),
    ...(needsHearing(handling) && hearingAsked === true ? (['听证笔录'] as const) : []),
  ];
}
