import { parseArgs } from 'node:util';
import { failure, success, type FailureKind } from '../../shared/kernel/result.ts';
import type { Application } from '../application.ts';
import { exitCodes, WrongUse, type Command, type CommandContext, type OpenSchool } from './command.ts';
import { commands } from './commands/index.ts';

export interface CommandLineSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly readInput: () => Promise<string>;
  /** Machine-readable answer, stdout. */
  readonly print: (json: string) => void;
  /** Words for people, stderr. */
  readonly say: (sentence: string) => void;
  /** Starts the application on a data folder, without a window. */
  readonly startApplication: (root: string) => Promise<Application>;
  readonly defaultRoot: string;
}

const commonOptions = {
  data: { kind: 'value', help: 'folder of the school’s data (default: that of the program)' },
  account: { kind: 'value', help: 'name of the account (default: the only one)' },
  'password-stdin': {
    kind: 'flag',
    help: 'the first line of stdin is the password (default: LEDGER_PASSWORD)',
  },
  help: { kind: 'flag', help: 'this text' },
} as const;

/** Runs one command and returns the exit code; see `exitCodes`. Never throws for what a user can do wrong. */
export async function runCommandLine(
  words: readonly string[],
  surroundings: CommandLineSurroundings,
): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const asked = name === undefined || name === '--help' || name === 'help';
    surroundings.say(asked ? overview() : `没有“${name}”这个命令。\n\n${overview()}`);
    return asked ? exitCodes.done : exitCodes.wrongUse;
  }
  try {
    return await runCommand(command, rest, surroundings);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    surroundings.say(`${error.message}\n\n${helpOf(command)}`);
    return exitCodes.wrongUse;
  }
}

async function runCommand(
  command: Command,
  words: readonly string[],
  surroundings: CommandLineSurroundings,
): Promise<number> {
  const parsed = parseWords(command, words);
  if (parsed.values['help'] === true) {
    surroundings.say(helpOf(command));
    return exitCodes.done;
  }
  checkWords(command, parsed.positionals);
  let application: Application | null = null;
  try {
    const context = makeContext(parsed, surroundings, async (root) => {
      application ??= await surroundings.startApplication(root);
      return application;
    });
    const answer = await command.run(context);
    if (answer.ok) {
      surroundings.print(JSON.stringify(answer.value, null, 2));
      return exitCodes.done;
    }
    surroundings.say(answer.failure.sentence);
    surroundings.print(JSON.stringify({ refused: answer.failure }, null, 2));
    return exitCodeOf(answer.failure.kind);
  } finally {
    // Assigned inside a callback, which the compiler does not follow.
    await (application as Application | null)?.close();
  }
}

interface ParsedWords {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

function parseWords(command: Command, words: readonly string[]): ParsedWords {
  const options = Object.fromEntries(
    Object.entries({ ...commonOptions, ...command.options }).map(([option, { kind }]) => [
      option,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { values: Object.fromEntries(Object.entries(values).filter(isSingle)), positionals };
  } catch (error) {
    throw new WrongUse(sentenceOf(error));
  }
}

/** The parser's own messages are English. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const option = /'(--?[^\s'<]+)/u.exec(error.message)?.[1] ?? '';
  switch ('code' in error ? error.code : null) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `这个命令没有 ${option} 选项。`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take')
        ? `${option} 后面不带内容。`
        : `${option} 后面缺少内容。`;
    default:
      throw error;
  }
}

function checkWords(command: Command, words: readonly string[]): void {
  if (command.words === 'many') return;
  const [surplus] = command.words === 'one' ? words.slice(1) : words;
  if (surplus !== undefined) throw new WrongUse(`多出了“${surplus}”，不知道是什么意思。`);
}

function isSingle(entry: [string, unknown]): entry is [string, string | boolean] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'boolean';
}

function makeContext(
  { values, positionals }: ParsedWords,
  surroundings: CommandLineSurroundings,
  startOnce: (root: string) => Promise<Application>,
): CommandContext {
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  let stdin: Promise<string> | null = null;
  const allInput = (): Promise<string> => (stdin ??= surroundings.readInput());
  const fromInput = values['password-stdin'] === true;

  async function password(): Promise<string> {
    const given = fromInput
      ? (await allInput()).split('\n', 1)[0]?.replace(/\r$/, '')
      : surroundings.environment['LEDGER_PASSWORD'];
    if (!given)
      throw new WrongUse(
        '需要密码：设置环境变量 LEDGER_PASSWORD，或加 --password-stdin 并在标准输入第一行写密码。',
      );
    return given;
  }

  async function start(folder?: string): Promise<OpenSchool> {
    const application = await startOnce(folder ?? option('data') ?? surroundings.defaultRoot);
    return { app: application.app, call: (channel, input) => application.call(channel, input) };
  }

  return {
    words: positionals,
    option,
    required: (name) => {
      const value = option(name);
      if (value === undefined || value === '') throw new WrongUse(`缺少 --${name}。`);
      return value;
    },
    flag: (name) => values[name] === true,
    input: async () =>
      fromInput ? (await allInput()).slice((await allInput()).indexOf('\n') + 1) : allInput(),
    say: surroundings.say,
    password,
    start,
    open: async () => {
      const school = await start();
      const state = school.app.session.state();
      if (state.stage === 'noSchool') {
        return failure('notFound', '这个文件夹里还没有学校数据。用 init 新建，或用 restore 从备份恢复。');
      }
      if (state.stage === 'unusable') return failure('damaged', state.sentence);
      if (state.stage === 'open') return success(school);
      const accountName =
        option('account') ?? (state.accountNames.length === 1 ? state.accountNames[0] : undefined);
      if (accountName === undefined)
        throw new WrongUse(`有多个账号，请用 --account 指明：${state.accountNames.join('、')}。`);
      const unlocked = await school.call('session.unlock', { accountName, password: await password() });
      if (!unlocked.ok) return unlocked;
      // The right password for a file that can't be read opens nothing, but is no failure of the unlocking.
      return unlocked.value.stage === 'unusable'
        ? failure('damaged', unlocked.value.sentence)
        : success(school);
    },
  };
}

function exitCodeOf(kind: FailureKind): number {
  return ['wrongPassword', 'locked', 'damaged', 'newerFile'].includes(kind)
    ? exitCodes.unusable
    : exitCodes.refused;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    '校园台账 command line. JSON on stdout, words on stderr.',
    'Exit codes: 0 done, 2 wrong use, 3 refused input, 4 damaged or locked data.',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '<command> --help tells more.',
  ].join('\n');
}

function helpOf(command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions, ...command.options });
  const width = Math.max(...options.map(([name]) => name.length)) + 2;
  return [
    `${command.name}: ${command.summary}`,
    `usage: npm run -s cli -- ${command.name} ${command.usage}`.trimEnd(),
    ...options.map(([name, { help }]) => `  ${`--${name}`.padEnd(width)}  ${help}`),
  ].join('\n');
}
