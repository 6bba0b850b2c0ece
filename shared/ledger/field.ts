/**
 * The field kinds of the definition language.
 *
 * A field is a frozen description; from it follow the column, the form control, the list column,
 * the import and export column, masking, validation and search. Constructors below are the only
 * way to make one. Values in memory:
 *
 * | kind | value |
 * | --- | --- |
 * | text, longText, choice, phone, identityNumber | string |
 * | multiChoice, references | string[] (choice values; record ids) |
 * | date | `2026-11-24` · time `14:30` · instant `2026-11-24T06:30:00.000Z` |
 * | integer, decimal | number · money: integer number of 分 · percentage: 0–100, decimals allowed |
 * | yesNo | boolean |
 * | reference | record id of the target ledger |
 * | attachments | AttachmentRef[] |
 * | details | rows, each an object of the row's fields plus its own `id` (UUIDv7) |
 *
 * An empty value is `null`; an empty list is `[]`.
 */

/** open: anyone with the area · internal: masked outside the school · locked: only people named for it, each look logged. */
export type Sensitivity = 'open' | 'internal' | 'locked';

/** Which row of the masking table (domain.md §9.2) governs a field when it leaves the school. */
export type MaskKind =
  | 'none'
  | 'adultName'
  | 'pupilName'
  | 'identityNumber'
  | 'studentNumber'
  | 'phone'
  | 'address'
  | 'health'
  | 'hardship'
  | 'family'
  | 'bankCard'
  | 'complainant'
  | 'sanction'
  | 'entryResult'
  | 'pay';

/** How a value enters the search index: running text, or a person's name (pinyin and initials too). */
export type SearchKind = 'text' | 'name';

/** A file of a record: its id in the store, its kind, and the name it came under. */
export interface AttachmentRef {
  readonly id: string;
  /** One of the kinds the field declares, e.g. 签到表. */
  readonly kind: string;
  readonly name: string;
}

/** A word that may be chosen. */
export interface ChoiceOption {
  /** Stored value: the official Chinese term itself, so that files stay readable. */
  readonly value: string;
  /** Other spellings accepted on import. */
  readonly synonyms?: readonly string[];
}

/** What fields of every kind may say about themselves. */
export interface FieldOptions<Value, Required extends boolean> {
  readonly label: string;
  readonly required?: Required;
  /** Grey line under the control. */
  readonly help?: string;
  /** Shown as a list column of this width in px; absent = not in the default list. */
  readonly listWidth?: number;
  /** Offered as a filter above the list; also gives the column an index. */
  readonly filter?: boolean;
  /** Column width on sheets, in characters; default follows the kind. `false` keeps it out of exports and imports. */
  readonly exportWidth?: number | false;
  readonly sensitivity?: Sensitivity;
  readonly mask?: MaskKind;
  /** Other header words seen in schools' own sheets. */
  readonly synonyms?: readonly string[];
  /** Anonymised value of the example row in the import template. */
  readonly example?: string;
  readonly unit?: string;
  readonly defaultValue?: Value;
  readonly search?: SearchKind;
  /** A sentence if the value is not acceptable; called with non-empty values only. */
  readonly validate?: (value: Value, values: Readonly<Record<string, unknown>>) => string | undefined;
  /** Derived on save from the other values (details included) and stored, so that lists can sort by it. */
  readonly computed?: (values: Readonly<Record<string, unknown>>) => Value | null;
  /** The control is shown, and `required` holds, only when this is true. */
  readonly visibleWhen?: (values: Readonly<Record<string, unknown>>) => boolean;
}

interface FieldBase<Kind extends string, Value, Required extends boolean> extends FieldOptions<
  Value,
  Required
> {
  readonly kind: Kind;
}

export interface TextField<R extends boolean = boolean> extends FieldBase<'text', string, R> {
  readonly maxLength: number;
}
export interface LongTextField<R extends boolean = boolean> extends FieldBase<'longText', string, R> {
  readonly maxLength: number;
  readonly rows: number;
}
export interface ChoiceField<V extends string = string, R extends boolean = boolean> extends FieldBase<
  'choice',
  V,
  R
> {
  readonly options: readonly (ChoiceOption & { readonly value: V })[];
}
export interface MultiChoiceField<V extends string = string, R extends boolean = boolean> extends FieldBase<
  'multiChoice',
  V[],
  R
> {
  readonly options: readonly (ChoiceOption & { readonly value: V })[];
}
export type DateField<R extends boolean = boolean> = FieldBase<'date', string, R>;
export type TimeField<R extends boolean = boolean> = FieldBase<'time', string, R>;
export type InstantField<R extends boolean = boolean> = FieldBase<'instant', string, R>;
/** Limits are inclusive, in the unit of the value (money: 分). */
export interface NumberField<
  K extends 'integer' | 'decimal' | 'money' | 'percentage',
  R extends boolean = boolean,
