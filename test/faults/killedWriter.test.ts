import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { checkHealth } from '#electron/store/health.ts';
import { getRecord } from '#electron/store/records/records.ts';
import { verifyChain } from '#electron/store/records/revisions.ts';
import { sampleLedger, sampleLedgers } from '#test/support/sampleLedger.ts';
import { trialRandom, trials } from '#test/support/randomTrials.ts';
import { temporarySchool, type TemporarySchool } from '#test/support/temporarySchool.ts';

const kills = trials(40, 1000);
const atOnce = 4;
/** Longest time a writer lives after it has begun, in milliseconds. */
const longestLife = 60;

interface Acknowledged {
  readonly id: string;
  changed: boolean;
}

/** Bundles the writer into one file: many starts from source would take minutes. */
async function bundleWriter(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'writingChild.ts'),
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(folder, 'writer.mjs');
}

/** Starts a writer; `begin` lets it write, `end` kills it and tells what it had acknowledged. */
async function startWriter(school: TemporarySchool, round: number, writer: string) {
  const child = spawn(
    process.execPath,
    [writer, school.folder.root, Buffer.from(school.dataKey).toString('hex'), String(round)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => (output += text));
  await until(() => output.includes('ready\n'), child);
  return {
    async kill(afterMillis: number): Promise<Acknowledged[]> {
      child.stdin.write('begin\n');
      await until(() => output.includes('created'), child);
      await wait(afterMillis);
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await closed;
      return acknowledgedIn(output);
    },
  };
}

/** The last line may be cut off; only whole ones count. */
function acknowledgedIn(output: string): Acknowledged[] {
  const records = new Map<string, Acknowledged>();
  for (const line of output.split('\n').slice(0, -1)) {
    const [word, id] = line.split(' ');
    if (id === undefined) continue;
    records.set(id, { id, changed: word === 'changed' });
  }
  return [...records.values()];
}

async function until(condition: () => boolean, child: ChildProcess): Promise<void> {
  while (!condition()) {
    if (child.exitCode !== null) throw new Error('The writer ended by itself.');
    await wait(2);
  }
}

function checkAcknowledged(school: TemporarySchool, acknowledged: readonly Acknowledged[]): void {
  const store = school.reopen();
  for (const { id, changed } of acknowledged) {
    const record = getRecord(store.read, sampleLedger, id);
    expect(record, `${id} was acknowledged`).not.toBeNull();
    expect(record?.values.attendance).toHaveLength(3);
    if (changed) expect(record?.values.people).not.toBeNull();
  }
  expect(store.read.db.pragma('integrity_check(1)', { simple: true })).toBe('ok');
  expect(verifyChain(store.read).ok).toBe(true);
  store.close();
}

test(
  `a writer killed in ${kills} random moments loses nothing that it acknowledged`,
  { timeout: 1_200_000 },
  async () => {
    const random = trialRandom('killed writer');
    // Inside the project, so that the one external package is found.
    const cache = join(import.meta.dirname, '../../.cache');
    mkdirSync(cache, { recursive: true });
    const bundle = mkdtempSync(join(cache, 'writer-'));
    const writer = await bundleWriter(bundle);
    let round = 0;
    let total = 0;
    const lane = async (): Promise<void> => {
      const school = temporarySchool({ ledgers: sampleLedgers });
      school.store.close();
      const all: Acknowledged[] = [];
      try {
        while (round < kills) {
          round += 1;
          const running = await startWriter(school, round, writer);
          const acknowledged = await running.kill(random.whole(0, longestLife));
          checkAcknowledged(school, acknowledged);
          all.push(...acknowledged);
        }
        checkAcknowledged(school, all);
        expect(checkHealth(school.reopen()).lines.filter((line) => !line.good)).toEqual([]);
        total += all.length;
      } finally {
        school.remove();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    rmSync(bundle, { recursive: true, force: true });
    expect(round).toBe(kills);
    expect(total).toBeGreaterThanOrEqual(kills);
  },
);
