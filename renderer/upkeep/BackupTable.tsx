import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { BackupInfo } from '../../shared/contract/session.ts';
import { ColumnTable } from '../ui/ColumnTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { instantWords } from '../ui/instantWords.ts';
import { QuietButton } from '../ui/QuietButton.tsx';
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
    <ColumnTable
      sticky
      label="备份"
      rows={backups}
      rowKey={({ path }) => path}
      columns={[
        { head: '时间', cell: ({ takenAt }) => instantWords(takenAt), sx: { whiteSpace: 'nowrap' } },
        { head: '来由', cell: ({ reason }) => reasonWords[reason], sx: { whiteSpace: 'nowrap' } },
        { head: '大小', cell: ({ bytes }) => sizeWords(bytes), sx: { whiteSpace: 'nowrap' } },
        {
          head: '检查',
          sx: { whiteSpace: 'nowrap' },
          cell: ({ verified }) =>
            verified ? (
              <StatusSign sign={{ mark: '✓', word: '已核对', tone: 'good' }} />
            ) : (
              <StatusSign sign={{ mark: '◔', word: '未核对', tone: 'warn' }} />
            ),
        },
        { head: '位置', quiet: true, cell: ({ path }) => path, sx: { overflowWrap: 'anywhere' } },
        {
          head: '操作',
          right: true,
          sx: { whiteSpace: 'nowrap' },
          cell: (backup) => (
            <>
              {onShow ? (
                <Button color="secondary" onClick={() => onShow(backup)}>
                  打开文件夹
                </Button>
              ) : null}
              <QuietButton
                disabled={busy}
                aria-label={`恢复 ${instantWords(backup.takenAt)} 的备份`}
                onClick={() => onRestore(backup)}
              >
                恢复…
              </QuietButton>
            </>
          ),
        },
      ]}
    />
  );
}
