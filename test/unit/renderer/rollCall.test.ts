import { describe, expect, it } from 'vitest';
import {
  countStates,
  firstException,
  matchingRows,
  stateOfLetter,
  withState,
} from '../../../renderer/ledger/form/rows/rollCall.ts';
import { rosterFilters } from '../../../renderer/ledger/form/rows/rosterSource.ts';
import { rosterShapeOf } from '../../../renderer/ledger/form/rows/rosterShape.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import type { ledgers } from '../../../shared/ledgers/index.ts';
import { serviceAttendance } from '../../../shared/ledgers/afterSchool/serviceAttendance.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../shared/ledgers/partyLife/partyMember.ts';

function shapeOf(definition: (typeof ledgers)[number], id: string) {
  const field = fieldsOf(definition)[id];
  if (field?.kind !== 'details') throw new Error(`${id} has no rows`);
  return rosterShapeOf(field);
}

const shape = {
  person: 'member',
  target: 'partyMember',
  state: 'state',
  usual: '出席',
  states: ['出席', '病假', '事假', '公差', '无故缺席'],
};
const names: Record<string, string> = { a: '钱小红', b: '单欣怡', c: '欧阳娜娜', d: '钱学海' };
const titleOf = (id: string) => names[id] ?? '';
const rows = Object.keys(names).map((member) => ({
  id: `row-${member}`,
  member,
  state: '出席',
  reason: null,
}));

describe('what is a roll call', () => {
  it('is told by one person a row and a state with a default', () => {
    expect(shapeOf(partyMeeting, 'attendance')).toMatchObject({
      person: 'member',
      target: 'partyMember',
      state: 'state',
      usual: '出席',
    });
    expect(shapeOf(serviceAttendance, 'rows')).toMatchObject({ person: 'pupil', usual: '到' });
  });

  it('is not any other list of rows', () => {
    for (const id of ['agenda', 'votes', 'resolutions', 'grades'])
      expect(shapeOf(partyMeeting, id)).toBeNull();
  });
});

describe('who is offered for the roll', () => {
  it('are those still on it, narrowed to the branch of the meeting', () => {
    const filters = rosterFilters(partyMember, partyMeeting, { type: '支部党员大会', branch: 'branch-1' });
    expect(filters).toEqual([
      { field: 'rollUntil', operator: 'isEmpty' },
      { field: 'branch', operator: 'is', value: 'branch-1' },
    ]);
  });

  it('are those of the group only where the meeting is a group’s', () => {
    const values = { branch: 'branch-1', partyGroup: 'group-1' };
    const fieldsFor = (type: string) =>
      rosterFilters(partyMember, partyMeeting, { ...values, type }).map((filter) => filter.field);
    expect(fieldsFor('党小组会')).toContain('partyGroup');
    expect(fieldsFor('支部党员大会')).not.toContain('partyGroup');
  });
});

describe('finding somebody by what is typed', () => {
  it.each([
    ['qxh', [0, 3]],
    ['sxy', [1]],
    ['shan', [1]],
    ['oynn', [2]],
    ['小红', [0]],
    ['zzz', []],
    ['', []],
    ['  ', []],
  ])('%j', (typed, found) => {
    expect(matchingRows(rows, shape, titleOf, typed)).toEqual(found);
  });
});

describe('marking an exception', () => {
  it.each([
    ['b', '出席', '病假'],
    ['s', '病假', '事假'],
    ['g', '出席', '公差'],
    ['w', '出席', '无故缺席'],
    ['x', '出席', null],
  ])('the letter %s on %s means %s', (letter, present, state) => {
    expect(stateOfLetter(shape.states, letter, present)).toBe(state);
  });

  it('goes round among states of the same letter', () => {
    const states = ['事假', '丧假', '到'];
    expect(stateOfLetter(states, 's', '到')).toBe('事假');
    expect(stateOfLetter(states, 's', '事假')).toBe('丧假');
    expect(stateOfLetter(states, 's', '丧假')).toBe('事假');
  });

  it('begins with the first state that is not the usual one', () => {
    expect(firstException(shape)).toBe('病假');
  });

  it('clears the reason when the person was there after all', () => {
    const empty = { id: 'new', member: null, state: '出席', reason: null };
    const sick = { id: 'row-a', member: 'a', state: '病假', reason: '住院' };
    expect(withState(sick, shape, '事假', empty)).toEqual({ ...sick, state: '事假' });
    expect(withState(sick, shape, '出席', empty)).toEqual({
      id: 'row-a',
      member: 'a',
      state: '出席',
      reason: null,
    });
  });

  it('counts only the states somebody is in', () => {
    const some = rows.map((row, index) => (index === 1 ? { ...row, state: '公差' } : row));
    expect(countStates(some, shape)).toEqual([
      { state: '出席', count: 3 },
      { state: '公差', count: 1 },
    ]);
  });
});
