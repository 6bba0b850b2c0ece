import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createJobRunner } from '#electron/jobs/jobRunner.ts';
import type { Jobs } from '#electron/services/jobs.ts';
import { temporarySchool, valueOf } from '#test/support/temporarySchool.ts';
import { buildIfStale } from '../../build/scripts/openProgram.ts';

/**
 * What goes into the packages, without the Electron binary: `electronDist` points at a stand-in. Only the fuses need
 * the real one, so they are left out here and read from the configuration instead.
 */
const project = fileURLToPath(new URL('../../', import.meta.url));
const configuration = join(project, 'electron-builder.yml');
const folder = mkdtempSync(join(tmpdir(), 'ledger-package-'));

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly size?: number;
  readonly unpacked?: boolean;
}
interface Packed {
  readonly resources: string;
  readonly files: ReadonlyMap<string, AsarEntry>;
}

beforeAll(async () => {
  await buildIfStale('renderer');
  await buildIfStale('electron');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  { platform: 'linux', flag: '--linux', unpacked: 'linux-unpacked', binary: 'linux-x64.node' },
  { platform: 'windows', flag: '--win', unpacked: 'win-unpacked', binary: 'win32-x64.node' },
] as const)('the package for $platform', ({ platform, flag, unpacked, binary }) => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await pack(platform, flag, unpacked);
  }, 120_000);

  it('holds main, worker, preload and the renderer', () => {
    for (const name of ['package.json', 'dist/electron/main.js', 'dist/electron/worker.js'])
      expect(packed.files.has(name), name).toBe(true);
    expect(packed.files.has('dist/electron/preload.cjs')).toBe(true);
    expect(packed.files.has('dist/renderer/index.html')).toBe(true);
  });

  it('holds exactly one native binary, the one of its platform, outside the archive', () => {
    const native = [...packed.files].filter(([name]) => name.endsWith('.node'));
    expect(native.map(([name]) => name)).toEqual([`node_modules/better-sqlite3/prebuilds/${binary}`]);
    expect(native[0]?.[1].unpacked).toBe(true);
    const beside = join(packed.resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
    expect(readdirSync(beside)).toEqual([binary]);
  });

  it('holds no development dependency, no SQLite source, no TypeScript and no test', () => {
    const names = [...packed.files.keys()];
    const packages = new Set(
      names.flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
    expect(names.filter((name) => /\.(c|cc|cpp|h|hpp|gyp|ts|tsx|map)$/.test(name))).toEqual([]);
    expect(
      names.filter((name) => !/^(package\.json|dist\/|node_modules\/better-sqlite3\/)/.test(name)),
    ).toEqual([]);
  });

  it('says how large it is', () => {
    const bytes = sizeOf(packed.resources);
    process.stdout.write(`package for ${platform}: ${(bytes / 1024 / 1024).toFixed(1)} MB beside Electron\n`);
    expect(bytes).toBeGreaterThan(2_000_000);
  });
});

describe('the bundled worker', () => {
  it('runs a job on a school file, as the worker from source does', async () => {
    const school = temporarySchool();
    try {
      const runner = createJobRunner<Jobs>({
        worker: pathToFileURL(join(project, 'dist/electron/worker.js')),
        clock: school.clock,
        store: () => ({ root: school.folder.root, dataKey: school.dataKey }),
        onProgress: () => undefined,
        onWritten: () => undefined,
        onCrash: (_, error) => {
          throw error;
        },
      });
      const report = await runner.run('examineHealth', null, { jobId: randomUUID(), needsStore: true });
      expect(valueOf(report).healthy).toBe(true);
    } finally {
      school.remove();
    }
  });
});

describe('the configuration', () => {
  const text = readFileSync(configuration, 'utf8');
  const block = (name: string): Record<string, string> => {
    const found = new RegExp(`^${name}:\\n((?:[ ]{2}.*\\n)+)`, 'm').exec(text)?.[1] ?? '';
    return Object.fromEntries(
      [...found.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, key = '', value = '']) => [key, value]),
    );
  };

  it('sets every fuse that could turn the program into something else', () => {
    expect(block('electronFuses')).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
    });
  });

  it('installs in Chinese, without administrator rights, and keeps the records when it is removed', () => {
    expect(block('nsis')).toMatchObject({
      installerLanguages: '[zh_CN]',
      perMachine: 'false',
      allowElevation: 'false',
      deleteAppDataOnUninstall: 'false',
    });
    expect(block('portable')).toMatchObject({ requestExecutionLevel: 'user' });
  });
});

async function pack(platform: string, flag: string, unpacked: string): Promise<Packed> {
  const electronDist = join(folder, `electron-${platform}`);
  standInElectron(electronDist, platform);
  const output = join(folder, platform);
  const config = join(folder, `${platform}.yml`);
  // Not by `extends`: electron-builder gives file patterns of a parent another meaning.
  const text = readFileSync(configuration, 'utf8')
    .replace(/^electronFuses:\n(?: {2}.*\n)+/m, '')
    .replace('output: release', `output: ${output}`);
  writeFileSync(config, `${text}electronDist: ${electronDist}\n`);
  const builder = join(project, 'node_modules/electron-builder/cli.js');
  const args = [builder, '--projectDir', project, '--config', config, '--dir', flag, '--x64'];
  await promisify(execFile)(process.execPath, args, { cwd: project, maxBuffer: 64 * 1024 * 1024 });
  const resources = join(output, unpacked, 'resources');
  return { resources, files: listArchive(join(resources, 'app.asar')) };
}

/** The files that electron-builder expects in an Electron distribution; the Windows one must be a real program file. */
function standInElectron(target: string, platform: string): void {
  mkdirSync(join(target, 'resources'), { recursive: true });
  mkdirSync(join(target, 'locales'));
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(target, name), '45.4.1');
  for (const language of ['zh-CN', 'en-US', 'de']) writeFileSync(join(target, `locales/${language}.pak`), '');
  if (platform === 'linux') writeFileSync(join(target, 'electron'), '#!/bin/sh\n', { mode: 0o755 });
  else {
    const anyProgram = join(project, 'node_modules/electron-winstaller/vendor/7z-x64.exe');
    copyFileSync(anyProgram, join(target, 'electron.exe'));
  }
}

/** Reads the table at the head of an .asar archive: path → entry. */
function listArchive(path: string): Map<string, AsarEntry> {
  const bytes = readFileSync(path);
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as AsarEntry;
  const files = new Map<string, AsarEntry>();
  const walk = (entry: AsarEntry, at: string) => {
    for (const [name, child] of Object.entries(entry.files ?? {})) {
      const full = at === '' ? name : `${at}/${name}`;
      if (child.files) walk(child, full);
      else files.set(full, child);
    }
  };
  walk(header, '');
  return files;
}

function sizeOf(path: string): number {
  if (!existsSync(path)) return 0;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
