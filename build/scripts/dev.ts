/** `npm run dev [-- --data FOLDER]`: the window on the development server, so that a saved screen is seen at once. */
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { openProgram } from './openProgram.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({ options: { data: { type: 'string' } } });

const server = await createServer({ configFile: `${projectFolder}build/vite.renderer.config.ts` });
await server.listen();
const address = server.resolvedUrls?.local[0];
if (address === undefined) throw new Error('the development server has no address');
// Never the real data of this PC by accident.
const opened = await openProgram(resolve(values.data ?? '.cache/dev-data'), address);
await server.close();
if (!opened) process.exitCode = 1;
