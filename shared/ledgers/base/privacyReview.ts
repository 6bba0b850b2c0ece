import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, longText, text } from '../../ledger/field.ts';
import { privacyReviewKinds } from '../../domain/privacy/words.ts';

/** Yearly audit of how minors' data is handled (未成年人网络保护条例 37) and impact assessments (个人信息保护法 55, 56). */
export const privacyReview = defineLedger({
  id: 'privacyReview',
  table: 'privacy_review',
  area: 'base',
  label: '个人信息保护审查',
  description: '每年的未成年人个人信息合规审计，处理敏感信息前的影响评估；报告至少保存三年。',
  fields: {
    kind: choice({
      label: '类别',
      required: true,
      listWidth: 120,
      filter: true,
      options: privacyReviewKinds,
    }),
    subject: text({ label: '审查内容', required: true, listWidth: 260, maxLength: 100, search: 'text' }),
    doneOn: date({ label: '完成日期', required: true, listWidth: 110 }),
    doneBy: text({ label: '审查人', listWidth: 100, maxLength: 60 }),
    findings: longText({ label: '发现的问题', rows: 3, maxLength: 5000 }),
    measures: longText({ label: '整改措施', rows: 3, maxLength: 5000 }),
    reportedOn: date({ label: '上报日期' }),
    files: attachments({ label: '报告', kinds: ['审计报告', '评估报告', '其他'] }),
  },
  title: 'subject',
  keys: [['kind', 'subject', 'doneOn']],
  period: { kinds: ['year'], proposeFrom: 'doneOn' },
  groups: [
    { label: '审查', fields: ['kind', 'subject', 'doneOn', 'doneBy', 'findings', 'measures'] },
    { label: '上报与存档', fields: ['reportedOn', 'files'] },
  ],
  sort: [{ field: 'doneOn', direction: 'desc' }],
});
