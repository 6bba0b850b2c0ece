import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { ImportBatch } from '../../../shared/contract/files.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { UndoBatchDialog } from './UndoBatchDialog.tsx';
import { SaveProblemsButton } from './SaveProblemsButton.tsx';

interface ResultStepProps {
  readonly batch: ImportBatch;
  readonly problems: number;
  readonly importId: string;
  readonly onAnother: () => void;
}

/** What the import has done, and the ways on. */
export function ResultStep({ batch, problems, importId, onAnother }: ResultStepProps): ReactNode {
  const [undoing, setUndoing] = useState(false);
  const [undone, setUndone] = useState(false);
  const label = findLedger(batch.ledger)?.label ?? '';
  return (
    <>
      <Box sx={{ flex: 1, overflow: 'auto', p: 2 }}>
        {undone ? (
          <Alert severity="info">这次导入已整批撤销，记录回到了导入前的样子。</Alert>
        ) : (
          <Alert severity="success">
            已导入“{label}”：新增 {batch.created} 条，更新 {batch.changed} 条。
            {problems > 0 ? `有问题的 ${problems} 行没有导入，可以另存出来改好再导。` : ''}
          </Alert>
        )}
      </Box>
      <SaveBar status="">
        {problems > 0 && !undone ? <SaveProblemsButton importId={importId} /> : null}
        {undone ? null : (
          <Button color="error" onClick={() => setUndoing(true)}>
            撤销整批导入
          </Button>
        )}
        <QuietButton onClick={onAnother}>再导入一个</QuietButton>
        <Button autoFocus href={`/ledger/${batch.ledger}`} variant="contained">
          去看{label}列表
        </Button>
      </SaveBar>
      <UndoBatchDialog
        batch={undoing ? batch : null}
        onClose={() => setUndoing(false)}
        onUndone={() => setUndone(true)}
      />
    </>
  );
}
