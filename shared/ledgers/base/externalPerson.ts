import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  identityNumber,
  longText,
  phone,
  text,
  yesNo,
} from '../../ledger/field.ts';
import { sexChoice } from './choices.ts';
import { entryCheckResults } from '../../domain/base/words.ts';

/** People from outside who serve in after-school service: listed, qualified and checked before they come (domain.md §4.8, §5.1). */
export const externalPerson = defineLedger({
  id: 'externalPerson',
  table: 'external_person',
  area: 'base',
  label: '校外服务人员',
  description: '参与课后服务的校外机构人员、志愿者和退休教师。',
  fields: {
    name: text({
      label: '姓名',
      required: true,
      listWidth: 90,
      maxLength: 30,
      search: 'name',
      mask: 'adultName',
      example: '李某某',
    }),
    sex: choice({ label: '性别', ...sexChoice, listWidth: 60 }),
    identityNumber: identityNumber({ label: '身份证号', synonyms: ['身份证', '身份证号码'] }),
    phone: phone({ label: '手机', synonyms: ['联系电话', '手机号'] }),
    organisation: text({ label: '所属单位', listWidth: 160, maxLength: 60, synonyms: ['机构', '单位'] }),
    kind: choice({
      label: '人员类别',
      required: true,
      listWidth: 100,
      filter: true,
      options: ['校外机构人员', '退休教师', '社会专业人员', '志愿者'],
    }),
    qualification: text({ label: '资质证书', maxLength: 80, listWidth: 140 }),
    listed: yesNo({ label: '在白名单内', listWidth: 100, help: '在教育局公布的第三方名单内' }),
    entryCheckedOn: date({ label: '准入查询日期', listWidth: 110 }),
    entryCheckResult: choice({
      label: '准入查询结果',
      options: entryCheckResults,
      sensitivity: 'internal',
      mask: 'entryResult',
      help: '只记有无，不记内容',
    }),
    servesFrom: date({ label: '开始服务', listWidth: 110 }),
    servesTo: date({ label: '结束服务' }),
    papers: attachments({ label: '证明材料', kinds: ['资质证书', '协议', '健康证'] }),
    remark: longText({ label: '备注', maxLength: 1000, rows: 2 }),
  },
  title: 'name',
  code: 'organisation',
  keys: [['identityNumber'], ['name', 'phone']],
  groups: [
    { label: '基本信息', fields: ['name', 'sex', 'identityNumber', 'phone', 'organisation', 'kind'] },
    {
      label: '资质与准入',
      fields: [
        'qualification',
        'listed',
        'entryCheckedOn',
        'entryCheckResult',
        'servesFrom',
        'servesTo',
        'papers',
        'remark',
      ],
    },
  ],
  sort: [{ field: 'name', direction: 'asc' }],
});
