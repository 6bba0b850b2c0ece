import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { ExportColumn } from './exportColumns.ts';

export type ColumnPreset = 'list' | 'all';

const leavesWords: Readonly<Record<ExportColumn['leaves'], string>> = {
  whole: '',
  masked: '遮盖',
  ifAsked: '勾选才带出',
  never: '不带出',
};

interface ColumnChoiceProps {
  readonly columns: readonly ExportColumn[];
  readonly chosen: readonly string[];
  readonly onPreset: (preset: ColumnPreset) => void;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which columns leave, each with what the profile does to it. */
export function ColumnChoice({ columns, chosen, onPreset, onChange }: ColumnChoiceProps): ReactNode {
  const titleId = useId();
  return (
    <Box
      role="group"
      aria-labelledby={titleId}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 0.5 }}>
        <Typography id={titleId} variant="h3" sx={{ flex: 1 }}>
          带出哪些栏（已选 {chosen.length}）
        </Typography>
        <Button color="secondary" onClick={() => onPreset('list')}>
          列表上的栏
        </Button>
        <Button color="secondary" onClick={() => onPreset('all')}>
          全选
        </Button>
      </Box>
      <Box
        sx={{
          height: '15.5rem',
          overflowY: 'auto',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          px: 1,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(13rem, 1fr))',
          alignContent: 'start',
        }}
      >
        {columns.map((column) => (
          <FormControlLabel
            key={column.id}
            disabled={column.leaves === 'never'}
            control={
              <Checkbox
                size="small"
                sx={{ py: 0.25 }}
                checked={chosen.includes(column.id)}
                onChange={(_, checked) =>
                  onChange(checked ? [...chosen, column.id] : chosen.filter((each) => each !== column.id))
                }
              />
            }
            label={
              <>
                {column.label}
                {leavesWords[column.leaves] === '' ? null : (
                  <Typography component="span" variant="caption" color="textSecondary">
                    {' '}
                    · {leavesWords[column.leaves]}
                  </Typography>
                )}
              </>
            }
          />
        ))}
      </Box>
    </Box>
  );
}
