import { setImmediate } from 'node:timers/promises';
import { Jimp } from 'jimp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstSchool, startWindowless, type WindowlessApplication } from '#test/support/application.ts';
import { failureOf, valueOf } from '#test/support/temporarySchool.ts';

let program: WindowlessApplication;
beforeEach(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', firstSchool));
});
afterEach(() => program.remove());

const add = (name: string, content: Buffer) =>
  program.call('attachment.add', {
    ledger: 'partyMeeting',
    kind: '照片',
    name,
    content: content.toString('base64'),
  });

test('a photo is scaled in a thread of its own, and kept in the name of whoever added it', async () => {
  const photo = await new Jimp({ width: 2400, height: 1200, color: 0x9db7c9ff }).getBuffer('image/jpeg');
  const adding = add('会场.jpg', photo);
  await setImmediate();
  expect(program.app.jobs.running()).toBe(1);
  const { ref, bytes } = valueOf(await adding);
  expect(ref).toMatchObject({ kind: '照片', name: '会场.jpg' });
  const { store } = program.app.session.current() ?? {};
  const row = store?.read.db.prepare('SELECT bytes, created_by FROM attachment WHERE id = ?').get(ref.id);
  expect(row).toEqual({ bytes, created_by: firstSchool.accountName });
});

test('a damaged photo is refused by its name, and a small paper needs no thread', async () => {
  const damaged = Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200021101031101',
    'hex',
  );
  expect(failureOf(await add('坏.jpg', damaged)).sentence).toContain('坏.jpg');
  const adding = add('会议记录.txt', Buffer.from('记录'));
  await setImmediate();
  expect(program.app.jobs.running()).toBe(0);
  valueOf(await adding);
});
