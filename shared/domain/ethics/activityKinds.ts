/** Kinds of records of the six elements that have no ledger of their own (domain.md §4.4). */
export const ethicsActivityKinds = [
  '师德宣传',
  '先进典型宣传',
  '专题学习',
  '警示教育',
  '宣誓承诺',
  '岗前师德培训',
  '家长学生问卷',
  '有偿补课排查',
  '举报渠道公示',
  '零报告',
  '谈话提醒',
  '表彰奖励',
  '其他',
] as const;

export type EthicsActivityKind = (typeof ethicsActivityKinds)[number];
