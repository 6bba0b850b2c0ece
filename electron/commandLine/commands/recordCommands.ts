import { z } from 'zod';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { findLedger, ledgers } from '../../../shared/ledgers/index.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { saveRecord } from '../../services/ledgers/saveRecord.ts';
import { atLine, WrongUse, type Command, type CommandContext, type LineProblem } from '../command.ts';

const looseRow = z.record(z.string(), z.unknown());

const newRecord = z.strictObject({
  id: z.uuid().optional(),
  values: looseRow,
  period: z.string().nullable().default(null),
  state: z.enum(['draft', 'finished', 'approved']).default('finished'),
});

function ledgerOf(context: CommandContext): AnyLedger {
  const id = context.required('ledger');
  const definition = findLedger(id);
  if (!definition) throw new WrongUse(`没有名为“${id}”的台账。用 ledgers 命令查看全部台账。`);
  return definition;
}

function describeField(field: Field): Record<string, unknown> {
  return {
    kind: field.kind,
    label: field.label,
    required: field.required === true,
    sensitivity: field.sensitivity ?? 'open',
    ...('options' in field ? { options: field.options.map(({ value }) => value) } : {}),
    ...('target' in field ? { target: field.target } : {}),
    ...(field.kind === 'details' ? { fields: describeFields(knownFields(field.fields)) } : {}),
  };
}

function describeFields(fields: Readonly<Record<string, Field>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, describeField(field)]));
}

const ledgersCommand: Command = {
  name: 'ledgers',
  summary: 'definitions of all ledgers as JSON',
  usage: '',
  options: {},
  run: async () =>
    success(
      ledgers.map((definition) => ({
        id: definition.id,
        area: definition.area,
        label: definition.label,
        description: definition.description,
        keys: definition.keys,
        periods: definition.period?.kinds ?? [],
        fields: describeFields(fieldsOf(definition)),
      })),
    ),
};

const addCommand: Command = {
  name: 'add',
  summary: 'add records from JSON lines on stdin, all of them or none',
  usage: '--ledger ID < records.jsonl',
  options: { ledger: { kind: 'value', help: 'id of the ledger, see "ledgers"' } },
  run: async (context) => {
    const definition = ledgerOf(context);
    const opened = await context.open();
    if (!opened.ok) return opened;
    const { app } = opened.value;
    const caller = app.session.current();
    if (!caller) return failure('locked', '数据文件没有打开。');
    if (levelOf(caller.account.roles, definition.area) !== 'write') {
      return failure('forbidden', `您的角色不能修改“${definition.label}”。请联系管理员。`);
    }
    const lines = (await context.input())
      .split('\n')
      .map((text, index) => ({ text: text.trim(), line: index + 1 }))
      .filter(({ text }) => text !== '');
    if (lines.length === 0) return failure('invalidInput', '标准输入里没有记录，应每行一条 JSON。');

    const added = caller.change(null, (w, unit): Result<readonly string[]> => {
      const ids: string[] = [];
      const problems: LineProblem[] = [];
      for (const { text, line } of lines) {
        const read = readLine(definition, text);
        const saved = read.ok
          ? saveRecord(
              w,
              definition,
              { ...withIds(definition, read.value, unit.newId), baseRevision: null },
              unit,
            )
          : read;
        if (saved.ok) ids.push(saved.value.id);
        else
          problems.push(
            ...atLine(line, saved.failure.problems ?? [{ path: '', sentence: saved.failure.sentence }]),
          );
      }
      return problems.length === 0
        ? success(ids)
        : failure('invalidInput', `有 ${problems.length} 处问题，一条也没有写入。`, problems);
    });
    if (!added.ok) return added;
    context.say(`已写入 ${added.value.length} 条“${definition.label}”。`);
    return success({ ledger: definition.id, added: added.value.length, ids: added.value });
  },
};

/** One line of the input. Names that the ledger doesn't have are refused: dropped, they would be lost unseen. */
function readLine(definition: AnyLedger, text: string): Result<z.output<typeof newRecord>> {
  const record = newRecord.safeParse(jsonOf(text));
  if (!record.success) return failure('invalidInput', '不是一条 JSON 记录，应形如 {"values":{…}}。');
  const unknown = unknownNames(fieldsOf(definition), record.data.values, '');
  return unknown.length === 0
    ? success(record.data)
    : failure(
        'invalidInput',
        '有台账没有的字段。',
        unknown.map((path) => ({ path, sentence: `“${definition.label}”没有这个字段。` })),
      );
}

/** The record with an id of its own and one for each detail row, where the line gives none. */
function withIds(definition: AnyLedger, record: z.output<typeof newRecord>, newId: () => string) {
  const values = Object.entries(record.values).map(([id, value]): [string, unknown] => {
    if (fieldsOf(definition)[id]?.kind !== 'details' || !Array.isArray(value)) return [id, value];
    const rows = value.map((row: unknown) => {
      const cells = looseRow.safeParse(row);
      return cells.success ? { id: newId(), ...cells.data } : row;
    });
    return [id, rows];
  });
  return { id: newId(), ...record, values: Object.fromEntries(values) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function unknownNames(
  fields: Readonly<Record<string, Field>>,
  values: LooseValues,
  prefix: string,
): readonly string[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const field = fields[id];
    // Rows of details carry an id of their own.
    if (!field) return prefix !== '' && id === 'id' ? [] : [prefix + id];
    if (field.kind !== 'details' || !Array.isArray(value)) return [];
    const known = knownFields(field.fields);
    return value.flatMap((row: unknown, index) => {
      const cells = looseRow.safeParse(row);
      return cells.success ? unknownNames(known, cells.data, `${prefix}${id}.${index}.`) : [];
    });
  });
}

const recordsCommand: Command = {
  name: 'records',
  summary: 'records of a ledger as JSON',
  usage: '--ledger ID [--period P] [--search WORDS] [--page N] [--size N]',
  options: {
    ledger: { kind: 'value', help: 'id of the ledger' },
    period: {
      kind: 'value',
      help: 'only records counting for this period, e.g. 2026, 2026Q4, 2026-10, 2026-2027-1',
    },
    search: { kind: 'value', help: 'words, a name, pinyin or initials' },
    page: { kind: 'value', help: 'page, from 0' },
    size: { kind: 'value', help: 'records per page, 1 to 500 (default 100)' },
  },
  run: async (context) => {
    const definition = ledgerOf(context);
    const opened = await context.open();
    if (!opened.ok) return opened;
    return opened.value.call('ledger.list', {
      query: {
        ledger: definition.id,
        period: context.option('period') ?? null,
        search: context.option('search') ?? '',
      },
      page: wholeNumber(context, 'page', 0),
      pageSize: wholeNumber(context, 'size', 100),
    });
  },
};

const searchCommand: Command = {
  name: 'search',
  summary: 'search all ledgers by words, names, pinyin or initials',
  words: 'many',
  usage: 'WORDS [--limit N]',
  options: { limit: { kind: 'value', help: 'most hits (default 20)' } },
  run: async (context) => {
    const text = context.words.join(' ');
    if (text === '') throw new WrongUse('请写要查找的词。');
    const opened = await context.open();
    if (!opened.ok) return opened;
    return opened.value.call('search.everywhere', { text, limit: wholeNumber(context, 'limit', 20) });
  },
};

function wholeNumber(context: CommandContext, name: string, fallback: number): number {
  const text = context.option(name);
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text)) throw new WrongUse(`--${name} 后面应是一个整数。`);
  return Number(text);
}

export const recordCommands: readonly Command[] = [ledgersCommand, addCommand, recordsCommand, searchCommand];
