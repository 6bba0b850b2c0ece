import { nameTokens } from '../../shared/kernel/searchText.ts';

/** Whether typed text means a Chinese name: a part of it, or its pinyin in full or by initials, from the beginning. */
export function isNamedBy(name: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return false;
  if (name.toLowerCase().includes(wanted)) return true;
  return /^[a-z]+$/.test(wanted) && spellings(name).some((spelling) => spelling.startsWith(wanted));
}

const spellingsByName = new Map<string, readonly string[]>();

function spellings(name: string): readonly string[] {
  const known = spellingsByName.get(name);
  if (known) return known;
  const found = nameTokens(name).flatMap((token) => /[a-z]+$/.exec(token)?.[0] ?? []);
  spellingsByName.set(name, found);
  return found;
}
