import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAtomically } from '#electron/documents/atomicWrite.ts';
import { readWorkbookFile } from '#electron/documents/readWorkbook.ts';
import { writeWorkbook, type OutputCell, type OutputSheet } from '#electron/documents/writeWorkbook.ts';
import { ledgerHandlers } from '#electron/services/ledgers/ledgerHandlers.ts';
import { allRecords, countRecords, recycled } from '#electron/store/records/records.ts';
import { listExports } from '#electron/store/tables/exportLog.ts';
import { querySchema } from '#shared/contract/ledgers.ts';
import { checkCharacterOf } from '#shared/kernel/identityNumber.ts';
import type { AnyLedger, LooseValues } from '#shared/ledger/definition.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { classPlacement } from '#shared/ledgers/base/classPlacement.ts';
import { guardianConsent } from '#shared/ledgers/base/guardianConsent.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { schoolClass } from '#shared/ledgers/base/schoolClass.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { ledgers } from '#shared/ledgers/index.ts';
import { fileDesk, type FileDesk } from '../../support/fileDesk.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf } from '../officeCalls.ts';

let desk: FileDesk;
beforeEach(() => {
  desk = fileDesk();
});
afterEach(() => desk.close());

async function writeSheet(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly OutputCell[])[],
  look: Partial<OutputSheet> = {},
): Promise<string> {
  const path = join(desk.folder, `${name}.xlsx`);
  const sheet: OutputSheet = {
    name: 'Sheet1',
    headers: [headers.map((text) => ({ text }))],
    columns: headers.map(() => ({ width: 12, form: 'text' })),
    rows,
    ...look,
  };
  valueOf(await writeAtomically(path, (stream) => writeWorkbook(stream, [sheet])));
  return path;
}

