import type { FindingView } from '../../../shared/contract/checks.ts';
import type { Area } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

export type Override = NonNullable<FindingView['override']>;

/** The findings that somebody decided to let stand, by the finding's key. */
export function listOverrides(h: ReadHandle): ReadonlyMap<string, Override> {
  const rows = allRows(h, tables.selectFrom('finding_override').selectAll());
  return new Map(
    rows.map(({ key, reason, account_name, at }) => [key, { reason, accountName: account_name, at }]),
  );
}

/** Lets a finding stand, with its reason. */
export function saveOverride(w: WriteHandle, key: string, area: Area, reason: string): void {
  const content = {
    area,
    reason,
    account_id: w.change.accountId,
    account_name: w.change.accountName,
    at: w.change.at,
  };
  execute(
    w,
    tables
      .insertInto('finding_override')
      .values({ key, ...content })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(content)),
  );
}
