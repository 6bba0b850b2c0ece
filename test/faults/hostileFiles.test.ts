import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { deflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import { writeAtomically } from '#electron/documents/atomicWrite.ts';
import { writeWorkbook, type OutputSheet } from '#electron/documents/writeWorkbook.ts';
import { failure, success } from '#shared/kernel/result.ts';
import { fileDesk, type FileDesk } from '../support/fileDesk.ts';
import { failureOf, valueOf } from '../support/temporarySchool.ts';

interface ZipPart {
  readonly name: string;
  readonly content: Buffer;
  /** Unpacked size that the directory claims; absent = the true one. */
  readonly claimed?: number;
}

/** A zip container made by hand, so that its directory can lie. Checksums are left at 0. */
function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const name = Buffer.from(part.name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(part.claimed ?? part.content.length, 8);
    const common = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, sizes, lengths, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, sizes, lengths, tail, name]),
    );
    locals.push(local);
    offset += local.length;
  }
  const body = Buffer.concat(locals);
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, index, end]);
}

/** Far above what any of these files needs, far below what the hostile ones ask for. */
const longestMs = 20_000;
const mostMegabytes = 600;

/** Rows written to the file so far, by anything. */
function changesOf(desk: FileDesk): number {
  return desk.school.store.read.db.prepare('SELECT max(seq) FROM revision').pluck().get() as number;
}

const sheet: OutputSheet = {
  name: '学生',
  headers: [[{ text: '姓名' }, { text: '性别' }, { text: '出生日期' }]],
  columns: [
    { width: 10, form: 'text' },
    { width: 6, form: 'text' },
    { width: 12, form: 'text' },
  ],
  rows: [
    ['张三', '男', '2015-03-05'],
    ['李四', '女', '2016-04-06'],
  ],
};

