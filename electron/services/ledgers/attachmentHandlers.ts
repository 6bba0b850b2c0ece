import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import type { ledgerCalls } from '../../../shared/contract/ledgers.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { AttachmentRef } from '../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { writeBytesAtomically } from '../../documents/atomicWrite.ts';
import { safeFileName } from '../../documents/fileNames.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { addAttachment, isQuicklyAdded, readAttachment } from '../../store/attachments/attachments.ts';
import { addAccess } from '../../store/tables/accessLog.ts';
import { addExport, ownCopy } from '../../store/tables/exportLog.ts';
import { getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { maySeeLocked, withoutLocked } from './lockedFields.ts';

type AttachmentChannel = keyof typeof ledgerCalls & `attachment.${string}`;

const notHere = failure('notFound', '没有找到这个附件，它可能已从记录中删除。请刷新后再看。');

/** Files of records: kept on adding, tied to the record on its saving, and read by whoever may read the record. */
export function attachmentHandlers(app: App): HandlersOf<AttachmentChannel> {
  return {
    'attachment.add': async ({ ledger, kind, name, content }, { store, change, account }) => {
      if (!kindsOf(ledger).includes(kind))
        return failure('invalidInput', `这种记录不收“${kind}”类附件，请换一个附件类别。`);
      const bytes = Buffer.from(content, 'base64');
      if (isQuicklyAdded(name, bytes))
        return addAttachment(store, (work) => change(null, work), bytes, { name, kind });
      return app.jobs.run(
        'addAttachment',
        { account, name, kind, bytes },
        { jobId: randomUUID(), needsStore: true },
      );
    },
    'attachment.read': (place, caller) => {
      const file = fileOf(place, caller);
      if (!file.ok) return file;
      const { name, mediaType, bytes } = file.value;
      return success({ name, mediaType, content: Buffer.from(bytes).toString('base64') });
    },
    'attachment.save': async ({ path, ...place }, caller) => {
      const file = fileOf(place, caller);
      if (!file.ok) return file;
      const { name, bytes, logName } = file.value;
      const fileName = safeFileName(name.replace(/\.[^.]*$/u, ''), extname(name).slice(1) || 'dat');
      const target = path ?? (await app.desktop.chooseSavePath({ title: '另存附件', fileName }));
      if (target === null) return success(null);
      const written = await writeBytesAtomically(target, bytes);
      if (!written.ok) return written;
      caller.change(null, (w) => {
        addExport(w, {
          what: `${findLedger(place.ledger)?.label ?? ''}附件：${logName}`,
          profile: 'internal',
          ...ownCopy,
          rows: 1,
          path: target,
          sha256: written.value.sha256,
        });
      });
      return success({ path: target });
    },
  };
}

interface AttachmentPlace {
  readonly ledger: string;
  readonly recordId: string;
  readonly attachmentId: string;
}

/** An attachment under the name that its record gives it, for an account that may see that part of the record. */
function fileOf(
  { ledger, recordId, attachmentId }: AttachmentPlace,
  caller: Caller,
): Result<{
  readonly name: string;
  /** What the export log says: the kind alone where the name may tell what is locked. */
  readonly logName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}> {
  const definition = findLedger(ledger);
  const record = definition && getRecord(caller.store.read, definition, recordId);
  if (!definition || !record) return notHere;
  const visible = maySeeLocked(caller.store.read, definition, record, caller.account);
  const values = visible ? record.values : withoutLocked(definition, record.values);
  const found = attachmentsIn(definition, values).find(({ ref }) => ref.id === attachmentId);
  const ref = found?.ref;
  if (!ref) return notHere;
  const file = readAttachment(caller.store, attachmentId);
  if (!file.ok) return file;
  if (found?.locked) logLook(caller, definition, recordId, ref.kind);
  return success({ ...file.value, name: ref.name, logName: found?.locked ? ref.kind : ref.name });
}

/** A look at a locked file leaves a line in the access log, by its kind. */
function logLook(caller: Caller, definition: AnyLedger, recordId: string, kind: string): void {
  caller.change(null, (w) => {
    addAccess(w, { what: `查看附件：${kind}（受限内容）`, ledger: definition.id, recordId });
  });
}

/** Every attachment that a record's values name. */
function attachmentsIn(
  definition: AnyLedger,
  values: LooseValues,
): readonly { readonly ref: AttachmentRef; readonly locked: boolean }[] {
  return Object.entries(fieldsOf(definition)).flatMap(([id, field]) => {
    const refs = values[id];
    // Values of a stored record have passed the definition's check.
    if (field.kind !== 'attachments' || !Array.isArray(refs)) return [];
    const locked = field.sensitivity === 'locked';
    return (refs as readonly AttachmentRef[]).map((ref) => ({ ref, locked }));
  });
}

function kindsOf(ledger: string): readonly string[] {
  const definition = findLedger(ledger);
  if (!definition) return [];
  return Object.values(fieldsOf(definition)).flatMap((field) =>
    field.kind === 'attachments' ? field.kinds : [],
  );
}
