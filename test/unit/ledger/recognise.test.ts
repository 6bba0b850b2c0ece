import { describe, expect, test } from 'vitest';
import { sheetPlan } from '#shared/ledger/columns.ts';
import { recogniseSheet, type SheetFace } from '#shared/ledger/recognise.ts';
import { parsePeriod } from '#shared/ledger/periodCells.ts';
import { ledgers } from '#shared/ledgers/index.ts';

const face = (rows: SheetFace['rows'], merges: SheetFace['merges'] = []): SheetFace => ({
  name: 'Sheet1',
  rows,
  merges,
});

describe('a sheet is recognised by its headers', () => {
  test('below title and unit rows, by synonyms, whatever the width of the characters', () => {
    const found = recogniseSheet(
      face([
        ['清泉学校教职工花名册'],
        ['填报单位：清泉学校', null, null, '2026年11月'],
        ['序号', '教师姓名', '性 别', '身份证号码*', '职　称（现任）', '鞋码'],
        [1, '张三', '男', '', '', 41],
      ]),
      ledgers,
    );
    expect(found).toMatchObject({
      ledger: 'staff',
      headerStart: 2,
      mapping: ['@no', 'name', 'sex', 'identityNumber', 'professionalTitle', null],
    });
  });

  test.each([
    ['staff', '专任教师', '教师'],
    ['externalPerson', '退休教师', '志愿者'],
  ])('as %s by the values, where the same words stand above', (ledger, one, other) => {
    const found = recogniseSheet(
      face([
        ['姓名', '性别', '人员类别', '手机'],
        ['张三', '男', one, '13912345678'],
        ['李四', '女', other, ''],
      ]),
      ledgers,
    );
    expect(found.ledger).toBe(ledger);
  });

  test('with the period under the word that the ledger has for it', () => {
    const found = recogniseSheet(
      face([
        ['姓名', '考核年度', '年度考核等次'],
        ['张三', '2026年', '合格'],
      ]),
      ledgers,
      'annualAssessment',
    );
    expect(found.mapping).toEqual(['staff', '@period', 'grade']);
  });

  test('with a header of two levels', () => {
    const found = recogniseSheet(
      face(
        [
          ['姓名', '学生信息', null, '监护人', null],
          [null, '性别', '学籍号', '监护人姓名', '联系电话'],
          ['张三', '男', 'G1', '张五', '13912345678'],
        ],
        [
          { startRow: 0, startColumn: 0, endRow: 1, endColumn: 0 },
          { startRow: 0, startColumn: 1, endRow: 0, endColumn: 2 },
          { startRow: 0, startColumn: 3, endRow: 0, endColumn: 4 },
        ],
      ),
      ledgers,
    );
    expect(found).toMatchObject({
      ledger: 'pupil',
      headerEnd: 1,
      mapping: ['name', 'sex', 'studentNumber', 'guardianName', 'guardianPhone'],
    });
  });

  test('not at all when nothing fits', () => {
    const found = recogniseSheet(
      face([
        ['品名', '单价'],
        ['苹果', 3],
      ]),
      ledgers,
    );
    expect(found).toMatchObject({ ledger: null, headers: ['品名', '单价'], mapping: [null, null] });
    expect(recogniseSheet(face([]), ledgers)).toMatchObject({ ledger: null, headerStart: -1 });
  });

  test('every ledger by its own columns', () => {
    for (const definition of ledgers) {
      const headers = sheetPlan(definition).main.map((column) => column.header);
      expect(recogniseSheet(face([headers]), ledgers, definition.id).ledger, definition.id).toBe(
        definition.id,
      );
    }
  });
});

test('periods are read as people write them', () => {
  const all = ['year', 'quarter', 'month', 'schoolYear', 'term'] as const;
  const written: [string, string | undefined][] = [
    ['2026', '2026'],
    ['2026年度', '2026'],
    ['2026年第4季度', '2026Q4'],
    ['2026年四季度', '2026Q4'],
    ['2026Q4', '2026Q4'],
    ['2026年3月', '2026-03'],
    ['2026-2027学年', '2026-2027'],
    ['2026—2027学年第一学期', '2026-2027-1'],
    ['2026－2027学年下学期', '2026-2027-2'],
    ['2026-2028学年', undefined],
    ['去年', undefined],
  ];
  for (const [text, period] of written) expect(parsePeriod(text, all), text).toBe(period);
  expect(parsePeriod('2026年3月', ['year'])).toBeUndefined();
});
