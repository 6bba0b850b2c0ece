/** 92.5%, a dash without answers, or that it isn't shown. */
export function percentWords(percent: number | null, suppressed: boolean): string {
  if (suppressed) return '份数太少，不显示';
  return percent === null ? '—' : `${percent.toFixed(1)}%`;
}
