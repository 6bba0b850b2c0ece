import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useId, useMemo, useState, type ReactNode } from 'react';
import type { StatisticTable } from '../../../shared/ledger/statistics.ts';
import type { AnyLedger, StatisticDefinition } from '../../../shared/ledger/definition.ts';
import { hiddenMark } from '../../../shared/ledger/smallCounts.ts';
import { countsTwice, rowHeading } from '../../../shared/ledger/statistics.ts';
import { copyTable } from '../../ui/copyTable.ts';
import { Loading } from '../../ui/Loading.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { statisticCells } from './statisticCells.ts';

const StatisticChart = lazy(async () => ({
  default: (await import('./StatisticChart.tsx')).StatisticChart,
}));

interface StatisticPanelProps {
  readonly definition: AnyLedger;
  readonly statistic: StatisticDefinition;
  readonly table: StatisticTable;
}

/** One statistic: the numbers, and beside them the same as bars. */
export function StatisticPanel({ definition, statistic, table }: StatisticPanelProps): ReactNode {
  const titleId = useId();
  const [copied, setCopied] = useState<boolean | null>(null);
  const cells = useMemo(
    () => statisticCells(table, rowHeading(definition, statistic), statistic.columns !== undefined),
    [definition, statistic, table],
  );
  const isAnythingShown = table.rows.some(({ values }) =>
    values.some((value) => value !== null && value !== 0),
  );
  const averaged = statistic.measure.kind === 'average';
  return (
    <Paper component="section" variant="outlined" aria-labelledby={titleId} sx={{ p: 2, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography id={titleId} variant="h2">
          {table.label}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
          {table.unit === '' ? '' : `单位：${table.unit}`}
          {cells.hidden ? `。“${hiddenMark}”是人数很少或可以推算出来的数，为保护个人信息不显示。` : ''}
          {countsTwice(definition, statistic) ? '。一条记录选了几项就算几次，合计可能比记录多。' : ''}
        </Typography>
        <Typography variant="body2" role="status">
          {copied === null ? '' : copied ? '已复制，到 Excel 里按 Ctrl+V。' : '没有复制成，请改用“导出”。'}
        </Typography>
        <QuietButton
          aria-label={`复制表格 ${table.label}`}
          onClick={() => setCopied(copyTable([cells.head, ...cells.body, cells.foot]))}
        >
          复制表格
        </QuietButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
        <Box
          tabIndex={0}
          role="group"
          aria-label={`${table.label}，数字`}
          sx={{ flex: '0 1 auto', maxWidth: '100%', overflowX: 'auto' }}
        >
          <Table size="small" aria-labelledby={titleId} sx={{ width: 'auto', '& th, & td': { px: 1 } }}>
            <TableHead>
              <TableRow>
                {cells.head.map((word, index) => (
                  <TableCell
                    key={index}
                    scope="col"
                    align={index === 0 ? 'left' : 'right'}
                    sx={{
                      ...(index === 0 ? firstColumn : {}),
                      bgcolor: 'background.default',
                      minWidth: '4rem',
                      whiteSpace: 'nowrap',
                    }}
                  >
                    {word}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {cells.body.map((row, line) => (
                <Line key={line} row={row} crossed={statistic.columns !== undefined} />
              ))}
            </TableBody>
            <TableFooter>
              <Line row={cells.foot} crossed={statistic.columns !== undefined} total />
            </TableFooter>
          </Table>
        </Box>
        {isAnythingShown ? (
          <Box
            component="figure"
            aria-label={`${table.label}柱状图，数字见旁边的表`}
            sx={{ m: 0, flex: '1 1 26rem', minWidth: 0, maxWidth: '48rem' }}
          >
            <Suspense fallback={<Loading label="正在画图" />}>
              <StatisticChart table={table} stacked={!averaged} />
            </Suspense>
          </Box>
        ) : null}
      </Box>
    </Paper>
  );
}

const firstColumn = {
  position: 'sticky',
  left: 0,
  bgcolor: 'background.paper',
  whiteSpace: 'nowrap',
} as const;

interface LineProps {
  readonly row: readonly [label: string, ...values: (number | string)[]];
  readonly crossed: boolean;
  readonly total?: boolean;
}

function Line({ row, crossed, total }: LineProps): ReactNode {
  const [label, ...values] = row;
  const ink = total ? { color: 'text.primary', fontSize: '0.875rem', fontWeight: 600 } : {};
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ ...firstColumn, ...ink }}>
        {label}
      </TableCell>
      {values.map((value, index) => (
        <TableCell
          key={index}
          align="right"
          sx={{
            ...ink,
            fontWeight: total || (crossed && index === values.length - 1) ? 600 : 400,
            ...(value === 0 ? { color: 'text.secondary' } : {}),
          }}
        >
          {typeof value === 'string' ? value : value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })}
        </TableCell>
      ))}
    </TableRow>
  );
}
