import { describe, expect, it } from 'vitest';
import { listPeriod, periodChoiceOn, proposePeriod } from '../../../renderer/ground/periodContext.tsx';
import { findScreens, fixedScreens } from '../../../renderer/app/screens.ts';
import { changesOf } from '../../../renderer/ledger/detail/revisionChanges.ts';
import { readTyped, showTyped } from '../../../renderer/ledger/form/controls/TypedControl.tsx';
import { startValues } from '../../../renderer/ledger/form/formDefaults.ts';
import { resolverFor } from '../../../renderer/ledger/form/formResolver.ts';
import { flattenErrors, formNameOf, placeLabel } from '../../../renderer/ledger/form/problems.ts';
import { date, decimal, money, time } from '../../../shared/ledger/field.ts';
import { emptyValues } from '../../../shared/ledger/schema.ts';
import { servicePlan } from '../../../shared/ledgers/afterSchool/servicePlan.ts';
import { staff } from '../../../shared/ledgers/base/staff.ts';
import { ethicsPledge } from '../../../shared/ledgers/ethics/ethicsPledge.ts';
import { ledgers } from '../../../shared/ledgers/index.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';

const today = '2026-11-24';

describe('values typed in many forms', () => {
  const on = date({ label: '日期' });
  const at = time({ label: '时间' });
  const amount = money({ label: '金额' });
  const hours = decimal({ label: '课时', digits: 1 });
  it.each([
    [on, '20261124', '2026-11-24', '2026-11-24'],
    [on, '11-24', '2026-11-24', '2026-11-24'],
    [on, '今天', '2026-11-24', '2026-11-24'],
    [on, '', null, ''],
    [on, '某天', '某天', '某天'],
    [at, '1430', '14:30', '14:30'],
    [amount, '1,234.5', 123450, '1,234.50'],
    [amount, '很多', '很多', '很多'],
    [hours, '１．５', 1.5, '1.5'],
  ] as const)('%# %s', (field, typed, value, shown) => {
    expect(readTyped(field, typed, today)).toBe(value);
    expect(showTyped(field, value)).toBe(shown);
  });
});

describe('what a new record begins with', () => {
  const latest = {
    ...emptyValues(partyMeeting),
    title: '十月党员大会',
    branch: 'b1',
    heldOn: '2026-10-20',
    startsAt: '14:30',
    endsAt: '16:00',
    place: '会议室',
    host: 'm1',
    recorder: 'm2',
    type: '支部党员大会',
  };

  it('is place, host, recorder and times of the last one, but not its name, date or kind', () => {
    const { values, carried } = startValues(partyMeeting, { today, latest, prefill: null });
    expect(values).toMatchObject({
      branch: 'b1',
      place: '会议室',
      host: 'm1',
      recorder: 'm2',
      startsAt: '14:30',
    });
    expect(values).toMatchObject({ title: null, type: null, heldOn: today, attendance: [] });
    expect(carried).toEqual(['党支部', '开始', '结束', '地点', '主持人', '记录人']);
  });

  it('is what led here before what was last', () => {
    const prefill = { type: '党课', branch: 'b2', unknownField: 1 };
    const { values, carried } = startValues(partyMeeting, { today, latest, prefill });
    expect(values).toMatchObject({ type: '党课', branch: 'b2' });
    expect(values).not.toHaveProperty('unknownField');
    expect(carried).not.toContain('党支部');
  });

  it('never carries over what names a record or tells it apart', () => {
    expect(staff.carry).toBeUndefined();
    expect(ethicsPledge.carry).not.toContain('staff');
    const telling = ledgers.filter(({ carry, title, keys }) => {
      const alone: readonly string[] = keys.filter((key) => key.length === 1).flat();
      const carried: readonly string[] = carry ?? [];
      return carried.some((field) => field === title || alone.includes(field));
    });
    expect(telling.map(({ id }) => id)).toEqual([]);
  });
});

describe('problems at their places', () => {
  it('come from the definition and survive the form library’s nesting', async () => {
    const values = {
      ...emptyValues(partyMeeting, { today }),
      agenda: [{ id: '019aaaaa-0000-7000-8000-000000000001' }],
    };
    const answer = await resolverFor(partyMeeting, today)({ values, period: null }, undefined, {
      fields: {},
      shouldUseNativeValidation: false,
    });
    const paths = flattenErrors(answer.errors).map((problem) => problem.path);
    expect(paths).toContain('values.type');
    expect(paths).toContain('values.agenda.0.item');
    expect(paths).not.toContain('values.topics');
  });

  it.each([
    ['type', 'values.type', '类型'],
    ['votes.0.inFavour', 'values.votes.0.inFavour', '表决情况第 1 行 · 赞成'],
    ['attendance.2', 'values.attendance.2', '出席情况第 3 行'],
    ['period', 'period', '所属期'],
    ['reason', 'root', '组织生活记录'],
  ])('%s', (path, name, words) => {
    expect(formNameOf(partyMeeting, path)).toBe(name);
    expect(placeLabel(partyMeeting, path)).toBe(words);
  });
});

describe('the period of lists and new records', () => {
  const choice = periodChoiceOn(today);
  it('is the calendar year for Party life and the term or school year for teaching', () => {
    expect(choice).toEqual({ year: '2026', schoolYear: '2026-2027', term: '2026-2027-1' });
    expect(listPeriod(partyMeeting, choice)).toBe('2026');
    expect(listPeriod(servicePlan, choice)).toBe('2026-2027-1');
    expect(listPeriod(servicePlan, { ...choice, term: null })).toBe('2026-2027');
    expect(listPeriod(staff, choice)).toBeNull();
  });

  it('follows the date where the record has one, else the switch', () => {
    expect(proposePeriod(partyMeeting, '2026-03-05', today, choice)).toBe('2026-03');
    expect(
      proposePeriod(servicePlan, null, today, { ...choice, schoolYear: '2025-2026', term: '2025-2026-2' }),
    ).toBe('2025-2026-2');
    expect(proposePeriod(servicePlan, null, today, choice)).toBe('2026-2027-1');
    expect(proposePeriod(staff, null, today, choice)).toBeNull();
  });
});

describe('what a revision changed', () => {
  it('is told field by field, rows included, with the names of people', () => {
    const revision = (number: number, values: Record<string, unknown>, changed: readonly string[]) => ({
      number,
      at: '2026-11-24T06:30:00.000Z',
      accountName: '王办事',
      action: 'update' as const,
      reason: null,
      importId: null,
      changed,
      values,
      titles: { m1: '赵明' },
    });
    const before = revision(1, { place: '会议室', attendance: [] }, []);
    const after = revision(2, { place: '礼堂', attendance: [{ id: 'r', member: 'm1', state: '病假' }] }, [
      'place',
      'attendance',
    ]);
    expect(changesOf(partyMeeting, after, before)).toEqual([
      { label: '地点', before: '会议室', after: '礼堂' },
      { label: '出席情况', before: '', after: '赵明 病假' },
    ]);
  });
});

describe('finding screens', () => {
  it.each([
    ['hsz', '回收站'],
    ['beifen', '备份'],
    ['设', '设置'],
  ])('%s', (typed, label) => {
    expect(findScreens(fixedScreens, typed).map((screen) => screen.label)).toContain(label);
  });
  it('finds nothing for nothing', () => expect(findScreens(fixedScreens, ' ')).toEqual([]));
});
