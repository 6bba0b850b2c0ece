import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

/** The real `electron/cli.ts` as a script meets it: arguments, standard streams, exit code. */
const entry = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'command-line-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(words: readonly string[], input: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [entry, ...words, '--data', join(folder, '学校')], {
    env: { ...process.env, LEDGER_PASSWORD: '', ...environment },
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { stdout, stderr, code };
}

describe('the command line as a process', () => {
  const password = '命令行密码-2026';

  it('keeps JSON on stdout and words on stderr, reads password and records from stdin, and ends by itself', async () => {
    const made = await run(
      ['init', '--school', '清泉学校', '--type', '小学', '--account', '王办事', '--password-stdin'],
      `${password}\n`,
    );
    expect(made.code).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ recoveryCode: expect.any(String) as unknown });
    expect(made.stderr).toContain('恢复码');

    const records = ['单欣怡', '赵明'].map((name) =>
      JSON.stringify({ values: { name, sex: '女', staffKind: '专任教师' } }),
    );
    const added = await run(
      ['add', '--ledger', 'staff', '--password-stdin'],
      [password, ...records].join('\n'),
    );
    expect(added.code).toBe(0);
    expect(JSON.parse(added.stdout)).toMatchObject({ added: 2 });

    const found = await run(['search', 'sxy'], '', { LEDGER_PASSWORD: password });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(found.stdout)).toMatchObject([{ title: '单欣怡' }]);
  });

  it('ends with 2, 3 and 4 for wrong use, refused input and a wrong password', async () => {
    const environment = { LEDGER_PASSWORD: password };
    const wrongUse = await run(['records'], '', environment);
    expect(wrongUse).toMatchObject({ code: 2, stdout: '' });
    const refused = await run(['add', '--ledger', 'staff'], '{"values":{}}', environment);
    expect(refused.code).toBe(3);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      refused: { problems: [{ line: 1 }, { line: 1 }, {}] },
    });
    const locked = await run(['records', '--ledger', 'staff'], '', { LEDGER_PASSWORD: '别的密码-2026' });
    expect(locked.code).toBe(4);
    expect(JSON.parse(locked.stdout)).toMatchObject({ refused: { kind: 'wrongPassword' } });
    for (const { stderr } of [wrongUse, refused, locked]) expect(stderr).toMatch(/\p{Script=Han}.*。/u);
  });
});
