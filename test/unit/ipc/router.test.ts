import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { createRouter } from '#electron/ipc/router.ts';
import type { Caller, Handlers } from '#electron/ipc/handlers.ts';
import type { Session } from '#electron/services/accounts/session.ts';
import { contract, type Channel } from '#shared/contract/index.ts';
import { roles, type Role } from '#shared/contract/rights.ts';
import { success } from '#shared/kernel/result.ts';

/** A router whose handlers only note that they ran; `signedIn` are the roles of the open account. */
function aRouter(signedIn: readonly Role[] | null, own: Partial<Handlers> = {}) {
  const ran: { channel: string; input: unknown; caller: Caller | null }[] = [];
  const noting = Object.fromEntries(
    Object.keys(contract).map((channel) => [
      channel,
      (input: unknown, caller: Caller | null) => {
        ran.push({ channel, input, caller });
        return success(null);
      },
    ]),
  );
  const account = { id: 'a', name: '王办事', roles: signedIn ?? [], active: true, createdAt: '' };
  const current = signedIn ? ({ account, store: {} } as Caller) : null;
  const lockIfIdle = vi.fn(async () => undefined);
  const session = { current: () => current, lockIfIdle } as unknown as Session;
  const error = vi.fn();
  const handle = createRouter({ ...noting, ...own }, session, { error });
  return { handle, ran, error, lockIfIdle };
}

const listOf = (ledger: string) => ({ query: { ledger }, page: 0, pageSize: 10 });