> extends FieldBase<K, number, R> {
  readonly min?: number;
  readonly max?: number;
  /** Digits after the point (decimal, percentage). */
  readonly digits?: number;
  /** Show the sum in the list's totals row and on export sheets. */
  readonly total?: boolean;
}
export type YesNoField<R extends boolean = boolean> = FieldBase<'yesNo', boolean, R>;
export interface ReferenceField<R extends boolean = boolean> extends FieldBase<'reference', string, R> {
  /** Id of the ledger whose records it points to, e.g. `staff`, `pupil`. */
  readonly target: string;
  /** In detail rows: a field of the row that the reference's index goes on with, where what is asked stands in the two alone. */
  readonly indexedWith?: string;
}
export interface ReferencesField<R extends boolean = boolean> extends FieldBase<'references', string[], R> {
  readonly target: string;
}
export type IdentityNumberField<R extends boolean = boolean> = FieldBase<'identityNumber', string, R>;
export type PhoneField<R extends boolean = boolean> = FieldBase<'phone', string, R>;
export interface AttachmentsField<R extends boolean = boolean> extends FieldBase<
  'attachments',
  AttachmentRef[],
  R
> {
  readonly kinds: readonly string[];
}
/** Rows of a record, each with an id of its own. */
export interface DetailsField<F extends Fields = Fields, R extends boolean = boolean> extends FieldBase<
  'details',
  RowOf<F>[],
  R
> {
  readonly fields: F;
  /** Name of one row, e.g. 出席人员. */
  readonly rowLabel: string;
  /** The fields that make a row unique inside its record, used on re-import. */
  readonly rowKey?: readonly string[];
}

// Method-like options differ per value type, so the union is deliberately wide at the value position.
export type Field =
  | TextField
  | LongTextField
  | ChoiceField
  | MultiChoiceField
  | DateField
  | TimeField
  | InstantField
  | NumberField<'integer'>
  | NumberField<'decimal'>
  | NumberField<'money'>
  | NumberField<'percentage'>
  | YesNoField
  | ReferenceField
  | ReferencesField
  | IdentityNumberField
  | PhoneField
  | AttachmentsField
  | DetailsField;

/** The kinds of the table above. */
export type FieldKind = Field['kind'];
/** A field whose kind is not known by type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a field's value type is invariant; only here it may be any
export type AnyField = { readonly kind: FieldKind } & Omit<FieldOptions<any, boolean>, never>;
/** Fields by id: camelCase, stable for ever. */
export type Fields = { readonly [id: string]: AnyField };

type BareValue<F> = F extends { kind: 'details'; fields: infer D extends Fields }
  ? RowOf<D>[]
  : F extends { kind: 'choice'; options: readonly { value: infer V }[] }
    ? V
    : F extends { kind: 'multiChoice'; options: readonly { value: infer V }[] }
      ? V[]
      : F extends { kind: 'attachments' }
        ? AttachmentRef[]
        : F extends { kind: 'references' }
          ? string[]
          : F extends { kind: 'integer' | 'decimal' | 'money' | 'percentage' }
            ? number
            : F extends { kind: 'yesNo' }
              ? boolean
              : string;

type IsList<F> = F extends { kind: 'details' | 'attachments' | 'references' | 'multiChoice' } ? true : false;

/** Value of a field: `null` when empty, unless it is required or a list. */
export type ValueOf<F> =
  IsList<F> extends true ? BareValue<F> : F extends { required?: true } ? BareValue<F> : BareValue<F> | null;

/** The values of a record as its fields give them. */
export type ValuesOf<F extends Fields> = { [K in keyof F]: ValueOf<F[K]> };
/** A detail row: its id and its values. */
export type RowOf<F extends Fields> = { readonly id: string } & ValuesOf<F>;

type Options<V, R extends boolean> = FieldOptions<V, R>;

