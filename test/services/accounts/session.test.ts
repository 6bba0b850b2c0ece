import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '#electron/desktop/desktop.ts';
import { listBackups } from '#electron/store/backups/backup.ts';
import { schoolFolder } from '#electron/store/schoolFolder.ts';
import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { term } from '#shared/ledgers/base/term.ts';
import { firstSchool, startWindowless, type WindowlessApplication } from '#test/support/application.ts';
import { failureOf, valueOf } from '#test/support/temporarySchool.ts';
import { autumnTerm } from '../../support/autumnTerm.ts';

const started: WindowlessApplication[] = [];
function start(options: Parameters<typeof startWindowless>[0] = {}): WindowlessApplication {
  const application = startWindowless(options);
  started.push(application);
  return application;
}
async function restart(application: WindowlessApplication): Promise<WindowlessApplication> {
  const again = await application.restart();
  started.push(again);
  return again;
}
async function aSchool(options: Parameters<typeof startWindowless>[0] = {}) {
  const program = start(options);
  const { recoveryCode } = valueOf(await program.call('session.createSchool', firstSchool));
  return { program, recoveryCode };
}
const unlock = (program: WindowlessApplication, accountName: string, password: string) =>
  program.call('session.unlock', { accountName, password });
const stageOf = async (program: WindowlessApplication) =>
  valueOf(await program.call('session.state', {})).stage;
function keptSums({ app }: WindowlessApplication): number {
  const kept = app.session.current()?.store.read.db.prepare<[], number>('SELECT count(*) FROM kept_sum');
  return kept?.pluck().get() ?? 0;
}

afterEach(async () => {
  for (const program of started.splice(0)) await program.remove();
});

