import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState, type ReactNode } from 'react';
import type { ImportBatch } from '../../../shared/contract/files.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { instantWords } from '../../ui/instantWords.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { UndoBatchDialog } from './UndoBatchDialog.tsx';

/** Past imports, each of which can be taken back as a whole. */
export function BatchTable({ ledger }: { readonly ledger: string | null }): ReactNode {
  const batches = useCall('import.batches', {});
  const [undoing, setUndoing] = useState<ImportBatch | null>(null);
  if (batches.error) return <FailureNotice error={batches.error} onRetry={() => void batches.refetch()} />;
  if (!batches.data) return <Loading />;
  const shown = batches.data.filter((batch) => ledger === null || batch.ledger === ledger);
  if (shown.length === 0) return <EmptyState sentence="还没有导入过表格。" />;
  return (
    <>
      <Table size="small" aria-label="导入过的表格">
        <TableHead>
          <TableRow>
            <TableCell>时间</TableCell>
            <TableCell>文件</TableCell>
            <TableCell>台账</TableCell>
            <TableCell align="right">新增</TableCell>
            <TableCell align="right">更新</TableCell>
            <TableCell>经办人</TableCell>
            <TableCell align="right">操作</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((batch) => (
            <TableRow key={batch.id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{instantWords(batch.at)}</TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{batch.fileName}</TableCell>
              <TableCell>{findLedger(batch.ledger)?.label}</TableCell>
              <TableCell align="right">{batch.created}</TableCell>
              <TableCell align="right">{batch.changed}</TableCell>
              <TableCell>{batch.accountName}</TableCell>
              <TableCell align="right">
                {batch.undoneAt === null ? (
                  <Button
                    color="secondary"
                    aria-label={`撤销整批：${instantWords(batch.at)} 的导入`}
                    onClick={() => setUndoing(batch)}
                  >
                    撤销整批
                  </Button>
                ) : (
                  <StatusSign sign={{ mark: '↶', word: '已撤销', tone: 'quiet' }} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <UndoBatchDialog batch={undoing} onClose={() => setUndoing(null)} />
    </>
  );
}
