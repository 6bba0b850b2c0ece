/**
 * Filled sheets typed as digits, one line a sheet: 4 = 很满意 … 1 = 不满意, 0 = no answer. Answers come back as the place in the
 * printed order. The problem names the first line that isn't right.
 */
export function readTypedSheets(
  typed: string,
  questions: number,
): { readonly sheets: readonly (readonly (number | null)[])[]; readonly problem: string | null } {
  const lines = typed.split(/\r?\n/u).map((line) => line.replace(/[\s,，、\t]+/gu, ''));
  const sheets: (number | null)[][] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    if (!/^[0-4]+$/u.test(line))
      return { sheets, problem: `第 ${index + 1} 行只能有 0 到 4 的数字，请改正。` };
    if (line.length !== questions)
      return { sheets, problem: `第 ${index + 1} 行有 ${line.length} 个数字，应为 ${questions} 个。` };
    if (/^0+$/u.test(line)) return { sheets, problem: `第 ${index + 1} 行一题也没有作答，请删去这一行。` };
    sheets.push([...line].map((digit) => (digit === '0' ? null : 4 - Number(digit))));
  }
  return { sheets, problem: null };
}
