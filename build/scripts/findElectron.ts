import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Path of the installed Electron binary, or `null`. The package is not asked itself: it would try to download what is
 * missing. `ELECTRON_OVERRIDE_DIST_PATH` names a folder with a binary that was brought here by other means.
 */
export function findElectron(): string | null {
  const folder = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url));
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const name =
    process.platform === 'win32' || process.platform === 'darwin' ? names[process.platform] : 'electron';
  const pathFile = join(folder, 'path.txt');
  const named = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : name;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), named);
  return existsSync(path) ? path : null;
}
