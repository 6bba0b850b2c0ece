import type { SchoolType } from '../../kernel/schoolType.ts';

const schoolRules = [
  '坚定政治方向',
  '自觉爱国守法',
  '传播优秀文化',
  '潜心教书育人',
  '关心爱护学生',
  '加强安全防范',
  '坚持言行雅正',
  '秉持公平诚信',
  '坚守廉洁自律',
  '规范从教行为',
] as const;

const kindergartenRules = [
  '坚定政治方向',
  '自觉爱国守法',
  '传播优秀文化',
  '潜心培幼育人',
  '加强安全防范',
  '关心爱护幼儿',
  '遵循幼教规律',
  '秉持公平诚信',
  '坚守廉洁自律',
  '规范保教行为',
] as const;

/** 新时代中小学（幼儿园）教师职业行为十项准则 (教师〔2018〕16号), in their order. */
export function tenRulesOf(schoolType: SchoolType): readonly string[] {
  return schoolType === '幼儿园' ? kindergartenRules : schoolRules;
}
