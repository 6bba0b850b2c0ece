import { describe, expect, test } from 'vitest';
import { formatValue, parseCell, type CellValue, type Resolution } from '#shared/ledger/cells.ts';
import {
  choice,
  date,
  decimal,
  identityNumber,
  instant,
  integer,
  money,
  multiChoice,
  percentage,
  phone,
  reference,
  references,
  text,
  time,
  yesNo,
  type Field,
} from '#shared/ledger/field.ts';

const people: Record<string, Resolution> = {
  张三: { kind: 'ambiguous', labels: ['张三（1001）', '张三（1002）'] },
  '张三（1001）': { kind: 'found', id: 'a' },
  李四: { kind: 'found', id: 'b' },
  '甲、乙班': { kind: 'found', id: 'c' },
};
const context = {
  today: '2026-11-24',
  resolve: (_ledger: string, name: string): Resolution =>
    people[name] ?? { kind: 'unknown', similar: ['李四'] },
};

const name = text({ label: '姓名', search: 'name' });
const note = text({ label: '说明' });
const pupilNumber = text({ label: '学籍号', mask: 'studentNumber' });
const day = date({ label: '日期' });
const clock = time({ label: '时间' });
const moment = instant({ label: '时刻' });
const count = integer({ label: '人数', unit: '人' });
const score = decimal({ label: '得分' });
const share = percentage({ label: '比例' });
const fee = money({ label: '费用' });
const flag = yesNo({ label: '住校' });
const kind = choice<string>({
  label: '类别',
  options: ['支部党员大会', '党课', '主题党日'],
  spellings: { 支部党员大会: ['党员大会'] },
});
const tags = multiChoice<string>({ label: '标签', options: ['甲', '乙', '丙、丁'] });
const who = reference({ label: '人员', target: 'staff' });
const all = references({ label: '人员', target: 'staff' });

describe('a cell is read as', () => {
  const accepted: [Field, CellValue, unknown][] = [
    [name, '张 三', '张三'],
    [name, '买买提•艾力', '买买提·艾力'],
    [note, ' 两 个 ', '两 个'],
    [note, 3, '3'],
    [note, null, null],
    [note, '1.2E+5', '1.2E+5'],
    [day, '2026.3.5', '2026-03-05'],
    [day, '2026年3月5日', '2026-03-05'],
    [day, '20260305', '2026-03-05'],
    [day, 20_260_305, '2026-03-05'],
    [day, '２０２６／３／５', '2026-03-05'],
    [day, '2026-03-05 00:00:00', '2026-03-05'],
    [day, 46_086, '2026-03-05'],
    [day, '1998.06', '1998-06-01'],
    [day, '1998年6月', '1998-06-01'],
    [day, 1998.06, '1998-06-01'],
    [day, 1998.12, '1998-12-01'],
    [day, 1, '1900-01-01'],
    [day, 61, '1900-03-01'],
    [clock, '8:05', '08:05'],
    [clock, '14：30', '14:30'],
    [clock, '14:30:00', '14:30'],
    [clock, 0.5, '12:00'],
    [moment, '2026-03-05 14:30', '2026-03-05T06:30:00.000Z'],
    [moment, '2026-03-05 14:30:05.250', '2026-03-05T06:30:05.250Z'],
    [count, '１，２３４', 1234],
    [count, '36人', 36],
    [count, 0, 0],
    [score, '-1.50', -1.5],
    [share, '85%', 85],
    [share, '８５．５％', 85.5],
    [fee, '￥1,234.50元', 123_450],
    [fee, 19.99, 1999],
    [flag, '√', true],
    [flag, '有', true],
    [flag, 1, true],
    [flag, true, true],
    [flag, '×', false],
    [flag, '无', false],
    [flag, 0, false],
    [kind, ' 党员 大会', '支部党员大会'],
    [kind, '党课', '党课'],
    [tags, '乙，甲', ['甲', '乙']],
    [tags, '甲、丙、丁', ['甲', '丙、丁']],
    [tags, null, []],
    [who, '张三（1001）', 'a'],
    [all, '李四；张三（1001）', ['b', 'a']],
    [all, '甲、乙班、李四', ['c', 'b']],
    [identityNumber({ label: '身份证号' }), '11010519491231002x', '11010519491231002X'],
    [identityNumber({ label: '身份证号' }), ' 440524 18800101 0014', '440524188001010014'],
    [phone({ label: '电话' }), 13_912_345_678, '13912345678'],
  ];
  test.each(accepted)('%# $label', (field, cell, value) => {
    expect(parseCell(field, cell, context)).toMatchObject({ ok: true, value });
  });
});

describe('a cell is refused with a way out', () => {
  const refused: [Field, CellValue, RegExp, RegExp][] = [
    [day, '2026-02-30', /不是有效的日期/u, /2026-03-05/u],
    [day, 60, /不是日期/u, /2026-03-05/u],
    [clock, '25:00', /不是有效的时间/u, /14:30/u],
    [count, '三十', /不是数字/u, /只填数字/u],
    [count, 1.5, /不是整数/u, /2/u],
    [fee, '1.234', /不是金额/u, /两位小数/u],
    [flag, '也许', /看不出/u, /“是”或“否”/u],
    [kind, '主题党曰', /没有“主题党曰”/u, /是不是“主题党日”/u],
    [kind, '其他的东西完全不同', /没有/u, /可选：支部党员大会、党课/u],
    [who, '张三', /有多条/u, /张三（1001）；张三（1002）/u],
    [who, '里四', /没有找到/u, /是不是“李四”/u],
    [identityNumber({ label: '身份证号' }), 6.20725e17, /丢失/u, /“文本”格式/u],
    [identityNumber({ label: '身份证号' }), '6.20725E+17', /丢失/u, /“文本”格式/u],
    [identityNumber({ label: '身份证号' }), '620725199001030000', /000 结尾/u, /重新填写后三位/u],
    [pupilNumber, '6.2E+18', /丢失/u, /“文本”格式/u],
  ];
  test.each(refused)('%# $label', (field, cell, sentence, suggestion) => {
    const parsed = parseCell(field, cell, context);
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok) {
      expect(parsed.sentence).toMatch(sentence);
      expect(parsed.suggestion).toMatch(suggestion);
    }
  });

  test('a fraction in a percentage column is taken as it stands, with a warning', () => {
    expect(parseCell(share, 0.85, context)).toMatchObject({
      ok: true,
      value: 0.85,
      warning: expect.stringContaining('85%') as string,
    });
  });
});

test('values are shown as people read them', () => {
  const titleOf = (id: string) => ({ a: '张三', b: '李四' })[id] ?? '';
  const shown: [Field, unknown, string][] = [
    [fee, 123_456, '1,234.56'],
    [flag, false, '否'],
    [flag, null, ''],
    [moment, '2026-03-05T06:30:00.000Z', '2026-03-05 14:30'],
    [moment, '2026-03-05T16:30:05.000Z', '2026-03-06 00:30:05'],
    [all, ['a', 'b'], '张三、李四'],
    [tags, ['甲', '乙'], '甲、乙'],
  ];
  for (const [field, value, expected] of shown) expect(formatValue(field, value, titleOf)).toBe(expected);
});
