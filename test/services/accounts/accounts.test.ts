import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/rights.ts';
import { firstSchool, startWindowless, type WindowlessApplication } from '#test/support/application.ts';
import { failureOf, valueOf } from '#test/support/temporarySchool.ts';

let program: WindowlessApplication;
beforeEach(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', firstSchool));
});
afterEach(() => program.remove());

const enter = async (accountName: string, password: string) => {
  await program.call('session.lock', {});
  return program.call('session.unlock', { accountName, password });
};
const aColleague = async (name: string, roles: Role[]) =>
  valueOf(await program.call('accounts.create', { name, roles, password: `${name}的密码-1` }));
const as = async (name: string) => valueOf(await enter(name, `${name}的密码-1`));
const asAdministrator = async () => valueOf(await enter('王办事', firstSchool.password));

describe('accounts', () => {
  it('let each person in by an own password, with the rights of the role', async () => {
    await aColleague('李党务', ['partyAffairs']);
    const state = await as('李党务');
    expect(state).toMatchObject({ stage: 'open', account: { name: '李党务', roles: ['partyAffairs'] } });
    const query = (ledger: string) =>
      program.call('ledger.list', { query: { ledger }, page: 0, pageSize: 10 });
    expect((await query('partyMeeting')).ok).toBe(true);
    expect(failureOf(await query('ethicsCase')).kind).toBe('forbidden');
    expect(failureOf(await program.call('accounts.list', {})).kind).toBe('forbidden');
    expect(failureOf(await program.call('backup.list', {})).kind).toBe('forbidden');
  });

  it('let a person who only runs the program see no Party records', async () => {
    await aColleague('赵网管', ['administrator']);
    await as('赵网管');
    const listed = await program.call('ledger.list', {
      query: { ledger: 'partyMember' },
      page: 0,
      pageSize: 10,
    });
    expect(failureOf(listed).kind).toBe('forbidden');
    expect((await program.call('accounts.list', {})).ok).toBe(true);
  });

  it('refuse a name that is in use', async () => {
    await aColleague('李党务', ['reader']);
    const refused = failureOf(
      await program.call('accounts.create', {
        name: '李党务',
        roles: ['reader'],
        password: '另外一个密码-1',
      }),
    );
    expect(refused.kind).toBe('conflict');
    expect(valueOf(await program.call('accounts.list', {})).map(({ name }) => name)).toEqual([
      '王办事',
      '李党务',
    ]);
  });

  it('change roles and passwords from the next call on', async () => {
    const { id } = await aColleague('李党务', ['reader']);
    valueOf(await program.call('accounts.setRoles', { id, roles: ['ethics', 'ethics'] }));
    valueOf(await program.call('accounts.setPassword', { id, password: '重新设的密码-1' }));
    expect(failureOf(await enter('李党务', '李党务的密码-1')).kind).toBe('wrongPassword');
    const state = valueOf(await enter('李党务', '重新设的密码-1'));
    expect(state).toMatchObject({ account: { roles: ['ethics'] } });
  });

  it('are withdrawn for good: no key, no name on the lock screen, but still listed', async () => {
    const { id } = await aColleague('李党务', ['partyAffairs']);
    valueOf(await program.call('accounts.withdraw', { id }));
    expect(failureOf(await enter('李党务', '李党务的密码-1')).kind).toBe('wrongPassword');
    expect(valueOf(await program.call('session.state', {}))).toMatchObject({ accountNames: ['王办事'] });
    await asAdministrator();
    const listed = valueOf(await program.call('accounts.list', {}));
    expect(listed.map(({ name, active }) => ({ name, active }))).toEqual([
      { name: '王办事', active: true },
      { name: '李党务', active: false },
    ]);
    expect(
      failureOf(await program.call('accounts.setPassword', { id, password: '重新设的密码-1' })).kind,
    ).toBe('notFound');
    // The same name may come back as another account.
    expect((await aColleague('李党务', ['reader'])).id).not.toBe(id);
  });

  it('never lose the last administrator', async () => {
    const [first] = valueOf(await program.call('accounts.list', {}));
    const id = first?.id ?? '';
    expect(failureOf(await program.call('accounts.withdraw', { id })).sentence).toContain('最后一位管理员');
    expect(failureOf(await program.call('accounts.setRoles', { id, roles: ['head'] })).kind).toBe('conflict');
    await aColleague('赵网管', ['administrator']);
    expect(failureOf(await program.call('accounts.withdraw', { id })).sentence).toContain('自己');
    valueOf(await program.call('accounts.setRoles', { id, roles: ['head'] }));
    expect(failureOf(await program.call('accounts.list', {})).kind).toBe('forbidden');
  });
});
