import { describe, expect, it } from 'vitest';
import { filterWords } from '../../../renderer/ledger/list/filterWords.ts';
import {
  emptyListState,
  queryOf,
  readListState,
  stateOfQuery,
  writeListState,
  type ListState,
} from '../../../renderer/ledger/list/listAddress.ts';
import { serviceAttendance } from '../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';

const full: ListState = {
  search: '钱 & 小红=?',
  filters: [{ field: 'type', operator: 'anyOf', value: ['党课', '主题党日'] }],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  page: 3,
  allPeriods: true,
};

describe('the address of a list', () => {
  it('keeps all that the list shows', () => {
    expect(readListState(new URLSearchParams(writeListState(full).toString()))).toEqual(full);
  });

  it('is empty for a list as it opens', () => {
    expect(writeListState(emptyListState).toString()).toBe('');
    expect(readListState(new URLSearchParams(''))).toEqual(emptyListState);
  });

  it.each([
    'filters=不是清单',
    'filters=[{"field":1}]',
    'sort=[{"field":"a","direction":"sideways"}]',
    'page=-4',
    'page=two',
    'periods=some',
  ])('leaves out what makes no sense: %s', (address) => {
    expect(readListState(new URLSearchParams(address))).toEqual(emptyListState);
  });

  it('asks for the period of the frame unless all are wanted', () => {
    expect(queryOf('partyMeeting', { ...full, allPeriods: false }, '2026').period).toBe('2026');
    expect(queryOf('partyMeeting', full, '2026').period).toBeNull();
  });

  it('opens a saved view on its first page', () => {
    expect(stateOfQuery(queryOf('partyMeeting', full, '2026'))).toEqual({ ...full, page: 0 });
  });
});

describe('a filter in words', () => {
  const titleOf = (id: string) => (id === 'b1' ? '一支部' : '');
  it.each([
    [{ field: 'type', operator: 'anyOf', value: ['党课', '主题党日'] }, '类型：党课、主题党日'],
    [{ field: 'branch', operator: 'is', value: 'b1' }, '党支部：一支部'],
    [{ field: 'heldOn', operator: 'between', value: ['2026-01-01', null] }, '日期：2026-01-01 起'],
    [{ field: 'heldOn', operator: 'between', value: [null, '2026-06-30'] }, '日期：到 2026-06-30'],
    [
      { field: 'heldOn', operator: 'between', value: ['2026-01-01', '2026-06-30'] },
      '日期：2026-01-01 到 2026-06-30',
    ],
    [{ field: 'topics', operator: 'contains', value: '学习' }, '议题含“学习”'],
    [{ field: 'topics', operator: 'isEmpty' }, '议题：未填'],
    [{ field: 'state', operator: 'anyOf', value: ['draft'] }, '状态：草稿'],
    [{ field: 'period', operator: 'is', value: '2026-11' }, '所属期：2026年11月'],
    [{ field: 'activityForms', operator: 'anyOf', value: ['重温誓词'] }, '活动形式：重温誓词'],
  ] as const)('%j', (filter, words) => {
    const value: unknown = 'value' in filter ? filter.value : undefined;
    expect(filterWords(partyMeeting, { ...filter, value }, titleOf)).toBe(words);
  });

  it('names a number with its label', () => {
    expect(filterWords(serviceAttendance, { field: 'dueCount', operator: 'from', value: 30 }, titleOf)).toBe(
      '应到：30 起',
    );
  });
});
