import { execFile } from 'node:child_process';
import { readFile, statfs } from 'node:fs/promises';
import { homedir, platform } from 'node:os';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Drive } from '../../shared/contract/reports.ts';

/** Mounted drives a person may write to, removable ones first, each by its free space in bytes. */
export async function listDrives(): Promise<readonly Drive[]> {
  const drives = platform() === 'win32' ? await windowsDrives() : await unixDrives();
  return drives.toSorted((a, b) => Number(b.removable) - Number(a.removable));
}

export interface Mount {
  readonly device: string;
  readonly path: string;
  readonly readOnly: boolean;
}

/** Lines of `/proc/mounts` that are block devices; blanks in paths come as `\040`. */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [device, path, , options] = line.split(' ');
    if (!device?.startsWith('/dev/') || !path || !options) return [];
    return [{ device, path: unescape(path), readOnly: options.split(',').includes('ro') }];
  });
}

/** Name under `/sys/block` of the disk a partition is on: `/dev/sdb1` → `sdb`, `/dev/mmcblk0p1` → `mmcblk0`. */
export function diskOf(device: string): string {
  const name = basename(device);
  const numbered = /^((?:nvme\d+n|mmcblk|loop)\d+)(?:p\d+)?$/.exec(name);
  return numbered?.[1] ?? name.replace(/\d+$/, '');
}

/** Where desktops mount what a person plugs in. */
export function isMountedForPeople(path: string): boolean {
  return /^\/(media|run\/media|mnt)\/./.test(path);
}

const windowsDiskSchema = z.object({
  DeviceID: z.string().regex(/^[A-Z]:$/),
  DriveType: z.number(),
  VolumeName: z.string().nullable(),
  FreeSpace: z.number().nullable(),
});

/** Answer of `Get-CimInstance Win32_LogicalDisk | ConvertTo-Json` (one object, or a list). Type 2 is removable, 3 fixed, 4 a network drive. */
export function parseWindowsDisks(text: string): Drive[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return [];
  }
  const list: unknown[] = Array.isArray(content) ? content : [content];
  return list.flatMap((item) => {
    const disk = windowsDiskSchema.safeParse(item);
    if (!disk.success || disk.data.FreeSpace === null || ![2, 3, 4].includes(disk.data.DriveType)) return [];
    const { DeviceID: letter, DriveType: type, VolumeName: name, FreeSpace: freeBytes } = disk.data;
    const kind = type === 2 ? '可移动磁盘' : type === 4 ? '网络磁盘' : '本地磁盘';
    return [{ path: `${letter}\\`, label: `${name || kind}（${letter}）`, removable: type === 2, freeBytes }];
  });
}

async function unixDrives(): Promise<Drive[]> {
  const mounts = parseMounts(await readFile('/proc/mounts', 'utf8').catch(() => ''));
  const found = await Promise.all(
    mounts
      .filter((mount) => !mount.readOnly && isMountedForPeople(mount.path))
      .map(async (mount) => {
        const flag = await readFile(`/sys/block/${diskOf(mount.device)}/removable`, 'utf8').catch(() => '0');
        // Many USB disks call themselves fixed; what a desktop mounted for a person under /media was plugged in.
        const removable = flag.trim() === '1' || !mount.path.startsWith('/mnt/');
        return driveAt(mount.path, basename(mount.path), removable);
      }),
  );
  const home = await driveAt(homedir(), '本机（用户文件夹）', false);
  return [...found, home].filter((drive) => drive !== null);
}

const listDisksCommand = [
  '[Console]::OutputEncoding = [System.Text.Encoding]::UTF8;',
  'Get-CimInstance Win32_LogicalDisk | Select-Object DeviceID,DriveType,VolumeName,FreeSpace | ConvertTo-Json',
].join(' ');

async function windowsDrives(): Promise<Drive[]> {
  const run = promisify(execFile);
  const listed = await run(
    'powershell.exe',
    ['-NoProfile', '-NonInteractive', '-Command', listDisksCommand],
    {
      timeout: 10_000,
      windowsHide: true,
    },
  ).catch(() => null);
  const drives = listed ? parseWindowsDisks(listed.stdout) : [];
  if (drives.length > 0) return drives;
  // Where PowerShell is switched off by policy, letters that answer are all that can be told.
  const letters = [...'CDEFGHIJKLMNOPQRSTUVWXYZ'];
  const answers = await Promise.all(
    letters.map((letter) => driveAt(`${letter}:\\`, `磁盘（${letter}:）`, false)),
  );
  return answers.filter((drive) => drive !== null);
}

async function driveAt(path: string, label: string, removable: boolean): Promise<Drive | null> {
  const space = await statfs(path).catch(() => null);
  return space && { path, label, removable, freeBytes: space.bavail * space.bsize };
}

function unescape(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}
