import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { browserAdvice, findChromium } from '../../electron/desktop/findChromium.ts';

/** Names or numbers of a closed network must not hold anybody up for minutes. */
const patience = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=15'];

/**
 * Makes sure of a browser for windows, PDF and browser tests: on Debian as root it installs Chromium with a Chinese font
 * where there is none.
 * @returns whether there is one now; if not, a line has said what to do
 */
export function ensureBrowser(): boolean {
  const find = () => findChromium(process.platform, process.env);
  if (find() !== null) return true;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    process.stderr.write('没有找到浏览器，正在安装 Debian 软件包 chromium 和 fonts-noto-cjk……\n');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    ])
      spawnSync('apt-get', [...patience, ...args], {
        // Where it fails, its own words are the true cause.
        stdio: ['ignore', 'ignore', 'inherit'],
        env: environment,
        timeout: 10 * 60_000,
      });
    if (find() !== null) return true;
  }
  process.stderr.write(`没有找到 Chromium、Chrome 或 Edge。${browserAdvice}\n`);
  return false;
}
