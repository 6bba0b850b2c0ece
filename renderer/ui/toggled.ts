/** The set with `key` taken out if it was in, otherwise put in. */
export function toggled<Key>(set: ReadonlySet<Key>, key: Key): ReadonlySet<Key> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
