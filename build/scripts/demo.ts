/** `npm run demo`: builds, makes the demo school in `./demo/` by way of the real import, opens the window on it. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { demoAccount } from '../../electron/services/demo/makeDemo.ts';
import { buildIfStale, openProgram } from './openProgram.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const demoFolder = join(projectFolder, 'demo');

await buildIfStale('renderer');
// The folder holds nothing but what this script makes, the same every time.
rmSync(demoFolder, { recursive: true, force: true });
const made = spawnSync(process.execPath, ['electron/cli.ts', 'demo', '--out', demoFolder], {
  cwd: projectFolder,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (made.status === 0) {
  process.stdout.write(
    [
      '',
      '演示学校已建好：',
      `  数据    ${join(demoFolder, 'school')}`,
      `  表格    ${join(demoFolder, 'excel')}`,
      `  上报    ${join(demoFolder, 'usb')}`,
      `  账号    ${demoAccount.name}    密码 ${demoAccount.password}`,
      '',
    ].join('\n'),
  );
  await openProgram(join(demoFolder, 'school'));
} else process.exitCode = made.status ?? 1;
