import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installElectron } from '../../../build/scripts/installElectron.ts';

let root: string;
let folder: string;
let lines: string[];

/** A package `electron` whose installer is ours. */
function makePackage(installer: string, version = '45.4.1'): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'electron', version }));
  writeFileSync(
    join(folder, 'install.js'),
    `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
    appendFileSync(${JSON.stringify(join(root, 'runs'))}, 'x');
    const dist = require('node:path').join(__dirname, 'dist');
    ${installer}`,
  );
}

const unpack = `mkdirSync(dist); writeFileSync(dist + '/electron', 'binary');`;
const install = (patienceSeconds = 60) =>
  installElectron({
    folder,
    memory: join(root, 'cache', 'electronInstall.json'),
    patienceSeconds,
    say: (line) => lines.push(line),
  });
const runs = () => (existsSync(join(root, 'runs')) ? readFileSync(join(root, 'runs'), 'utf8').length : 0);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-electron-'));
  folder = join(root, 'electron');
  lines = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('Fetching the Electron binary', () => {
  it('uses what the installer of the package brings, and tells how it goes', async () => {
    makePackage(unpack);
    expect(await install()).toBe(true);
    expect(existsSync(join(folder, 'dist', 'electron'))).toBe(true);
    expect(lines[0]).toContain('正在下载 Electron 45.4.1');
    expect(lines.at(-1)).toContain('下载好了');
  });

  it('is tried once on a PC without a way out, and says at the next start how to try again', async () => {
    makePackage('process.exit(1);');
    expect(await install()).toBe(false);
    expect(await install()).toBe(false);
    expect(runs()).toBe(1);
    expect(lines.at(-1)).toMatch(/没有下载成功，不再自动下载。.*npx install-electron/);
  });

  it('is tried again when the note of it is cut off', async () => {
    makePackage(unpack);
    mkdirSync(join(root, 'cache'));
    writeFileSync(join(root, 'cache', 'electronInstall.json'), '{"vers');
    expect(await install()).toBe(true);
  });

  it('is tried again for another version', async () => {
    makePackage('process.exit(1);');
    await install();
    makePackage(unpack, '46.0.0');
    expect(await install()).toBe(true);
  });

  it('ends an installer that hangs and leaves nothing half unpacked', async () => {
    makePackage(`${unpack} setInterval(() => undefined, 1000);`);
    expect(await install(1)).toBe(false);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
    expect(lines.at(-1)).toContain('没有下载成功');
  });

  it('says how much has come', async () => {
    makePackage(`let parts = 0;
    const part = Buffer.alloc(6e6);
    const timer = setInterval(() => {
      writeFileSync(process.env.TMPDIR + '/part' + ++parts, part);
      if (parts === 4) { clearInterval(timer); ${unpack} }
    }, 600);`);
    expect(await install()).toBe(true);
    expect(lines.some((line) => /^已下载 \d+ MB$/.test(line))).toBe(true);
  });
});
