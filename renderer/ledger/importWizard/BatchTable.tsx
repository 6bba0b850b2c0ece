import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { ImportBatch } from '../../../shared/contract/files.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { useCall } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { instantWords } from '../../ui/instantWords.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { UndoBatchDialog } from './UndoBatchDialog.tsx';

/** Past imports, each of which can be taken back as a whole. */
export function BatchTable({ ledger }: { readonly ledger: string | null }): ReactNode {
  const batches = useCall('import.batches', {});
  const [undoing, setUndoing] = useState<ImportBatch | null>(null);
  if (!batches.isSuccess) return <Unanswered query={batches} />;
  const shown = batches.data.filter((batch) => ledger === null || batch.ledger === ledger);
  if (shown.length === 0) return <EmptyState sentence="还没有导入过表格。" />;
  return (
    <>
      <ColumnTable
        label="导入过的表格"
        rows={shown}
        rowKey={({ id }) => id}
        columns={[
          { head: '时间', cell: ({ at }) => instantWords(at), sx: { whiteSpace: 'nowrap' } },
          { head: '文件', cell: ({ fileName }) => fileName, sx: { overflowWrap: 'anywhere' } },
          { head: '台账', cell: (batch) => findLedger(batch.ledger)?.label },
          { head: '新增', right: true, cell: ({ created }) => created },
          { head: '更新', right: true, cell: ({ changed }) => changed },
          { head: '经办人', cell: ({ accountName }) => accountName },
          {
            head: '操作',
            right: true,
            cell: (batch) =>
              batch.undoneAt === null ? (
                <Button
                  color="secondary"
                  aria-label={`撤销整批：${instantWords(batch.at)} 的导入`}
                  onClick={() => setUndoing(batch)}
                >
                  撤销整批
                </Button>
              ) : (
                <StatusSign sign={{ mark: '↶', word: '已撤销', tone: 'quiet' }} />
              ),
          },
        ]}
      />
      <UndoBatchDialog batch={undoing} onClose={() => setUndoing(null)} />
    </>
  );
}
