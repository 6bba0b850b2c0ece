/**
 * The article that a violation code stands in: 第四条 of 教师〔2018〕18号 for schools (V01–V11) and of 教师〔2018〕19号 for
 * kindergartens (K01–K11), whose items have the numbers of the codes. Without a known code only the rules are named.
 */
export function violationBasis(violation: string): string {
  const [, kind, digits] = /^([VK])(\d{2})/u.exec(violation) ?? [];
  const rules =
    kind === 'K'
      ? '《幼儿园教师违反职业道德行为处理办法》（教师〔2018〕19号）'
      : '《中小学教师违反职业道德行为处理办法（2018年修订）》（教师〔2018〕18号）';
  const item = itemNumbers[Number(digits) - 1];
  return item === undefined ? rules : `${rules}第四条第（${item}）项`;
}

/** What is said of a violation in a document: its words without the code. */
export function violationWords(violation: string): string {
  return violation.replace(/^[VK]\d{2}\s*/u, '');
}

const itemNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'] as const;
