import { randomBytes } from 'node:crypto';
import { checkCharacterOf } from '#shared/kernel/identityNumber.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import type { Field } from '#shared/ledger/field.ts';
import { fieldsOf, knownFields } from '#shared/ledger/schema.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Generator {
  readonly random: () => number;
  /** Ids of records that a reference may point to. */
  readonly idsOf: (ledger: string) => readonly string[];
  /** Makes texts of different records differ. */
  readonly number: number;
}

const surnames = '张王李赵刘陈杨黄周吴㛃𬭎欧'.match(/./gu) ?? [];
const givenNames = '明华丽强军芳娜静伟敏杰燕𠮷·晨'.match(/[^·]/gu) ?? [];
const awkward = [
  '=1+1',
  '+86',
  '-5',
  '@x',
  "'引号",
  '"双引号"',
  'a,b;c',
  '_x0041_',
  '<b>&amp;',
  '　全角　空格',
  '00123',
  '1e5',
  '2026-03-05',
  '是',
  '😀𠮷',
];

/** Valid-looking values for every field of a ledger by its kind, awkward texts included; attachments stay empty. */
export function generateValues(definition: AnyLedger, generator: Generator): LooseValues {
  return generateFields(fieldsOf(definition), generator, 0);
}

function generateFields(
  fields: Readonly<Record<string, Field>>,
  generator: Generator,
  row: number,
): LooseValues {
  return Object.fromEntries(
    Object.entries(fields).map(([id, field]) => {
      const empty = !field.required && generator.random() < 0.25;
      return [id, empty ? emptyOf(field) : generateValue(field, generator, row)];
    }),
  );
}

function emptyOf(field: Field): unknown {
  return ['multiChoice', 'references', 'attachments', 'details'].includes(field.kind) ? [] : null;
}

function generateValue(field: Field, generator: Generator, row: number): unknown {
  const { random, number } = generator;
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(random() * list.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  };
  const day = () =>
    `${whole(2000, 2026)}-${String(whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;
  switch (field.kind) {
    case 'text':
      if (field.search === 'name') return `${pick(surnames)}${pick(givenNames)}${pick(givenNames)}`;
      return [...`${pick(awkward)}${number}-${row}`].slice(0, field.maxLength).join('').trim();
    case 'longText':
      return `${pick(awkward)}第一行\n第二行\t${number}"，\n\n末行`;
    case 'choice':
      return pick(field.options).value;
    case 'multiChoice':
      return field.options.map((option) => option.value).filter(() => random() < 0.5);
    case 'date':
      return day();
    case 'time':
      return `${String(whole(0, 23)).padStart(2, '0')}:${String(whole(0, 59)).padStart(2, '0')}`;
    case 'instant':
      return new Date(
        Date.UTC(
          whole(2000, 2026),
          whole(0, 11),
          whole(1, 28),
          whole(0, 23),
          whole(0, 59),
          whole(0, 59),
          whole(0, 999),
        ),
      ).toISOString();
    case 'integer':
      return whole(Math.max(field.min ?? 0, -50), Math.min(field.max ?? 9999, 9999));
    case 'money':
      return whole(field.min ?? 0, Math.min(field.max ?? 99_999_999, 99_999_999));
    case 'decimal':
    case 'percentage': {
      const low = field.min ?? 0;
      const high = Math.min(field.max ?? 1000, 1000);
      return Number((low + random() * (high - low)).toFixed(field.digits ?? 2));
    }
    case 'yesNo':
      return random() < 0.5;
    case 'reference':
      return generator.idsOf(field.target).length > 0 ? pick(generator.idsOf(field.target)) : null;
    case 'references':
      return [...new Set(generator.idsOf(field.target).filter(() => random() < 0.3))];
    case 'identityNumber': {
      const digits = `620725${day().replaceAll('-', '')}${String(number % 1000).padStart(3, '0')}`;
      return digits + checkCharacterOf(digits);
    }
    case 'phone':
      return `13${String(900_000_000 + number * 1000 + row)}`;
    case 'attachments':
      return [];
    case 'details':
      return Array.from({ length: whole(field.required ? 1 : 0, 3) }, (_, index) => ({
        ...generateFields(knownFields(field.fields), generator, index),
        id: createUuid(Date.UTC(2026, 10, 24) + index, randomBytes(10)),
      }));
  }
}
