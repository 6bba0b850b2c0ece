import type { PartyPost } from '../../../../shared/domain/partyLife/words.ts';
import { ageOn, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { educationChoice } from '../../../../shared/ledgers/base/choices.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';
import type { RollMember } from './rollMembers.ts';

interface Count {
  readonly heading: string;
  readonly group?: string;
  readonly holds: (member: RollMember, day: PlainDate) => boolean;
}

/** The bands of the yearly statistics of Party members, by the age completed on the day. */
const ageBands: readonly (readonly [string, number, number])[] = [
  ['30岁及以下', 0, 30],
  ['31—35岁', 31, 35],
  ['36—40岁', 36, 40],
  ['41—45岁', 41, 45],
  ['46—50岁', 46, 50],
  ['51—55岁', 51, 55],
  ['56—60岁', 56, 60],
  ['61岁及以上', 61, 200],
];
const postGroups: readonly (readonly [string, (post: PartyPost) => boolean])[] = [
  ['书记', (post) => post === '书记'],
  ['副书记', (post) => post === '副书记'],
  ['委员', (post) => post.endsWith('委员')],
  ['小组长', (post) => post === '党小组组长'],
];

const counts: readonly Count[] = [
  { heading: '合计', holds: () => true },
  { heading: '正式', group: '类别', holds: ({ status }) => status === '正式党员' },
  { heading: '预备', group: '类别', holds: ({ status }) => status === '预备党员' },
  { heading: '男', group: '性别', holds: ({ values: { sex } }) => sex === '男' },
  { heading: '女', group: '性别', holds: ({ values: { sex } }) => sex === '女' },
  {
    heading: '少数民族',
    holds: ({ values: { ethnicity } }) => ethnicity !== null && ethnicity !== '汉族',
  },
  ...ageBands.map(([heading, from, to]): Count => ({
    heading,
    group: '年龄',
    holds: ({ values: { bornOn } }, day) => {
      const age = bornOn === null ? null : ageOn(bornOn, day);
      return age !== null && age >= from && age <= to;
    },
  })),
  { heading: '未填', group: '年龄', holds: ({ values: { bornOn } }) => bornOn === null },
  ...educationChoice.options.map((value): Count => ({
    heading: value,
    group: '学历',
    holds: ({ values: { education } }) => education === value,
  })),
  { heading: '未填', group: '学历', holds: ({ values: { education } }) => education === null },
  ...postGroups.map(([heading, isPost]): Count => ({
    heading,
    group: '党内职务',
    holds: ({ posts }) => posts.some(isPost),
  })),
];

/** How many of a row's members belong to each group, on a day. */
export function structureColumns<Row>(
  day: PlainDate,
  membersOf: (row: Row) => readonly RollMember[],
): SheetColumn<Row>[] {
  return counts.map(({ holds, ...column }) => ({
    ...column,
    width: 6,
    format: 'integer',
    total: true,
    cell: (row) => membersOf(row).filter((member) => holds(member, day)).length,
  }));
}
