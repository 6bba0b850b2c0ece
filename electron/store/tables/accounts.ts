import { sql } from 'kysely';
import { z } from 'zod';
import { roles } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, firstRow, tables } from '../query.ts';
import type { SystemTables } from '../schema/systemTables.ts';

const rolesSchema = z.array(z.enum(roles));

/** Every account that ever was, those in use first, by the time they were made. */
export function listAccounts(h: ReadHandle): readonly AccountInfo[] {
  const query = tables
    .selectFrom('account')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('created_at')
    // Two made in the same instant stand in the order they were made.
    .orderBy(sql`rowid`);
  return allRows(h, query).map(accountOf);
}

export function findAccount(h: ReadHandle, id: string): AccountInfo | null {
  const row = firstRow(h, tables.selectFrom('account').selectAll().where('id', '=', id));
  return row ? accountOf(row) : null;
}

/**
 * Adds an account or changes it. A withdrawn one (`active: false`) stays, so that its revisions keep their author. Its
 * password is the key file's affair, and so is that no two accounts in use have one name.
 */
export function saveAccount(w: WriteHandle, account: AccountInfo): void {
  const content = {
    name: account.name,
    roles: JSON.stringify(account.roles),
    active: account.active ? 1 : 0,
    created_at: account.createdAt,
  };
  execute(
    w,
    tables
      .insertInto('account')
      .values({ id: account.id, ...content })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(content)),
  );
}

function accountOf(row: SystemTables['account']): AccountInfo {
  return {
    id: row.id,
    name: row.name,
    roles: rolesSchema.parse(JSON.parse(row.roles)),
    active: row.active === 1,
    createdAt: row.created_at,
  };
}
