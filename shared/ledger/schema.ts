import { isUuid } from '../kernel/ids.ts';
import type { FieldProblem } from '../kernel/result.ts';
import { oncePer } from '../kernel/oncePer.ts';
import { cleanValue, isList } from './cleanValue.ts';
import type { AnyLedger, LooseValues } from './definition.ts';
import type { AnyField, Field, Fields } from './field.ts';

/** Values cleaned and completed, or the problems with their field paths. */
export type CheckedValues = { readonly values: LooseValues } | { readonly problems: readonly FieldProblem[] };

/** How strictly values are looked at. */
export interface CheckOptions {
  /** A draft may lack required values and may break the checks over several fields; types hold all the same. */
  readonly draft?: boolean;
  /** Day in China; identity numbers and birth dates are held against it. */
  readonly today?: string;
}

/** Most rows one record may have of one kind of detail. */
const maxDetailRows = 20_000;

/**
 * Checks values against a definition: types, required fields that are visible, each field's own rule, then the
 * rules over several fields. Returns clean values (every field present, texts trimmed, computed fields filled in,
 * unknown fields dropped) or all problems with their paths (`attendance.3.reason`).
 */
export function checkValues(
  definition: AnyLedger,
  values: LooseValues,
  options: CheckOptions = {},
): CheckedValues {
  const fields = fieldsOf(definition);
  const problems: FieldProblem[] = [];
  const clean = cleanFields(fields, values, '', problems, options);
  if (problems.length > 0) return { problems };
  const complete = computeFields(fields, clean);
  checkFields(fields, complete, '', problems, options);
  if (problems.length === 0 && !options.draft) {
    const found: readonly FieldProblem[] = definition.validate?.(complete, { today: options.today }) ?? [];
    problems.push(...found);
  }
  return problems.length > 0 ? { problems } : { values: complete };
}

/** Values of a new record: `null` and `[]`, or the fields' defaults; a required date proposes `today`. */
export function emptyValues(definition: AnyLedger, options: { readonly today?: string } = {}): LooseValues {
  return emptyFields(fieldsOf(definition), options);
}

/** Values of a new detail row, without its id. */
export function emptyRow(fields: Fields, options: { readonly today?: string } = {}): LooseValues {
  return emptyFields(knownFields(fields), options);
}

/** A value for every field and no other: missing ones are empty, computed ones derived anew, those of detail rows first. */
export function withComputed(definition: AnyLedger, values: LooseValues): LooseValues {
  const fields = fieldsOf(definition);
  return computeFields(fields, fillFields(fields, values));
}

/** The definition's fields, as the union of kinds that the engine works with. */
export function fieldsOf(definition: AnyLedger): Readonly<Record<string, Field>> {
  return knownFields(definition.fields as Fields);
}

