import { useState, type ReactNode } from 'react';
import type { ExportReceipt } from '../../../shared/contract/files.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { NoticeDialog } from '../../ui/NoticeDialog.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { ReceiptNotice } from '../../ui/ReceiptNotice.tsx';

/** Saves a workbook with only the rows that were refused, each with a remark on what to change. */
export function SaveProblemsButton({ importId }: { readonly importId: string }): ReactNode {
  const save = useChange('import.saveProblems');
  const [receipt, setReceipt] = useState<ExportReceipt | null>(null);
  return (
    <>
      <QuietButton
        disabled={save.isPending}
        onClick={() => save.mutate({ importId }, { onSuccess: setReceipt })}
      >
        另存有问题的行…
      </QuietButton>
      <NoticeDialog
        open={receipt !== null || save.isError}
        title="有问题的行"
        onClose={() => {
          setReceipt(null);
          save.reset();
        }}
      >
        <FailureNotice error={save.error} />
        {receipt ? (
          <ReceiptNotice
            receipt={receipt}
            words={`${receipt.rows} 行已另存，最后一列写着要改什么；改好后可以直接导入这个文件。`}
          />
        ) : null}
      </NoticeDialog>
    </>
  );
}
