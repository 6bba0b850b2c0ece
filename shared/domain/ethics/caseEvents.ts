/** What can be done in a case, in the words of its file. The life cycle (`caseLifeCycle.ts`) says when. */
export const caseEvents = [
  '紧急上报',
  '受理',
  '不予受理',
  '延长调查',
  '听取陈述',
  '作出结论',
  '答复举报人',
  '提出处理建议',
  '告知听证权利',
  '举行听证',
  '作出处理决定',
  '送达',
  '通报党组织',
  '申请复核',
  '复核决定',
  '提出申诉',
  '申诉延期',
  '申诉决定',
  '延长处分期',
  '解除处分',
  '归档',
] as const;

export type CaseEvent = (typeof caseEvents)[number];
