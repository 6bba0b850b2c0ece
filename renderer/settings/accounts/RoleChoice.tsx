import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { roleLabels, roles, type Role } from '../../../shared/contract/rights.ts';
import { FieldLabel, FieldNote } from '../../ui/fieldWords.tsx';
import { roleHelp } from './roleHelp.ts';

interface RoleChoiceProps {
  readonly value: readonly Role[];
  readonly onChange: (value: readonly Role[]) => void;
  readonly problem?: string | undefined;
}

/** One or more roles, each with what it opens and what stays closed. */
export function RoleChoice({ value, onChange, problem }: RoleChoiceProps): ReactNode {
  return (
    <Box data-field="roles" role="group" aria-labelledby="roles-label" aria-describedby="roles-note">
      <FieldLabel id="roles" label="角色" required grouped />
      {roles.map((role) => (
        <FormControlLabel
          key={role}
          sx={{ display: 'flex', alignItems: 'flex-start', mr: 0, mb: 0.25 }}
          control={
            <Checkbox
              size="small"
              sx={{ py: 0.25 }}
              checked={value.includes(role)}
              onChange={(_, chosen) =>
                onChange(roles.filter((each) => (each === role ? chosen : value.includes(each))))
              }
            />
          }
          label={
            <>
              {roleLabels[role]}
              <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                {roleHelp[role]}
              </Typography>
            </>
          }
        />
      ))}
      <FieldNote
        id="roles-note"
        help="可以多选，权限合在一起。"
        problems={problem === undefined ? [] : [problem]}
      />
    </Box>
  );
}
