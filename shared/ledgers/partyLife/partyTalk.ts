import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, longText, reference, text, time, yesNo } from '../../ledger/field.ts';

const isMustTalk = (values: Readonly<Record<string, unknown>>): boolean => values['kind'] === '必谈情形';

/** 谈心谈话 between two members (domain.md §1.2, §1.6). Records of the meeting type 谈心谈话 count beside these. */
export const partyTalk = defineLedger({
  id: 'partyTalk',
  table: 'party_talk',
  area: 'partyLife',
  label: '谈心谈话',
  description: '支委之间、支委与党员、党员之间的谈心谈话，一次谈话一条记录。',
  fields: {
    heldOn: date({
      label: '谈话日期',
      required: true,
      listWidth: 110,
      filter: true,
      synonyms: ['谈话时间', '时间', '日期'],
    }),
    startsAt: time({ label: '开始', synonyms: ['开始时间'] }),
    place: text({ label: '地点', maxLength: 60, listWidth: 120, synonyms: ['谈话地点'] }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 120, filter: true }),
    talker: reference({
      label: '谈话人',
      target: 'partyMember',
      required: true,
      listWidth: 90,
      filter: true,
    }),
    partner: reference({
      label: '谈话对象',
      target: 'partyMember',
      required: true,
      listWidth: 90,
      filter: true,
      synonyms: ['被谈话人'],
    }),
    kind: choice({
      label: '谈话类型',
      required: true,
      listWidth: 120,
      filter: true,
      options: [
        { value: '支委之间', synonyms: ['委员与委员'] },
        { value: '支委与党员', synonyms: ['委员与党员'] },
        { value: '党员之间', synonyms: ['党员与党员'] },
        { value: '书记与班子成员', synonyms: [] },
        { value: '提醒谈话', synonyms: ['提醒'] },
        { value: '节点谈话', synonyms: ['节点'] },
        { value: '必谈情形', synonyms: ['必谈'] },
      ],
    }),
    occasion: choice({
      label: '必谈情形',
      visibleWhen: isMustTalk,
      options: ['家庭变故', '生活困难', '身体健康', '受处分处理', '有信访反映', '岗位变动', '其他'],
    }),
    content: longText({
      label: '主要内容',
      required: true,
      rows: 6,
      search: 'text',
      synonyms: ['谈话内容', '内容'],
    }),
    opinions: longText({ label: '意见建议', maxLength: 3000, rows: 3, synonyms: ['意见和建议'] }),
    attitude: text({ label: '谈话对象态度', maxLength: 200 }),
    followUp: text({ label: '后续措施', maxLength: 300 }),
    followedUpOn: date({ label: '落实日期' }),
    signed: yesNo({ label: '双方已签字' }),
    files: attachments({ label: '附件', kinds: ['谈话记录', '照片', '其他'] }),
  },
  title: 'partner',
  keys: [['talker', 'partner', 'heldOn']],
  period: { kinds: ['year'], proposeFrom: 'heldOn' },
  carry: ['branch', 'talker'],
  groups: [
    {
      label: '谈话',
      fields: ['heldOn', 'startsAt', 'place', 'branch', 'talker', 'partner', 'kind', 'occasion'],
    },
    {
      label: '内容',
      fields: ['content', 'opinions', 'attitude', 'followUp', 'followedUpOn', 'signed', 'files'],
    },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  statistics: [
    { id: 'byKind', label: '各支部谈话次数', rows: 'branch', columns: 'kind', measure: { kind: 'count' } },
  ],
  validate: (values) =>
    values.talker === values.partner
      ? [{ path: 'partner', sentence: '谈话人和谈话对象不能是同一个人。' }]
      : [],
});
