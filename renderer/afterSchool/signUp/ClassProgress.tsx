import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import type { SignUpClassView } from '../../../shared/contract/signUp.ts';
import { inks } from '../../ground/theme.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';

/** How many of every class have handed in their form, and who has not. */
export function ClassProgress({ classes }: { readonly classes: readonly SignUpClassView[] }): ReactNode {
  return (
    <Paper
      variant="outlined"
      sx={{ maxHeight: 'max(20rem, calc(100vh - 13rem))', overflow: 'auto' }}
      tabIndex={0}
    >
      <ColumnTable
        sticky
        rows={classes}
        rowKey={({ id }) => id}
        columns={[
          { head: '班级', cell: ({ name }) => name, sx: { whiteSpace: 'nowrap' } },
          { head: '在校生', cell: ({ pupils }) => pupils, right: true },
          { head: '已交表', cell: ({ handedIn }) => handedIn, right: true },
          {
            head: '进度',
            cell: ({ pupils, handedIn }) => <Share of={pupils} done={handedIn} />,
            sx: { width: '10rem' },
          },
          {
            head: '没有交表的学生',
            cell: ({ missing }) =>
              missing.length === 0
                ? '都交了'
                : `${missing.slice(0, 12).join('、')}${missing.length > 12 ? `等 ${missing.length} 人` : ''}`,
          },
        ]}
      />
    </Paper>
  );
}

function Share({ of, done }: { readonly of: number; readonly done: number }): ReactNode {
  const percent = of === 0 ? 0 : (done / of) * 100;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <Box aria-hidden sx={{ flex: 1, height: 6, bgcolor: '#EDE8E0', borderRadius: 1 }}>
        <Box sx={{ width: `${percent}%`, height: '100%', borderRadius: 1, bgcolor: inks.calm }} />
      </Box>
      {of === 0 ? '—' : `${Math.round(percent)}%`}
    </Box>
  );
}
