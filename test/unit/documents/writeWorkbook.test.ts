import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PizZip from 'pizzip';
import { expect, test } from 'vitest';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import { writeWorkbook, type OutputCell, type OutputSheet } from '#electron/documents/writeWorkbook.ts';

/** The whole file; its parts are unpacked by another library, which checks their sums. */
async function written(sheets: readonly OutputSheet[]) {
  const stream = new PassThrough();
  const [bytes, result] = await Promise.all([buffer(stream), writeWorkbook(stream, sheets)]);
  expect(result).toEqual({ ok: true, value: null });
  return { bytes, parts: new PizZip(bytes, { checkCRC32: true }) };
}

function sheetOf(rows: Iterable<readonly OutputCell[]>, more: Partial<OutputSheet> = {}): OutputSheet {
  return {
    name: '名单',
    headers: [[{ text: '姓名' }, { text: '数' }]],
    columns: [
      { width: 12, form: 'text' },
      { width: 8, form: 'decimal', total: true },
    ],
    rows,
    ...more,
  };
}

test('texts and numbers are read back as they were written', async () => {
  const rows: OutputCell[][] = [
    ['a & b < c > "d" \'e\'', 0.1],
    ['两\n行', -1e-7],
    ['𠮷野 😀', 1e21],
    ['_x0041_ 和 =A1', 0],
    ['有\u0001控制\u007f字', null],
  ];
  const { bytes } = await written([sheetOf(rows, { name: '甲 & "乙"' })]);
  const read = await readWorkbook(bytes);
  expect(read.ok && read.value.sheets.map(({ name, rows: cells }) => ({ name, cells }))).toMatchObject([
    { name: '甲 & "乙"', cells: [['姓名', '数'], ...rows.slice(0, 4), ['有控制字']] },
  ]);
});

test('a disk that is full ends the writing with its own error, long before the last row', async () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  let taken = 0;
  const disk = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      taken += chunk.length;
      done(taken > 200_000 ? full : null);
    },
  });
  disk.on('error', () => undefined);
  const last = 400_000;
  let asked = 0;
  function* rows(): Generator<OutputCell[]> {
    for (; asked < last; asked += 1) yield [`第 ${asked * 7919} 行`, Math.sin(asked)];
  }
  await expect(writeWorkbook(disk, [sheetOf(rows())])).rejects.toBe(full);
  expect(asked).toBeLessThan(last);
});

test('a live sum stands under rows and not under none', async () => {
  for (const [rows, sum] of [
    [[['甲', 1.5]], true],
    [[], false],
  ] as const) {
    const { parts } = await written([sheetOf(rows, { totalsRow: true })]);
    expect(parts.file('xl/worksheets/sheet1.xml')?.asText().includes('<f>SUM(B2:B2)</f><v>1.5</v>')).toBe(
      sum,
    );
  }
});
