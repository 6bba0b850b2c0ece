import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Select from '@mui/material/Select';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ProposedPlace } from '../../../shared/contract/appraisal.ts';
import { exclusionReasons } from '../../../shared/domain/ethics/round/roundPeople.ts';

interface PlacesTableProps {
  readonly people: readonly ProposedPlace[];
  readonly onChange: (people: readonly ProposedPlace[]) => void;
}

/** Who takes part, and for everybody else the reason. Those who don't stand first: they are what is to be checked. */
export function PlacesTable({ people, onChange }: PlacesTableProps): ReactNode {
  const out = people.filter(({ included }) => !included);
  const change = (staffId: string, changes: Partial<ProposedPlace>) =>
    onChange(people.map((one) => (one.staffId === staffId ? { ...one, ...changes } : one)));
  const rows = [...out, ...people.filter(({ included }) => included)];
  return (
    <Paper variant="outlined" component="section" aria-label="参加人员" sx={{ mb: 2 }}>
      <Typography variant="h2" sx={{ p: 2, pb: 1 }} aria-live="polite">
        参加人员：{people.length - out.length} 人参加，{out.length} 人不参加
      </Typography>
      <TableContainer sx={{ maxHeight: '20rem' }} tabIndex={0} role="group" aria-label="人员名单">
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '4rem' }}>参加</TableCell>
              <TableCell sx={{ width: '14rem' }}>姓名</TableCell>
              <TableCell sx={{ width: '13rem' }}>不参加的原因</TableCell>
              <TableCell>说明</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((person) => (
              <TableRow key={person.staffId}>
                <TableCell padding="checkbox">
                  <Checkbox
                    size="small"
                    checked={person.included}
                    onChange={(event) =>
                      change(person.staffId, {
                        included: event.target.checked,
                        ...(event.target.checked ? { reason: null, note: null } : {}),
                      })
                    }
                    slotProps={{ input: { 'aria-label': `${person.name}参加考核` } }}
                  />
                </TableCell>
                <TableCell>
                  {person.name}{' '}
                  <Typography component="span" variant="body2" color="textSecondary">
                    {person.hint}
                  </Typography>
                </TableCell>
                <TableCell>
                  {person.included ? null : (
                    <Select
                      displayEmpty
                      value={person.reason ?? ''}
                      onChange={(event) => change(person.staffId, { reason: event.target.value })}
                      inputProps={{ 'aria-label': `${person.name}不参加的原因` }}
                      sx={{ minWidth: '11rem' }}
                    >
                      <MenuItem value="" disabled>
                        请选择
                      </MenuItem>
                      {exclusionReasons.map((reason) => (
                        <MenuItem key={reason} value={reason}>
                          {reason}
                        </MenuItem>
                      ))}
                    </Select>
                  )}
                </TableCell>
                <TableCell>{person.note}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Paper>
  );
}
