import type { ledgerCalls, RecordView } from '../../../shared/contract/ledgers.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import { findLedger, ledgers } from '../../../shared/ledgers/index.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { addAccess } from '../../store/tables/accessLog.ts';
import { discardDraft } from '../../store/tables/drafts.ts';
import type { WriteHandle } from '../../store/handles.ts';
import { countRecords, getRecord, listRecords, recycled } from '../../store/records/records.ts';
import { lookup, rememberChoice, searchRecords } from '../../store/search/search.ts';
import type { App } from '../app.ts';
import { attachmentHandlers } from './attachmentHandlers.ts';
import { draftHandlers } from './draftHandlers.ts';
import { filledLockedFields, withoutLocked } from './lockedFields.ts';
import { titlesFor, viewHistory, viewRecord } from './recordViews.ts';
import { referencesIn } from './references.ts';
import { removeFromLedger } from './removeRecords.ts';
import { restoreToRevision, undeleteInLedger } from './restoreRecords.ts';
import { saveRecord } from './saveRecord.ts';
import { statisticTables } from './statisticTables.ts';

type LedgerChannel = keyof typeof ledgerCalls;

const noRecord = failure('notFound', '没有找到这条记录，可能已被删除。请返回列表刷新后再看。');

/** All calls of `shared/contract/ledgers.ts`. */
export function ledgerHandlers(app: App): HandlersOf<LedgerChannel> {
  return {
    ...draftHandlers(),
    ...attachmentHandlers(app),
    ...changes,

    'ledger.list': ({ query, page, pageSize }, caller) => {
      const definition = definitionOf(query.ledger);
      const listed = listRecords(caller.store.read, definition, query, page, pageSize);
      if (!listed.ok) return listed;
      const rows = listed.value.rows.map((row) => ({
        ...row,
        values: withoutLocked(definition, row.values),
      }));
      const titles = titlesFor(
        caller.store.read,
        definition,
        rows.map((row) => row.values),
      );
      return success({ ...listed.value, rows, titles });
    },

    'ledger.get': ({ ledger, id }, caller) => {
      const definition = definitionOf(ledger);
      const record = getRecord(caller.store.read, definition, id);
      if (!record) return noRecord;
      const view = viewRecord(caller.store.read, definition, record, caller.account);
      logLook(caller, definition, record, view, '查看');
      return success(view);
    },

    'ledger.history': ({ ledger, id }, caller) => {
      const definition = definitionOf(ledger);
      const record = getRecord(caller.store.read, definition, id);
      if (!record) return noRecord;
      logLook(
        caller,
        definition,
        record,
        viewRecord(caller.store.read, definition, record, caller.account),
        '查看修改记录',
      );
      return success(viewHistory(caller.store.read, definition, record, caller.account));
    },

    'ledger.lookup': ({ ledger, text, limit }, caller) =>
      success(lookup(caller.store.read, definitionOf(ledger), text, limit, caller.account.id)),

    'ledger.statistics': ({ query }, caller) =>
      statisticTables(caller.store.read, definitionOf(query.ledger), query, app.clock.today()),

    'ledger.recycleBin': (_input, caller) => {
      const readable = new Set(readableLedgers(caller.account).map((definition) => definition.id));
      return success(recycled(caller.store.read).filter((record) => readable.has(record.ledger)));
    },

    'ledger.counts': (_input, caller) =>
      success(
        Object.fromEntries(
          readableLedgers(caller.account).map((definition) => [
            definition.id,
            countRecords(caller.store.read, definition),
          ]),
        ),
      ),

    'ledger.latest': ({ ledger, kind }, caller) => {
      const definition = definitionOf(ledger);
      const newest = listRecords(
        caller.store.read,
        definition,
        {
          filters: kind ? [{ field: kind.field, operator: 'is', value: kind.value }] : [],
          sort: [{ field: 'createdAt', direction: 'desc' }],
        },
        0,
        1,
      );
      if (!newest.ok) return newest;
      const [row] = newest.value.rows;
      const record = row && getRecord(caller.store.read, definition, row.id);
      return success(record ? withoutLocked(definition, record.values) : null);
    },

    'search.everywhere': ({ text, limit }, caller) =>
      success(
        searchRecords(caller.store.read, text, {
          ledgers: readableLedgers(caller.account).map((definition) => definition.id),
          limit,
        }),
      ),
  };
}

/** Saving, removing and bringing back. */
const changes: HandlersOf<'ledger.save' | 'ledger.remove' | 'ledger.undelete' | 'ledger.restoreRevision'> = {
  'ledger.save': ({ ledger, reason, ...input }, caller) => {
    const definition = definitionOf(ledger);
    const saved = caller.change(reason, (w, unit) => {
      const record = saveRecord(w, definition, input, unit);
      if (!record.ok) return record;
      rememberChoices(w, definition, record.value);
      discardDraft(w, { accountId: caller.account.id, ledger, recordId: input.id });
      return record;
    });
    return saved.ok ? success(viewRecord(caller.store.read, definition, saved.value, caller.account)) : saved;
  },

  'ledger.remove': ({ ledger, ids, reason }, { account, change }) => {
    const definition = definitionOf(ledger);
    const removed = change(reason, (w) => removeFromLedger(w, definition, ids, account));
    return removed.ok ? success({ removed: removed.value }) : removed;
  },

  'ledger.undelete': ({ ledger, ids }, { change }) => {
    const definition = definitionOf(ledger);
    const restored = change(null, (w) => undeleteInLedger(w, definition, ids));
    return restored.ok ? success({ restored: restored.value }) : restored;
  },

  'ledger.restoreRevision': ({ ledger, id, number, reason }, caller) => {
    const definition = definitionOf(ledger);
    const restored = caller.change(reason, (w, unit) => restoreToRevision(w, definition, id, number, unit));
    return restored.ok
      ? success(viewRecord(caller.store.read, definition, restored.value, caller.account))
      : restored;
  },
};

/** The router has refused unknown ledgers before. */
function definitionOf(ledger: string): AnyLedger {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`No ledger ${ledger}`);
  return definition;
}

/** Locked values that an account gets to see leave a line in the access log. */
function logLook(
  caller: Caller,
  definition: AnyLedger,
  record: LedgerRecord,
  view: Pick<RecordView, 'withheld'>,
  what: string,
): void {
  if (view.withheld.length > 0 || filledLockedFields(definition, record.values).length === 0) return;
  caller.change(null, (w) => {
    addAccess(w, {
      what: `${what}：${definition.label}的受限内容`,
      ledger: definition.id,
      recordId: record.id,
    });
  });
}

function readableLedgers(account: AccountInfo): readonly AnyLedger[] {
  return ledgers.filter((definition) => levelOf(account.roles, definition.area) !== 'none');
}

/** Pickers offer the records chosen last first; rows of details are too many to be a choice. */
function rememberChoices(w: WriteHandle, definition: AnyLedger, record: LedgerRecord): void {
  for (const place of referencesIn(definition, record.values))
    if (!place.path.includes('.')) rememberChoice(w, place.target, place.id);
}
