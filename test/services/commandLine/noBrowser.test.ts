import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { demoAccount } from '#electron/services/demo/makeDemo.ts';
import { nodeFlags } from '../../../build/scripts/nodeFlags.ts';

/** The real command line on a PC on which no browser can be found: browsers are looked for in the folders of PATH. */
const entry = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'no-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]) {
  const child = spawn(process.execPath, [...nodeFlags, entry, ...words], {
    env: { ...process.env, PATH: folder, LEDGER_CHROMIUM: '', LEDGER_PASSWORD: demoAccount.password },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, code };
}

it(
  'the demo makes everything but PDF, and says what is missing and how to get it',
  { timeout: 1_800_000 },
  async () => {
    const demo = join(folder, 'demo');
    const made = await run('demo', '--out', demo);
    expect(made.stderr).toMatch(/没有做成的 PDF：.*\.pdf.*请安装 Chromium、Chrome 或 Edge.*LEDGER_CHROMIUM/u);
    expect(made.stderr).toContain(`账号“${demoAccount.name}”，密码 ${demoAccount.password}`);
    expect(made.code).toBe(0);
    const usb = readdirSync(join(demo, 'usb'), { recursive: true, encoding: 'utf8' });
    expect(usb.filter((name) => name.endsWith('manifest.json')).length).toBeGreaterThan(5);
    expect(usb.filter((name) => name.endsWith('.pdf'))).toEqual([]);

    const order = ['report', 'partyLifeStatistics', '--data', join(demo, 'school'), '--period', '2026'];
    const out = join(folder, 'out');
    const leaving = ['--out', out, '--purpose', '年度统计', '--recipient', '县教育局'];
    const sheet = await run(...order, ...leaving, '--format', 'xlsx');
    expect(sheet.code).toBe(0);
    const pdf = await run(...order, ...leaving, '--format', 'pdf');
    expect(pdf.code).toBe(3);
    expect(pdf.stderr).toMatch(/^这台电脑上没有找到浏览器，做不了 PDF。请安装[^\n]*\n$/u);
    expect(readdirSync(out).map((name) => name.split('.').at(-1))).toEqual(['xlsx']);
  },
);
