/**
 * `npm run bench [-- name …] [-- --scale 0.01] [-- --keep folder]`: measures the scenarios against the bare libraries and, at full
 * size, writes the results into README.md beside this file. `--keep` leaves the made schools for the next run.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import prettier from 'prettier';
import type { Figure, Timing } from './measure.ts';

export interface ScenarioContext {
  /** 1 = the sizes of the issue; smaller for a try. */
  readonly scale: number;
  /** For files of this run. */
  readonly folder: string;
}

export interface ScenarioResult {
  readonly title: string;
  /** Of the figures; absent = ms. */
  readonly unit?: string;
  /** Markdown sentences: what was measured, sizes. */
  readonly notes: readonly string[];
  readonly figures: readonly Figure[];
}

type Scenario = (context: ScenarioContext) => Promise<ScenarioResult>;

const scenarios: Readonly<Record<string, () => Promise<Scenario>>> = {
  saveRecord: async () => (await import('./saveRecord.ts')).saveRecordScenario,
  millionRecords: async () => (await import('./millionRecords.ts')).millionRecords,
  sheets: async () => (await import('./sheets.ts')).sheets,
  exports: async () => (await import('./exports.ts')).exports,
  similarity: async () => (await import('./similarity.ts')).similarityScenario,
  roster: async () => (await import('./roster.ts')).roster,
  serviceDays: async () => (await import('./serviceDays.ts')).serviceDays,
  dashboard: async () => (await import('./dashboard.ts')).dashboard,
  eventLoop: async () => (await import('./eventLoop.ts')).eventLoop,
  memory: async () => (await import('./memory.ts')).memory,
  startUp: async () => (await import('./startUp.ts')).startUp,
};

const readme = join(import.meta.dirname, 'README.md');

if (import.meta.main) await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scale: { type: 'string', default: '1' }, keep: { type: 'string' } },
  });
  const scale = Number(values.scale);
  const unknown = positionals.find((name) => !(name in scenarios));
  if (unknown !== undefined || !(scale > 0 && scale <= 1)) {
    console.error(
      `usage: npm run bench -- [${Object.keys(scenarios).join('|')} …] [--scale 0.01] [--keep folder]`,
    );
    process.exit(2);
  }
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    for (const name of positionals.length > 0 ? positionals : Object.keys(scenarios)) {
      const machine = describeMachine();
      console.error(name);
      const scenario = await scenarios[name]?.();
      const result = await scenario?.({ scale, folder });
      if (!result) continue;
      const section = sectionOf(name, result, machine, scale);
      console.log(`\n${section}`);
      if (scale === 1) await writeSection(name, section);
    }
  } finally {
    if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that a reader needs to compare the numbers with those of another machine; taken before the measuring. */
function describeMachine(): string {
  const [first] = cpus();
  const database = new Database(':memory:');
  const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get());
  database.close();
  const load = loadavg().map((value) => value.toFixed(1));
  return [
    new Date().toISOString().slice(0, 10),
    `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores`,
    `${Math.round(totalmem() / 2 ** 30)} GB memory`,
    `${platform()} ${release()}`,
    `Node ${process.versions.node}`,
    `SQLite ${sqlite}`,
    `load at the start ${load.join(' ')}`,
  ].join(' · ');
}

function sectionOf(name: string, result: ScenarioResult, machine: string, scale: number): string {
  const unit = result.unit ?? 'ms';
  const lines = result.figures.map(
    ({ label, ours, bare, runs }) =>
      `| ${label} | ${show(ours)} | ${bare ? show(bare) : '—'} | ${bare ? ratioOf(ours, bare) : '—'} | ${runs} |`,
  );
  return [
    `## ${result.title}`,
    '',
    `\`npm run bench -- ${name}${scale === 1 ? '' : ` --scale ${scale}`}\` · ${machine}`,
    '',
    ...result.notes,
    '',
    `| what | ours, ${unit} | bare, ${unit} | ratio | runs |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

/** Median, and in brackets the lowest and the highest. */
function show({ median, low, high }: Timing): string {
  return low === high ? number(median) : `${number(median)} (${number(low)}–${number(high)})`;
}

function ratioOf(ours: Timing, bare: Timing): string {
  return `**${(ours.median / bare.median).toFixed(2)}**`;
}

function number(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(2) : Math.round(milliseconds).toLocaleString('en');
}

/** Replaces what stands between the scenario's marks. */
async function writeSection(name: string, section: string): Promise<void> {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const text = readFileSync(readme, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for ${name}.`);
  const written = `${text.slice(0, from)}${start}\n\n${section}\n\n${text.slice(to)}`;
  const options = await prettier.resolveConfig(readme);
  writeFileSync(readme, await prettier.format(written, { ...options, filepath: readme }));
}
