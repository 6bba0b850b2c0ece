import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createApplication } from '../../electron/application.ts';
import { createChromiumDesktop } from '../../electron/desktop/chromiumDesktop.ts';
import { browserAdvice, findChromium } from '../../electron/desktop/findChromium.ts';
import { browserFolder, windowStateFile } from '../../electron/desktop/programFolder.ts';
import { systemClock } from '../../electron/clock.ts';
import { buildElectron, buildRenderer } from './build.ts';
import { findElectron } from './findElectron.ts';
import { installElectron } from './installElectron.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const rendererFolder = join(projectFolder, 'dist', 'renderer');

/** Builds what is missing or older than its sources. */
export async function buildIfStale(part: 'renderer' | 'electron'): Promise<void> {
  const [built, sources] =
    part === 'renderer'
      ? [join(rendererFolder, 'index.html'), ['renderer', 'shared', 'build/vite.renderer.config.ts']]
      : [
          join(projectFolder, 'dist/electron/preload.cjs'),
          ['electron', 'shared', 'build/vite.electron.config.ts'],
        ];
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0;
  const newest = Math.max(
    ...[...sources, 'package-lock.json'].map((source) => newestIn(join(projectFolder, source))),
  );
  if (builtAt > newest) return;
  process.stdout.write(`正在生成界面（${part}），请稍候……\n`);
  await (part === 'renderer' ? buildRenderer() : buildElectron());
}

/**
 * Opens the program's window on a data folder: Electron where its binary is, otherwise an installed browser. Comes back
 * with `true` when the window has been closed, with `false` (and a line that says why) when none can be opened.
 */
export async function openProgram(root: string, developmentUrl?: string): Promise<boolean> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    process.stdout.write(
      `这里没有图形界面，窗口打不开。请在有桌面的电脑上运行：npm start -- --data "${root}"\n`,
    );
    return false;
  }
  if (developmentUrl === undefined) await buildIfStale('renderer');
  const electron = findElectron() ?? (await fetchElectron());
  if (electron !== null) {
    process.stdout.write('用 Electron 打开窗口。\n');
    await buildIfStale('electron');
    return runElectron(electron, root, developmentUrl);
  }
  const executable = findChromium(process.platform, process.env);
  if (executable === null) {
    process.stdout.write(`没有找到 Electron，也没有找到浏览器，窗口打不开。${browserAdvice}\n`);
    return false;
  }
  process.stdout.write(`没有安装 Electron，改用 ${executable} 打开窗口。\n`);
  await runChromium(executable, root, developmentUrl);
  return true;
}

/** Path of the Electron binary after it was fetched, or `null`. */
async function fetchElectron(): Promise<string | null> {
  const fetched = await installElectron({
    folder: join(projectFolder, 'node_modules', 'electron'),
    memory: join(projectFolder, '.cache', 'electronInstall.json'),
    patienceSeconds: 20,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  return fetched ? findElectron() : null;
}

async function runChromium(executable: string, root: string, developmentUrl?: string): Promise<void> {
  const desktop = createChromiumDesktop({ executable, profileFolder: browserFolder(root) });
  const application = createApplication({ desktop, root, clock: systemClock() });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void desktop.quit());
  try {
    await application.runWindow({
      rendererFolder,
      stateFile: windowStateFile(root),
      ...(developmentUrl === undefined ? {} : { developmentUrl }),
    });
  } finally {
    await application.close();
  }
}

async function runElectron(binary: string, root: string, developmentUrl?: string): Promise<boolean> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary, [...asRoot, projectFolder, `--data=${root}`], {
    stdio: 'inherit',
    env:
      developmentUrl === undefined ? process.env : { ...process.env, LEDGER_DEVELOPMENT_URL: developmentUrl },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  return code === 0;
}

/** Time of the newest file at or under a path, in milliseconds. */
function newestIn(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}
