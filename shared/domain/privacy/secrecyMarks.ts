/** Marks of papers that must not lie on this PC (保守国家秘密法): grades with their star, and 内部资料注意保存. */
export const secrecyMarks = ['绝密', '机密', '秘密★', '内部资料注意保存'] as const;

/** The mark that a text bears, if any. */
export function secrecyMarkIn(text: string): string | undefined {
  return secrecyMarks.find((mark) => text.includes(mark));
}
