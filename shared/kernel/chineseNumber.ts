const digits = '零一二三四五六七八九';

/** 0 to 9999 in ordinary Chinese words: 10 = 十, 12 = 十二, 105 = 一百零五. Throws outside that range. */
export function formatChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new Error(`Out of range: ${value}`);
  if (value === 0) return '零';
  const units = ['千', '百', '十', ''];
  const figures = [...String(value).padStart(4, '0')].map(Number);
  let words = '';
  figures.forEach((figure, index) => {
    if (figure > 0) words += digits.charAt(figure) + (units[index] ?? '');
    else if (words !== '' && !words.endsWith('零') && figures.slice(index).some((rest) => rest > 0))
      words += '零';
  });
  return words.startsWith('一十') ? words.slice(1) : words;
}

/** Reads 一 to 九十九 (两 and 〇 too), or `undefined`. */
export function parseChineseNumber(text: string): number | undefined {
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  const match = /^([一二三四五六七八九])?(十)?([零一二三四五六七八九])?$/.exec(plain);
  if (!match || plain === '') return undefined;
  const [, first, ten, last] = match;
  if (!ten) return first && last ? undefined : digits.indexOf(first ?? last ?? '');
  if (last === '零') return undefined;
  return (first ? digits.indexOf(first) : 1) * 10 + (last ? digits.indexOf(last) : 0);
}
