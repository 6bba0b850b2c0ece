/** `npm run check`: format, lint with types, types, layer rules, unused code and dependencies. Stops at the first failure. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { folderCycles, type ReadModule } from './folderCycles.ts';

function run(label: string, command: string, args: readonly string[]): string {
  const started = performance.now();
  const done = spawnSync('node', [`node_modules/${command}`, ...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout}${done.stderr}\n${label}: failed after ${seconds} s\n`);
    process.exit(1);
  }
  process.stdout.write(`${label}: ok (${seconds} s)\n`);
  return done.stdout;
}

run('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
run('types', 'typescript/bin/tsc', ['-p', '.']);
run('lint', 'eslint/bin/eslint.js', [
  '--max-warnings',
  '0',
  '--cache',
  '--cache-location',
  '.cache/eslint',
  '.',
]);
const layers = run('layers', 'dependency-cruiser/bin/dependency-cruiser.mjs', [
  '--config',
  '.dependency-cruiser.cjs',
  '--output-type',
  'json',
  'shared',
  'electron',
  'renderer',
  'build/scripts',
]);
const { summary, modules } = JSON.parse(layers) as {
  modules: ReadModule[];
  summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] };
};
// Without a parser for the installed TypeScript the tool reads nothing and reports success.
if (summary.totalCruised < 20) throw new Error(`layers: only ${summary.totalCruised} modules were read`);
for (const violation of summary.violations)
  process.stderr.write(`${violation.rule.name}: ${violation.from} → ${violation.to}\n`);
if (summary.violations.length > 0) process.exit(1);
const cycles = folderCycles(modules);
for (const cycle of cycles) process.stderr.write(`folders import each other: ${cycle}\n`);
if (cycles.length > 0) process.exit(1);
process.stdout.write(`layers: ${summary.totalCruised} modules read, no rule broken\n`);

run('unused code and dependencies', 'knip/bin/knip.js', ['--no-progress']);
