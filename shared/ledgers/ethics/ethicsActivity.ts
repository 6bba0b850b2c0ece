import { ethicsActivityKinds } from '../../domain/ethics/activityKinds.ts';
import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  integer,
  longText,
  references,
  text,
} from '../../ledger/field.ts';
import { ethicsElements } from '../../domain/ethics/words.ts';

/** Records of the six elements (六位一体, domain.md §4.4) that have no ledger of their own. */
export const ethicsActivity = defineLedger({
  id: 'ethicsActivity',
  table: 'ethics_activity',
  area: 'ethics',
  label: '师德活动',
  description: '师德宣传、教育、监督等活动：专题学习、警示教育、问卷、排查等。',
  fields: {
    element: choice({
      label: '六位一体',
      required: true,
      listWidth: 90,
      filter: true,
      options: ethicsElements,
    }),
    kind: choice({
      label: '活动类别',
      required: true,
      listWidth: 130,
      filter: true,
      options: ethicsActivityKinds,
    }),
    title: text({
      label: '名称',
      required: true,
      listWidth: 260,
      maxLength: 120,
      search: 'text',
      synonyms: ['活动名称', '主题'],
    }),
    heldOn: date({
      label: '日期',
      required: true,
      listWidth: 110,
      filter: true,
      synonyms: ['活动日期', '时间'],
    }),
    place: text({ label: '地点', maxLength: 60 }),
    leader: text({ label: '组织者', maxLength: 40, listWidth: 90 }),
    participants: integer({ label: '参加人数', min: 0, listWidth: 90, unit: '人', total: true }),
    absentees: references({ label: '未参加人员', target: 'staff' }),
    hours: decimal({ label: '学时', min: 0, max: 40, digits: 1 }),
    content: longText({ label: '内容', rows: 6, search: 'text' }),
    files: attachments({ label: '附件', kinds: ['方案', '签到表', '照片', '材料', '其他'] }),
  },
  title: 'title',
  keys: [['kind', 'title', 'heldOn']],
  period: { kinds: ['term', 'schoolYear', 'quarter', 'month'], proposeFrom: 'heldOn' },
  groups: [
    { label: '活动', fields: ['element', 'kind', 'title', 'heldOn', 'place', 'leader'] },
    { label: '参加与内容', fields: ['participants', 'absentees', 'hours', 'content', 'files'] },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  statistics: [
    {
      id: 'byElement',
      label: '六位一体各要素次数',
      rows: 'element',
      columns: 'kind',
      measure: { kind: 'count' },
    },
  ],
});