describe('the door', () => {
  it.each(['', 'no.such.call', 'constructor', '__proto__', 'toString'])(
    'does not know %j',
    async (channel) => {
      const { handle, ran } = aRouter(['head']);
      expect(await handle(channel, {})).toMatchObject({ ok: false, failure: { kind: 'notFound' } });
      expect(ran).toEqual([]);
    },
  );

  it('lets nothing past that the contract does not describe', async () => {
    const { handle, ran } = aRouter(['head']);
    const answer = await handle('ledger.list', { query: { ledger: 3 }, page: -1, pageSize: 10_000 });
    expect(answer).toEqual({
      ok: false,
      failure: {
        kind: 'invalidInput',
        sentence: '有 3 处填写得不对，请按提示改正。',
        problems: [
          { path: 'query.ledger', sentence: '这里的内容不对，请重新填写。' },
          { path: 'page', sentence: '不能小于 0。' },
          { path: 'pageSize', sentence: '不能大于 500。' },
        ],
      },
    });
    expect(ran).toEqual([]);
  });

  it('gives one problem as its own sentence, and the defaults to the handler', async () => {
    const { handle, ran } = aRouter(['administrator']);
    expect(await handle('accounts.setRoles', { id: crypto.randomUUID(), roles: [] })).toMatchObject({
      failure: { sentence: '请至少选一个角色。' },
    });
    await handle('accounts.list', {});
    expect(ran).toHaveLength(1);
    const reader = aRouter(['head']);
    await reader.handle('ledger.list', listOf('staff'));
    expect(reader.ran[0]?.input).toMatchObject({ query: { filters: [], sort: [], deleted: false } });
  });

  it.each(Object.keys(contract) as Channel[])('speaks Chinese when %s gets nonsense', async (channel) => {
    const { handle } = aRouter([...roles]);
    const answer = await handle(channel, 'nonsense');
    if (answer.ok) throw new Error('nonsense was accepted');
    expect(answer.failure.kind).toBe('invalidInput');
    for (const { sentence } of answer.failure.problems ?? []) expect(sentence).toMatch(/^[^A-Za-z]+$/);
  });

  it('opens to nobody while the file is locked, but for the calls that open it', async () => {
    const { handle, ran } = aRouter(null);
    for (const channel of ['ledger.recycleBin', 'accounts.list', 'settings.get', 'session.lock'])
      expect(await handle(channel, {}), channel).toMatchObject({ failure: { kind: 'locked' } });
    expect(await handle('session.state', {})).toEqual(success(null));
    expect(ran.map(({ channel }) => channel)).toEqual(['session.state']);
    expect(ran[0]?.caller).toBeNull();
  });

  it('looks whether the person has left before anything else is answered', async () => {
    const { handle, lockIfIdle } = aRouter(['head']);
    await handle('settings.get', {});
    expect(lockIfIdle).toHaveBeenCalledOnce();
  });

  it.each([
    ['head', 'partyMeeting', true, true],
    ['partyAffairs', 'partyMeeting', true, true],
    ['partyAffairs', 'ethicsCase', false, false],
    ['partyAffairs', 'staff', true, false],
    ['ethics', 'ethicsCase', true, true],
    ['ethics', 'partyMember', false, false],
    ['teaching', 'serviceSlot', true, true],
    ['teaching', 'ethicsCase', false, false],
    ['reader', 'partyMeeting', true, false],
    ['reader', 'ethicsCase', false, false],
    ['administrator', 'staff', true, true],
    ['administrator', 'partyMember', false, false],
  ] as const)('lets %s into %s: read %s, write %s', async (role, ledger, read, write) => {
    const { handle } = aRouter([role]);
    expect((await handle('ledger.list', listOf(ledger))).ok).toBe(read);
    const removed = await handle('ledger.remove', { ledger, ids: [crypto.randomUUID()] });
    expect(removed.ok).toBe(write);
    if (!removed.ok) expect(removed.failure.kind).toBe('forbidden');
  });

  it('adds up the rights of several roles', async () => {
    const { handle } = aRouter(['reader', 'ethics']);
    expect((await handle('ledger.list', listOf('ethicsCase'))).ok).toBe(true);
    expect((await handle('ledger.list', listOf('partyMeeting'))).ok).toBe(true);
  });

  it.each([
    ['accounts.list', 'administrator', 'head'],
    ['backup.list', 'head', 'teaching'],
    ['export.log', 'administrator', 'ethics'],
    ['import.batches', 'teaching', 'reader'],
  ] as const)('gives %s to %s and not to %s', async (channel, allowed, refused) => {
    expect((await aRouter([allowed]).handle(channel, {})).ok).toBe(true);
    expect(await aRouter([refused]).handle(channel, {})).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  it('does not know a ledger that is not there', async () => {
    expect(await aRouter(['head']).handle('ledger.list', listOf('noSuchLedger'))).toMatchObject({
      failure: { kind: 'notFound' },
    });
  });

  it('answers a fault with a sentence and logs it without what it says', async () => {
    const fault = new TypeError('张三');
    const { handle, error } = aRouter(['head'], {
      'settings.get': () => {
        throw fault;
      },
    });
    const answer = await handle('settings.get', {});
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
    expect(JSON.stringify(answer)).not.toContain('张三');
    expect(error).toHaveBeenCalledWith('settings.get', fault);
  });

  it.each([
    ['a full disk', writeWithoutRoom, 'SQLITE_FULL', 'fileProblem', '磁盘空间不足'],
    ['another writer', writeBesideAnother, 'SQLITE_BUSY', 'unavailable', '正被另一个程序使用'],
    [
      'a mistake of ours',
      () => new Database(':memory:').exec('没有这句'),
      'SQLITE_ERROR',
      'unavailable',
      '程序出了差错',
    ],
  ])(
    'answers what %s does to the database with its own sentence, and logs it',
    async (_, work, code, kind, words) => {
      const { handle, error } = aRouter(['head'], { 'settings.get': () => work() as never });
      expect(await handle('settings.get', {})).toMatchObject({
        ok: false,
        failure: { kind, sentence: expect.stringContaining(words) as string },
      });
      expect(error).toHaveBeenCalledWith('settings.get', expect.objectContaining({ code }));
    },
  );
});

/** Throws as a database does that can't grow. */
function writeWithoutRoom(): void {
  const db = new Database(':memory:');
  try {
    db.exec('CREATE TABLE t (x); PRAGMA max_page_count = 2; INSERT INTO t VALUES (zeroblob(100000))');
  } finally {
    db.close();
  }
}

/** Throws as a database does that another connection is writing to. */
function writeBesideAnother(): void {
  const folder = mkdtempSync(join(tmpdir(), 'busy-'));
  const file = join(folder, 'x');
  const other = new Database(file);
  const db = new Database(file, { timeout: 0 });
  try {
    other.exec('BEGIN IMMEDIATE');
    db.exec('BEGIN IMMEDIATE');
  } finally {
    db.close();
    other.close();
    rmSync(folder, { recursive: true });
  }
}
