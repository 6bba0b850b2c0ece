import type { FieldProblem } from '../../../kernel/result.ts';
import type { PlainDate } from '../../../kernel/plainDate.ts';
import type { ParameterOverride, Parameters } from '../../parameters/index.ts';
import type { AppraisalScores } from '../facts.ts';

/** The parts of an appraisal in the order of their weights. */
export const appraisalParts = ['自评', '互评', '学生测评', '家长测评', '考核组'] as const;
export type AppraisalPart = (typeof appraisalParts)[number];

/** Parts whose raters are numbers and whose single scores nobody sees. */
export const anonymousParts = ['互评', '学生测评', '家长测评'] as const;
export type AnonymousPart = (typeof anonymousParts)[number];

/** The field of the scores that a part fills. */
export const scoreOfPart: Readonly<Record<AppraisalPart, keyof AppraisalScores>> = {
  自评: 'self',
  互评: 'peer',
  学生测评: 'pupil',
  家长测评: 'parent',
  考核组: 'panel',
};

/** What a round is reckoned by; kept with the round, so that a later change never alters an old result. */
export interface RoundRules {
  /** Per cent, in the order of `appraisalParts`; 0 = the part isn't used. */
  readonly weights: readonly number[];
  /** Lowest totals of 优秀, 合格, 基本合格. */
  readonly bands: readonly number[];
  /** Per cent of those appraised. */
  readonly excellentShare: number;
  /** Days of public notice. */
  readonly noticeWorkdays: number;
  /** Anonymous parts with fewer raters don't count and aren't shown. */
  readonly minRaters: number;
  /** Words separated by 、. */
  readonly vetoHandlings: string;
  readonly vetoViolations: string;
}

/** Weights, bands and cap as schools and counties are known to use them (domain.md §4.5). */
export interface RoundPreset {
  readonly name: string;
  readonly rules: Pick<RoundRules, 'weights' | 'bands' | 'excellentShare'>;
}

export const roundPresets: readonly RoundPreset[] = [
  {
    name: '五方评价（自评20、互评30、学生10、家长10、考核组30）',
    rules: { weights: [20, 30, 10, 10, 30], bands: [90, 70, 60], excellentShare: 20 },
  },
  {
    name: '民主测评30、学生家长30、考核组40',
    rules: { weights: [0, 30, 15, 15, 40], bands: [80, 70, 60], excellentShare: 20 },
  },
  {
    name: '自评40、考核组60',
    rules: { weights: [40, 0, 0, 0, 60], bands: [90, 70, 60], excellentShare: 20 },
  },
  {
    name: '幼儿园（自评20、互评30、家长20、考核组30）',
    rules: { weights: [20, 30, 0, 20, 30], bands: [90, 70, 60], excellentShare: 20 },
  },
];

/** The rules that the school's parameters give for a day: what a new round begins with. */
export function rulesInForce(parameters: Parameters, on: PlainDate): RoundRules {
  return {
    weights: parameters.numberList('appraisalWeights', on),
    bands: parameters.numberList('appraisalBands', on),
    excellentShare: parameters.number('appraisalExcellentShare', on),
    noticeWorkdays: parameters.number('noticeWorkdays', on),
    minRaters: parameters.number('appraisalMinRaters', on),
    vetoHandlings: parameters.text('vetoHandlings', on),
    vetoViolations: parameters.text('vetoViolations', on),
  };
}

/** What contradicts itself in the rules of a round; paths are those of `RoundRules`. */
export function problemsOfRules(rules: RoundRules): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const sum = rules.weights.reduce((total, weight) => total + weight, 0);
  if (rules.weights.length !== appraisalParts.length || rules.weights.some((weight) => weight < 0))
    problems.push({ path: 'weights', sentence: '五项权重都要填，不用的填 0。' });
  else if (sum !== 100)
    problems.push({ path: 'weights', sentence: `五项权重合计是 ${sum}，应为 100，请调整。` });
  const [excellent = 0, qualified = 0, basic = 0] = rules.bands;
  if (!(excellent > qualified && qualified > basic && basic > 0 && excellent <= 100))
    problems.push({ path: 'bands', sentence: '分数线应从高到低：优秀、合格、基本合格，都在 100 分以内。' });
  if (rules.excellentShare < 0 || rules.excellentShare > 100)
    problems.push({ path: 'excellentShare', sentence: '优秀比例应在 0 至 100 之间。' });
  return problems;
}

/** The rules of a round as parameters in force on the last day of its period, so that every check reckons by them. */
export function overridesOfRules(rules: RoundRules, lastDay: PlainDate): readonly ParameterOverride[] {
  const values = {
    appraisalWeights: rules.weights,
    appraisalBands: rules.bands,
    appraisalExcellentShare: rules.excellentShare,
    noticeWorkdays: rules.noticeWorkdays,
    appraisalMinRaters: rules.minRaters,
    vetoHandlings: rules.vetoHandlings,
    vetoViolations: rules.vetoViolations,
  };
  return Object.entries(values).map(([id, value]) => ({ id, validFrom: lastDay, value }));
}

/** Weight of a part in per cent. */
export function weightOf(rules: Pick<RoundRules, 'weights'>, part: AppraisalPart): number {
  return rules.weights[appraisalParts.indexOf(part)] ?? 0;
}
