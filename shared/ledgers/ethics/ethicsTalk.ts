import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, longText, reference, references, text } from '../../ledger/field.ts';

/** 谈话记录 (domain.md §4.6) and home visits. */
export const ethicsTalk = defineLedger({
  id: 'ethicsTalk',
  table: 'ethics_talk',
  area: 'ethics',
  label: '谈话与家访',
  description: '提醒谈话、诫勉谈话、谈心谈话和家访的记录。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['谈话对象', '姓名'],
    }),
    kind: choice({
      label: '类型',
      required: true,
      listWidth: 100,
      filter: true,
      options: ['提醒谈话', '诫勉谈话', '谈心谈话', '家访'],
    }),
    heldOn: date({ label: '日期', required: true, listWidth: 110, synonyms: ['谈话日期', '家访日期'] }),
    place: text({ label: '地点', maxLength: 60 }),
    talkers: references({ label: '谈话人', target: 'staff', help: '提醒、诫勉谈话由两人进行' }),
    reason: text({
      label: '事由',
      required: true,
      maxLength: 200,
      sensitivity: 'internal',
      mask: 'sanction',
    }),
    content: longText({
      label: '谈话内容',
      rows: 4,
      maxLength: 5000,
      sensitivity: 'internal',
      mask: 'sanction',
    }),
    reply: longText({
      label: '本人表态',
      rows: 2,
      maxLength: 2000,
      sensitivity: 'internal',
      mask: 'sanction',
    }),
    demands: longText({ label: '要求', rows: 2, maxLength: 2000, sensitivity: 'internal', mask: 'sanction' }),
    mendBy: date({ label: '整改期限', visibleWhen: (values) => values['kind'] !== '家访' }),
    mendedOn: date({ label: '整改完成日期', visibleWhen: (values) => values['kind'] !== '家访' }),
    files: attachments({ label: '签字页', kinds: ['签字页', '其他'] }),
  },
  title: 'staff',
  keys: [['staff', 'kind', 'heldOn']],
  period: { kinds: ['year'], proposeFrom: 'heldOn' },
  carry: ['reason'],
  groups: [
    { label: '谈话', fields: ['staff', 'kind', 'heldOn', 'place', 'talkers', 'reason'] },
    { label: '内容', fields: ['content', 'reply', 'demands', 'mendBy', 'mendedOn', 'files'] },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  validate: (values) =>
    (values.kind === '提醒谈话' || values.kind === '诫勉谈话') && values.talkers.length < 2
      ? [{ path: 'talkers', sentence: `${values.kind}应由两人进行，请填写两名谈话人。` }]
      : [],
});
