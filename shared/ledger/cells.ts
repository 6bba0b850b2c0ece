import { parseTypedTime } from '../kernel/clockTime.ts';
import { readIdentityNumber } from '../kernel/identityNumber.ts';
import { formatMoney, parseMoney } from '../kernel/money.ts';
import { readPhone } from '../kernel/phone.ts';
import { addDays, chinaTimeOf, type PlainDate } from '../kernel/plainDate.ts';
import { parseTypedDate } from '../kernel/typedDate.ts';
import { personNameForm } from './cleanValue.ts';
import type { AttachmentRef, ChoiceOption, Field } from './field.ts';
import { looseForm, nearest } from './looseText.ts';

/** A cell as a file reader gives it; dates arrive as `2026-03-05` or `2026-03-05 14:30:00`. */
export type CellValue = string | number | boolean | null;

/** What a name or number in a cell refers to. */
export type Resolution =
  | { readonly kind: 'found'; readonly id: string }
  /** Several records fit; their labels tell them apart, e.g. 张三（1001）. */
  | { readonly kind: 'ambiguous'; readonly labels: readonly string[] }
  | { readonly kind: 'unknown'; readonly similar: readonly string[] };

/** Finds the record of a ledger that people mean by a title, a code, or both: 张三, 1001, 张三（1001）. */
export type Resolve = (targetLedger: string, text: string) => Resolution;

/** What reading a cell depends on besides the cell. */
export interface CellContext {
  readonly resolve: Resolve;
  /** Day in China: completes dates without a year, and nobody is born after it. */
  readonly today: PlainDate;
}

/**
 * A cell as read: its value in stored form, perhaps with a doubt about it, or why it is not one and what
 * may be meant (Chinese, for the clerk).
 */
export type ParsedCell =
  | { readonly ok: true; readonly value: unknown; readonly warning?: string }
  | { readonly ok: false; readonly sentence: string; readonly suggestion: string | null };

/** Text between the parts of a list in one cell. */
const listSeparator = '、';

/** Excel keeps 15 digits of a number; what was longer is lost. */
const largestExactNumber = 1e15;

/**
 * A value as people read it: lists joined with 、, money in 元 with two digits, dates as `2026-03-05`, instants in
 * Chinese time. `titleOf` gives the title of a referred record.
 */
export function formatValue(field: Field, value: unknown, titleOf: (id: string) => string): string {
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'choice':
    case 'date':
    case 'time':
    case 'identityNumber':
    case 'phone':
      return asText(value);
    case 'instant':
      return typeof value === 'string' ? chinaTime(value) : '';
    case 'integer':
    case 'decimal':
    case 'percentage':
      return typeof value === 'number' ? String(value) : '';
    case 'money':
      return typeof value === 'number' ? formatMoney(value) : '';
    case 'yesNo':
      return value === true ? '是' : value === false ? '否' : '';
    case 'reference':
      return typeof value === 'string' ? titleOf(value) : '';
    case 'multiChoice':
      return textsOf(value).join(listSeparator);
    case 'references':
      return textsOf(value).map(titleOf).join(listSeparator);
    case 'attachments':
      return attachmentsOf(value)
        .map((ref) => ref.name)
        .join(listSeparator);
    case 'details':
      return Array.isArray(value) && value.length > 0 ? `${value.length} 行` : '';
  }
}

/**
 * Reads a cell into a field's value. Accepts what people type: full-width digits, thousands separators, 元 and %,
 * dates of all usual forms and Excel's day numbers, 是/否/√/×/有/无, choices by synonym, names with inner spaces.
 * An empty cell is `null`, or `[]` for lists. Details and attachments are not read from cells.
 */
export function parseCell(field: Field, cell: CellValue, { resolve, today }: CellContext): ParsedCell {
  const text = cellText(cell).trim();
  const isList = field.kind === 'multiChoice' || field.kind === 'references';
  if (text === '') return accept(isList ? [] : null);
  switch (field.kind) {
    case 'text':
    case 'longText':
      return readText(field, cell);
    case 'identityNumber':
      return readIdentity(field, cell, today);
    case 'phone':
      return readPhoneCell(field, cell);
    case 'choice':
      return readChoice(field.options, text, field.label);
    case 'multiChoice':
      return readChoices(field.options, text, field.label);
    case 'date':
      return readDate(cell, text, today);
    case 'time':
      return readTime(cell, text);
    case 'instant':
      return readInstant(cell, text, today);
    case 'integer':
    case 'decimal':
    case 'percentage':
      return readNumber(field, cell, text);
    case 'money':
      return readMoney(cell, text);
    case 'yesNo':
      return readYesNo(text);
    case 'reference':
      return readReference(field.target, text, resolve);
    case 'references':
      return readReferences(field.target, text, resolve);
    case 'attachments':
    case 'details':
      return refuse(`“${field.label}”不能从表格导入，请在程序里添加。`);
  }
}