/** Whether a value counts as not filled in. */
export function isEmptyValue(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** The number in a field, or `null` where it is empty. */
export function numberIn(values: LooseValues, field: string): number | null {
  const value = values[field];
  return typeof value === 'number' ? value : null;
}

/** The fields of one detail row, as the union of kinds that the engine works with. */
export function knownFields(fields: Fields): Readonly<Record<string, Field>> {
  // Constructors of field.ts are the only way to make a field, so each one is a member of the union.
  return fields as Readonly<Record<string, Field>>;
}

type KnownFields = Readonly<Record<string, Field>>;

/** Fields one by one, listed once for each definition: every value that is read or saved goes through such a list. */
export const fieldList = oncePer((fields: KnownFields): readonly (readonly [id: string, field: Field])[] =>
  Object.entries(fields),
);

function emptyFields(fields: KnownFields, options: { readonly today?: string }): LooseValues {
  return Object.fromEntries(
    fieldList(fields).map(([id, field]) => {
      if (field.defaultValue !== undefined) return [id, field.defaultValue];
      if (isList(field)) return [id, []];
      return [id, field.kind === 'date' && field.required ? (options.today ?? null) : null];
    }),
  );
}

/** @param full what is there already, as the id of a row */
function fillFields(fields: KnownFields, values: LooseValues, full: LooseValues = {}): LooseValues {
  for (const [id, field] of fieldList(fields)) {
    full[id] =
      field.kind === 'details'
        ? rowsOf(values[id]).map((row) => fillFields(knownFields(field.fields), row, { id: row['id'] }))
        : (values[id] ?? (isList(field) ? [] : null));
  }
  return full;
}

/** Derives what is computed, in values that have every field and belong to nobody else yet; detail rows first. */
function computeFields(fields: KnownFields, values: LooseValues): LooseValues {
  for (const [id, field] of fieldList(fields)) {
    if (field.kind === 'details' && hasComputed(knownFields(field.fields)))
      rowsOf(values[id]).forEach((row) => computeFields(knownFields(field.fields), row));
  }
  for (const [id, field] of fieldList(fields)) {
    if (field.computed) values[id] = field.computed(values) ?? null;
  }
  return values;
}

function hasComputed(fields: KnownFields): boolean {
  return fieldList(fields).some(([, field]) => field.computed);
}

/**
 * Brings every value into its form, or notes why it can't be.
 * @param clean what is there already, as the id of a row
 */
function cleanFields(
  fields: KnownFields,
  values: LooseValues,
  prefix: string,
  problems: FieldProblem[],
  options: CheckOptions,
  clean: LooseValues = {},
): LooseValues {
  for (const [id, field] of fieldList(fields)) {
    const value = values[id];
    if (field.computed) clean[id] = isList(field) ? [] : null;
    else if (field.kind === 'details') clean[id] = cleanRows(field, value, prefix + id, problems, options);
    else {
      const cleaned = cleanValue(field, value, options.today);
      const refused = 'sentence' in cleaned;
      if (refused) problems.push({ path: prefix + id, sentence: cleaned.sentence });
      clean[id] = refused ? null : cleaned.value;
    }
  }
  return clean;
}

function cleanRows(
  field: Extract<Field, { kind: 'details' }>,
  value: unknown,
  path: string,
  problems: FieldProblem[],
  options: CheckOptions,
): LooseValues[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value) || !value.every(isRow)) {
    problems.push({ path, sentence: `“${field.label}”应当是一行一行的明细。` });
    return [];
  }
  if (value.length > maxDetailRows) {
    problems.push({ path, sentence: `“${field.label}”最多 ${maxDetailRows} 行，请分开登记。` });
    return [];
  }
  const ids = new Set<string>();
  return value.map((row, index) => {
    const id = typeof row.id === 'string' && isUuid(row.id) && !ids.has(row.id) ? row.id : undefined;
    if (id === undefined) {
      problems.push({
        path: `${path}.${index}`,
        sentence: `“${field.label}”第 ${index + 1} 行没有自己的行编号，请删除后重新添加。`,
      });
    }
    ids.add(id ?? '');
    return cleanFields(knownFields(field.fields), row, `${path}.${index}.`, problems, options, { id });
  });
}

/** Required fields and the fields' own rules, on values that have their types. */
function checkFields(
  fields: KnownFields,
  values: LooseValues,
  prefix: string,
  problems: FieldProblem[],
  options: CheckOptions,
): void {
  for (const [id, field] of fieldList(fields)) {
    const value = values[id];
    const empty = isEmptyValue(value);
    if (empty && (!field.required || options.draft)) continue;
    if (field.visibleWhen && !field.visibleWhen(values)) continue;
    if (empty) {
      problems.push({ path: prefix + id, sentence: requiredSentence(field) });
      continue;
    }
    if (field.kind === 'details') {
      rowsOf(value).forEach((row, index) => {
        checkFields(knownFields(field.fields), row, `${prefix}${id}.${index}.`, problems, options);
      });
    }
    const sentence = ownRule(field, value, values);
    if (sentence !== undefined) problems.push({ path: prefix + id, sentence });
  }
}

function ownRule(field: AnyField, value: unknown, values: LooseValues): string | undefined {
  return field.validate?.(value, values);
}

function requiredSentence(field: Field): string {
  const label = field.label;
  switch (field.kind) {
    case 'choice':
    case 'multiChoice':
    case 'reference':
    case 'references':
    case 'yesNo':
      return `请选择${label}。`;
    case 'attachments':
      return `请添加${label}。`;
    case 'details':
      return `请至少填写一行${label}。`;
    case 'text':
    case 'longText':
    case 'date':
    case 'time':
    case 'instant':
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
    case 'identityNumber':
    case 'phone':
      return `请填写${label}。`;
  }
}

function isRow(value: unknown): value is LooseValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Detail rows of a value; an empty list where it holds none. */
export function rowsOf(value: unknown): LooseValues[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}
