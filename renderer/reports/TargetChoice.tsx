import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { UseQueryResult } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import type { Drive } from '../../shared/contract/reports.ts';
import { useChange } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { sizeWords } from '../ui/sizeWords.ts';

interface TargetChoiceProps {
  readonly drives: UseQueryResult<readonly Drive[], Error>;
  readonly value: string | null;
  readonly onChange: (target: string) => void;
  readonly disabled: boolean;
}

/** Where the submission goes: drives, removable ones first, or any folder. */
export function TargetChoice({ drives, value, onChange, disabled }: TargetChoiceProps): ReactNode {
  const choose = useChange('submission.chooseFolder');
  const [folder, setFolder] = useState<string | null>(null);
  const labelId = useId();
  const known = drives.data ?? [];

  return (
    <Box sx={{ mb: 2 }}>
      <FormLabel id={labelId} required sx={{ display: 'block', mb: 0.5 }}>
        放到哪里
      </FormLabel>
      <FailureNotice error={drives.error ?? choose.error} />
      {drives.data && !known.some(({ removable }) => removable) ? (
        <Alert severity="info" sx={{ mb: 1 }}>
          没有找到 U 盘。请插好 U 盘，再按“重新查找”；也可以先写到本机的文件夹。
        </Alert>
      ) : null}
      <RadioGroup aria-labelledby={labelId} value={value ?? ''} onChange={(_, target) => onChange(target)}>
        {known.map((drive) => (
          <DriveOption key={drive.path} drive={drive} disabled={disabled} />
        ))}
        {folder === null ? null : (
          <FormControlLabel
            value={folder}
            disabled={disabled}
            control={<Radio size="small" />}
            label={<Box sx={{ overflowWrap: 'anywhere' }}>文件夹：{folder}</Box>}
          />
        )}
      </RadioGroup>
      <Box sx={{ display: 'flex', gap: 1, mt: 0.5 }}>
        <QuietButton disabled={disabled || drives.isFetching} onClick={() => void drives.refetch()}>
          重新查找
        </QuietButton>
        <QuietButton
          disabled={disabled || choose.isPending}
          onClick={() =>
            choose.mutate(
              {},
              {
                onSuccess: (path) => {
                  if (path === null) return;
                  setFolder(path);
                  onChange(path);
                },
              },
            )
          }
        >
          选择文件夹…
        </QuietButton>
      </Box>
    </Box>
  );
}

function DriveOption({ drive, disabled }: { readonly drive: Drive; readonly disabled: boolean }): ReactNode {
  return (
    <FormControlLabel
      value={drive.path}
      disabled={disabled}
      control={<Radio size="small" />}
      label={
        <>
          {drive.removable ? 'U 盘：' : ''}
          {drive.label}
          <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
            {drive.path} · 还剩 {sizeWords(drive.freeBytes)}
          </Typography>
        </>
      }
    />
  );
}
