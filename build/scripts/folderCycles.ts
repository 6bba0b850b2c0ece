/** A module and what it imports, by paths from the top of the project. */
export interface ReadModule {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

/**
 * Folders that import each other, each pair once, with one import of either direction. A folder and one inside it count
 * as one; packages don't count.
 */
export function folderCycles(modules: readonly ReadModule[]): readonly string[] {
  const own = new Set(modules.map(({ source }) => folderOf(source)));
  const imports = new Map<string, string>();
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [folderOf(source), folderOf(resolved)];
      if (own.has(to) && !isInside(from, to) && !isInside(to, from))
        imports.set(`${from} → ${to}`, `${source} → ${resolved}`);
    }
  return [...imports].flatMap(([pair, example]) => {
    const [from = '', to = ''] = pair.split(' → ');
    const back = imports.get(`${to} → ${from}`);
    return back === undefined || from > to ? [] : [`${from} ↔ ${to} (${example}; ${back})`];
  });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function isInside(folder: string, other: string): boolean {
  return `${folder}/`.startsWith(`${other}/`);
}
