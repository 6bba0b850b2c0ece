import type { AnswerOf, Channel, InputOf } from '../../shared/contract/index.ts';
import type { FieldProblem, Result } from '../../shared/kernel/result.ts';
import type { App } from '../services/app.ts';

/** Exit codes, for scripts: 0 done, 2 wrong use, 3 refused input, 4 damaged or locked data. */
export const exitCodes = { done: 0, wrongUse: 2, refused: 3, unusable: 4 } as const;

/** The command was called in a way it doesn't know; `sentence` says how it is used. */
export class WrongUse extends Error {}

/** A school's file, opened for one command. */
export interface OpenSchool {
  readonly app: App;
  /** The same calls the window makes, with the same rights. */
  readonly call: <C extends Channel>(channel: C, input: InputOf<C>) => Promise<AnswerOf<C>>;
}

export interface CommandContext {
  /** Words after the command name that are not options. */
  readonly words: readonly string[];
  /** Value of `--name value`. */
  readonly option: (name: string) => string | undefined;
  /** As `option`, but a missing one is wrong use. */
  readonly required: (name: string) => string;
  readonly flag: (name: string) => boolean;
  /** What came on standard input after the password line, if there was one. */
  readonly input: () => Promise<string>;
  /** Words for people, on stderr. */
  readonly say: (sentence: string) => void;
  /** The school's file unlocked, or why it can't be. */
  readonly open: () => Promise<Result<OpenSchool>>;
  /** The application with no file opened yet, for `init`, `restore` and `demo`; `folder` instead of `--data`. */
  readonly start: (folder?: string) => Promise<OpenSchool>;
  /** The password from the environment or from standard input; missing is wrong use. */
  readonly password: () => Promise<string>;
}

/** What a command answers: a JSON value for stdout, or a refusal. `problems` of a partial refusal go along. */
export type CommandAnswer = Result<unknown>;

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Everything after the command name. */
  readonly usage: string;
  /** How many words that are not options it takes; absent = none. */
  readonly words?: 'one' | 'many';
  /** Option → what it means; the ones with a value have it in the usage line. */
  readonly options: Readonly<Record<string, { readonly kind: 'value' | 'flag'; readonly help: string }>>;
  readonly run: (context: CommandContext) => Promise<CommandAnswer>;
}

/** A problem of one line of an input of many lines. */
export interface LineProblem extends FieldProblem {
  /** From 1. */
  readonly line: number;
}

export function atLine(line: number, problems: readonly FieldProblem[]): LineProblem[] {
  return problems.map((problem) => ({ line, ...problem }));
}
