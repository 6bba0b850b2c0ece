import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, multiChoice, reference, text } from '../../ledger/field.ts';
import { guardianRelationChoice } from './choices.ts';

/** What guardians agreed to, and when (个人信息保护法 31, 学前教育法 21): the register that PRV-01 and PRV-10 read. */
export const guardianConsent = defineLedger({
  id: 'guardianConsent',
  table: 'guardian_consent',
  area: 'base',
  label: '监护人同意登记',
  description: '监护人书面同意学校处理孩子信息、发布照片等，撤回的也登记。',
  fields: {
    pupil: reference({
      label: '学生',
      target: 'pupil',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '学生姓名'],
    }),
    scope: multiChoice({
      label: '同意的事项',
      required: true,
      listWidth: 200,
      options: ['信息处理', '照片发布', '健康信息', '课后服务'],
      synonyms: ['同意范围'],
    }),
    signedOn: date({ label: '签署日期', required: true, listWidth: 110, synonyms: ['同意日期'] }),
    guardian: text({
      label: '签署人',
      listWidth: 100,
      maxLength: 30,
      sensitivity: 'internal',
      mask: 'adultName',
      synonyms: ['监护人', '家长'],
    }),
    relation: choice({ label: '与学生关系', ...guardianRelationChoice }),
    version: text({ label: '告知书版本', maxLength: 40, example: '2026年9月版' }),
    withdrawnOn: date({ label: '撤回日期', help: '监护人撤回同意的日子' }),
    files: attachments({ label: '签字页', kinds: ['同意书', '撤回申请'] }),
  },
  title: 'pupil',
  keys: [['pupil', 'signedOn', 'scope']],
  groups: [
    {
      label: '同意',
      fields: ['pupil', 'scope', 'signedOn', 'guardian', 'relation', 'version', 'withdrawnOn', 'files'],
    },
  ],
  sort: [{ field: 'signedOn', direction: 'desc' }],
});
