import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

export interface InstallOptions {
  /** The folder of the package `electron`. */
  readonly folder: string;
  /** Where it is remembered that this version could not be fetched. */
  readonly memory: string;
  /** Without anything new for so long, the installer is ended. */
  readonly patienceSeconds: number;
  /** One Chinese line about how it goes. */
  readonly say: (line: string) => void;
}

const remembered = z.object({ version: z.string(), failedOn: z.string() });
const again = '能上网时运行 npx install-electron 可以再试。';

/**
 * Lets the package's own installer fetch the binary that it lacks, once for each version: a PC on a closed network is
 * not kept waiting at every start.
 * @returns whether it has been fetched
 */
export async function installElectron(options: InstallOptions): Promise<boolean> {
  const { folder, memory, say } = options;
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const failedOn = failureOf(memory, version);
  if (failedOn !== null) {
    say(`Electron ${version} 在 ${failedOn} 没有下载成功，不再自动下载。${again}`);
    return false;
  }
  say(`正在下载 Electron ${version}（约 110 MB，只在第一次需要）……`);
  const received = mkdtempSync(join(tmpdir(), 'ledger-electron-'));
  const fetched = await runInstaller(options, received);
  rmSync(received, { recursive: true, force: true });
  if (fetched) {
    say('Electron 下载好了。');
    return true;
  }
  // What was unpacked half must not be taken for the program.
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version, failedOn: new Date().toISOString().slice(0, 10) }));
  say(`Electron 没有下载成功。${again}`);
  return false;
}

function failureOf(memory: string, version: string): string | null {
  try {
    const known = remembered.parse(JSON.parse(readFileSync(memory, 'utf8')));
    return known.version === version ? known.failedOn : null;
  } catch {
    // Never tried, or the note is cut off.
    return null;
  }
}

/** Ends the installer when neither the download nor what is unpacked from it grows any more. */
async function runInstaller(
  { folder, patienceSeconds, say }: InstallOptions,
  received: string,
): Promise<boolean> {
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: received, TEMP: received, TMP: received },
  });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  const sizes = () => Promise.all([received, join(folder, 'dist')].map(bytesUnder));
  let seen = 0;
  let told = 0;
  let quietSince = performance.now();
  for (;;) {
    const over = await Promise.race([ended, later(1000)]);
    if (over !== null) return over;
    const [download = 0, unpacked = 0] = await sizes();
    if (download + unpacked > seen) quietSince = performance.now();
    seen = Math.max(seen, download + unpacked);
    const megabytes = Math.floor(download / 1e6);
    if (megabytes >= told + 10) say(`已下载 ${(told = megabytes)} MB`);
    if (performance.now() - quietSince > patienceSeconds * 1000) {
      child.kill('SIGKILL');
      await ended;
      return false;
    }
  }
}

function later(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/** Sizes of all files under a folder, 0 where there is none. */
async function bytesUnder(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map((file) =>
        stat(join(file.parentPath, file.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
