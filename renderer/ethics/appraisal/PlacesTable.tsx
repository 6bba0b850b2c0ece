import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import TableContainer from '@mui/material/TableContainer';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ProposedPlace } from '../../../shared/contract/appraisal.ts';
import { exclusionReasons } from '../../../shared/domain/ethics/round/roundPeople.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { Panel } from '../../ui/Panel.tsx';

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
    <Panel label="参加人员" flush sx={{ mb: 2 }}>
      <Typography variant="h2" sx={{ p: 2, pb: 1 }} aria-live="polite">
        参加人员：{people.length - out.length} 人参加，{out.length} 人不参加
      </Typography>
      <TableContainer sx={{ maxHeight: '20rem' }} tabIndex={0} role="group" aria-label="人员名单">
        <ColumnTable
          sticky
          rows={rows}
          rowKey={({ staffId }) => staffId}
          columns={[
            {
              head: '参加',
              cell: ({ staffId, name, included }) => (
                <Checkbox
                  size="small"
                  checked={included}
                  onChange={(_event, checked) =>
                    change(staffId, { included: checked, ...(checked ? { reason: null, note: null } : {}) })
                  }
                  slotProps={{ input: { 'aria-label': `${name}参加考核` } }}
                />
              ),
              sx: { width: '4rem', py: 0 },
            },
            {
              head: '姓名',
              cell: ({ name, hint }) => (
                <>
                  {name}{' '}
                  <Typography component="span" variant="body2" color="textSecondary">
                    {hint}
                  </Typography>
                </>
              ),
              sx: { width: '14rem' },
            },
            {
              head: '不参加的原因',
              cell: ({ staffId, name, included, reason }) =>
                included ? null : (
                  <Select
                    displayEmpty
                    value={reason ?? ''}
                    onChange={(event) => change(staffId, { reason: event.target.value })}
                    inputProps={{ 'aria-label': `${name}不参加的原因` }}
                    sx={{ minWidth: '11rem' }}
                  >
                    <MenuItem value="" disabled>
                      请选择
                    </MenuItem>
                    {exclusionReasons.map((each) => (
                      <MenuItem key={each} value={each}>
                        {each}
                      </MenuItem>
                    ))}
                  </Select>
                ),
              sx: { width: '13rem' },
            },
            { head: '说明', cell: ({ note }) => note },
          ]}
        />
      </TableContainer>
    </Panel>
  );
}
