/** The words about people that several areas share; each list stands here only. */

export const guardianRelations = ['父亲', '母亲', '祖父母', '外祖父母', '其他'] as const;

/** 准入查询: whether something was found, never what. */
export const entryCheckResults = ['无', '有'] as const;
export type EntryCheckResult = (typeof entryCheckResults)[number];
