import Button from '@mui/material/Button';
import Download from '@mui/icons-material/FileDownloadOutlined';
import { useState, type ReactNode } from 'react';
import type { ExportReceipt } from '../../../shared/contract/files.ts';
import { useChange } from '../../client.ts';
import { NoticeDialog } from '../../ui/NoticeDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ReceiptNotice } from '../../ui/ReceiptNotice.tsx';

interface TemplateButtonProps {
  readonly ledger: string;
  /** Name of the ledger, where several buttons stand together. */
  readonly label?: string;
}

/** Saves the empty sheet of a ledger, with an example row and the words that its choices know. */
export function TemplateButton({ ledger, label }: TemplateButtonProps): ReactNode {
  const save = useChange('import.saveTemplate');
  const [receipt, setReceipt] = useState<ExportReceipt | null>(null);
  return (
    <>
      <Button
        color="secondary"
        variant={label === undefined ? 'outlined' : 'text'}
        startIcon={<Download />}
        disabled={save.isPending}
        onClick={() => save.mutate({ ledger }, { onSuccess: setReceipt })}
      >
        {label ?? '下载模板'}
      </Button>
      <NoticeDialog
        open={receipt !== null || save.isError}
        title="导入模板"
        onClose={() => {
          setReceipt(null);
          save.reset();
        }}
      >
        <FailureNotice error={save.error} />
        {receipt ? <ReceiptNotice receipt={receipt} words="模板已保存，填好后再回来导入。" /> : null}
      </NoticeDialog>
    </>
  );
}