/** A cell as text; whole numbers below 10^21 have no exponent. */
export function cellText(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return String(cell);
}

function accept(value: unknown, warning?: string): ParsedCell {
  return warning === undefined ? { ok: true, value } : { ok: true, value, warning };
}

function refuse(sentence: string, suggestion: string | null = null): ParsedCell {
  return { ok: false, sentence, suggestion };
}

function readText(field: Extract<Field, { kind: 'text' | 'longText' }>, cell: CellValue): ParsedCell {
  const damage = digitsLost(field, cell);
  if (damage) return damage;
  const text = cellText(cell);
  return accept(field.search === 'name' ? personNameForm(text) : text.trim());
}

function readIdentity(field: Field, cell: CellValue, today: PlainDate): ParsedCell {
  const damage = digitsLost(field, cell);
  if (damage) return damage;
  const text = cellText(cell).replace(/[\s\u200b-\u200f\ufeff]/gu, '');
  const read = readIdentityNumber(text, today);
  if (read.ok) return accept(read.value.number);
  if (!/^\d{15}000$/u.test(text)) return refuse(read.failure.sentence);
  return refuse(
    `“${field.label}”以 000 结尾且校验不符，多半是被表格软件改成了数字。`,
    '请把这一列设为“文本”格式，照身份证重新填写后三位。',
  );
}

function readPhoneCell(field: Field, cell: CellValue): ParsedCell {
  const damage = digitsLost(field, cell);
  if (damage) return damage;
  const read = readPhone(cellText(cell));
  return read.ok ? accept(read.value) : refuse(read.failure.sentence);
}

/** Long numbers that a spreadsheet took for a quantity: only 15 digits are left of them. */
function digitsLost(field: Field, cell: CellValue): ParsedCell | undefined {
  const running = (field.kind === 'text' && field.mask === undefined) || field.kind === 'longText';
  const exponent =
    !running && typeof cell === 'string' && /^\d\.\d+e\+\d+$/iu.test(cell.normalize('NFKC').trim());
  const tooLong = typeof cell === 'number' && Math.abs(cell) >= largestExactNumber;
  if (!exponent && !tooLong) return undefined;
  return refuse(
    `“${field.label}”的号码已被表格软件改成数字，后几位丢失了。`,
    '请把这一列设为“文本”格式，照原件重新填写完整号码。',
  );
}

function readChoice(options: readonly ChoiceOption[], text: string, label: string): ParsedCell {
  const found = findOption(options, text);
  if (found !== undefined) return accept(found);
  return unknownOption(options, text, label);
}

function readChoices(options: readonly ChoiceOption[], text: string, label: string): ParsedCell {
  const { found, missing } = findParts(text, (part) => findOption(options, part));
  if (missing !== undefined) return unknownOption(options, missing, label);
  return accept(options.map((option) => option.value).filter((value) => found.includes(value)));
}

function findOption(options: readonly ChoiceOption[], text: string): string | undefined {
  const exact = options.find((option) => option.value === text);
  if (exact) return exact.value;
  const wanted = looseForm(text);
  return options.find((option) => [option.value, ...(option.synonyms ?? [])].map(looseForm).includes(wanted))
    ?.value;
}

function unknownOption(options: readonly ChoiceOption[], text: string, label: string): ParsedCell {
  const values = options.map((option) => option.value);
  const meant = nearest(text, values);
  const listed = values.slice(0, 8).join(listSeparator) + (values.length > 8 ? ' 等' : '');
  return refuse(`“${label}”没有“${text}”这一选项。`, meant ? `是不是“${meant}”？` : `可选：${listed}。`);
}

const dateHint = '请写成 2026-03-05 的样子。';

