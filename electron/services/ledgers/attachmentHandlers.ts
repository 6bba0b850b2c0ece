import type { ledgerCalls } from '../../../shared/contract/ledgers.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { addAttachment, readAttachment } from '../../store/attachments.ts';
import { getRecord } from '../../store/records.ts';
import type { App } from '../app.ts';
import { changeBy } from './changeBy.ts';
import { maySeeLocked, withoutLocked } from './lockedFields.ts';

type AttachmentChannel = keyof typeof ledgerCalls & `attachment.${string}`;

const notHere = failure('notFound', '没有找到这个附件，它可能已从记录中删除。请刷新后再看。');

/** Files of records: kept on adding, tied to the record on its saving, and read by whoever may read the record. */
export function attachmentHandlers(app: App): HandlersOf<AttachmentChannel> {
  return {
    'attachment.add': async ({ ledger, kind, name, content }, caller) => {
      if (!kindsOf(ledger).includes(kind))
        return failure('invalidInput', `这种记录不收“${kind}”类附件，请换一个附件类别。`);
      return addAttachment(caller.store, changeBy(app, caller), Buffer.from(content, 'base64'), {
        name,
        kind,
      });
    },
    'attachment.read': ({ ledger, recordId, attachmentId }, caller) => {
      const definition = findLedger(ledger);
      const record = definition && getRecord(caller.store.read, definition, recordId);
      if (!definition || !record) return notHere;
      const visible = maySeeLocked(caller.store.read, definition, record, caller.account);
      const values = visible ? record.values : withoutLocked(definition, record.values);
      const ref = attachmentsIn(definition, values).find((one) => one.id === attachmentId);
      if (!ref) return notHere;
      const file = readAttachment(caller.store, attachmentId);
      if (!file.ok) return file;
      return success({
        name: ref.name,
        mediaType: file.value.mediaType,
        content: Buffer.from(file.value.bytes).toString('base64'),
      });
    },
  };
}

/** Every attachment that a record's values name. */
function attachmentsIn(definition: AnyLedger, values: LooseValues): readonly AttachmentRef[] {
  return Object.entries(fieldsOf(definition)).flatMap(([id, field]) => {
    const refs = values[id];
    // Values of a stored record have passed the definition's check.
    return field.kind === 'attachments' && Array.isArray(refs) ? (refs as readonly AttachmentRef[]) : [];
  });
}

function kindsOf(ledger: string): readonly string[] {
  const definition = findLedger(ledger);
  if (!definition) return [];
  return Object.values(fieldsOf(definition)).flatMap((field) =>
    field.kind === 'attachments' ? field.kinds : [],
  );
}
