/** 张三、李四、王五等12人: the first names, and how many in all when there are more. */
export function listNames(names: readonly string[], shown = 3): string {
  if (names.length <= shown) return names.join('、');
  return `${names.slice(0, shown).join('、')}等${names.length}人`;
}
