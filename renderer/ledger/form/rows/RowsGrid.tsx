import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Close from '@mui/icons-material/Close';
import {
  useEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { FieldProblem } from '../../../../shared/kernel/result.ts';
import { formatValue } from '../../../../shared/ledger/cells.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { isEmptyValue } from '../../../../shared/ledger/schema.ts';
import { stepOf, type Place } from '../../../ui/entryGrid/gridKeys.ts';
import { findCell } from '../../../ui/entryGrid/useGridFocus.ts';
import { focusAfter } from '../formKeys.ts';
import { useTitles } from '../titles.tsx';
import { FieldControl } from '../controls/FieldControl.tsx';
import { isBlock, type Row } from './pasteRows.ts';

export interface RowsGridProps {
  readonly id: string;
  readonly label: string;
  readonly rowLabel: string;
  readonly columns: readonly (readonly [string, Field])[];
  readonly rows: readonly Row[];
  /** Numbers of the rows to show; absent = all. */
  readonly shown?: readonly number[];
  readonly marked?: number | null;
  readonly problems: readonly FieldProblem[];
  readonly describedBy: string | undefined;
  readonly disabled: boolean;
  readonly onCell: (row: number, column: string, value: unknown) => void;
  /** The row that was just added, where the typing goes on; a new object for each. */
  readonly added: { readonly row: number } | null;
  readonly onAdd: () => void;
  readonly onRemove: (row: number) => void;
  readonly onPaste: (from: Place, text: string) => void;
  readonly onBlur: () => void;
}

/** Which cell is being written, and what keys and the clipboard do there. */
function useRowsKeys(props: RowsGridProps, shown: readonly number[]) {
  const { columns, rows, disabled } = props;
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place | null>(firstCell(props.added));
  const [added, setAdded] = useState(props.added);
  if (added !== props.added) {
    setAdded(props.added);
    setActive(firstCell(props.added));
  }

  useEffect(() => {
    if (active === null) return;
    const control = findCell(table.current, active)?.querySelector<HTMLElement>('input, textarea');
    if (!control || control === document.activeElement) return;
    control.focus();
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.select();
  }, [active]);

  function handleKey(event: KeyboardEvent<HTMLTableElement>) {
    if (active === null || event.nativeEvent.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const listOpen = target?.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Enter' && (listOpen || target?.ariaBusy === 'true')) {
      // The list takes the option first; the next cell follows. A box that still searches waits for its answer.
      return;
    }
    if ((event.key === 'Delete' || event.key === '-') && event.ctrlKey && !disabled) {
      event.preventDefault();
      props.onRemove(active.row);
      return;
    }
    const last = rows.at(-1);
    const at = shown.indexOf(active.row);
    const step = stepOf(
      {
        key: event.key,
        shift: event.shiftKey,
        listOpen,
        manyLines: target instanceof HTMLTextAreaElement,
        lastRowEmpty:
          last !== undefined &&
          columns.every(([id, field]) => isEmptyValue(last[id]) || last[id] === field.defaultValue),
      },
      { row: at, column: active.column },
      { rows: shown.length, columns: columns.length },
    );
    if (step.kind === 'none') return;
    event.preventDefault();
    event.stopPropagation();
    if (step.kind === 'go') setActive({ row: shown[step.place.row] ?? 0, column: step.place.column });
    else if (step.kind === 'addRow') props.onAdd();
    else if (target) focusAfter(target);
  }

  function handleEnterInList(event: KeyboardEvent<HTMLTableElement>) {
    // Bubble phase: the list has taken its option (and prevented the default); go on to the next cell.
    if (event.key !== 'Enter' || !event.defaultPrevented || active === null) return;
    event.stopPropagation();
    const at = shown.indexOf(active.row);
    if (active.column < columns.length - 1) setActive({ row: active.row, column: active.column + 1 });
    else if (at < shown.length - 1) setActive({ row: shown[at + 1] ?? 0, column: 0 });
  }

  function handlePaste(event: ClipboardEvent) {
    const text = event.clipboardData.getData('text/plain');
    if (disabled || active === null || !isBlock(text)) return;
    event.preventDefault();
    event.stopPropagation();
    props.onPaste(active, text);
  }

  return {
    active,
    setActive,
    handlers: {
      ref: table,
      onKeyDownCapture: handleKey,
      onKeyDown: handleEnterInList,
      onPasteCapture: handlePaste,
      onBlur: (event: FocusEvent<HTMLTableElement>) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setActive(null);
        props.onBlur();
      },
    },
  };
}

/**
 * Rows edited as in a spreadsheet. The cell with the focus is a control, all others are text; one stop of the Tab key
 * leads in.
 */
