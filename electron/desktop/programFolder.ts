import { join } from 'node:path';

const folderName = '校园台账';

/**
 * Folder of this person's school data when none is named: where the operating system keeps programs' data, and where
 * the uninstaller leaves it alone.
 */
export function defaultRoot(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32')
    return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), folderName);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName);
  return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), folderName);
}

/** Folder of the browser engine's own files, apart from the school's. */
export function browserFolder(root: string): string {
  return join(root, 'browser');
}

/** Where size and place of the window are remembered. */
export function windowStateFile(root: string): string {
  return join(root, 'window.json');
}
