import { describe, expect, it } from 'vitest';
import { isBlock, pasteCells, splitCopiedText } from '../../../renderer/ledger/form/rows/pasteRows.ts';
import { choice, date, integer, reference, text } from '../../../shared/ledger/field.ts';
import { knownFields } from '../../../shared/ledger/schema.ts';

const columns = Object.entries(
  knownFields({
    person: reference({ label: '人员', target: 'staff', required: true }),
    role: choice({ label: '职责', options: ['授课', '看护'], defaultValue: '授课', required: true }),
    hours: integer({ label: '课时' }),
    doubled: integer({ label: '两倍', computed: (values) => Number(values['hours']) * 2 }),
    on: date({ label: '日期' }),
    remark: text({ label: '备注' }),
  }),
);
const people: Record<string, string> = { 张伟: 'id-zhang', 李娜: 'id-li' };
let made = 0;
const context = {
  today: '2026-11-24',
  newId: () => `row-${++made}`,
  resolve: (_: string, name: string) => {
    const id = people[name];
    return id ? ({ kind: 'found', id } as const) : ({ kind: 'unknown', similar: ['张伟'] } as const);
  },
};

describe('text copied from a spreadsheet', () => {
  it.each([
    [
      '张伟\t授课\n李娜\t看护\n',
      [
        ['张伟', '授课'],
        ['李娜', '看护'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"两\n行"\t"他说""好"""', [['两\n行', '他说"好"']]],
    ['5" 屏\tx', [['5" 屏', 'x']]],
    ['\t\t', [['', '', '']]],
    ['', [['']]],
  ])('%j', (copied, cells) => {
    expect(splitCopiedText(copied)).toEqual(cells);
  });

  it('is a block only when it has more than one cell', () => {
    expect(isBlock('一格')).toBe(false);
    expect(isBlock('一格\n')).toBe(false);
    expect(isBlock('一\t二')).toBe(true);
    expect(isBlock('一\n二')).toBe(true);
  });
});

describe('pasting a block into the rows', () => {
  it('fills from the place on, adds rows with their defaults and keeps the cells outside the block', () => {
    const before = [{ id: 'first', person: 'id-old', role: '看护', hours: 1, on: null, remark: '留着' }];
    const { rows, problems } = pasteCells(
      before,
      columns,
      { row: 0, column: 0 },
      splitCopiedText('张伟\t授课\t2\n李娜'),
      context,
    );
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({
      id: 'first',
      person: 'id-zhang',
      role: '授课',
      hours: 2,
      on: null,
      remark: '留着',
    });
    expect(rows[1]).toMatchObject({ person: 'id-li', role: '授课', hours: null });
  });

  it('reads dates as they are typed and leaves computed columns alone', () => {
    const { rows } = pasteCells([], columns, { row: 0, column: 2 }, [['3', '99', '11-20']], context);
    expect(rows[0]).toMatchObject({ hours: 3, doubled: null, on: '2026-11-20' });
  });

  it('names each cell that it cannot read, and keeps what was there', () => {
    const before = [{ id: 'first', person: 'id-zhang', role: '授课', hours: 1, on: null, remark: null }];
    const { rows, problems } = pasteCells(
      before,
      columns,
      { row: 0, column: 0 },
      [['王五', '扫地', '许多']],
      context,
    );
    expect(rows[0]).toEqual(before[0]);
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('第 1 行');
    expect(problems[0]).toContain('王五');
    expect(problems[0]).toContain('张伟');
  });

  it('drops cells beyond the last column', () => {
    const { rows, problems } = pasteCells([], columns, { row: 0, column: 5 }, [['备注', '多余']], context);
    expect(rows[0]).toMatchObject({ remark: '备注' });
    expect(problems).toEqual([]);
  });
});
