import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import type { ParameterView, RuleView } from '../../../shared/contract/checks.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';

interface RuleTableProps {
  readonly label: string;
  readonly rules: readonly RuleView[];
  /** Named and linked where a rule reads them; absent = not shown. */
  readonly parameters?: readonly ParameterView[];
}

export function RuleTable({ label, rules, parameters }: RuleTableProps): ReactNode {
  return (
    <ColumnTable
      label={label}
      rows={rules}
      rowKey={({ id }) => id}
      columns={parameters ? [...columns, parametersRead(parameters)] : columns}
    />
  );
}

const columns: readonly Column<RuleView>[] = [
  { head: '编号', cell: ({ id }) => id, sx: { whiteSpace: 'nowrap' } },
  { head: '级别', cell: ({ severity }) => <StatusSign sign={severitySigns[severity]} /> },
  { head: '检查什么', cell: (rule) => rule.label },
  { head: '依据', quiet: true, cell: ({ basis }) => basis },
];

function parametersRead(parameters: readonly ParameterView[]): Column<RuleView> {
  return {
    head: '用到的参数',
    cell: (rule) =>
      parameters
        .filter(({ id }) => rule.parameters.includes(id))
        .map(({ id, label }) => (
          <Box key={id}>
            <Link color="inherit" href={`/settings/parameters/${id}`}>
              {label}
            </Link>
          </Box>
        )),
  };
}
