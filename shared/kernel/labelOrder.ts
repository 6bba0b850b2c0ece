import { parseChineseNumber } from './chineseNumber.ts';

/** Sorts by this key put 第二支部 before 第十支部 and 2班 before 10班: numbers count, not the sound or shape of their characters. */
export function labelSortKey(label: string): string {
  return label
    .replace(/^(第?)([一二三四五六七八九十]+)/u, (all, before: string, words: string) => {
      const number = parseChineseNumber(words);
      return number === undefined ? all : before + String(number);
    })
    .replace(/\d+/gu, (figures) => figures.padStart(4, '0'));
}

/** For `sort`: labels of branches, classes, courses in the order an office lists them. */
export function compareLabels(a: string, b: string): number {
  return labelSortKey(a).localeCompare(labelSortKey(b), 'zh-CN');
}
