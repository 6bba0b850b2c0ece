import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { GridRowSelectionModel } from '@mui/x-data-grid';
import { useState, type ReactNode } from 'react';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import { useChange } from '../../client.ts';
import { ConfirmDialog, removalReason } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

interface ChosenRecordsProps {
  readonly definition: AnyLedger;
  /** The page of the list. */
  readonly rows: readonly LedgerRecord[];
  readonly chosen: GridRowSelectionModel;
  readonly onNone: () => void;
}

/** What can be done with the marked rows of a list. */
export function ChosenRecords({ definition, rows, chosen, onNone }: ChosenRecordsProps): ReactNode {
  const ids = chosen.type === 'include' ? [...chosen.ids].map(String) : rows.map((row) => row.id);
  const locked =
    Boolean(definition.workflow) && rows.some((row) => row.state !== 'draft' && ids.includes(row.id));
  const [removing, setRemoving] = useState(false);
  const remove = useChange('ledger.remove');
  return (
    <>
      <FailureNotice error={remove.error} onClose={() => remove.reset()} />
      {remove.data ? (
        <Alert severity="success" onClose={() => remove.reset()} sx={{ mb: 1 }}>
          {remove.data.removed} 条已放进回收站，需要时可以找回。
        </Alert>
      ) : null}
      {ids.length > 0 ? (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }} role="status">
          已选 {ids.length} 条
          <Button color="error" variant="outlined" onClick={() => setRemoving(true)}>
            删除
          </Button>
          <Button color="secondary" onClick={onNone}>
            不选了
          </Button>
        </Box>
      ) : null}
      <ConfirmDialog
        open={removing}
        title={`删除 ${ids.length} 条${definition.label}？`}
        confirmLabel={`删除 ${ids.length} 条`}
        danger
        {...(locked ? { reason: removalReason } : {})}
        busy={remove.isPending}
        onClose={() => setRemoving(false)}
        onConfirm={(reason) =>
          remove.mutate(
            { ledger: definition.id, ids, ...(reason ? { reason } : {}) },
            {
              onSettled: () => {
                setRemoving(false);
                onNone();
              },
            },
          )
        }
      >
        删除的记录放进回收站，可以找回；修改历史也都保留。
      </ConfirmDialog>
    </>
  );
}