function identity(index: number): string {
  const digits = `62072520150${(index % 9) + 1}${String((index % 28) + 1).padStart(2, '0')}${String(index % 1000).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
}

describe('a register of 1,400 pupils', () => {
  test('comes in as kept by the school, with title, units and odd spellings; then it can be undone', async () => {
    const rows = Array.from({ length: 1_400 }, (_, index): OutputCell[] => [
      index + 1,
      index % 7 === 0 ? '张 三' : `李${'一二三四五六七八九十'.charAt(index % 10)}`,
      index % 2 === 0 ? '男' : '女',
      identity(index),
      ['2015.3.5', '2015年3月5日', '20150305', '2015/3/5'][index % 4] ?? '',
      `1391234${String(index).padStart(4, '0')}`,
      index % 3 === 0 ? '√' : '否',
    ]);
    const path = await writeSheet(
      '学籍',
      ['序号', '学生姓名', '性别', '身份证件号', '出生年月日', '监护人联系电话', '是否寄宿'],
      rows,
      {
        title: '清泉学校学生花名册',
        subtitle: { left: '填报单位：清泉学校', right: '2026年11月' },
        signOff: '单位负责人：        审核人：',
      },
    );
    const seen = await desk.bringIn(path, 'pupil');
    expect(seen.counts).toEqual({ new: 1_400, changed: 0, same: 0, problem: 0 });
    const pupils = allRecords(desk.school.store.read, pupil);
    expect(pupils).toHaveLength(1_400);
    expect(pupils.every((record) => record.values.bornOn === '2015-03-05')).toBe(true);
    expect(pupils.some((record) => record.values.name === '张三' && record.values.boarder === true)).toBe(
      true,
    );

    const again = await desk.preview(await desk.choose(path), 'pupil');
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 1_400, problem: 0 });

    const [batch] = valueOf(await desk.imports['import.batches']({}, desk.caller));
    expect(batch).toMatchObject({ ledger: 'pupil', created: 1_400, changed: 0, undoneAt: null });
    const undone = valueOf(
      await desk.imports['import.undo']({ batchId: batch?.id ?? '', jobId: randomUUID() }, desk.caller),
    );
    expect(undone.undoneAt).not.toBeNull();
    expect(countRecords(desk.school.store.read, pupil)).toBe(0);
    expect(recycled(desk.school.store.read)).toHaveLength(1_400);
    const twice = await desk.imports['import.undo'](
      { batchId: batch?.id ?? '', jobId: randomUUID() },
      desk.caller,
    );
    expect(failureOf(twice).kind).toBe('conflict');
  });

  test('with mistakes names each cell, writes nothing, and the mended problem rows come in', async () => {
    const path = await writeSheet(
      '有错',
      ['姓名', '性别', '身份证号', '出生日期', '班级'],
      [
        ['王五', '男', identity(1), '2015-03-05', null],
        ['赵六', '难', identity(2), '2015-13-05', '九年级9班'],
        ['钱七', '女', '620725199001030000', '2015-03-05', null],
        ['孙八', '女', 6.20725201503e17, '2015-03-05', null],
        ['王五', '男', identity(1), '2015-03-05', null],
      ],
    );
    const source = await desk.choose(path, 'pupil');
    const preview = await desk.preview(source, 'pupil');
    expect(preview.counts).toEqual({ new: 1, changed: 0, same: 0, problem: 4 });
    expect(
      preview.problems.map(({ row, column, value, suggestion }) => ({ row, column, value, suggestion })),
    ).toEqual([
      { row: 3, column: 'B 性别', value: '难', suggestion: expect.any(String) as string },
      { row: 3, column: 'D 出生日期', value: '2015-13-05', suggestion: '请写成 2026-03-05 的样子。' },
      { row: 3, column: 'E 班级', value: '九年级9班', suggestion: '请先登记，或核对名称。' },
      {
        row: 4,
        column: 'C 身份证号',
        value: '620725199001030000',
        suggestion: expect.stringContaining('文本') as string,
      },
      {
        row: 5,
        column: 'C 身份证号',
        value: '620725201503000000',
        suggestion: expect.stringContaining('文本') as string,
      },
      { row: 6, column: '', value: '', suggestion: null },
    ]);
    expect(preview.problems.at(-1)?.sentence).toContain('第 2 行');
    const refused = await desk.imports['import.commit'](
      { importId: source.importId, jobId: randomUUID(), skipProblems: false },
      desk.caller,
    );
    expect(failureOf(refused).kind).toBe('invalidInput');
    expect(countRecords(desk.school.store.read, pupil)).toBe(0);

    desk.saveAs(join(desk.folder, '问题行.xlsx'));
    const saved = valueOf(
      await desk.imports['import.saveProblems']({ importId: source.importId }, desk.caller),
    );
    expect(saved?.rows).toBe(4);
    const committed = valueOf(
      await desk.imports['import.commit'](
        { importId: source.importId, jobId: randomUUID(), skipProblems: true },
        desk.caller,
      ),
    );
    expect(committed.created).toBe(1);

    const book = valueOf(await readWorkbookFile(join(desk.folder, '问题行.xlsx')));
    const [header = [], first = []] = book.sheets[0]?.rows ?? [];
    expect(header.at(-1)).toBe('问题说明');
    expect(String(first.at(-1))).toContain('B 性别：');
    const mended = await writeSheet('改好', header.map(String), [
      ['赵六', '男', identity(2), '2015-03-05', null, '已改'],
    ]);
    const second = await desk.preview(await desk.choose(mended, 'pupil'), 'pupil');
    expect(second.counts).toEqual({ new: 1, changed: 0, same: 0, problem: 0 });
  });
});

describe('taking an import back', () => {
  const undoLast = async () => {
    const [batch] = valueOf(await desk.imports['import.batches']({}, desk.caller));
    return desk.imports['import.undo']({ batchId: batch?.id ?? '', jobId: randomUUID() }, desk.caller);
  };
  const office = () => officeOf(desk.school, ledgerHandlers).as(desk.caller.account);
  async function add(definition: AnyLedger, given: LooseValues): Promise<string> {
    const id = desk.school.newId();
    const values = { ...emptyValues(definition), ...given };
    const saved = { ledger: definition.id, id, values, period: null, baseRevision: null };
    valueOf(await office()('ledger.save', { ...saved, state: 'finished' }));
    return id;
  }
  const numbers = () =>
    Object.fromEntries(
      allRecords(desk.school.store.read, staff).map(({ values }) => [values.name, values.staffNumber]),
    );

  test('is refused while records that came later refer to what it made; its own class placements do not count', async () => {
    await add(schoolClass, { name: '三年级1班', grade: 3 });
    const headers = ['姓名', '性别', '身份证号', '班级', '编入日期'];
    const path = await writeSheet('学生', headers, [
      ['马兰', '女', identity(1), '三年级1班', '2026-09-01'],
      ['王五', '男', identity(2), '三年级1班', '2026-09-01'],
    ]);
    await desk.bringIn(path, 'pupil');
    expect(countRecords(desk.school.store.read, classPlacement)).toBe(2);
    const who = allRecords(desk.school.store.read, pupil).find(({ values }) => values.name === '马兰')?.id;
    const consent = await add(guardianConsent, { pupil: who, signedOn: '2026-10-08', scope: ['信息处理'] });

    const refused = failureOf(await undoLast());
    expect(refused).toMatchObject({
      kind: 'conflict',
      sentence:
        '不能撤销这次导入：“马兰”还被其他 1 条记录用到（监护人同意登记 1 条）。请先修改或删除那些记录，再撤销导入。',
    });
    expect(countRecords(desk.school.store.read, pupil)).toBe(2);
    expect(countRecords(desk.school.store.read, classPlacement)).toBe(2);
    expect(recycled(desk.school.store.read)).toEqual([]);

    valueOf(await office()('ledger.remove', { ledger: 'guardianConsent', ids: [consent] }));
    expect(valueOf(await undoLast()).undoneAt).not.toBeNull();
    expect(countRecords(desk.school.store.read, pupil)).toBe(0);
    expect(countRecords(desk.school.store.read, classPlacement)).toBe(0);
  });

  test('is refused when a number that it would give back belongs to somebody else by now', async () => {
    const person = { sex: '女', staffKind: '专任教师' };
    const first = await add(staff, { ...person, name: '赵敏', staffNumber: 'T1' });
    const second = await add(staff, { ...person, name: '孙八', staffNumber: 'T3' });
    const path = await writeSheet(
      '教职工',
      ['记录编号', '姓名', '工号'],
      [
        [first, '赵敏', 'T2'],
        [second, '孙八', 'T1'],
      ],
    );
    await desk.bringIn(path, 'staff');
    const imported = { 赵敏: 'T2', 孙八: 'T1' };
    expect(numbers()).toEqual(imported);
    const third = await add(staff, { ...person, name: '钱进', staffNumber: 'T3' });

    expect(failureOf(await undoLast())).toMatchObject({
      kind: 'conflict',
      sentence:
        '不能撤销这次导入：“孙八”不能恢复：已有工号相同的教职工记录“钱进”。请核对，或打开那条记录修改。',
    });
    expect(numbers()).toEqual({ ...imported, 钱进: 'T3' });

    valueOf(await office()('ledger.remove', { ledger: 'staff', ids: [third] }));
    valueOf(await undoLast());
    expect(numbers()).toEqual({ 赵敏: 'T1', 孙八: 'T3' });
  });
});

test('a csv in GB18030 keeps rare name characters, and keys find the record again', async () => {
  const path = join(desk.folder, '教职工.csv');
  const text =
    '工号,教师姓名,性别,人员类别,联系电话\r\n0012,𠮷㛃,女,教师,139 1234 5678\r\nT2,𬭎明·买买提,男,保安,0936-2721234\r\n';
  writeFileSync(path, iconv.encode(text, 'gb18030'));
  await desk.bringIn(path, 'staff');
  const [first, second] = allRecords(desk.school.store.read, staff);
  expect(first?.values).toMatchObject({
    staffNumber: '0012',
    name: '𠮷㛃',
    staffKind: '专任教师',
    phone: '13912345678',
  });
  expect(second?.values).toMatchObject({ name: '𬭎明·买买提', staffKind: '安保人员' });
  writeFileSync(path, iconv.encode(text.replace('女', '男'), 'gb18030'));
  const changed = await desk.preview(await desk.choose(path), 'staff');
  expect(changed.counts).toEqual({ new: 0, changed: 1, same: 1, problem: 0 });
});

test('a workbook of the old kind (.xls, saved by LibreOffice) comes in with every digit', async () => {
  const path = join(import.meta.dirname, '../../support/files/staff.xls');
  const seen = await desk.bringIn(path, 'staff');
  expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, problem: 0 });
  const people = allRecords(desk.school.store.read, staff).map((record) => record.values);
  expect(people).toEqual([
    expect.objectContaining({ name: '马兰', bornOn: '1980-03-05', identityNumber: '11010519491231002X' }),
    expect.objectContaining({ name: '𠮷㛃', staffKind: '安保人员', phone: '0936-2721234' }),
  ]);
});

test('cells copied from a spreadsheet come in like a file', async () => {
  const source = valueOf(
    await desk.imports['import.paste'](
      { ledger: 'staff', text: '姓名\t性别\t人员类别\n马兰\t女\t教师\n' },
      desk.caller,
    ),
  );
  const preview = await desk.preview(source, 'staff');
  expect(preview.counts.new).toBe(1);
});

test('a mapping that the school confirmed is remembered for the same headers', async () => {
  const path = await writeSheet('怪表头', ['甲', '性别', '人员类别'], [['马兰', '女', '教师']]);
  const source = await desk.choose(path, 'staff');
  const input = {
    importId: source.importId,
    sheet: 'Sheet1',
    ledger: 'staff',
    mapping: ['name', 'sex', 'staffKind'],
    period: null,
  };
  valueOf(await desk.imports['import.preview']({ ...input, jobId: randomUUID() }, desk.caller));
  valueOf(
    await desk.imports['import.commit'](
      { importId: source.importId, jobId: randomUUID(), skipProblems: false },
      desk.caller,
    ),
  );
  const again = await desk.choose(path, 'staff');
  expect(again.sheets[0]).toMatchObject({ origin: 'remembered', mapping: ['name', 'sex', 'staffKind'] });
});

test('every template is known again by its keys, and its help and example rows are not data', async () => {
  for (const definition of ledgers) {
    const path = join(desk.folder, `${definition.id}-模板.xlsx`);
    desk.saveAs(path);
    valueOf(await desk.imports['import.saveTemplate']({ ledger: definition.id }, desk.caller));
    const source = await desk.choose(path);
    expect(source.sheets[0], definition.id).toMatchObject({ ledger: definition.id, origin: 'template' });
    const preview = await desk.preview(source, definition.id, source.sheets[0]?.sheet);
    expect(preview.counts, definition.id).toEqual({ new: 0, changed: 0, same: 0, problem: 0 });
  }
});

test('rights: who may not write a ledger can neither import it nor see its imports; who may not read it can not export', async () => {
  const teaching = desk.as('teaching');
  const path = await writeSheet('承诺', ['姓名'], [['马兰']]);
  const refused = await desk.imports['import.choose'](
    { jobId: randomUUID(), path, ledger: 'ethicsPledge' },
    teaching,
  );
  expect(failureOf(refused).kind).toBe('forbidden');
  const others = await desk.imports['import.preview'](
    {
      importId: randomUUID(),
      jobId: randomUUID(),
      sheet: 'Sheet1',
      ledger: 'staff',
      mapping: ['name'],
      period: null,
    },
    teaching,
  );
  expect(failureOf(others).kind).toBe('notFound');
  const out = await desk.exports['export.ledger'](
    {
      query: querySchema.parse({ ledger: 'ethicsCase' }),
      jobId: randomUUID(),
      format: 'xlsx',
      profile: 'internal',
      purpose: '核对',
      recipient: '本校',
      path: join(desk.folder, '不该有.xlsx'),
    },
    teaching,
  );
  expect(failureOf(out).kind).toBe('forbidden');
});

test('what leaves is masked by its profile and written down', async () => {
  const path = join(desk.folder, '学生.csv');
  writeFileSync(
    path,
    `姓名,性别,身份证号,监护人电话,特殊体质,留守儿童\n欧阳小明,男,${identity(5)},13912345678,花粉过敏,是\n`,
  );
  await desk.bringIn(path, 'pupil');
  const target = join(desk.folder, '公示.csv');
  const input = {
    query: querySchema.parse({ ledger: 'pupil' }),
    format: 'csvUtf8' as const,
    profile: 'publicNotice' as const,
    purpose: '公示',
    recipient: '家长',
  };
  const receipt = valueOf(
    await desk.exports['export.ledger']({ ...input, jobId: randomUUID(), path: target }, desk.caller),
  );
  const text = readFileSync(target, 'utf8');
  expect(text).toContain('欧***');
  expect(text).toContain('139****5678');
  expect(text).toContain(`${identity(5).slice(0, 6)}********${identity(5).slice(-4)}`);
  for (const hidden of ['欧阳', identity(5), '花粉', '留守', '特殊体质']) expect(text).not.toContain(hidden);
  expect(listExports(desk.school.store.read)).toEqual([
    expect.objectContaining({
      what: '学生',
      profile: 'publicNotice',
      purpose: '公示',
      recipient: '家长',
      rows: 1,
      sha256: receipt?.sha256,
    }),
  ]);
  const printed = await desk.exports['export.ledger'](
    {
      ...input,
      format: 'pdf',
      profile: 'internal',
      jobId: randomUUID(),
      path: join(desk.folder, '学生.pdf'),
    },
    desk.caller,
  );
  expect(valueOf(printed)?.rows).toBe(1);
  expect(desk.pages[0]).toContain('欧阳小明');
  expect(desk.pages[0]).not.toContain('花粉');
});

test('jobs run in threads: progress is told, and a cancelled import or undo has changed nothing', async () => {
  const threaded = fileDesk({ threads: true });
  try {
    const path = join(threaded.folder, '教职工.csv');
    const lines = Array.from(
      { length: 300 },
      (_, index) => `T${index},马${'一二三四五六七八九十'.charAt(index % 10)}兰,女,教师`,
    );
    writeFileSync(path, `工号,姓名,性别,人员类别\n${lines.join('\n')}\n`);
    const source = await threaded.choose(path, 'staff');
    const preview = await threaded.preview(source, 'staff');
    expect(preview.counts.new).toBe(300);
    expect(threaded.progress.some((event) => event.phrase === '正在核对' && event.total === 300)).toBe(true);
    const jobId = randomUUID();
    const running = threaded.imports['import.commit'](
      { importId: source.importId, jobId, skipProblems: false },
      threaded.caller,
    );
    threaded.cancel(jobId);
    expect(failureOf(await running).kind).toBe('cancelled');
    expect(countRecords(threaded.school.store.read, staff)).toBe(0);
    expect(countRecords(threaded.school.store.read, classPlacement)).toBe(0);

    // So is an import that was about to be taken back, and stopped.
    const batch = valueOf(
      await threaded.imports['import.commit'](
        { importId: source.importId, jobId: randomUUID(), skipProblems: false },
        threaded.caller,
      ),
    );
    const undoing = randomUUID();
    const undone = threaded.imports['import.undo']({ batchId: batch.id, jobId: undoing }, threaded.caller);
    threaded.cancel(undoing);
    expect(failureOf(await undone).kind).toBe('cancelled');
    expect(countRecords(threaded.school.store.read, staff)).toBe(300);
  } finally {
    await threaded.close();
  }
});
