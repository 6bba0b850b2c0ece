/** What a school is; ledgers, rules and screens follow from it (domain.md §0.3). */
export const schoolTypes = [
  '幼儿园',
  '小学',
  '初级中学',
  '九年一贯制学校',
  '十二年一贯制学校',
  '高级中学',
  '中等职业学校',
  '特殊教育学校',
] as const;
export type SchoolType = (typeof schoolTypes)[number];
