import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import type { BackupInfo } from '../../shared/contract/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { instantWords } from '../ui/instantWords.ts';
import { sizeWords } from '../ui/sizeWords.ts';
import { StatusSign } from '../ui/StatusSign.tsx';

const reasonWords: Readonly<Record<BackupInfo['reason'], string>> = {
  automatic: '关闭时自动',
  manual: '手动',
  beforeMigration: '升级前',
  beforeRestore: '恢复前留存',
};

interface BackupTableProps {
  readonly backups: readonly BackupInfo[];
  readonly onRestore: (backup: BackupInfo) => void;
  readonly onShow?: (backup: BackupInfo) => void;
  readonly busy: boolean;
  /** Said when there is none. */
  readonly none: string;
}

/** Backups, the newest first, each with the way to restore it. */
export function BackupTable({ backups, onRestore, onShow, busy, none }: BackupTableProps): ReactNode {
  if (backups.length === 0) return <EmptyState sentence={none} />;
  return (
    <Table size="small" stickyHeader aria-label="备份">
      <TableHead>
        <TableRow>
          <TableCell>时间</TableCell>
          <TableCell>来由</TableCell>
          <TableCell>大小</TableCell>
          <TableCell>检查</TableCell>
          <TableCell>位置</TableCell>
          <TableCell align="right">操作</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {backups.map((backup) => (
          <TableRow key={backup.path}>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{instantWords(backup.takenAt)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{reasonWords[backup.reason]}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{sizeWords(backup.bytes)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {backup.verified ? (
                <StatusSign sign={{ mark: '✓', word: '已核对', tone: 'good' }} />
              ) : (
                <StatusSign sign={{ mark: '◔', word: '未核对', tone: 'warn' }} />
              )}
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}>{backup.path}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
              {onShow ? (
                <Button color="secondary" onClick={() => onShow(backup)}>
                  打开文件夹
                </Button>
              ) : null}
              <Button
                color="secondary"
                variant="outlined"
                disabled={busy}
                aria-label={`恢复 ${instantWords(backup.takenAt)} 的备份`}
                onClick={() => onRestore(backup)}
              >
                恢复…
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
