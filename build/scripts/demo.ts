/** `npm run demo`: builds, makes the demo school in `./demo/` by way of the real import, opens the window on it. */
import { join } from 'node:path';
import process from 'node:process';
import { demoAccount } from '../../electron/services/demo/makeDemo.ts';
import { ensureBrowser } from './ensureBrowser.ts';
import { demoFolder, demoSchool, makeDemoFolder } from './makeDemoFolder.ts';
import { buildIfStale, openProgram } from './openProgram.ts';

// Without a browser everything but PDF and window is made all the same.
ensureBrowser();
await buildIfStale('renderer');
process.exitCode = makeDemoFolder();
if (process.exitCode === 0) {
  process.stdout.write(
    [
      '',
      '演示学校已建好：',
      `  数据    ${demoSchool}`,
      `  表格    ${join(demoFolder, 'excel')}`,
      `  上报    ${join(demoFolder, 'usb')}`,
      `  账号    ${demoAccount.name}    密码 ${demoAccount.password}`,
      '',
    ].join('\n'),
  );
  await openProgram(demoSchool);
}
