import { z } from 'zod';
import { isClockTime } from '../kernel/clockTime.ts';
import { readIdentityNumber } from '../kernel/identityNumber.ts';
import { isUuid } from '../kernel/ids.ts';
import { readPersonName } from '../kernel/personName.ts';
import { readPhone } from '../kernel/phone.ts';
import { isPlainDate } from '../kernel/plainDate.ts';
import type { Result } from '../kernel/result.ts';
import type { Field } from './field.ts';

/** Stands in for today where the caller gives none. */
const latestDay = '2199-12-31';

/** A value in stored form (`null` = empty), or why it is not acceptable, as a Chinese sentence. */
export type Cleaned = { readonly value: unknown } | { readonly sentence: string };

/** A value of any field but details in its stored form. */
export function cleanValue(
  field: Exclude<Field, { kind: 'details' }>,
  value: unknown,
  today: string | undefined,
): Cleaned {
  if (isList(field)) return cleanList(field, value);
  if (value === null || value === undefined) return { value: null };
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'choice':
    case 'date':
    case 'time':
    case 'instant':
    case 'reference':
    case 'identityNumber':
    case 'phone': {
      if (typeof value !== 'string') return refuse(field, '应当是文字');
      const trimmed = cleanText(value, field.kind === 'longText');
      return trimmed === '' ? { value: null } : cleanString(field, trimmed, today);
    }
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
      return cleanNumber(field, value);
    case 'yesNo':
      return typeof value === 'boolean' ? { value } : refuse(field, '请选“是”或“否”');
  }
}

type StringField = Extract<
  Field,
  {
    kind:
      'text' | 'longText' | 'choice' | 'date' | 'time' | 'instant' | 'reference' | 'identityNumber' | 'phone';
  }
>;

function cleanString(field: StringField, value: string, today: string | undefined): Cleaned {
  switch (field.kind) {
    case 'text':
    case 'longText': {
      const length = [...value].length;
      if (length <= field.maxLength)
        return { value: field.search === 'name' ? personNameForm(value) : value };
      return refuse(field, `最多 ${field.maxLength} 个字，现在有 ${length} 个字`);
    }
    case 'choice':
      if (field.options.some((option) => option.value === value)) return { value };
      return refuse(field, `没有“${value}”这一选项，请从列表中选`);
    case 'date':
      return isPlainDate(value) ? { value } : refuse(field, '不是有效的日期，请写成 2026-03-05 的样子');
    case 'time':
      return isClockTime(value) ? { value } : refuse(field, '不是有效的时间，请写成 14:30 的样子');
    case 'instant':
      return isInstant(value) ? { value } : refuse(field, '不是有效的时刻');
    case 'reference':
      return isUuid(value) ? { value } : refuse(field, '请从列表中选一条');
    case 'identityNumber': {
      const read = readIdentityNumber(value, today ?? latestDay);
      return read.ok ? { value: read.value.number } : { sentence: read.failure.sentence };
    }
    case 'phone':
      return cleanedBy(readPhone(value));
  }
}

function cleanedBy(read: Result<string>): Cleaned {
  return read.ok ? { value: read.value } : { sentence: read.failure.sentence };
}

type ListField = Extract<Field, { kind: 'multiChoice' | 'references' | 'attachments' | 'details' }>;

function cleanList(field: Exclude<ListField, { kind: 'details' }>, value: unknown): Cleaned {
  if (value === null || value === undefined) return { value: [] };
  if (!Array.isArray(value)) return refuse(field, '应当是一组选项');
  const entries: readonly unknown[] = value;
  if (entries.length === 0) return { value: [] };
  switch (field.kind) {
    case 'multiChoice': {
      const known = field.options.map((option) => option.value);
      if (!entries.every((entry) => typeof entry === 'string')) return refuse(field, '应当是一组选项');
      const stray = entries.find((entry) => !known.includes(entry));
      if (stray !== undefined) return refuse(field, `没有“${stray}”这一选项，请从列表中选`);
      // The definition's order, so that equal choices are equal values.
      return { value: known.filter((option) => entries.includes(option)) };
    }
    case 'references':
      if (!entries.every((entry) => typeof entry === 'string' && isUuid(entry)))
        return refuse(field, '请从列表中选');
      return { value: [...new Set(entries)] };
    case 'attachments': {
      const refs = attachmentsSchema.safeParse(entries);
      if (!refs.success) return refuse(field, '的附件信息不完整，请重新添加');
      const stray = refs.data.find((ref) => !field.kinds.includes(ref.kind));
      return stray
        ? refuse(field, `不收“${stray.kind}”类附件，可选：${field.kinds.join('、')}`)
        : { value: refs.data };
    }
  }
}

const attachmentsSchema = z.array(
  z.object({
    id: z.string().min(1).max(80),
    kind: z.string().max(40),
    name: z.string().min(1).max(200),
  }),
);

function cleanNumber(
  field: Extract<Field, { kind: 'integer' | 'decimal' | 'money' | 'percentage' }>,
  value: unknown,
): Cleaned {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(field, '应当是数字');
  const whole = field.kind === 'integer' || field.kind === 'money';
  if (whole && !Number.isSafeInteger(value)) return refuse(field, '应当是整数');
  const shown = (amount: number) => `${field.kind === 'money' ? amount / 100 : amount}${field.unit ?? ''}`;
  if (field.min !== undefined && value < field.min) return refuse(field, `不能小于 ${shown(field.min)}`);
  if (field.max !== undefined && value > field.max) return refuse(field, `不能大于 ${shown(field.max)}`);
  if (whole) return { value: value + 0 };
  return { value: Number(value.toFixed(field.digits ?? 2)) + 0 };
}

function refuse(field: Field, reason: string): Cleaned {
  return { sentence: `“${field.label}”${reason}。` };
}

/** Control characters and halves of characters (also where the other half is there). */
// eslint-disable-next-line no-control-regex -- these are the characters to look for
const unclean = /[\u0000-\u001f\u007f\ufffe\uffff\ud800-\udfff]/;

/** Line ends are \n, control characters go, single-line texts stay on one line. */
function cleanText(text: string, manyLines: boolean): string {
  if (!unclean.test(text)) return text.trim();
  const lines = text.replace(/\r\n?/g, '\n');
  // eslint-disable-next-line no-control-regex -- these are the characters to take out
  const readable = lines.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
  return (manyLines ? readable : readable.replace(/[\n\t]+/g, ' ')).toWellFormed().trim();
}

/** ISO instant in UTC with milliseconds, as every stored instant is written. */
function isInstant(text: string): boolean {
  const millis = Date.parse(text);
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text;
}

/** A person's name without inner spaces and with the one middle dot; other text in such a field stays as it is. */
export function personNameForm(text: string): string {
  const read = readPersonName(text);
  return read.ok ? read.value : text.trim();
}

/** Kinds whose empty value is an empty list. */
export function isList(field: Field): field is ListField {
  return (
    field.kind === 'multiChoice' ||
    field.kind === 'references' ||
    field.kind === 'attachments' ||
    field.kind === 'details'
  );
}
