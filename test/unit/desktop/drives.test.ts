import { describe, expect, it } from 'vitest';
import { diskOf, isMountedForPeople, parseMounts, parseWindowsDisks } from '#electron/desktop/drives.ts';

const mounts = `sysfs /sys sysfs rw,nosuid 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/wang/上报\\040U盘 vfat rw,nosuid,nodev 0 0
/dev/sr0 /media/wang/DISC iso9660 ro,nosuid 0 0
tmpfs /run tmpfs rw 0 0

/dev/broken`;

describe('mounted drives of Linux', () => {
  it('are the block devices, with blanks in their names', () => {
    expect(parseMounts(mounts)).toEqual([
      { device: '/dev/nvme0n1p2', path: '/', readOnly: false },
      { device: '/dev/sdb1', path: '/media/wang/上报 U盘', readOnly: false },
      { device: '/dev/sr0', path: '/media/wang/DISC', readOnly: true },
    ]);
  });
  it.each([
    ['/dev/sdb1', 'sdb'],
    ['/dev/sdb', 'sdb'],
    ['/dev/mmcblk0p1', 'mmcblk0'],
    ['/dev/nvme0n1p12', 'nvme0n1'],
    ['/dev/nvme1n1', 'nvme1n1'],
    ['/dev/sr0', 'sr'],
  ])('%s is on disk %s', (device, disk) => {
    expect(diskOf(device)).toBe(disk);
  });
  it.each([
    ['/media/wang/STICK', true],
    ['/run/media/wang/STICK', true],
    ['/mnt/d', true],
    ['/mnt', false],
    ['/mnt/', false],
    ['/', false],
    ['/home', false],
    ['/boot/media/x', false],
  ])('%s is for people: %s', (path, expected) => {
    expect(isMountedForPeople(path)).toBe(expected);
  });
});

describe('drives of Windows', () => {
  it('are told by their kind, without those that have no medium in', () => {
    const text = JSON.stringify([
      { DeviceID: 'C:', DriveType: 3, VolumeName: '', FreeSpace: 5_000 },
      { DeviceID: 'D:', DriveType: 5, VolumeName: 'DVD', FreeSpace: 0 },
      { DeviceID: 'E:', DriveType: 2, VolumeName: '上报', FreeSpace: 7_000 },
      { DeviceID: 'F:', DriveType: 2, VolumeName: null, FreeSpace: null },
      { DeviceID: 'Z:', DriveType: 4, VolumeName: null, FreeSpace: 9_000 },
    ]);
    expect(parseWindowsDisks(text)).toEqual([
      { path: 'C:\\', label: '本地磁盘（C:）', removable: false, freeBytes: 5_000 },
      { path: 'E:\\', label: '上报（E:）', removable: true, freeBytes: 7_000 },
      { path: 'Z:\\', label: '网络磁盘（Z:）', removable: false, freeBytes: 9_000 },
    ]);
  });
  it('come as one object when there is only one', () => {
    const text = JSON.stringify({ DeviceID: 'C:', DriveType: 3, VolumeName: '系统', FreeSpace: 1 });
    expect(parseWindowsDisks(text)).toHaveLength(1);
  });
  it.each(['', 'Get-CimInstance : 拒绝访问', '{"DeviceID":"../x"}', '[1,null]'])('are none in %j', (text) => {
    expect(parseWindowsDisks(text)).toEqual([]);
  });
});
