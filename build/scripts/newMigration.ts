/**
 * `npm run migration -- [name]`: writes the next migration from the difference between the ledgers' definitions and
 * what the present migrations make. Steps that are there already are never rewritten: files with them exist.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import prettier from 'prettier';
import { migrations } from '../../electron/store/migrations/index.ts';
import { schemaDifference } from '../../electron/store/schema/schemaDifference.ts';
import { ledgers } from '../../shared/ledgers/index.ts';

const folder = join(import.meta.dirname, '../../electron/store/migrations');

const words = process.argv.slice(2);
const name = words[0] ?? 'ledgers';
if (!/^[a-z][A-Za-z0-9]*$/.test(name)) stop(`"${name}" is no name for a migration; write it in camelCase.`);

const database = new Database(':memory:');
for (const step of migrations) step.up(database);
const { statements, conflicts, unknownColumns } = schemaDifference(database, ledgers);
for (const column of unknownColumns) console.warn(`${column} is in no definition any more; it is kept.`);
if (conflicts.length > 0) stop(`To be migrated by hand:\n${conflicts.join('\n')}`);
if (statements.length === 0) {
  console.log('The migrations make what the definitions say; nothing to do.');
  process.exit(0);
}
for (const statement of statements) database.exec(statement);

const number = migrations.length + 1;
const fileName = `${String(number).padStart(4, '0')}-${name}.ts`;
await write(
  fileName,
  `import type { Migration } from '../schema/migrator.ts';

/** Written by \`npm run migration\` from the definitions as they were then. */
export const migration: Migration = { number: ${number}, name: '${name}', up(db) {
  db.exec(\`
${statements.map((statement) => `      ${statement.replaceAll('\\', '\\\\').replaceAll('`', '\\`')};`).join('\n')}
  \`);
} };
`,
);
const files = readdirSync(folder)
  .filter((file) => /^\d{4}-/.test(file))
  .sort();
const importName = (file: string): string => `step${file.slice(0, 4)}`;
await write(
  'index.ts',
  `import type { Migration } from '../schema/migrator.ts';
${files.map((file) => `import { migration as ${importName(file)} } from './${file}';`).join('\n')}

/** Every step from the empty file to the present one, in order. */
export const migrations: readonly Migration[] = [${files.map(importName).join(', ')}];
`,
);
console.log(
  `${fileName}: ${statements.length} statements. Where the step changes rows, test what becomes of them in test/store/migrations.test.ts.`,
);

async function write(file: string, text: string): Promise<void> {
  const path = join(folder, file);
  const options = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(text, { ...options, filepath: path }));
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
