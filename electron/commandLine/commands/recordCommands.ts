import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createUuid } from '../../../shared/kernel/ids.ts';
import { failure, success, type FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { findLedger, ledgers } from '../../../shared/ledgers/index.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { saveRecord } from '../../services/ledgers/saveRecord.ts';
import { atLine, WrongUse, type Command, type CommandContext } from '../command.ts';

const newRecord = z.object({
  id: z.uuid().optional(),
  values: z.record(z.string(), z.unknown()),
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
      .map((text, index) => ({ text: text.trim(), line: index + 1 }));
    const problems: FieldProblem[] = [];
    const ids: string[] = [];
    const school = app.session.state();
    if (school.stage !== 'open') return failure('locked', '数据文件没有打开。');

    class Refused extends Error {}
    const change = { accountId: caller.account.id, accountName: caller.account.name, at: app.clock.now() };
    try {
      caller.store.write(change, (w) => {
        for (const { text, line } of lines.filter((each) => each.text !== '')) {
          const parsed = parseLine(text);
          if (!parsed) {
            problems.push({
              path: String(line),
              sentence: `第 ${line} 行不是一条 JSON 记录，应形如 {"values":{…}}。`,
            });
            continue;
          }
          const id = parsed.id ?? createUuid(Date.parse(app.clock.now()), randomBytes(10));
          const saved = saveRecord(
            w,
            definition,
            { id, values: parsed.values, period: parsed.period, state: parsed.state, baseRevision: null },
            { today: app.clock.today(), schoolId: school.school.id, account: caller.account },
          );
          if (saved.ok) ids.push(saved.value.id);
          else {
            const { sentence, problems: found } = saved.failure;
            problems.push(...atLine(line, found ?? [{ path: '', sentence }]));
          }
        }
        // Leaving by an exception is what takes the transaction back.
        if (problems.length > 0) throw new Refused();
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return failure('invalidInput', `有 ${problems.length} 处问题，一条也没有写入。`, problems);
    }
    context.say(`已写入 ${ids.length} 条“${definition.label}”。`);
    return success({ ledger: definition.id, added: ids.length, ids });
  },
};

function parseLine(text: string): z.output<typeof newRecord> | null {
  try {
    const parsed = newRecord.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
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
