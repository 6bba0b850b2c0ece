import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FieldLabel, FieldNote } from '../../ui/fieldWords.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';

interface BackupFolderFieldProps {
  readonly value: string | null;
  readonly onChange: (folder: string | null) => void;
  readonly problem: string | undefined;
}

/** A second place for the automatic backups, chosen from the system's own dialog. */
export function BackupFolderField({ value, onChange, problem }: BackupFolderFieldProps): ReactNode {
  const choose = useChange('settings.chooseBackupFolder');
  return (
    <Box data-field="backupFolder">
      <FieldLabel id="backupFolder" label="第二备份位置" grouped />
      <FailureNotice error={choose.error} onClose={() => choose.reset()} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography
          sx={{ overflowWrap: 'anywhere', color: value === null ? 'text.secondary' : 'text.primary' }}
        >
          {value ?? '没有设置，只备份在这台电脑上。'}
        </Typography>
        <QuietButton
          onClick={() =>
            choose.mutate({}, { onSuccess: (folder) => (folder === null ? undefined : onChange(folder)) })
          }
        >
          选择文件夹…
        </QuietButton>
        {value === null ? null : (
          <Button color="secondary" onClick={() => onChange(null)}>
            不用第二位置
          </Button>
        )}
      </Box>
      <FieldNote
        id="backupFolder-note"
        help="每次关闭程序时，除本机外再往这里备份一份。最好是另一块硬盘或一直插着的 U 盘，电脑坏了资料还在。"
        problems={problem === undefined ? [] : [problem]}
      />
    </Box>
  );
}