/** A line of words; 200 characters at most unless it says otherwise. */
export function text<const R extends boolean = false>(
  options: Options<string, R> & { readonly maxLength?: number },
): TextField<R> {
  return { maxLength: 200, ...options, kind: 'text' };
}
/** Paragraphs; 20,000 characters at most unless it says otherwise. */
export function longText<const R extends boolean = false>(
  options: Options<string, R> & { readonly maxLength?: number; readonly rows?: number },
): LongTextField<R> {
  return { maxLength: 20_000, rows: 4, ...options, kind: 'longText' };
}
/** What a choice is made of. A list that rules and screens know too stands in `shared/domain` as plain words. */
type Choices<V extends string> = {
  readonly options: readonly (V | (ChoiceOption & { readonly value: V }))[];
  /** Other spellings of plain words, accepted on import. */
  readonly spellings?: { readonly [K in NoInfer<V>]?: readonly string[] };
};
/** One word of a list. */
export function choice<const V extends string, const R extends boolean = false>({
  spellings,
  ...options
}: Options<V, R> & Choices<V>): ChoiceField<V, R> {
  return { ...options, options: asOptions(options.options, spellings), kind: 'choice' };
}
/** Several words of a list. */
export function multiChoice<const V extends string, const R extends boolean = false>({
  spellings,
  ...options
}: Options<V[], R> & Choices<V>): MultiChoiceField<V, R> {
  return { ...options, options: asOptions(options.options, spellings), kind: 'multiChoice' };
}
/** A day, `2026-11-24`. */
export function date<const R extends boolean = false>(options: Options<string, R>): DateField<R> {
  return { ...options, kind: 'date' };
}
/** A time of day, `14:30`. */
export function time<const R extends boolean = false>(options: Options<string, R>): TimeField<R> {
  return { ...options, kind: 'time' };
}
/** A moment, ISO 8601 in UTC; shown in Chinese time. */
export function instant<const R extends boolean = false>(options: Options<string, R>): InstantField<R> {
  return { ...options, kind: 'instant' };
}

type NumberOptions<R extends boolean> = Options<number, R> & {
  readonly min?: number;
  readonly max?: number;
  readonly digits?: number;
  readonly total?: boolean;
};
/** A whole number. */
export function integer<const R extends boolean = false>(
  options: NumberOptions<R>,
): NumberField<'integer', R> {
  return { ...options, kind: 'integer' };
}
/** A number; two digits after the point unless it says otherwise. */
export function decimal<const R extends boolean = false>(
  options: NumberOptions<R>,
): NumberField<'decimal', R> {
  return { digits: 2, ...options, kind: 'decimal' };
}
/** An amount, kept as a whole number of 分 and shown in 元. */
export function money<const R extends boolean = false>(options: NumberOptions<R>): NumberField<'money', R> {
  return { unit: '元', ...options, kind: 'money' };
}
/** 0–100, kept as it is shown. */
export function percentage<const R extends boolean = false>(
  options: NumberOptions<R>,
): NumberField<'percentage', R> {
  return { unit: '%', min: 0, max: 100, digits: 2, ...options, kind: 'percentage' };
}
/** Yes, no, or not said (`null`). */
export function yesNo<const R extends boolean = false>(options: Options<boolean, R>): YesNoField<R> {
  return { ...options, kind: 'yesNo' };
}
/** A record of another ledger. */
export function reference<const R extends boolean = false>(
  options: Options<string, R> & { readonly target: string; readonly indexedWith?: string },
): ReferenceField<R> {
  return { ...options, kind: 'reference' };
}
/** Several records of another ledger. */
export function references<const R extends boolean = false>(
  options: Options<string[], R> & { readonly target: string },
): ReferencesField<R> {
  return { ...options, kind: 'references' };
}
/** An identity number of 18 characters, checked by its last; internal and masked unless it says otherwise. */
export function identityNumber<const R extends boolean = false>(
  options: Options<string, R>,
): IdentityNumberField<R> {
  return { sensitivity: 'internal', mask: 'identityNumber', ...options, kind: 'identityNumber' };
}
/** A telephone number; internal and masked unless it says otherwise. */
export function phone<const R extends boolean = false>(options: Options<string, R>): PhoneField<R> {
  return { sensitivity: 'internal', mask: 'phone', ...options, kind: 'phone' };
}
/** Files, each of one of the kinds named. */
export function attachments<const R extends boolean = false>(
  options: Options<AttachmentRef[], R> & { readonly kinds: readonly string[] },
): AttachmentsField<R> {
  return { ...options, kind: 'attachments' };
}
/** Rows with fields of their own. */
export function details<const F extends Fields, const R extends boolean = false>(
  options: Options<RowOf<F>[], R> & {
    readonly fields: F;
    readonly rowLabel: string;
    readonly rowKey?: readonly (keyof F & string)[];
  },
): DetailsField<F, R> {
  return { ...options, kind: 'details' };
}

function asOptions<V extends string>(
  options: Choices<V>['options'],
  spellings: Choices<V>['spellings'],
): (ChoiceOption & { readonly value: V })[] {
  return options.map((option) => {
    if (typeof option !== 'string') return option;
    const synonyms = spellings?.[option];
    return synonyms ? { value: option, synonyms } : { value: option };
  });
}