function readDate(cell: CellValue, text: string, today: PlainDate): ParsedCell {
  const month = monthIn(cell, text);
  if (month === 'unclear') return refuse(`“${text}”看不出是几月。`, '请写成文本“1998-10”，或写出完整日期。');
  if (month !== undefined)
    return {
      ok: true,
      value: `${month}-01`,
      warning: `“${text}”只写了年月，按 ${month}-01 登记，请核对日子。`,
    };
  if (typeof cell === 'number') {
    const typed =
      Number.isInteger(cell) && cell >= 19_000_101 ? parseTypedDate(text, today) : dayOfSerial(cell);
    return typed === undefined ? refuse(`“${text}”不是日期。`, dateHint) : accept(typed);
  }
  const dayPart = text.replace(/[ T]\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?Z?$/u, '');
  const date = parseTypedDate(dayPart, today);
  return date === undefined ? refuse(`“${text}”不是有效的日期。`, dateHint) : accept(date);
}

/**
 * A month written where a day belongs, as rosters do: 1998.06, 1998-6, 1998年6月. A cell that holds it as a number has lost a final
 * zero, so 1998.1 may be October or January; a number like a year is no day of 1905 either.
 * @returns `1998-06`, `'unclear'`, or `undefined` where the cell is no month
 */
function monthIn(cell: CellValue, text: string): string | undefined {
  if (typeof cell === 'number') {
    if (cell < 1_900 || cell >= 2_100) return undefined;
    const number = Math.round(cell * 100) % 100;
    if (number % 10 === 0 || Math.abs(cell * 100 - Math.round(cell * 100)) > 1e-6) return 'unclear';
    return monthOfYear(String(Math.floor(cell)), number) ?? 'unclear';
  }
  const written = /^(\d{4})(?:[-/.．]|年)(\d{1,2})月?$/u.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  return written?.[1] === undefined ? undefined : monthOfYear(written[1], Number(written[2]));
}

function monthOfYear(year: string, month: number): string | undefined {
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}

/** Excel's day number: 1 is 1900-01-01, and 60 is the day of 1900 that never was. Fractions are the time. */
function dayOfSerial(serial: number): string | undefined {
  const day = Math.floor(serial);
  if (day < 1 || day === 60 || day > 109_000) return undefined;
  return addDays('1900-01-01', day < 60 ? day - 1 : day - 2);
}

function readTime(cell: CellValue, text: string): ParsedCell {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return accept(timeOfDay(cell));
  const clock = /^(?:\d{4}-\d{2}-\d{2}[ T])?(.*)$/u.exec(text)?.[1] ?? text;
  const time = parseTypedTime(clock.replace(/^(\d{1,2}[:：]\d{2})[:：]\d{2}(?:\.\d+)?$/u, '$1'));
  return time === undefined ? refuse(`“${text}”不是有效的时间。`, '请写成 14:30 的样子。') : accept(time);
}