describe('hostile and broken files', () => {
  let desk: FileDesk;
  let good: Buffer;

  beforeAll(async () => {
    desk = fileDesk();
    const path = join(desk.folder, '好.xlsx');
    valueOf(await writeAtomically(path, (stream) => writeWorkbook(stream, [sheet])));
    good = readFileSync(path);
  });
  afterAll(() => desk.close());

  async function refusalOf(name: string, content: Uint8Array): Promise<string> {
    const path = join(desk.folder, name);
    writeFileSync(path, content);
    const answer = await bounded(() =>
      desk.imports['import.choose']({ jobId: randomUUID(), path }, desk.caller),
    );
    const { sentence } = failureOf(answer);
    expect(sentence.replace(/\.xlsx|\.xls|\.csv|WPS|Excel|Word|MB|U 盘/gu, '')).not.toMatch(/[A-Za-z]/u);
    return sentence;
  }

  /** Reads a file; it must take little time and memory, and must write nothing. */
  async function bounded<T>(work: () => T | Promise<T>): Promise<T> {
    const before = { peak: process.resourceUsage().maxRSS, changes: changesOf(desk), at: performance.now() };
    const answer = await work();
    expect(performance.now() - before.at, 'milliseconds').toBeLessThan(longestMs);
    expect((process.resourceUsage().maxRSS - before.peak) / 1024, 'megabytes').toBeLessThan(mostMegabytes);
    expect(changesOf(desk), 'rows written').toBe(before.changes);
    return answer;
  }

  async function previewOf(name: string, content: Uint8Array) {
    writeFileSync(join(desk.folder, name), content);
    return bounded(async () => {
      const source = await desk.choose(join(desk.folder, name), 'pupil');
      return desk.preview(source, 'pupil');
    });
  }

  test('an empty file', async () => {
    expect(await refusalOf('空.xlsx', new Uint8Array())).toContain('0 字节');
  });

  test('a file cut off anywhere', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = good.subarray(0, Math.floor(good.length * share));
      expect(await refusalOf(`断${share}.xlsx`, cut)).toMatch(/不完整|损坏/u);
    }
  });

  test('a file with flipped bytes inside', async () => {
    const bent = Buffer.from(good);
    for (let at = 60; at < 120; at += 7) bent[at] = (bent[at] ?? 0) ^ 0xff;
    expect(await refusalOf('坏.xlsx', bent)).toMatch(/不完整|损坏/u);
  });

  test('a zip bomb that admits its size is refused before anything is unpacked', async () => {
    const bomb = zipOf([
      { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(20_000_000), claimed: 1_500_000_000 },
    ]);
    expect(await refusalOf('炸弹.xlsx', bomb)).toContain('大得不正常');
  });

  test('a zip bomb that lies about its size is stopped at the size it claims', async () => {
    const bomb = zipOf([
      { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(60_000_000), claimed: 1_000 },
    ]);
    expect(await refusalOf('谎报.xlsx', bomb)).toContain('大得不正常');
  });

  test('more entries than any workbook has', async () => {
    const parts = Array.from({ length: 2_100 }, (_, index) => ({
      name: `a${index}`,
      content: Buffer.from('x'),
    }));
    expect(await refusalOf('多.xlsx', zipOf(parts))).toContain('大得不正常');
  });

  test('a sheet that claims a million rows and sixteen thousand columns', async () => {
    const wide = workbookOf(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>' +
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    );
    expect(await refusalOf('大.xlsx', wide)).toMatch(/打不开|超过/u);
  });

  test('a sheet that claims a million columns and has two is read by what is in it', async () => {
    const row = (number: number, ...texts: string[]) =>
      `<row r="${number}" spans="1:1000000">${texts
        .map((text, at) => `<c r="${'AB'[at] ?? ''}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)
        .join('')}</row>`;
    const sheetData = `<sheetData>${row(1, '姓名', '性别')}${row(2, '张三', '男')}</sheetData>`;
    // BDWGN is column 1,000,000; the widest sheet that a spreadsheet program knows ends at XFD.
    const preview = await previewOf('百万列.xlsx', workbookOf(`<dimension ref="A1:BDWGN2"/>${sheetData}`));
    expect(preview.counts).toEqual({ new: 1, changed: 0, same: 0, problem: 0 });
  });

  test('a sheet with a cell in column one million', async () => {
    const far = workbookOf(
      '<dimension ref="A1:BDWGN2"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c>' +
        '<c r="BDWGN1" t="inlineStr"><is><t>性别</t></is></c></row></sheetData>',
    );
    expect(await refusalOf('远.xlsx', far)).toMatch(/打不开|损坏|列/u);
  });

  test('a sheet with one merged cell from corner to corner', async () => {
    const merged = workbookOf(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row></sheetData>' +
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
    writeFileSync(join(desk.folder, '全合并.xlsx'), merged);
    const source = await bounded(() => desk.choose(join(desk.folder, '全合并.xlsx')));
    expect(source.sheets.map(({ headers, rowCount }) => ({ headers, rowCount }))).toEqual([
      { headers: ['姓名'], rowCount: 0 },
    ]);
  });

  test('a sheet with too many columns', async () => {
    const header = Array.from({ length: 600 }, (_, index) => `列${index}`).join(',');
    expect(await refusalOf('宽.csv', Buffer.from(`${header}\n${header}\n`))).toContain('500 列');
  });

  test('a sheet with too many rows', async () => {
    expect(await refusalOf('长.csv', Buffer.from(`姓名,性别\n${'张三,男\n'.repeat(200_001)}`))).toContain(
      '200000 行',
    );
  });

  test('a workbook without a single row', async () => {
    expect(await refusalOf('零行.xlsx', workbookOf('<sheetData/>'))).toContain('没有读到任何一行');
  });

  test('a page named .xls, as some platforms export it', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="gbk"></head><table><tr><td>x</td></tr></table></html>',
    );
    expect(await refusalOf('平台.xls', page)).toContain('网页格式');
  });

  test('pictures, other archives and Word documents under a wrong name', async () => {
    expect(await refusalOf('图.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toContain(
      '不是电子表格',
    );
    expect(await refusalOf('包.xlsx', zipOf([{ name: '照片.jpg', content: Buffer.from('x') }]))).toContain(
      '压缩包',
    );
    const word = zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]);
    expect(await refusalOf('文.xlsx', word)).toContain('Word');
    expect(await refusalOf('旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4, 5, 6]))).toContain(
      '打不开',
    );
  });

  test('a file that is gone, and a folder', async () => {
    const gone = await desk.imports['import.choose'](
      { jobId: randomUUID(), path: join(desk.folder, '没有.xlsx') },
      desk.caller,
    );
    expect(failureOf(gone).sentence).toContain('读不出来');
    mkdirSync(join(desk.folder, '夹.xlsx'));
    const folder = await desk.imports['import.choose'](
      { jobId: randomUUID(), path: join(desk.folder, '夹.xlsx') },
      desk.caller,
    );
    expect(failureOf(folder).sentence).toContain('读不出来');
  });

  test('a csv renamed to .xlsx, and a workbook renamed to .csv, are read as what they are', async () => {
    const csv = valueOf(await readWorkbook(Buffer.from('姓名,性别\n张三,男\n')));
    expect(csv.form).toBe('csv');
    expect(csv.sheets[0]?.rows).toEqual([
      ['姓名', '性别'],
      ['张三', '男'],
    ]);
    writeFileSync(join(desk.folder, '改名.csv'), good);
    const source = await desk.choose(join(desk.folder, '改名.csv'));
    expect(source.sheets[0]?.ledger).toBe('pupil');
    const preview = await previewOf('改名.xlsx', Buffer.from('姓名,性别\n张三,男\n'));
    expect(preview.counts).toEqual({ new: 1, changed: 0, same: 0, problem: 0 });
  });

  test('formula cells come in by their result, merged cells by their first, both with a warning', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const content = workbookOf(
      `<sheetData><row r="1">${cell('A1', '姓名')}${cell('B1', '性别')}${cell('C1', '民族')}</row>` +
        `<row r="2"><c r="A2" t="str"><f>"张"&amp;"三"</f><v>张三</v></c>${cell('B2', '男')}${cell('C2', '汉族')}</row>` +
        `<row r="3">${cell('A3', '李四')}${cell('B3', '女')}</row></sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>`,
    );
    const preview = await previewOf('公式.xlsx', content);
    expect(preview.counts).toEqual({ new: 2, changed: 0, same: 0, problem: 0 });
    expect(preview.problems.map(({ row, column, severity }) => ({ row, column, severity }))).toEqual([
      { row: 2, column: 'A 姓名', severity: 'warning' },
      { row: 3, column: 'C 民族', severity: 'warning' },
    ]);
  });

  test('a formula that was never calculated is a problem of its cell, not an empty or a zero', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const content = workbookOf(
      `<sheetData><row r="1">${cell('A1', '姓名')}${cell('B1', '性别')}</row>` +
        `<row r="2"><c r="A2"><f>WEBSERVICE("http://example.invalid")</f></c>${cell('B2', '男')}</row></sheetData>`,
    );
    const preview = await previewOf('没算.xlsx', content);
    expect(preview.counts).toEqual({ new: 0, changed: 0, same: 0, problem: 1 });
    expect(preview.problems[0]).toMatchObject({ row: 2, column: 'A 姓名', severity: 'error' });
  });

  test('writing that fails leaves the old file and no scraps', async () => {
    const path = join(desk.folder, '旧报表.xlsx');
    writeFileSync(path, 'old');
    const refused = await writeAtomically(path, async (stream) => {
      stream.write('half of the new');
      return failure('fileProblem', '写到一半出错了。');
    });
    expect(refused.ok).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('old');
    const lost = await writeAtomically(join(desk.folder, '没有的盘', '新.xlsx'), async () => success(null));
    expect(failureOf(lost).sentence).toContain('没有留下不完整的文件');
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

/** The least workbook that a reader accepts, with the given content of its one sheet. */
function workbookOf(sheetContent: string): Buffer {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const zip = new PizZip();
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="学生" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}">${sheetContent}</worksheet>`,
  };
  for (const [name, content] of Object.entries(parts)) zip.file(name, content);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
