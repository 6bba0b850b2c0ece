import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import type { SignUpClassView } from '../../../shared/contract/signUp.ts';
import { inks } from '../../ground/theme.ts';

/** How many of every class have handed in their form, and who has not. */
export function ClassProgress({ classes }: { readonly classes: readonly SignUpClassView[] }): ReactNode {
  return (
    <Paper
      variant="outlined"
      sx={{ maxHeight: 'max(20rem, calc(100vh - 13rem))', overflow: 'auto' }}
      tabIndex={0}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>班级</TableCell>
            <TableCell align="right">在校生</TableCell>
            <TableCell align="right">已交表</TableCell>
            <TableCell>进度</TableCell>
            <TableCell>没有交表的学生</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {classes.map(({ id, name, pupils, handedIn, missing }) => (
            <TableRow key={id}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{name}</TableCell>
              <TableCell align="right">{pupils}</TableCell>
              <TableCell align="right">{handedIn}</TableCell>
              <TableCell sx={{ width: '10rem' }}>
                <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
                  <Box aria-hidden sx={{ flex: 1, height: 6, bgcolor: '#EDE8E0', borderRadius: 1 }}>
                    <Box
                      sx={{
                        width: `${pupils === 0 ? 0 : (handedIn / pupils) * 100}%`,
                        height: '100%',
                        borderRadius: 1,
                        bgcolor: inks.calm,
                      }}
                    />
                  </Box>
                  {pupils === 0 ? '—' : `${Math.round((handedIn / pupils) * 100)}%`}
                </Box>
              </TableCell>
              <TableCell>
                {missing.length === 0
                  ? '都交了'
                  : `${missing.slice(0, 12).join('、')}${missing.length > 12 ? `等 ${missing.length} 人` : ''}`}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
