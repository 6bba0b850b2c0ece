import type { PlainDate } from '../../kernel/plainDate.ts';

/** The areas that have rules. */
export type RuleArea = 'base' | 'partyLife' | 'ethics' | 'afterSchool';

interface ParameterTypes {
  readonly number: number;
  /** Words are separated by 、 where several are meant. */
  readonly text: string;
  readonly numberList: readonly number[];
}
export type ParameterType = keyof ParameterTypes;
export type ParameterValue = ParameterTypes[ParameterType];

/** A parameter as its area describes it: what it is called, what it means, and the values that are shipped. */
export interface ParameterOf<T extends ParameterType> {
  readonly label: string;
  readonly help: string;
  readonly unit: string;
  readonly type: T;
  /** Shipped values in order of `validFrom`. */
  readonly versions: readonly { readonly validFrom: PlainDate; readonly value: ParameterTypes[T] }[];
  /** The least and the most of a number, of each in a list; a text's is not looked at. */
  readonly range: readonly [number, number];
}
type Words = Pick<ParameterOf<'text'>, 'label' | 'help'>;

export function number(
  value: number,
  unit: string,
  range: readonly [number, number],
  words: Words,
): ParameterOf<'number'> {
  return { ...words, unit, range, type: 'number', versions: shipped(value) };
}

export function numberList(
  value: readonly number[],
  unit: string,
  range: readonly [number, number],
  words: Words,
): ParameterOf<'numberList'> {
  return { ...words, unit, range, type: 'numberList', versions: shipped(value) };
}

export function text(value: string, words: Words): ParameterOf<'text'> {
  return { ...words, unit: '', range: [0, 0], type: 'text', versions: shipped(value) };
}

function shipped<T>(value: T): readonly { readonly validFrom: PlainDate; readonly value: T }[] {
  return [{ validFrom: '2000-01-01', value }];
}
