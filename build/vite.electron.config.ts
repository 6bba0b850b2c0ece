import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** What is never bundled: Node itself, Electron, the SQLite binary, and the browser driver, which the package doesn't ship. */
const external = [/^node:/, ...builtinModules, 'electron', 'better-sqlite3', 'playwright-core'];

/** The roster's solver looks for its WebAssembly beside its own chunk. */
const solverBinary: Plugin = {
  name: 'solver-binary',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'chunks/highs.wasm',
      source: readFileSync(path('../node_modules/highs/build/highs.wasm')),
    });
  },
};

/**
 * The main process for the Electron package: `main` and `worker` as ES modules, `preload` as CommonJS because a
 * sandboxed preload script can't be a module. Chosen by the mode: `vite build --mode main|preload`.
 */
export default defineConfig(({ mode }) => {
  const preload = mode === 'preload';
  const input: Record<string, string> = preload
    ? { preload: path('../electron/preload.ts') }
    : { main: path('../electron/main.ts'), worker: path('../electron/worker.ts') };
  return {
    root: path('..'),
    plugins: preload ? [] : [solverBinary],
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
