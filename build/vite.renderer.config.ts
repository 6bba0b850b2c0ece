import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../renderer/', import.meta.url));

/** The renderer's build: served by either desktop from its own origin, so every address is relative. */
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    // The program is loaded from disk; sizes matter less than on a network, and inlined data: URLs would weaken the policy.
    chunkSizeWarningLimit: 8000,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // What the unlock screen needs comes at once: fifteen small files took longer to ask for than to read.
      output: { codeSplitting: { groups: [{ name: 'start', test: /renderer[\\/]main\.tsx$/ }] } },
    },
  },
  server: { host: '127.0.0.1', port: 5180, strictPort: true },
});
