import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, reference, text, yesNo } from '../../ledger/field.ts';
import { selfCheckOccasions } from '../../domain/ethics/words.ts';

/** 有偿补课自查表: the six bans of 教师〔2015〕5号, one line each (domain.md §4.2, §4.6). */
export const tutoringSelfCheck = defineLedger({
  id: 'tutoringSelfCheck',
  table: 'tutoring_self_check',
  area: 'ethics',
  label: '有偿补课自查',
  description: '教师每学期和假期前对照六条禁令的自查。',
  fields: {
    staff: reference({
      label: '教师',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '教师姓名'],
    }),
    occasion: choice({
      label: '时点',
      required: true,
      listWidth: 100,
      filter: true,
      options: selfCheckOccasions,
    }),
    organised: yesNo({ label: '组织推荐诱导学生补课', required: true, defaultValue: false }),
    took: yesNo({ label: '参加校外机构补课', required: true, defaultValue: false }),
    introduced: yesNo({ label: '介绍生源提供信息', required: true, defaultValue: false }),
    lent: yesNo({ label: '提供场地设施', required: true, defaultValue: false }),
    forced: yesNo({ label: '要求学生参加补课', required: true, defaultValue: false }),
    joint: yesNo({ label: '与机构联合补课', required: true, defaultValue: false }),
    signedOn: date({ label: '承诺日期', required: true, listWidth: 110 }),
    checker: text({ label: '核查人', maxLength: 30, listWidth: 90 }),
  },
  title: 'staff',
  keys: [['staff', 'occasion', 'signedOn']],
  period: { kinds: ['term'], proposeFrom: 'signedOn' },
  groups: [
    {
      label: '自查',
      fields: ['staff', 'occasion', 'organised', 'took', 'introduced', 'lent', 'forced', 'joint'],
    },
    { label: '承诺', fields: ['signedOn', 'checker'] },
  ],
  sort: [{ field: 'signedOn', direction: 'desc' }],
});
