import type { ledgerCalls } from '../../../shared/contract/ledgers.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { discardDraft, listDrafts, saveDraft } from '../../store/tables/drafts.ts';
import { listViews, removeView, saveView } from '../../store/tables/views.ts';

type DraftChannel = keyof typeof ledgerCalls & (`draft.${string}` | `view.${string}`);

/** Unsaved forms and saved list views; both belong to one account. */
export function draftHandlers(): HandlersOf<DraftChannel> {
  return {
    'draft.save': (draft, { change }) => {
      change(null, (w) => {
        saveDraft(w, draft);
      });
      return success(null);
    },
    'draft.list': ({ ledger }, caller) => success(listDrafts(caller.store.read, caller.account.id, ledger)),
    'draft.discard': ({ ledger, recordId }, caller) => {
      caller.change(null, (w) => {
        discardDraft(w, { accountId: caller.account.id, ledger, recordId });
      });
      return success(null);
    },
    'view.list': ({ ledger }, caller) => success(listViews(caller.store.read, caller.account.id, ledger)),
    'view.save': (view, { change }) =>
      view.query.ledger === view.ledger
        ? change(null, (w) => saveView(w, view))
        : failure('invalidInput', '这个视图属于另一种台账，请在那种台账的列表里保存。'),
    'view.remove': ({ id }, { change }) => {
      change(null, (w) => {
        removeView(w, id);
      });
      return success(null);
    },
  };
}
