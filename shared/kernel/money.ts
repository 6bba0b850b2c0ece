const capitalDigits = '零壹贰叁肆伍陆柒捌玖';
/** 分 of 一万亿元: no school's amount comes near it. */
const limit = 100_000_000_000_000;

/**
 * Reads an amount of 元 as typed or found on a sheet (`1,234.5`, `￥12`, `12元`, `-3.20`).
 * @returns 分 as an integer, or `undefined` for anything else, more than two decimals included
 */
export function parseMoney(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]+/gu, '')
    .replace(/^(-?)[¥￥]/u, '$1')
    .replace(/元$/u, '');
  const match = /^(-)?(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (!match) return undefined;
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] && amount !== 0 ? -amount : amount;
}

/** 分 as 元 with two decimals and thousands separators: 123456 → `1,234.56`. */
export function formatMoney(amount: number): string {
  const figures = String(Math.abs(amount)).padStart(3, '0');
  const whole = figures.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${figures.slice(-2)}`;
}

/** 分 (below 一万亿元) in capital words as on receipts (大写金额): 123456 → 壹仟贰佰叁拾肆元伍角陆分, 100000 → 壹仟元整. */
export function formatMoneyCapital(amount: number): string {
  if (!Number.isInteger(amount) || Math.abs(amount) >= limit) throw new Error(`Out of range: ${amount}`);
  const sign = amount < 0 ? '负' : '';
  const whole = Math.floor(Math.abs(amount) / 100);
  const jiao = Math.floor(Math.abs(amount) / 10) % 10;
  const fen = Math.abs(amount) % 10;
  const yuan = whole > 0 ? `${capitalWhole(whole)}元` : '';
  if (jiao === 0 && fen === 0) return `${sign}${yuan || '零元'}整`;
  const tenth = jiao > 0 ? `${capitalDigits.charAt(jiao)}角` : yuan ? '零' : '';
  return `${sign}${yuan}${tenth}${fen > 0 ? `${capitalDigits.charAt(fen)}分` : '整'}`;
}

function capitalWhole(whole: number): string {
  let words = '';
  let skipped = false;
  for (const [index, unit] of ['亿', '万', ''].entries()) {
    const group = Math.floor(whole / 10_000 ** (2 - index)) % 10_000;
    if (group > 0) {
      if (words !== '' && (skipped || group < 1_000)) words += '零';
      words += capitalGroup(group) + unit;
    }
    skipped = group === 0;
  }
  return words;
}

/** 1 to 9999. */
function capitalGroup(group: number): string {
  const figures = [...String(group)].map(Number);
  let words = '';
  figures.forEach((figure, index) => {
    if (figure > 0)
      words += capitalDigits.charAt(figure) + (['', '拾', '佰', '仟'][figures.length - 1 - index] ?? '');
    else if (!words.endsWith('零') && figures.slice(index).some((rest) => rest > 0)) words += '零';
  });
  return words;
}
