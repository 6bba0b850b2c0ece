import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, describeError } from '#electron/ipc/log.ts';
import { clockOf } from '#electron/clock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const clock = clockOf(() => '2026-11-24T06:30:00.000Z');

class NameError extends Error {}

describe('the log', () => {
  it('keeps class and place of an error, but nothing that it says and no folder', () => {
    const error = new NameError('张三 620725198001010011 不存在');
    error.stack = `NameError: 张三 620725198001010011 不存在
    at save (C:\\Users\\张三\\程序\\dist\\electron\\main.js:10:5)
    at async run (file:///home/zhangsan/app/electron/ipc/router.ts:20:7)`;
    createLog(folder, clock).error('ledger.save', error);
    const text = readFileSync(join(folder, 'program.log'), 'utf8');
    expect(JSON.parse(text)).toEqual({
      at: '2026-11-24T06:30:00.000Z',
      where: 'ledger.save',
      name: 'NameError',
      stack: ['at save (main.js:10:5)', 'at async run (router.ts:20:7)'],
    });
    expect(text).not.toMatch(/张三|zhangsan|6207/);
  });

  it('keeps the code of a system error, and copes with anything thrown', () => {
    expect(describeError(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toMatchObject({
      code: 'ENOSPC',
    });
    expect(describeError('张三')).toEqual({ name: 'string', stack: [] });
    expect(describeError(null)).toEqual({ name: 'object', stack: [] });
  });

  it('starts a new file when it is full and keeps three old ones', () => {
    const log = createLog(folder, clock);
    for (let turn = 0; turn < 6; turn++) {
      writeFileSync(join(folder, 'program.log'), `${turn}`.repeat(256 * 1024));
      log.error('x', new Error());
    }
    expect(readdirSync(folder).sort()).toEqual([
      'program.1.log',
      'program.2.log',
      'program.3.log',
      'program.log',
    ]);
    expect(readFileSync(join(folder, 'program.1.log'), 'utf8')[0]).toBe('5');
    expect(readFileSync(join(folder, 'program.3.log'), 'utf8')[0]).toBe('3');
  });

  it('never hurts the program when it cannot be written', () => {
    writeFileSync(join(folder, 'taken'), '');
    expect(() => createLog(join(folder, 'taken'), clock).error('x', new Error())).not.toThrow();
  });
});
