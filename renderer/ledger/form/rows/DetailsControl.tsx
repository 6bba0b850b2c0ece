import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type ReactNode } from 'react';
import type { Control } from 'react-hook-form';
import type { FieldProblem } from '../../../../shared/kernel/result.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { emptyRow, knownFields } from '../../../../shared/ledger/schema.ts';
import { useToday } from '../../../ground/today.ts';
import { newId } from '../../../client.ts';
import type { Place } from '../../../ui/entryGrid/gridKeys.ts';
import { QuietButton } from '../../../ui/QuietButton.tsx';
import type { ControlProps } from '../controls/control.ts';
import type { FormShape } from '../formShape.ts';
import { useTitles } from '../titles.tsx';
import { pasteCells, splitCopiedText, type Row } from './pasteRows.ts';
import { resolveNames } from './resolveNames.ts';
import { RosterBar } from './RosterBar.tsx';
import { rosterShapeOf } from './rosterShape.ts';
import { RowsGrid } from './RowsGrid.tsx';

interface DetailsControlProps extends ControlProps<Extract<Field, { kind: 'details' }>> {
  readonly ledger: string;
  readonly control: Control<FormShape>;
  /** Paths inside the field: `3.reason`. */
  readonly problems: readonly FieldProblem[];
}

/** Detail rows as a grid; a roll call also gets its bar above. */
export function DetailsControl(props: DetailsControlProps): ReactNode {
  const { field, value, onChange, disabled = false } = props;
  const today = useToday();
  const { learn } = useTitles();
  const rows: readonly Row[] = useMemo(() => (Array.isArray(value) ? (value as Row[]) : []), [value]);
  const columns = useMemo(() => Object.entries(knownFields(field.fields)), [field]);
  const roster = useMemo(() => rosterShapeOf(field), [field]);
  const [marked, setMarked] = useState<number | null>(null);
  const [exceptionsOnly, setExceptionsOnly] = useState(false);
  const [added, setAdded] = useState<{ readonly row: number } | null>(null);
  const [notices, setNotices] = useState<readonly string[]>([]);

  const shown =
    roster && exceptionsOnly
      ? rows.flatMap((row, index) => (row[roster.state] === roster.usual ? [] : [index]))
      : undefined;

  function makeRow(): Row {
    return { ...emptyRow(field.fields, { today }), id: newId() };
  }

  function add() {
    onChange([...rows, makeRow()]);
    setAdded({ row: rows.length });
  }

  async function paste(from: Place, text: string) {
    const cells = splitCopiedText(text);
    const { resolve, titles } = await resolveNames(columns, from.column, cells);
    for (const [id, title] of titles) learn(id, title);
    const pasted = pasteCells(rows, columns, from, cells, { resolve, today, newId });
    onChange(pasted.rows);
    setNotices(pasted.problems);
  }

  return (
    <Box>
      {roster && !disabled ? (
        <RosterBar
          shape={roster}
          rowLabel={field.rowLabel}
          rows={rows}
          ledger={props.ledger}
          control={props.control}
          emptyRow={makeRow}
          onChange={onChange}
          onMark={setMarked}
          exceptionsOnly={exceptionsOnly}
          onExceptionsOnly={setExceptionsOnly}
        />
      ) : null}
      {rows.length > 0 ? (
        <RowsGrid
          id={props.id}
          label={field.label}
          rowLabel={field.rowLabel}
          columns={columns}
          rows={rows}
          shown={shown}
          marked={marked}
          problems={props.problems}
          describedBy={props.describedBy}
          disabled={disabled}
          onCell={(index, column, cell) =>
            onChange(rows.map((row, at) => (at === index ? { ...row, [column]: cell } : row)))
          }
          added={added}
          onAdd={add}
          onRemove={(index) => onChange(rows.filter((_, at) => at !== index))}
          onPaste={(from, text) => void paste(from, text)}
          onBlur={props.onBlur}
        />
      ) : null}
      {props.problems.map((problem) => {
        const [row = '0', column = ''] = problem.path.split('.');
        const label = knownFields(field.fields)[column]?.label ?? '';
        return (
          <Typography key={problem.path} variant="body2" color="error">
            第 {Number(row) + 1} 行 {label}：{problem.sentence}
          </Typography>
        );
      })}
      {notices.length > 0 ? (
        <Alert severity="warning" onClose={() => setNotices([])} sx={{ mt: 1 }}>
          粘贴时有 {notices.length} 格没有认出，保留了原来的内容：
          {notices.slice(0, 5).map((notice) => (
            <div key={notice}>{notice}</div>
          ))}
        </Alert>
      ) : null}
      {disabled ? null : (
        <QuietButton sx={{ mt: 1 }} onClick={add}>
          添加{field.rowLabel}
        </QuietButton>
      )}
    </Box>
  );
}
