import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ParameterView, RuleView } from '../../../shared/contract/checks.ts';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';

interface RuleTableProps {
  readonly label: string;
  readonly rules: readonly RuleView[];
  /** Named and linked where a rule reads them; absent = not shown. */
  readonly parameters?: readonly ParameterView[];
}

export function RuleTable({ label, rules, parameters }: RuleTableProps): ReactNode {
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>编号</TableCell>
          <TableCell>级别</TableCell>
          <TableCell>检查什么</TableCell>
          <TableCell>依据</TableCell>
          {parameters ? <TableCell>用到的参数</TableCell> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {rules.map((rule) => (
          <TableRow key={rule.id}>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{rule.id}</TableCell>
            <TableCell>
              <StatusSign sign={severitySigns[rule.severity]} />
            </TableCell>
            <TableCell>{rule.label}</TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>{rule.basis}</TableCell>
            {parameters ? (
              <TableCell>
                {parameters
                  .filter(({ id }) => rule.parameters.includes(id))
                  .map(({ id, label: name }) => (
                    <Box key={id}>
                      <Link color="inherit" component={RouterLink} to={`/settings/parameters/${id}`}>
                        {name}
                      </Link>
                    </Box>
                  ))}
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
