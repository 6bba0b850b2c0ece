/** `npm start [-- --data FOLDER]`: builds what is stale and opens the program. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { defaultRoot } from '../../electron/desktop/programFolder.ts';
import { openProgram } from './openProgram.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const root =
  values.data === undefined ? defaultRoot(process.platform, process.env, homedir()) : resolve(values.data);
if (!(await openProgram(root))) process.exitCode = 1;
