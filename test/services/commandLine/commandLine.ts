import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '#electron/application.ts';
import { runCommandLine } from '#electron/commandLine/runCommandLine.ts';
import { clockOf } from '#electron/clock.ts';
import { firstSchool, standInDesktop } from '../../support/application.ts';
import { cheapCost } from '../../support/temporarySchool.ts';

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  /** What stood on stdout, read as JSON; `undefined` = nothing. */
  readonly json: unknown;
  /** What stood on stderr. */
  readonly words: string;
}

export interface Surroundings {
  readonly password?: string | null;
  /** Standard input. */
  readonly input?: string;
  /** The data folder; absent = that of this command line. */
  readonly data?: string;
}

/** The command line in this process, on a folder of its own, at 2026-11-24 14:30 in China. */
export interface CommandLine {
  readonly folder: string;
  readonly data: string;
  run(words: readonly string[], surroundings?: Surroundings): Promise<Outcome>;
  /** Runs what must hold; the JSON answer. */
  done(words: readonly string[], surroundings?: Surroundings): Promise<unknown>;
  /** `init` with the school of `firstSchool`. */
  newSchool(): Promise<void>;
  /** `add`, one JSON line each; ids of the new records. */
  add(ledger: string, ...records: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]>;
  /** Another person of the school, made as an administrator does in the window. */
  colleague(name: string, role: 'partyAffairs' | 'reader' | 'ethics'): Promise<{ readonly password: string }>;
  remove(): void;
}

export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
  const data = join(folder, '学校');
  const start = (root: string) =>
    createApplication({
      desktop: standInDesktop([], []),
      root,
      clock: clockOf(() => '2026-11-24T06:30:00.000Z'),
      keyOptions: { cost: cheapCost },
    });

  async function run(words: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
    const { password = firstSchool.password, input = '' } = surroundings;
    const printed: string[] = [];
    const said: string[] = [];
    const code = await runCommandLine(words, {
      environment: password === null ? {} : { LEDGER_PASSWORD: password },
      readInput: async () => input,
      print: (json) => printed.push(json),
      say: (sentence) => said.push(sentence),
      startApplication: async (root) => start(root),
      defaultRoot: surroundings.data ?? data,
    });
    if (printed.length > 1) throw new Error('More than one value was printed.');
    const [json] = printed;
    return { code, json: json === undefined ? undefined : JSON.parse(json), words: said.join('\n') };
  }

  async function done(words: readonly string[], surroundings?: Surroundings): Promise<unknown> {
    const { code, json, words: said } = await run(words, surroundings);
    if (code !== 0) throw new Error(`${words.join(' ')}: ${code} ${said} ${JSON.stringify(json)}`);
    return json;
  }

  return {
    folder,
    data,
    run,
    done,
    async newSchool() {
      const { schoolName, schoolType, accountName } = firstSchool;
      await done(['init', '--school', schoolName, '--type', schoolType, '--account', accountName]);
    },
    async add(ledger, ...records) {
      const input = records.map((record) => JSON.stringify(record)).join('\n');
      const { ids } = (await done(['add', '--ledger', ledger], { input })) as { ids: string[] };
      return ids;
    },
    async colleague(name, role) {
      const application = start(data);
      const { accountName, password } = firstSchool;
      await application.call('session.unlock', { accountName, password });
      const own = `${name}的密码-1`;
      const made = await application.call('accounts.create', { name, roles: [role], password: own });
      await application.close();
      if (!made.ok) throw new Error(made.failure.sentence);
      return { password: own };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
