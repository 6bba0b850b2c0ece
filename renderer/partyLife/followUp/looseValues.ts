/** Text of a value whose type isn't known here; `''` for none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The same with `null` for none: days, notes. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** 责任人王芳，2026-11-30 前 */
export function dutyWords(owner: string, dueOn: string | null): string {
  return [owner === '' ? '没有责任人' : `责任人${owner}`, dueOn === null ? '没有时限' : `${dueOn} 前`].join(
    '，',
  );
}
