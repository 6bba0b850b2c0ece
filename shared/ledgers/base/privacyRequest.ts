import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, longText, text } from '../../ledger/field.ts';

/** Requests of people to see, mend or delete what is kept about them (个人信息保护法 45—47, 未成年人保护法 72). */
export const privacyRequest = defineLedger({
  id: 'privacyRequest',
  table: 'privacy_request',
  area: 'base',
  label: '个人信息更正删除申请',
  description: '学生、家长和教职工要求查阅、更正、删除个人信息的申请和办理结果。',
  fields: {
    number: text({ label: '编号', required: true, listWidth: 110, maxLength: 30, example: '2026-01' }),
    receivedOn: date({ label: '收到日期', required: true, listWidth: 110 }),
    applicant: text({
      label: '申请人',
      required: true,
      listWidth: 100,
      maxLength: 40,
      sensitivity: 'internal',
      mask: 'adultName',
    }),
    about: text({ label: '涉及的人', maxLength: 40, sensitivity: 'internal', mask: 'pupilName' }),
    kind: choice({
      label: '申请事项',
      required: true,
      listWidth: 110,
      filter: true,
      options: ['查阅', '更正', '删除', '撤回同意'],
    }),
    content: longText({ label: '申请内容', rows: 3, maxLength: 2000, sensitivity: 'internal' }),
    answeredOn: date({ label: '办结日期', listWidth: 110 }),
    outcome: choice({ label: '办理结果', listWidth: 100, options: ['已办理', '部分办理', '不予办理'] }),
    reason: longText({ label: '办理说明', rows: 2, maxLength: 2000, sensitivity: 'internal' }),
  },
  title: 'number',
  keys: [['number']],
  period: { kinds: ['year'], proposeFrom: 'receivedOn' },
  carry: ['applicant'],
  groups: [
    { label: '申请', fields: ['number', 'receivedOn', 'applicant', 'about', 'kind', 'content'] },
    { label: '办理', fields: ['answeredOn', 'outcome', 'reason'] },
  ],
  sort: [{ field: 'receivedOn', direction: 'desc' }],
});
