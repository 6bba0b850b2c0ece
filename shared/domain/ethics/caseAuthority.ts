import { isSanction } from './sanctions.ts';
import type { DecidingBody, Handling } from './words.ts';

/**
 * The bodies that may decide a handling (教师〔2018〕18号): a public school proposes every 处分 and the county bureau
 * decides; a private school decides 警告 and 记过 itself, ends contracts, and reports them to the bureau. The lighter kinds
 * belong to either.
 */
export function bodiesFor(handling: Handling, isPublic: boolean): readonly DecidingBody[] {
  const bureau: readonly DecidingBody[] = ['县教育局', '上级部门'];
  if (!isSanction(handling)) return ['学校', ...bureau];
  const ownByPrivate: readonly Handling[] = ['警告', '记过', '开除'];
  return !isPublic && ownByPrivate.includes(handling) ? ['学校', ...bureau] : bureau;
}

/** From 降低岗位等级 upward the teacher must be told of the right to a hearing before the decision. */
export function needsHearing(handling: Handling | null): boolean {
  return handling === '降低岗位等级' || handling === '撤职' || handling === '开除';
}
