import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How to come by what PDF needs. */
export const browserAdvice =
  '请安装 Chromium、Chrome 或 Edge（Debian、Ubuntu：sudo apt install chromium fonts-noto-cjk），或用环境变量 LEDGER_CHROMIUM 指明它的位置。';

/**
 * An installed Chromium, Chrome or Edge, or `null`. `LEDGER_CHROMIUM` names one by its path and goes before all.
 */
export function findChromium(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = isProgram,
): string | null {
  return candidates(system, environment).find((path) => exists(path)) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function candidates(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const named = environment.LEDGER_CHROMIUM ? [environment.LEDGER_CHROMIUM] : [];
  if (system === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    const places = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return [
      ...named,
      ...places.flatMap((place) => roots.flatMap((root) => (root ? [join(root, place)] : []))),
    ];
  }
  if (system === 'darwin')
    return [
      ...named,
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ];
  const folders = (environment.PATH ?? '/usr/bin:/usr/local/bin').split(delimiter).filter((f) => f !== '');
  return [...named, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}