describe('first start', () => {
  it('offers a new school where there is none, and opens it to its maker', async () => {
    const program = start();
    expect(await stageOf(program)).toBe('noSchool');
    const made = valueOf(await program.call('session.createSchool', firstSchool));
    expect(made.recoveryCode).toMatch(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
    expect(made.state).toMatchObject({
      stage: 'open',
      school: { name: '山丹县测试学校', type: '九年一贯制学校' },
      account: { name: '王办事', roles: ['head', 'administrator'], active: true },
      demo: false,
    });
    expect(program.events).toContainEqual({ type: 'session.changed' });
  });

  it('never makes a second school over the first', async () => {
    const { program } = await aSchool();
    expect(failureOf(await program.call('session.createSchool', firstSchool)).kind).toBe('conflict');
    valueOf(await program.call('session.lock', {}));
    expect(failureOf(await program.call('session.createSchool', firstSchool)).kind).toBe('conflict');
    expect(valueOf(await unlock(program, '王办事', firstSchool.password)).stage).toBe('open');
  });

  it('says in Chinese at the field what is wrong with the answers', async () => {
    const program = start();
    const refused = failureOf(
      await program.call('session.createSchool', { ...firstSchool, schoolName: ' ', password: '短' }),
    );
    expect(refused.kind).toBe('invalidInput');
    expect(refused.problems).toEqual([
      { path: 'schoolName', sentence: '请写学校全称。' },
      { path: 'password', sentence: '密码至少 8 位。' },
    ]);
    expect(await stageOf(program)).toBe('noSchool');
  });
});

describe('unlocking', () => {
  it('asks for the password after a restart, tells names only, and refuses a wrong one without harm', async () => {
    const { program } = await aSchool();
    const again = await restart(program);
    expect(valueOf(await again.call('session.state', {}))).toMatchObject({
      stage: 'locked',
      schoolName: '山丹县测试学校',
      accountNames: ['王办事'],
      deviceUnlock: null,
    });
    for (let attempt = 0; attempt < 3; attempt++)
      expect(failureOf(await unlock(again, '王办事', '错误的密码')).kind).toBe('wrongPassword');
    expect(failureOf(await unlock(again, '别人', firstSchool.password)).kind).toBe('wrongPassword');
    expect(valueOf(await unlock(again, '王办事', firstSchool.password)).stage).toBe('open');
  });

  it('refuses every call of a signed-in person while locked', async () => {
    const { program } = await aSchool();
    valueOf(await program.call('session.lock', {}));
    expect(failureOf(await program.call('accounts.list', {})).kind).toBe('locked');
    expect(failureOf(await program.call('settings.get', {})).kind).toBe('locked');
  });

  it('takes the new password after a change, and the old one no more', async () => {
    const { program } = await aSchool();
    const refused = failureOf(
      await program.call('session.changePassword', { oldPassword: '不是它', newPassword: '新的密码-2027' }),
    );
    expect(refused).toMatchObject({ kind: 'wrongPassword', problems: [{ path: 'oldPassword' }] });
    valueOf(
      await program.call('session.changePassword', {
        oldPassword: firstSchool.password,
        newPassword: '新的密码-2027',
      }),
    );
    const again = await restart(program);
    expect(failureOf(await unlock(again, '王办事', firstSchool.password)).kind).toBe('wrongPassword');
    expect(valueOf(await unlock(again, '王办事', '新的密码-2027')).stage).toBe('open');
  });

  it('opens with the printed recovery code and a new password', async () => {
    const { program, recoveryCode } = await aSchool();
    const again = await restart(program);
    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    const input = { recoveryCode: typed, accountName: '王办事', newPassword: '找回来的密码-1' };
    expect(
      failureOf(await again.call('session.unlockWithRecoveryCode', { ...input, accountName: '没有这人' }))
        .kind,
    ).toBe('notFound');
    expect(valueOf(await again.call('session.unlockWithRecoveryCode', input)).stage).toBe('open');
    const once = await restart(again);
    expect(valueOf(await unlock(once, '王办事', '找回来的密码-1')).stage).toBe('open');
  });

  it('ends the old recovery code when a new one is made', async () => {
    const { program, recoveryCode } = await aSchool();
    const renewed = valueOf(await program.call('accounts.renewRecoveryCode', {})).recoveryCode;
    const again = await restart(program);
    const open = (code: string) =>
      again.call('session.unlockWithRecoveryCode', {
        recoveryCode: code,
        accountName: '王办事',
        newPassword: '找回来的密码-1',
      });
    expect(failureOf(await open(recoveryCode)).kind).toBe('wrongPassword');
    expect(valueOf(await open(renewed)).stage).toBe('open');
  });
});

describe('unlocking on this PC', () => {
  /** A key store as of one PC's user: seals by turning every bit. */
  function aKeyStore(): KeyStore & { broken: boolean } {
    return {
      broken: false,
      seal: async (secret) => secret.map((byte) => byte ^ 0xff),
      async open(sealed) {
        return this.broken ? null : sealed.map((byte) => byte ^ 0xff);
      },
    };
  }

  it('opens without a password once it is switched on, and not after it is switched off', async () => {
    const keyStore = aKeyStore();
    const { program } = await aSchool({ keyStore });
    valueOf(await program.call('session.setUnlockOnThisPc', { enabled: true }));
    const again = await restart(program);
    expect(valueOf(await again.call('session.state', {}))).toMatchObject({
      deviceUnlock: '王办事',
    });
    expect(valueOf(await again.call('session.unlockOnThisPc', {}))).toMatchObject({
      stage: 'open',
      deviceUnlock: '王办事',
    });
    valueOf(await again.call('session.setUnlockOnThisPc', { enabled: false }));
    const last = await restart(again);
    expect(failureOf(await last.call('session.unlockOnThisPc', {})).kind).toBe('unavailable');
  });

  it('asks for the password on another PC', async () => {
    const keyStore = aKeyStore();
    const { program } = await aSchool({ keyStore });
    valueOf(await program.call('session.setUnlockOnThisPc', { enabled: true }));
    const again = await restart(program);
    keyStore.broken = true;
    expect(failureOf(await again.call('session.unlockOnThisPc', {})).kind).toBe('unavailable');
    expect(await stageOf(again)).toBe('locked');
  });

  it('is not offered where the system has no key store', async () => {
    const { program } = await aSchool();
    expect(failureOf(await program.call('session.setUnlockOnThisPc', { enabled: true })).kind).toBe(
      'unavailable',
    );
  });
});

describe('lock after idling', () => {
  it('locks when nobody has been there for the school’s minutes, and stays open for who is', async () => {
    const { program } = await aSchool();
    const settings = valueOf(await program.call('settings.get', {}));
    valueOf(await program.call('settings.save', { ...settings, idleMinutes: 10 }));
    program.setNow('2026-11-24T06:39:00.000Z');
    valueOf(await program.call('session.touch', {}));
    program.setNow('2026-11-24T06:48:59.000Z');
    expect((await program.call('settings.get', {})).ok).toBe(true);
    program.setNow('2026-11-24T06:49:00.000Z');
    expect(failureOf(await program.call('settings.get', {})).kind).toBe('locked');
    expect(await stageOf(program)).toBe('locked');
  });
});

describe('backups', () => {
  it('are taken on closing when something changed, and only then', async () => {
    const { program } = await aSchool();
    const settings = valueOf(await program.call('settings.get', {}));
    valueOf(await program.call('settings.save', { ...settings, schoolName: '山丹县新名学校' }));
    const again = await restart(program);
    const backups = listBackups(schoolFolder(program.root).backups);
    expect(backups.map(({ reason, verified }) => ({ reason, verified }))).toEqual([
      { reason: 'automatic', verified: true },
    ]);
    valueOf(await unlock(again, '王办事', firstSchool.password));
    await restart(again);
    expect(listBackups(schoolFolder(program.root).backups)).toHaveLength(1);
  });

  it('are not taken for what the program keeps of its own when somebody looks at the dashboard', async () => {
    const { program } = await aSchool();
    const save = async (definition: AnyLedger, values: LooseValues, period = '2026-2027-1') => {
      const id = randomUUID();
      const record = { id, values: { ...emptyValues(definition), ...values }, period };
      const stored = { ...record, state: 'finished', baseRevision: null } as const;
      valueOf(await program.call('ledger.save', { ledger: definition.id, ...stored }));
      return id;
    };
    await save(term, autumnTerm);
    const course = await save(serviceCourse, {
      name: '作业辅导',
      kind: '作业辅导',
      gradeFrom: 1,
      gradeTo: 6,
    });
    const held = { heldOn: '2026-11-23', startsAt: '16:30', endsAt: '18:30', kind: '课后服务', course };
    await save(serviceSlot, held);
    const again = await restart(program);
    valueOf(await unlock(again, '王办事', firstSchool.password));
    valueOf(await again.call('checks.dashboard', {}));
    expect(keptSums(again)).toBe(1);
    await restart(again);
    expect(listBackups(schoolFolder(program.root).backups)).toHaveLength(1);
  });

  it('bring an earlier state back, on this PC and on a new one', async () => {
    const { program } = await aSchool();
    const taken = valueOf(await program.call('backup.create', { jobId: randomUUID(), target: 'usual' }));
    const settings = valueOf(await program.call('settings.get', {}));
    valueOf(await program.call('settings.save', { ...settings, schoolName: '改错了的校名' }));
    const restored = valueOf(await program.call('backup.restore', { path: taken?.path ?? '' }));
    expect(restored.state).toMatchObject({ stage: 'locked', schoolName: '山丹县测试学校' });
    expect(valueOf(await unlock(program, '王办事', firstSchool.password))).toMatchObject({
      school: { name: '山丹县测试学校' },
    });

    const other = start();
    other.answers.push(taken?.path ?? '');
    expect(valueOf(await other.call('session.openBackup', {})).stage).toBe('locked');
    expect(valueOf(await unlock(other, '王办事', firstSchool.password)).stage).toBe('open');
  });

  it('that are damaged are refused while the school stays open', async () => {
    const { program } = await aSchool();
    const taken = valueOf(await program.call('backup.create', { jobId: randomUUID(), target: 'usual' }));
    truncateSync(join(taken?.path ?? '', 'school.ledger'), 4096);
    const before = readFileSync(schoolFolder(program.root).keys);
    const refused = failureOf(await program.call('backup.restore', { path: taken?.path ?? '' }));
    expect(refused).toMatchObject({
      kind: 'damaged',
      sentence: expect.stringContaining('现有数据没有受影响') as string,
    });
    expect(valueOf(await program.call('session.state', {})).stage).toBe('open');
    expect(readFileSync(schoolFolder(program.root).keys).equals(before)).toBe(true);
    expect(valueOf(await program.call('backup.list', {}))).toHaveLength(1);
  });

  it('are not asked for again when the dialog is closed', async () => {
    const program = start();
    expect(valueOf(await program.call('session.openBackup', {})).stage).toBe('noSchool');
    expect(failureOf(await program.call('session.openBackup', { path: '/没有/这里' })).kind).toBe(
      'fileProblem',
    );
  });
});

describe('a file that cannot be used', () => {
  it('is reported with the backups offered, left as it is, and replaced by a backup on request', async () => {
    const { program } = await aSchool();
    valueOf(await program.call('backup.create', { jobId: randomUUID(), target: 'usual' }));
    const again = await restart(program);
    const { database } = schoolFolder(again.root);
    const damaged = readFileSync(database);
    damaged.fill(0x55, 0, damaged.length);
    writeFileSync(database, damaged);

    const state = valueOf(await unlock(again, '王办事', firstSchool.password));
    expect(state).toMatchObject({ stage: 'unusable', sentence: expect.stringContaining('备份') as string });
    if (state.stage !== 'unusable') throw new Error('unreachable');
    expect(state.backups.length).toBeGreaterThan(0);
    expect(readFileSync(database).equals(damaged)).toBe(true);

    const path = state.backups[0]?.path ?? '';
    expect(valueOf(await again.call('session.openBackup', { path })).stage).toBe('locked');
    expect(valueOf(await unlock(again, '王办事', firstSchool.password)).stage).toBe('open');
  });

  it('is reported when the key file or the data file is gone', async () => {
    const { program } = await aSchool();
    const { keys, database } = schoolFolder(program.root);
    const again = await restart(program);
    writeFileSync(keys, '不是钥匙');
    expect(await stageOf(again)).toBe('unusable');
    expect(existsSync(database)).toBe(true);
  });
});
