import process from 'node:process';

/**
 * Flags for Node processes that run many worker threads. On x64 Linux with memory protection keys, Node 24 keeps a
 * register of code pages for the whole process which threads can get out of step (`Check failed: jit_page.has_value()`),
 * and then ends itself; nothing but this flag avoids it. Elsewhere the flag isn't known and Node would refuse to start.
 */
export const nodeFlags: readonly string[] =
  process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : [];
