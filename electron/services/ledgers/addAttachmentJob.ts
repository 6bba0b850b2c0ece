import type { AccountInfo } from '../../../shared/contract/session.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { JobContext } from '../../jobs/job.ts';
import { addAttachment, type AddedAttachment } from '../../store/attachments/attachments.ts';

export interface AttachmentOrder {
  readonly account: AccountInfo;
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** `addAttachment` in a worker thread: scaling a photo takes seconds, and writing a large file is not quick either. */
export function addAttachmentJob(
  { account, bytes, ...file }: AttachmentOrder,
  context: JobContext,
): Promise<Result<AddedAttachment>> {
  const change = context.change(account);
  return addAttachment(context.store(), (work) => change(null, work), bytes, file);
}
