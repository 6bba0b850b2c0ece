/** Monday to Friday, as ledgers and papers write them. */
export const schooldays = ['周一', '周二', '周三', '周四', '周五'] as const;

/** 周一 … 周五 as 1 … 5; 0 for anything else. */
export function schooldayNumber(name: string): number {
  return schooldays.findIndex((day) => day === name) + 1;
}
