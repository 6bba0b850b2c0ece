import { describe, expect, it } from 'vitest';
import { demoFiles } from '../../../electron/services/demo/demoFiles.ts';
import { readIdentityNumber } from '../../../shared/kernel/identityNumber.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';

function sheetOf(file: string, sheet: string) {
  const found = demoFiles()
    .find(({ name }) => name.startsWith(file))
    ?.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  return found;
}

describe('the demo school', () => {
  it('is the same every time', () => {
    expect(JSON.stringify(demoFiles())).toBe(JSON.stringify(demoFiles()));
    expect(JSON.stringify(demoFiles(1))).not.toBe(JSON.stringify(demoFiles(2)));
  });

  it('has the size that was asked for', () => {
    expect(sheetOf('1', '花名册').rows).toHaveLength(120);
    expect(sheetOf('2', '班级一览').rows).toHaveLength(36);
    expect(sheetOf('3', '学生').rows).toHaveLength(1400);
    expect(sheetOf('4', '党员名册').rows).toHaveLength(38);
    expect(sheetOf('4', '党支部').rows).toHaveLength(2);
  });

  it('invents identity numbers that hold, each once', () => {
    const numbers = sheetOf('3', '学生').rows.map((row) => String(row[4]));
    expect(new Set(numbers).size).toBe(1400);
    for (const number of numbers)
      expect(readIdentityNumber(number, '2026-11-20')).toMatchObject({ ok: true });
  });

  it('gives every row as many cells as its header has words, for ledgers that exist', () => {
    for (const file of demoFiles()) {
      for (const sheet of file.sheets) {
        const odd = sheet.rows.filter((row) => row.length !== sheet.headers.length);
        expect(odd, `${file.name} ${sheet.name}`).toEqual([]);
      }
      for (const { ledger, sheet } of file.imports) {
        expect(findLedger(ledger), ledger).toBeDefined();
        expect(file.sheets.map(({ name }) => name)).toContain(sheet);
      }
    }
  });

  it('leaves out the committee meeting of October that the checks are meant to miss', () => {
    const meetings = sheetOf('5', '组织生活记录').rows.map((row) => `${row[3]} ${row[1]} ${row[18]}`);
    expect(meetings).toContain('第一党支部 支部委员会会议 2026-10');
    expect(meetings).not.toContain('第二党支部 支部委员会会议 2026-10');
  });
});
