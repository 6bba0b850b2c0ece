import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstSchool, startWindowless, type WindowlessApplication } from '#test/support/application.ts';
import { failureOf, valueOf } from '#test/support/temporarySchool.ts';

let program: WindowlessApplication;
beforeEach(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', firstSchool));
});
afterEach(() => program.remove());

const settings = async () => valueOf(await program.call('settings.get', {}));
const logged = async () => valueOf(await program.call('access.log', {})).map(({ what }) => what);

describe('the school’s settings', () => {
  it('rename the school everywhere: in its record, in the session and on the lock screen', async () => {
    const saved = await program.call('settings.save', {
      ...(await settings()),
      schoolName: '山丹县新名学校',
      largeFont: 125,
    });
    expect(valueOf(saved)).toMatchObject({ schoolName: '山丹县新名学校', largeFont: 125 });
    expect(valueOf(await program.call('session.state', {}))).toMatchObject({
      school: { name: '山丹县新名学校' },
    });
    expect(valueOf(await program.call('session.lock', {}))).toMatchObject({ schoolName: '山丹县新名学校' });
  });

  it('take a second place for backups from the dialog, and refuse half an address at its field', async () => {
    program.answers.push('/media/stick/备份');
    expect(valueOf(await program.call('settings.chooseBackupFolder', {}))).toBe('/media/stick/备份');
    expect(valueOf(await program.call('settings.chooseBackupFolder', {}))).toBeNull();
    const refused = failureOf(
      await program.call('settings.save', { ...(await settings()), backupFolder: '备份' }),
    );
    expect(refused.problems?.map(({ path }) => path)).toEqual(['backupFolder']);
    expect((await settings()).backupFolder).toBeNull();
  });
});

describe('the year’s holidays', () => {
  const madeUp2026 = async () =>
    valueOf(await program.call('calendar.days', { year: 2026 })).filter((day) => !day.isOffDay);
  const importFile = async (content: unknown) => {
    const path = join(program.root, '..', '放假安排.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    program.answers.push(path);
    return program.call('calendar.import', {});
  };
  const offDay = (date: string, name = '元旦') => ({ date, name, isOffDay: true });

  it('of a later year come in from a published file, without the days that belong to the year before', async () => {
    expect(valueOf(await program.call('calendar.days', { year: 2027 }))).toEqual([]);
    const imported = await importFile({
      year: 2027,
      days: [
        offDay('2026-12-31'),
        offDay('2027-01-01'),
        offDay('2027-01-02'),
        offDay('2027-10-01', '国庆节'),
      ],
    });
    expect(valueOf(imported)).toEqual({ year: 2027, days: 3 });
    const days = valueOf(await program.call('calendar.days', { year: 2027 }));
    expect(days.map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02', '2027-10-01']);
    expect(await logged()).toEqual(['导入2027年放假安排，共 3 天']);
  });

  it('keep whose timetable a make-up day follows when the year is imported anew', async () => {
    expect((await madeUp2026()).every(({ followWeekday }) => followWeekday === null)).toBe(true);
    valueOf(await program.call('calendar.setFollowWeekday', { date: '2026-10-10', weekday: 4 }));
    valueOf(
      await importFile([
        { date: '2026-10-10', name: '国庆节', isOffDay: false },
        { date: '2026-09-20', name: '国庆节', isOffDay: false },
        offDay('2026-10-01', '国庆节'),
      ]),
    );
    expect((await madeUp2026()).map(({ date, followWeekday }) => [date, followWeekday])).toEqual([
      ['2026-09-20', null],
      ['2026-10-10', 4],
    ]);
  });

  it.each([
    ['no list of days', '{"天":[]}', '不是放假安排'],
    ['no JSON', '日期,名称\n2027-01-01,元旦', '不是放假安排'],
    ['one day twice', [offDay('2027-01-01'), offDay('2027-01-01')], '出现了两次'],
  ])('are left as they were by a file with %s', async (_, content, sentence) => {
    expect(failureOf(await importFile(content)).sentence).toContain(sentence);
    expect(valueOf(await program.call('calendar.days', { year: 2027 }))).toEqual([]);
  });

  it('take a timetable for make-up days only', async () => {
    const refused = await program.call('calendar.setFollowWeekday', { date: '2026-10-01', weekday: 1 });
    expect(failureOf(refused).kind).toBe('notFound');
  });
});

describe('the access log', () => {
  it('names every change of an account, and is for head and administrator alone', async () => {
    const password = '最初设的密码-1';
    const { id } = valueOf(
      await program.call('accounts.create', { name: '李师德', roles: ['ethics'], password }),
    );
    valueOf(await program.call('accounts.setRoles', { id, roles: ['ethics', 'reader'] }));
    valueOf(await program.call('accounts.setPassword', { id, password: '另一个新密码-2' }));
    valueOf(await program.call('accounts.renewRecoveryCode', {}));
    valueOf(await program.call('session.unlock', { accountName: '李师德', password: '另一个新密码-2' }));
    expect(failureOf(await program.call('access.log', {})).kind).toBe('forbidden');
    expect(failureOf(await program.call('settings.chooseBackupFolder', {})).kind).toBe('forbidden');

    valueOf(await program.call('session.unlock', { accountName: '王办事', password: firstSchool.password }));
    valueOf(await program.call('accounts.withdraw', { id }));
    expect(await logged()).toEqual([
      '停用账号：李师德',
      '更换恢复码',
      '设新密码：李师德',
      '修改角色：李师德（师德、查阅）',
      '新建账号：李师德（师德）',
    ]);
  });

  it('has no line for what was refused', async () => {
    const [own] = valueOf(await program.call('accounts.list', {}));
    failureOf(await program.call('accounts.withdraw', { id: own?.id ?? '' }));
    expect(await logged()).toEqual([]);
  });
});
