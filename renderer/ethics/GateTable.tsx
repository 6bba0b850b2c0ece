import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { GateResult, GateRow } from '../../shared/contract/ethics.ts';
import { ColumnTable } from '../ui/ColumnTable.tsx';
import { Panel } from '../ui/Panel.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import { gateSigns, unknownPersonSign } from './ethicsSigns.ts';

interface GateTableProps {
  readonly result: GateResult;
  readonly onChoose: (typed: string, staffId: string) => void;
}

/** What the gate says about each person, with its reasons and their basis; namesakes are chosen here. */
export function GateTable({ result, onChoose }: GateTableProps): ReactNode {
  const count = (outcome: keyof typeof gateSigns): number =>
    result.rows.filter(({ answer }) => answer?.outcome === outcome).length;
  const open = result.rows.filter(({ person }) => person === null).length;
  const words = [
    `通过 ${count('pass')} 人`,
    `不通过 ${count('blocked')} 人`,
    `需研究 ${count('decision')} 人`,
    ...(open > 0 ? [`待选择 ${open} 人`] : []),
  ];
  return (
    <Panel label="核对结果" flush>
      <Typography variant="h2" sx={{ p: 2, pb: 1 }} aria-live="polite">
        {result.purpose}（以 {result.on} 为准）：{words.join('，')}
      </Typography>
      <ColumnTable
        top
        rows={result.rows}
        rowKey={({ typed }) => typed}
        columns={[
          { head: '序号', cell: (_row, index) => index + 1, sx: { width: '4rem', whiteSpace: 'nowrap' } },
          { head: '姓名', cell: (row) => <Person row={row} onChoose={onChoose} />, sx: { width: '15rem' } },
          {
            head: '结果',
            cell: ({ answer }) => (
              <StatusSign sign={answer ? gateSigns[answer.outcome] : unknownPersonSign} />
            ),
            sx: { width: '7rem' },
          },
          { head: '限制到', cell: untilWords, sx: { width: '8rem' } },
          { head: '理由和依据', cell: (row) => <Reasons row={row} /> },
        ]}
      />
    </Panel>
  );
}

function Person({
  row,
  onChoose,
}: {
  readonly row: GateRow;
  readonly onChoose: GateTableProps['onChoose'];
}): ReactNode {
  const { typed, person, choices } = row;
  if (choices.length > 1)
    return (
      <>
        {typed}
        <Select
          displayEmpty
          value={person?.id ?? ''}
          onChange={(event) => onChoose(typed, event.target.value)}
          inputProps={{ 'aria-label': `选择是哪一位${typed}` }}
          sx={{ display: 'flex', mt: 0.5 }}
        >
          <MenuItem value="" disabled>
            有 {choices.length} 人重名，请选择
          </MenuItem>
          {choices.map((choice) => (
            <MenuItem key={choice.id} value={choice.id}>
              {`${choice.name}（${choice.hint}）`}
            </MenuItem>
          ))}
        </Select>
      </>
    );
  if (person === null) return typed;
  return (
    <>
      <Link href={`/ethics/people/${person.id}`} color="inherit">
        {person.name}
      </Link>
      <Typography variant="body2" color="textSecondary">
        {person.hint}
      </Typography>
    </>
  );
}

function untilWords({ answer }: GateRow): string {
  if (answer?.outcome !== 'blocked') return '';
  return answer.blockedUntil ?? '长期';
}

function Reasons({ row }: { readonly row: GateRow }): ReactNode {
  if (row.answer === null)
    return row.choices.length > 1
      ? '有重名，请先在左边选择是哪一位。'
      : '教职工名单里没有这个人，请核对姓名，或先登记到“教职工”。';
  if (row.answer.reasons.length === 0) return '没有影响师德的记录。';
  return (
    <Box component="ul" sx={{ m: 0, pl: 2 }}>
      {row.answer.reasons.map((reason) => (
        <li key={`${reason.sentence}${reason.proof?.id ?? ''}`}>
          {reason.sentence}
          <Typography variant="body2" color="textSecondary">
            依据：{reason.basis}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
