import type { PlainDate } from '../../kernel/plainDate.ts';
import { failure, success } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { afterSchoolParameters } from './afterSchool.ts';
import { baseParameters } from './base.ts';
import { ethicsParameters } from './ethics.ts';
import type { ParameterOf, ParameterType, ParameterValue, RuleArea } from './parameter.ts';
import { partyLifeParameters } from './partyLife.ts';

export type { RuleArea };

/** One of the catalogue. */
export type ParameterDefinition = { readonly id: string; readonly area: RuleArea } & (
  ParameterOf<'number'> | ParameterOf<'text'> | ParameterOf<'numberList'>
);

/** A value that the school or the county decided, in force from a day until the next one. */
export interface ParameterOverride {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly value: ParameterValue;
}

/**
 * Every number that a county or a school may set otherwise. Shipped values are those of domain.md; what the law
 * itself fixes for good (quorums) is not here but stands with its source in the rules; what a change of law has altered or may alter
 * (periods of sanctions, their effect on the annual assessment) is, with a version for each text.
 */
const catalogue = {
  ...partyLifeParameters,
  ...ethicsParameters,
  ...baseParameters,
  ...afterSchoolParameters,
};

/** Lists that may be longer or shorter than the shipped one. */
const freeLists: readonly string[] = ['lifeMeetingMonths', 'partyReminderDays'];

export type ParameterId = keyof typeof catalogue;
type IdsOf<T extends ParameterType> = {
  [Id in ParameterId]: (typeof catalogue)[Id] extends { readonly type: T } ? Id : never;
}[ParameterId];

/** The catalogue in the order of the settings page. */
export const parameterDefinitions: readonly ParameterDefinition[] = [
  ...definitionsOf('partyLife', partyLifeParameters),
  ...definitionsOf('ethics', ethicsParameters),
  ...definitionsOf('base', baseParameters),
  ...definitionsOf('afterSchool', afterSchoolParameters),
];

function definitionsOf(
  area: RuleArea,
  parameters: Readonly<
    Record<string, ParameterOf<'number'> | ParameterOf<'text'> | ParameterOf<'numberList'>>
  >,
): readonly ParameterDefinition[] {
  return Object.entries(parameters).map(([id, about]) => ({ id, area, ...about }));
}

export function findParameter(id: string): ParameterDefinition | undefined {
  return parameterDefinitions.find((definition) => definition.id === id);
}

/** Values in force on a day: of shipped and overriding versions the latest one, an override before a shipped one. */
export interface Parameters {
  number(id: IdsOf<'number'>, on: PlainDate): number;
  text(id: IdsOf<'text'>, on: PlainDate): string;
  /** The words of a text that lists several. */
  words(id: IdsOf<'text'>, on: PlainDate): readonly string[];
  numberList(id: IdsOf<'numberList'>, on: PlainDate): readonly number[];
}

/** @param overrides as stored; those of unknown ids or wrong type do not count */
export function createParameters(overrides: readonly ParameterOverride[] = []): Parameters {
  function text(id: IdsOf<'text'>, on: PlainDate): string {
    return inForce(catalogue[id].versions, id, on, overrides, isText);
  }
  return {
    number: (id, on) => inForce(catalogue[id].versions, id, on, overrides, isNumber),
    numberList: (id, on) => inForce(catalogue[id].versions, id, on, overrides, isNumberList),
    text,
    words: (id, on) =>
      text(id, on)
        .split(/[、，,\s]+/u)
        .filter((word) => word !== ''),
  };
}

/** Checks a value that somebody wants to set; the failure's sentence is for the settings page. */
export function readParameterValue(id: string, value: unknown): Result<ParameterValue> {
  const definition = findParameter(id);
  if (!definition) return failure('notFound', '没有这个参数，请刷新页面后重试。');
  if (definition.type === 'text') {
    if (!isText(value) || value.trim() === '' || value.length > 500)
      return failure('invalidInput', `“${definition.label}”应为 1 至 500 个字。`);
    return success(value.trim());
  }
  const [min, max] = definition.range;
  const within = (one: number): boolean => one >= min && one <= max;
  if (definition.type === 'number') {
    if (!isNumber(value) || !within(value))
      return failure('invalidInput', `“${definition.label}”应为 ${min} 至 ${max} 的数字。`);
    return success(value);
  }
  if (!isNumberList(value) || value.length > 40 || !value.every(within))
    return failure('invalidInput', `“${definition.label}”应为一列 ${min} 至 ${max} 的数字。`);
  if (id === 'appraisalWeights' && value.reduce((sum, weight) => sum + weight, 0) !== 100)
    return failure('invalidInput', '各项权重合计应为 100，请调整后再保存。');
  const expected = definition.versions[0]?.value.length ?? 0;
  const free = definition.id.startsWith('partyFee') || freeLists.includes(definition.id);
  if (expected > 0 && value.length !== expected && !free)
    return failure('invalidInput', `“${definition.label}”应填 ${expected} 个数字。`);
  return success(value);
}

function inForce<T>(
  shipped: readonly { readonly validFrom: PlainDate; readonly value: T }[],
  id: string,
  on: PlainDate,
  overrides: readonly ParameterOverride[],
  accepts: (value: unknown) => value is T,
): T {
  const first = shipped[0];
  if (!first) throw new Error(`Parameter without a shipped value: ${id}`);
  let current = first;
  const own = overrides.flatMap(({ id: ofId, validFrom, value }) =>
    ofId === id && accepts(value) ? [{ validFrom, value }] : [],
  );
  for (const version of [...shipped, ...own])
    if (version.validFrom <= on && version.validFrom >= current.validFrom) current = version;
  return current.value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
function isText(value: unknown): value is string {
  return typeof value === 'string';
}
function isNumberList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isNumber);
}
