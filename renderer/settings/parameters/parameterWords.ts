import type { ParameterView } from '../../../shared/contract/checks.ts';

export type ParameterVersionView = ParameterView['versions'][number];

/** A value with its unit: 120 分钟；2、8 月；不设. */
export function valueWords({ unit }: Pick<ParameterView, 'unit'>, value: unknown): string {
  const words = typedWords(value);
  if (words === '') return '不设';
  return unit === '' || unit === '%' ? `${words}${unit}` : `${words} ${unit}`;
}

/** A value as it is typed. */
export function typedWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What typed text means for a parameter; text that is no number stays text, so that the check names it. */
export function readTypedValue({ type }: Pick<ParameterView, 'type'>, text: string): unknown {
  const trimmed = text.trim();
  if (type === 'text') return trimmed;
  if (type === 'number') return trimmed === '' ? trimmed : numberOf(trimmed);
  return trimmed
    .split(/[、，,\s]+/u)
    .filter((word) => word !== '')
    .map(numberOf);
}

function numberOf(text: string): unknown {
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

/** The version in force on a day; of two for one day the school's own. */
export function versionOn(parameter: ParameterView, on: string): ParameterVersionView | undefined {
  return parameter.versions.findLast((version) => version.validFrom <= on);
}

/** Versions that come into force later. */
export function versionsAfter(parameter: ParameterView, on: string): readonly ParameterVersionView[] {
  return parameter.versions.filter((version) => version.validFrom > on);
}
