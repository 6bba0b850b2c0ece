import { describe, expect, test } from 'vitest';
import type { MaskKind } from '#shared/ledger/field.ts';
import { columnLeaves, exportProfiles, mask } from '#shared/ledger/masking.ts';

/** domain.md §9.2, row by row: internal, upward, publicNotice, statistics. Empty = nothing may be shown. */
const table: [MaskKind, string, [string, string, string, string]][] = [
  ['none', '篮球', ['篮球', '篮球', '篮球', '篮球']],
  ['adultName', '张三', ['张三', '张三', '张三', '']],
  ['pupilName', '张三', ['张三', '张三', '张*', '']],
  ['pupilName', '𠮷欣怡', ['𠮷欣怡', '𠮷欣怡', '𠮷**', '']],
  ['identityNumber', '620725201503050015', ['620725201503050015', '', '620725********0015', '']],
  ['studentNumber', 'G620725201503050015', ['G620725201503050015', '', 'G620725******', '']],
  ['phone', '13812341234', ['13812341234', '', '138****1234', '']],
  ['phone', '2721234', ['2721234', '', '*******', '']],
  [
    'address',
    '山丹县清泉镇北滩村三社5号',
    ['山丹县清泉镇北滩村三社5号', '山丹县清泉镇北滩村', '', '山丹县清泉镇'],
  ],
  ['address', '某处', ['某处', '', '', '']],
  ['health', '哮喘', ['哮喘', '', '', '']],
  ['hardship', '城乡低保', ['城乡低保', '城乡低保', '', '']],
  ['family', '是', ['是', '', '', '']],
  ['bankCard', '6217001234567890', ['****7890', '', '', '']],
  ['bankCard', '7890', ['7890', '', '', '']],
  ['complainant', '李四', ['', '', '', '']],
  ['sanction', '警告', ['警告', '警告', '', '']],
  ['entryResult', '无违法犯罪记录', ['无违法犯罪记录', '无', '', '']],
  ['entryResult', '查到记录', ['查到记录', '有', '', '']],
  ['pay', '5000', ['5000', '', '', '']],
];

describe('masking by export profile', () => {
  test.each(table)('%s %s', (kind, value, expected) => {
    expect(exportProfiles.map((profile) => mask(kind, value, profile))).toEqual(expected);
  });

  test('a column that the person asks for may leave where the profile allows asking', () => {
    expect(columnLeaves({}, 'identityNumber', 'upward', false)).toBe(false);
    expect(columnLeaves({}, 'identityNumber', 'upward', true)).toBe(true);
    expect(mask('identityNumber', '620725201503050015', 'upward', true)).toBe('620725201503050015');
    expect(columnLeaves({}, 'health', 'publicNotice', true)).toBe(false);
  });

  test('a locked field leaves in no profile, asked for or not', () => {
    for (const profile of exportProfiles) {
      for (const [kind] of table)
        expect(columnLeaves({ sensitivity: 'locked' }, kind, profile, true)).toBe(false);
    }
  });
});