export function RowsGrid(props: RowsGridProps): ReactNode {
  const { columns, rows, disabled } = props;
  const shown = props.shown ?? rows.map((_, index) => index);
  const { active, setActive, handlers } = useRowsKeys(props, shown);
  return (
    <Box
      sx={{
        overflowX: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        maxHeight: '26rem',
        overflowY: 'auto',
      }}
    >
      <Box
        component="table"
        id={props.id}
        role="grid"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-rowcount={rows.length + 1}
        {...handlers}
        sx={tableSx}
      >
        <Heads columns={columns} removable={!disabled} />
        <tbody>
          {shown.map((index, at) => (
            <GridRow
              key={rows[index]?.id}
              grid={props}
              index={index}
              active={active}
              tabStop={active === null && at === 0}
              onFocus={(column) => setActive({ row: index, column })}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function Heads({
  columns,
  removable,
}: Pick<RowsGridProps, 'columns'> & { readonly removable: boolean }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">序号</th>
        {columns.map(([id, field]) => (
          <th key={id} scope="col">
            {field.label}
            {field.required ? (
              <Box component="span" sx={{ color: 'error.main' }} aria-hidden>
                *
              </Box>
            ) : null}
            {field.unit ? `（${field.unit}）` : ''}
          </th>
        ))}
        {removable ? (
          <th scope="col">
            <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
              删除
            </Box>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

interface GridRowProps {
  readonly grid: RowsGridProps;
  readonly index: number;
  readonly active: Place | null;
  /** The Tab key leads into this row. */
  readonly tabStop: boolean;
  readonly onFocus: (column: number) => void;
}

function GridRow({ grid, index, active, tabStop, onFocus }: GridRowProps): ReactNode {
  const row = grid.rows[index];
  if (!row) return null;
  return (
    <tr className={grid.marked === index ? 'marked' : undefined} data-row={index}>
      <th scope="row">{index + 1}</th>
      {grid.columns.map(([id, field], column) => (
        <GridCell
          key={id}
          row={row}
          rowNumber={index}
          column={column}
          fieldId={id}
          field={field}
          problem={grid.problems.find((each) => each.path === `${index}.${id}`)?.sentence}
          live={active?.row === index && active.column === column && !grid.disabled && !field.computed}
          tabStop={tabStop && column === 0}
          gridId={grid.id}
          onFocus={() => onFocus(column)}
          onChange={(value) => grid.onCell(index, id, value)}
        />
      ))}
      {grid.disabled ? null : (
        <td>
          <IconButton
            tabIndex={-1}
            aria-label={`删除第 ${index + 1} 行`}
            onClick={() => grid.onRemove(index)}
          >
            <Close fontSize="small" />
          </IconButton>
        </td>
      )}
    </tr>
  );
}

function firstCell(added: RowsGridProps['added']): Place | null {
  return added && { row: added.row, column: 0 };
}

const tableSx = {
  borderCollapse: 'collapse',
  minWidth: '100%',
  fontSize: '0.875rem',
  'th, td': { border: 1, borderColor: 'divider', p: 0, height: '2.25rem' },
  'thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    bgcolor: 'background.default',
    px: 0.75,
    fontWeight: 500,
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  'tbody th': { width: '2.5rem', fontWeight: 400, color: 'text.secondary', textAlign: 'center' },
  'tr.marked td': { bgcolor: '#FCF0DC' },
  'td:last-of-type, thead th:last-of-type': { width: '2.25rem' },
} as const;

interface GridCellProps {
  readonly row: Row;
  readonly rowNumber: number;
  readonly column: number;
  readonly fieldId: string;
  readonly field: Field;
  readonly problem: string | undefined;
  readonly live: boolean;
  readonly tabStop: boolean;
  readonly gridId: string;
  readonly onFocus: () => void;
  readonly onChange: (value: unknown) => void;
}

function GridCell(props: GridCellProps): ReactNode {
  const { row, field, live, problem } = props;
  const { titleOf } = useTitles();
  const value = row[props.fieldId];
  const quantity = ['integer', 'decimal', 'money', 'percentage'].includes(field.kind);
  const text = typeof value === 'string' && quantity ? value : formatValue(field, value, titleOf);
  const editable = field.kind !== 'details' && field.kind !== 'attachments';
  return (
    <Box
      component="td"
      role="gridcell"
      data-cell={`${props.rowNumber}-${props.column}`}
      tabIndex={props.tabStop && !live ? 0 : -1}
      aria-invalid={problem !== undefined}
      title={problem}
      onFocus={live ? undefined : props.onFocus}
      onClick={live ? undefined : props.onFocus}
      sx={{
        minWidth: cellWidth(field),
        maxWidth: '24rem',
        cursor: 'text',
        boxShadow: problem ? 'inset 0 0 0 2px #A1140C' : live ? 'inset 0 0 0 2px #2F5D8A' : undefined,
        textAlign: quantity ? 'right' : 'left',
      }}
    >
      {live && editable ? (
        <FieldControl
          bare
          id={`${props.gridId}-${props.rowNumber}-${props.fieldId}`}
          name={`第 ${props.rowNumber + 1} 行 ${field.label}`}
          field={field}
          value={value}
          onChange={props.onChange}
          onBlur={() => undefined}
          invalid={problem !== undefined}
          describedBy={undefined}
        />
      ) : (
        <Box sx={{ px: 0.75, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Box>
      )}
    </Box>
  );
}

function cellWidth(field: Field): string {
  switch (field.kind) {
    case 'longText':
      return '16rem';
    case 'text':
      return field.maxLength <= 40 ? '6rem' : '11rem';
    case 'reference':
    case 'references':
      return '7rem';
    case 'date':
      return '7rem';
    case 'integer':
    case 'time':
    case 'yesNo':
      return '4.5rem';
    default:
      return '6rem';
  }
}
