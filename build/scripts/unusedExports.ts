/** Exports that no other file uses. The tool follows neither `(await import('…')).name` nor imports of an `index.ts`. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { analyzeTsConfig } from 'ts-unused-exports';

const folders = '{electron,renderer,shared,build,test}/**/*.{ts,tsx}';
const options = [
  '--allowUnusedTypes',
  '--excludePathsFromReport=/index.ts;vitest.config;vite.renderer.config',
];

/** One line per unused export, `file: name`. */
export async function unusedExports(): Promise<string[]> {
  const readLater = new Set<string>();
  for await (const file of glob(folders)) {
    const text = readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(/\(await import\('[^']+'\)\)\.(\w+)/g))
      if (name) readLater.add(name);
  }
  return Object.entries(analyzeTsConfig('tsconfig.json', options).unusedExports).flatMap(([file, unused]) =>
    unused.flatMap(({ exportName }) => (readLater.has(exportName) ? [] : [`${file}: ${exportName}`])),
  );
}