function timeOfDay(fraction: number): string {
  const minutes = Math.round(fraction * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Typed instants are Chinese time (UTC+8). */
function readInstant(cell: CellValue, text: string, today: PlainDate): ParsedCell {
  const hint = '请写成 2026-03-05 14:30 的样子。';
  if (typeof cell === 'number') {
    const day = dayOfSerial(cell);
    if (day === undefined) return refuse(`“${text}”不是时刻。`, hint);
    return accept(utcOfChinaTime(`${day}T${timeOfDay(cell - Math.floor(cell))}:00.000`));
  }
  const match = /^(.*?)[ T]+(\d{1,2}[:：]\d{2})(?:[:：](\d{2}(?:\.\d{1,3})?))?$/u.exec(
    text.normalize('NFKC'),
  );
  const date = parseTypedDate(match?.[1] ?? text, today);
  const time = match ? parseTypedTime(match[2] ?? '') : '00:00';
  if (date === undefined || time === undefined) return refuse(`“${text}”不是有效的时刻。`, hint);
  const [seconds = '00', fraction = ''] = (match?.[3] ?? '00').split('.');
  const utc = utcOfChinaTime(`${date}T${time}:${seconds}.${fraction.padEnd(3, '0')}`);
  return utc === undefined ? refuse(`“${text}”不是有效的时刻。`, hint) : accept(utc);
}

function utcOfChinaTime(local: string): string | undefined {
  const millis = Date.parse(`${local}+08:00`);
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}

/** Seconds and milliseconds only where there are any, so that reading back gives the same instant. */
function chinaTime(instant: string): string {
  const local = chinaTimeOf(instant);
  const seconds = local.slice(17);
  const tail = seconds === '00.000' ? '' : `:${seconds.endsWith('.000') ? seconds.slice(0, 2) : seconds}`;
  return `${local.slice(0, 16)}${tail}`;
}

function readNumber(
  field: Extract<Field, { kind: 'integer' | 'decimal' | 'percentage' }>,
  cell: CellValue,
  text: string,
): ParsedCell {
  const number = typeof cell === 'number' ? cell : plainNumber(text, field);
  if (number === undefined) return refuse(`“${text}”不是数字。`, '请只填数字。');
  if (field.kind === 'integer' && !Number.isInteger(number))
    return refuse(`“${text}”不是整数。`, `是不是“${Math.round(number)}”？`);
  if (field.kind === 'percentage' && typeof cell === 'number' && number > 0 && number < 1)
    return accept(number, `这里按 ${number}% 读入；如果是指 ${Number((number * 100).toFixed(4))}%，请改写。`);
  return accept(number);
}

function plainNumber(text: string, field: Extract<Field, { kind: 'integer' | 'decimal' | 'percentage' }>) {
  let plain = text.normalize('NFKC').replace(/[\s,_]/gu, '');
  if (field.kind === 'percentage') plain = plain.replace(/%$/u, '');
  if (field.unit && plain.endsWith(field.unit)) plain = plain.slice(0, -field.unit.length);
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : undefined;
}

function readMoney(cell: CellValue, text: string): ParsedCell {
  const fen = parseMoney(typeof cell === 'number' ? String(cell) : text);
  return fen === undefined ? refuse(`“${text}”不是金额。`, '请填数字，单位元，最多两位小数。') : accept(fen);
}

const yesWords = ['是', '√', '✓', '✔', '☑', '有', '1', 'y', 'yes', 'true', '对', '真'];
const noWords = [
  '否',
  '×',
  '✗',
  '✘',
  'x',
  '☐',
  '无',
  '没有',
  '0',
  'n',
  'no',
  'false',
  '不是',
  '错',
  '假',
  '不',
];

function readYesNo(text: string): ParsedCell {
  const word = looseForm(text);
  if (yesWords.includes(word)) return accept(true);
  if (noWords.includes(word)) return accept(false);
  return refuse(`“${text}”看不出是“是”还是“否”。`, '请填“是”或“否”。');
}

function readReference(target: string, text: string, resolve: Resolve): ParsedCell {
  const found = resolve(target, text);
  switch (found.kind) {
    case 'found':
      return accept(found.id);
    case 'ambiguous':
      return refuse(`有多条记录叫“${text}”。`, `请写明是哪一条：${found.labels.join('；')}。`);
    case 'unknown':
      return refuse(
        `没有找到“${text}”。`,
        found.similar.length > 0 ? `是不是“${found.similar.join('”或“')}”？` : '请先登记，或核对名称。',
      );
  }
}

function readReferences(target: string, text: string, resolve: Resolve): ParsedCell {
  const { found, missing } = findParts(text, (part) => {
    const resolution = resolve(target, part);
    return resolution.kind === 'found' ? resolution.id : undefined;
  });
  return missing === undefined ? accept([...new Set(found)]) : readReference(target, missing, resolve);
}

/** Longest list in one cell that is looked at entry by entry, and the most parts that one name may consist of. */
const mostParts = 500;
const longestName = 6;

/** Finds the entries of a list in one cell. Names may hold separators themselves, so the longest that fits is taken. */
function findParts(
  text: string,
  find: (part: string) => string | undefined,
): { readonly found: readonly string[]; readonly missing: string | undefined } {
  const pieces = text.split(/([、,，;；\n]+)/u).slice(0, mostParts * 2);
  const found: string[] = [];
  let start = 0;
  while (start < pieces.length) {
    if (pieces[start]?.trim() === '') {
      start += 2;
      continue;
    }
    let end = Math.min(pieces.length, start + 2 * longestName - 1);
    let value: string | undefined;
    for (; end > start; end -= 2) {
      value = find(pieces.slice(start, end).join('').trim());
      if (value !== undefined) break;
    }
    if (value === undefined) return { found, missing: pieces[start]?.trim() ?? '' };
    found.push(value);
    start = end + 1;
  }
  return { found, missing: undefined };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function attachmentsOf(value: unknown): AttachmentRef[] {
  return Array.isArray(value) ? value.filter(isAttachment) : [];
}

function isAttachment(value: unknown): value is AttachmentRef {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
