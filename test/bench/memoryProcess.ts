/** The program as the package bundles it, without a window: unlocks a school, asks for the dashboard, says what it holds. */
import process from 'node:process';
import { createApplication } from '#electron/application.ts';
import { systemClock } from '#electron/clock.ts';
import { standInDesktop } from '../support/application.ts';
import { settledMemory } from './settledMemory.ts';

const [root = '', accountName = '', password = ''] = process.argv.slice(2);
const application = createApplication({
  desktop: standInDesktop([], []),
  root,
  clock: systemClock(),
  worker: new URL('worker.js', import.meta.url),
});
for (const answer of [
  await application.call('session.unlock', { accountName, password }),
  await application.call('checks.dashboard', {}),
])
  if (!answer.ok) throw new Error(answer.failure.sentence);
console.log(await settledMemory());
process.exit();
