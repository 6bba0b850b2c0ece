import type { SchoolType } from '../../kernel/schoolType.ts';

/** 5+2 applies to compulsory education only (domain.md §0.2-5): kindergartens and senior high schools don't see the module. */
export const servedTypes: readonly SchoolType[] = [
  '小学',
  '初级中学',
  '九年一贯制学校',
  '十二年一贯制学校',
  '特殊教育学校',
];
