import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeAtomically } from '#electron/documents/atomicWrite.ts';
import { writeWorkbook } from '#electron/documents/writeWorkbook.ts';
import { allRecords, createRecord } from '#electron/store/records/records.ts';
import { serviceBusyTime } from '#shared/ledgers/afterSchool/serviceBusyTime.ts';
import { serviceTeacher } from '#shared/ledgers/afterSchool/serviceTeacher.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { fileDesk, type FileDesk } from '../../support/fileDesk.ts';
import { schoolId, valueOf } from '../../support/temporarySchool.ts';

let desk: FileDesk;
beforeEach(() => {
  desk = fileDesk();
  for (const name of ['王芳', '李明', '赵强'])
    desk.school.store.write(desk.school.change(), (w) =>
      valueOf(
        createRecord(w, staff, {
          id: desk.school.newId(),
          schoolId,
          values: { name, sex: '女', staffKind: '专任教师', subject: '语文' },
          period: null,
          state: 'finished',
        }),
      ),
    );
});
afterEach(() => desk.close());

async function sheetOf(title: string, headers: readonly string[], rows: readonly (readonly string[])[]) {
  const path = join(desk.folder, `${title}.xlsx`);
  const sheet = {
    name: '课表',
    title,
    headers: [headers.map((text) => ({ text }))],
    columns: headers.map(() => ({ width: 12, form: 'text' as const })),
    rows,
  };
  valueOf(await writeAtomically(path, (stream) => writeWorkbook(stream, [sheet])));
  return path;
}

/** Chooses, previews and brings in the rows that hold. */
async function bringIn(path: string, ledger: string) {
  const source = await desk.choose(path, ledger);
  const [sheet] = source.sheets;
  if (!sheet) throw new Error('no sheet');
  const { importId } = source;
  const order = { importId, sheet: sheet.sheet, ledger, mapping: [...sheet.mapping], period: '2026-2027-1' };
  const seen = valueOf(await desk.imports['import.preview']({ ...order, jobId: randomUUID() }, desk.caller));
  valueOf(
    await desk.imports['import.commit']({ importId, jobId: randomUUID(), skipProblems: true }, desk.caller),
  );
  return seen;
}

const week = ['星期一', '星期二', '星期三', '星期四', '星期五'];

test('a class’s timetable becomes the times in which its teachers can’t serve', async () => {
  const path = await sheetOf(
    '山丹县测试学校三年级2班课程表',
    ['节次', '时间', ...week],
    [
      ['1', '8:30-9:10', '语文 王芳', '数学 李明', '语文 王芳', '数学 李明', '体育 周外聘'],
      ['7', '16:20-17:00', '', '体育（赵强）', '', '体育（赵强）', ''],
    ],
  );
  const seen = await bringIn(path, 'serviceBusyTime');
  expect(seen.counts).toEqual({ new: 3, changed: 0, same: 0, problem: 1 });
  expect(seen.problems[0]?.value).toBe('周外聘');
  const busy = allRecords(desk.school.store.read, serviceBusyTime).map(({ values }) => values);
  expect(busy.find(({ label }) => label === '三年级2班体育课')).toMatchObject({
    kind: '上课',
    weekdays: ['周二', '周四'],
    startsAt: '16:20',
    endsAt: '17:00',
  });
});

test('the list of teachers comes in with duties and limits', async () => {
  const path = await sheetOf(
    '课后服务教师名单',
    ['序号', '教师', '承担', '每天最多', '每周最多', '不便的日子'],
    [
      ['1', '王芳', '授课、看护', '2', '6', '周三'],
      ['2', '赵强', '看护、安保', '1', '5', ''],
    ],
  );
  const seen = await bringIn(path, 'serviceTeacher');
  expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, problem: 0 });
  expect(
    allRecords(desk.school.store.read, serviceTeacher).map(({ values }) => [
      values.duties,
      values.maxPerWeek,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [['授课', '看护'], 6],
      [['看护', '安保'], 5],
    ]),
  );
});
