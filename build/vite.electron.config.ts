import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What is never bundled: Node itself, Electron, the SQLite binary, and the browser driver, which the package doesn't ship. */
const external = [/^node:/, ...builtinModules, 'electron', 'better-sqlite3', 'playwright-core'];

/**
 * The main process for the Electron package: `main` and `worker` as ES modules, `preload` as CommonJS because a
 * sandboxed preload script can't be a module. Chosen by the mode: `vite build --mode main|preload`.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  const input: Record<string, string> = preload
    ? { preload: path('../electron/preload.ts') }
    : { main: path('../electron/main.ts'), worker: path('../electron/jobs/worker.ts') };
  return {
    root: path('..'),
    build: {
      ssr: true,
      outDir: path('../dist/electron'),
      emptyOutDir: !preload,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input,
        external,
        output: preload
          ? { format: 'cjs', entryFileNames: '[name].cjs' }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'playwright-core'] },
  };
});
