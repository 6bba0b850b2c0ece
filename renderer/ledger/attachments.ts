import type { AttachmentRef } from '../../shared/ledger/field.ts';

/** The references in an attachments value. */
export function attachmentsIn(value: unknown): readonly AttachmentRef[] {
  return Array.isArray(value) ? value.filter(isRef) : [];
}

function isRef(value: unknown): value is AttachmentRef {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    'name' in value &&
    typeof value.name === 'string'
  );
}

/** Content of a file in base64, as `attachment.add` takes it. */
export async function base64Of(file: Blob): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(reader.error ?? new Error('unreadable file'));
  });
  reader.readAsDataURL(file);
  const address = await read;
  return address.slice(address.indexOf(',') + 1);
}

/** Files on their way into the store, by the record in whose form they were given; each tells whether all arrived. */
const underWay = new Map<string, Promise<boolean>>();

/** Whoever saves the record waits for these files too. */
export function noteFilesUnderWay(recordId: string, adding: Promise<boolean>): void {
  const all = Promise.all([underWay.get(recordId) ?? true, adding]).then((done) => done.every(Boolean));
  underWay.set(recordId, all);
  void all.then(() => underWay.get(recordId) === all && underWay.delete(recordId));
}

/** Whether all arrived, as soon as that is known; `undefined` = none is under way. */
export function filesUnderWay(recordId: string): Promise<boolean> | undefined {
  return underWay.get(recordId);
}
