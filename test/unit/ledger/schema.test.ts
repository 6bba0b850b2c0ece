import { describe, expect, test } from 'vitest';
import { defineLedger } from '#shared/ledger/definition.ts';
import {
  choice,
  date,
  decimal,
  details,
  identityNumber,
  integer,
  money,
  multiChoice,
  phone,
  text,
  yesNo,
} from '#shared/ledger/field.ts';
import { checkValues, emptyValues, withComputed } from '#shared/ledger/schema.ts';

const visit = defineLedger({
  id: 'visit',
  table: 'visit',
  area: 'ledgers',
  label: '家访',
  description: '测试用。',
  fields: {
    name: text({ label: '姓名', required: true, search: 'name', maxLength: 30 }),
    visitedOn: date({ label: '日期', required: true }),
    kind: choice({ label: '方式', options: ['上门', '电话'], required: true, defaultValue: '上门' }),
    reason: text({
      label: '原因',
      required: true,
      maxLength: 5,
      visibleWhen: (values) => values['kind'] === '电话',
    }),
    topics: multiChoice({ label: '话题', options: ['学习', '安全'] }),
    identity: identityNumber({ label: '身份证号' }),
    phone: phone({
      label: '电话',
      validate: (value) => (value.startsWith('0') ? '请填手机号。' : undefined),
    }),
    cost: money({ label: '费用', min: 0, max: 100_00 }),
    score: decimal({ label: '得分', digits: 1 }),
    done: yesNo({ label: '完成' }),
    people: details({
      label: '参加人员',
      rowLabel: '人员',
      fields: { name: text({ label: '姓名', required: true }), hours: integer({ label: '小时', min: 0 }) },
    }),
    hours: integer({
      label: '合计小时',
      computed: (values) =>
        (values['people'] as { hours: number | null }[]).reduce((sum, row) => sum + (row.hours ?? 0), 0),
    }),
  },
  title: 'name',
  keys: [],
  groups: [
    {
      label: '全部',
      fields: [
        'name',
        'visitedOn',
        'kind',
        'reason',
        'topics',
        'identity',
        'phone',
        'cost',
        'score',
        'done',
        'people',
        'hours',
      ],
    },
  ],
  sort: [],
  validate: (values) =>
    values.done === true && values.score === null ? [{ path: 'score', sentence: '完成后请打分。' }] : [],
});

const rowId = '01938000-0000-7000-8000-000000000001';
const good = { ...emptyValues(visit), name: '张 三', visitedOn: '2026-11-24' };
const problemsOf = (values: Record<string, unknown>, draft = false) => {
  const checked = checkValues(visit, { ...good, ...values }, { draft, today: '2026-11-24' });
  return 'problems' in checked ? checked.problems.map(({ path, sentence }) => `${path}: ${sentence}`) : [];
};

describe('values of a ledger', () => {
  test('come out clean: names, dates, order of choices, rounded decimals, computed fields, nothing unknown', () => {
    const checked = checkValues(visit, {
      ...good,
      topics: ['安全', '学习'],
      score: 8.66,
      identity: '11010519491231002x',
      phone: '138 1234 5678',
      people: [{ id: rowId, name: ' 李四 ', hours: 2, stray: 1 }],
      hours: 99,
      stray: 'x',
    });
    expect(checked).toEqual({
      values: {
        name: '张三',
        visitedOn: '2026-11-24',
        kind: '上门',
        reason: null,
        topics: ['学习', '安全'],
        identity: '11010519491231002X',
        phone: '13812345678',
        cost: null,
        score: 8.7,
        done: null,
        people: [{ id: rowId, name: '李四', hours: 2 }],
        hours: 2,
      },
    });
  });

  const refused: [string, Record<string, unknown>, string[]][] = [
    ['a required text', { name: '  ' }, ['name: 请填写姓名。']],
    ['a required choice', { kind: null }, ['kind: 请选择方式。']],
    ['an unknown choice', { kind: '视频' }, ['kind: “方式”没有“视频”这一选项，请从列表中选。']],
    [
      'a date that is none',
      { visitedOn: '2026-02-30' },
      ['visitedOn: “日期”不是有效的日期，请写成 2026-03-05 的样子。'],
    ],
    ['what is required only when visible', { kind: '电话' }, ['reason: 请填写原因。']],
    [
      'a text that is too long',
      { kind: '电话', reason: '一二三四五六' },
      ['reason: “原因”最多 5 个字，现在有 6 个字。'],
    ],
    ['the field rule', { phone: '0936-2721234' }, ['phone: 请填手机号。']],
    ['money beyond its limit', { cost: 10_001 }, ['cost: “费用”不能大于 100元。']],
    ['fractions of 分', { cost: 1.5 }, ['cost: “费用”应当是整数。']],
    ['a wrong type', { done: '是' }, ['done: “完成”请选“是”或“否”。']],
    [
      'a detail row',
      { people: [{ id: rowId, name: null, hours: -1 }] },
      ['people.0.hours: “小时”不能小于 0。'],
    ],
    [
      'a required field of a detail row',
      { people: [{ id: rowId, name: null, hours: 1 }] },
      ['people.0.name: 请填写姓名。'],
    ],
    [
      'a detail row without an id',
      { people: [{ name: '李四' }] },
      ['people.0: “参加人员”第 1 行没有自己的行编号，请删除后重新添加。'],
    ],
    ['a rule over several fields', { done: true }, ['score: 完成后请打分。']],
    ['not a list of rows', { people: 'x' }, ['people: “参加人员”应当是一行一行的明细。']],
  ];
  test.each(refused)('refuse %s', (_what, values, problems) => {
    expect(problemsOf(values)).toEqual(problems);
  });

  test('a draft may lack what is required, but types hold', () => {
    expect(problemsOf({ name: null, visitedOn: null, done: true }, true)).toEqual([]);
    expect(problemsOf({ visitedOn: 'morgen' }, true)).toHaveLength(1);
  });

  test('a new record starts from defaults, and today where a date is required', () => {
    expect(emptyValues(visit, { today: '2026-11-24' })).toMatchObject({
      kind: '上门',
      visitedOn: '2026-11-24',
      topics: [],
      name: null,
    });
    expect(withComputed(visit, { ...good, people: [{ id: rowId, name: 'x', hours: 3 }] })['hours']).toBe(3);
  });
});
