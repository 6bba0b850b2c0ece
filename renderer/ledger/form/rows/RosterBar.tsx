import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTitles } from '../titles.tsx';
import { FillRosterDialog, type FillRosterDialogProps } from './FillRosterDialog.tsx';
import type { Row } from './pasteRows.ts';
import { countStates, firstException, matchingRows, stateOfLetter, withState } from './rollCall.ts';

interface RosterBarProps extends Omit<FillRosterDialogProps, 'onFill' | 'onClose'> {
  readonly rowLabel: string;
  readonly onChange: (rows: readonly Row[]) => void;
  /** The row being looked at, to be shown marked. */
  readonly onMark: (row: number | null) => void;
  readonly exceptionsOnly: boolean;
  readonly onExceptionsOnly: (only: boolean) => void;
}

/**
 * The roll call's quick way: everybody in the usual state, then initials and Space for an exception, and arrow keys or
 * one letter for its kind.
 */
export function RosterBar(props: RosterBarProps): ReactNode {
  const { shape, rows, onChange } = props;
  const [filling, setFilling] = useState(false);
  const counts = countStates(rows, shape);
  return (
    <Box sx={{ mb: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <Button variant={rows.length === 0 ? 'contained' : 'outlined'} onClick={() => setFilling(true)}>
          全部{shape.usual}：从名单填入
        </Button>
        <Typography role="status" sx={{ flex: 1 }}>
          {rows.length === 0
            ? `先从名单填入，全部记为“${shape.usual}”，再只标例外。`
            : `共 ${rows.length} 人：${counts.map(({ state, count }) => `${state} ${count}`).join(' · ')}`}
        </Typography>
        {rows.length > 0 ? (
          <FormControlLabel
            label="只看例外"
            control={
              <Switch
                size="small"
                checked={props.exceptionsOnly}
                onChange={(_, checked) => props.onExceptionsOnly(checked)}
              />
            }
          />
        ) : null}
      </Box>
      {rows.length > 0 ? <RosterFinder {...props} /> : null}
      {filling ? (
        <FillRosterDialog
          shape={shape}
          rows={rows}
          ledger={props.ledger}
          control={props.control}
          emptyRow={props.emptyRow}
          onFill={(filled) => {
            onChange(filled);
            setFilling(false);
          }}
          onClose={() => setFilling(false)}
        />
      ) : null}
    </Box>
  );
}

type RosterFinderProps = Pick<
  RosterBarProps,
  'shape' | 'rowLabel' | 'rows' | 'emptyRow' | 'onChange' | 'onMark'
>;

/** Finding somebody by name and saying what state they are in. */
function useRosterFinder(props: RosterFinderProps) {
  const { shape, rows, onChange, onMark } = props;
  const { titleOf } = useTitles();
  const [typed, setTyped] = useState('');
  const [choice, setChoice] = useState(0);
  /** Row whose state is being chosen; `null` while finding. */
  const [choosing, setChoosing] = useState<number | null>(null);

  const matches = matchingRows(rows, shape, titleOf, typed);
  const found = matches[Math.min(choice, matches.length - 1)] ?? null;
  const nameOf = (index: number) => titleOf(textIn(rows[index], shape.person));

  function search(text: string) {
    setTyped(text);
    setChoice(0);
    onMark(matchingRows(rows, shape, titleOf, text)[0] ?? null);
  }
  function setState(index: number, state: string) {
    const empty = props.emptyRow();
    onChange(rows.map((row, at) => (at === index ? withState(row, shape, state, empty) : row)));
    scrollToRow(index);
  }
  function finish() {
    setChoosing(null);
    setTyped('');
    onMark(null);
  }

  function handleFinding(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && matches.length > 0) {
      event.preventDefault();
      const next = (choice + step + matches.length) % matches.length;
      setChoice(next);
      onMark(matches[next] ?? null);
    } else if ((event.key === ' ' || event.key === 'Enter') && found !== null) {
      event.preventDefault();
      event.stopPropagation();
      const row = rows[found];
      if (!row) return;
      if (row[shape.state] === shape.usual) {
        setState(found, firstException(shape));
        setChoosing(found);
        onMark(found);
      } else {
        setState(found, shape.usual);
        finish();
      }
    }
  }
  function handleChoosing(event: KeyboardEvent, index: number) {
    const present = textIn(rows[index], shape.state);
    const at = shape.states.indexOf(present);
    event.stopPropagation();
    if (event.key === 'Tab') return finish();
    event.preventDefault();
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown')
      setState(index, shape.states[(at + 1) % shape.states.length] ?? present);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp')
      setState(index, shape.states[(at - 1 + shape.states.length) % shape.states.length] ?? present);
    else if (/^[a-z]$/i.test(event.key)) {
      const state = stateOfLetter(shape.states, event.key.toLowerCase(), present);
      if (state !== null) setState(index, state);
    } else if (['Enter', ' ', 'Escape'].includes(event.key)) finish();
  }

  const said =
    choosing !== null
      ? '左右键或首字母选，回车确定'
      : typed.trim() === ''
        ? ''
        : found === null
          ? '名单里没有这个人'
          : `${nameOf(found)}${matches.length > 1 ? `（${matches.length} 人中第 ${Math.min(choice, matches.length - 1) + 1} 个，上下键换人）` : ''}：按空格标记`;
  return {
    said,
    shownName: choosing === null ? typed : nameOf(choosing),
    choosing,
    search,
    setState,
    finish,
    handleFinding,
    handleChoosing,
  };
}

function RosterFinder(props: RosterFinderProps): ReactNode {
  const { shape, rows } = props;
  const finder = useRosterFinder(props);
  const { choosing, finish } = finder;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        value={finder.shownName}
        placeholder="输入姓名首字母，按空格标记例外"
        onChange={(event) => {
          if (choosing === null) finder.search(event.target.value);
        }}
        onKeyDown={(event) =>
          choosing === null ? finder.handleFinding(event) : finder.handleChoosing(event, choosing)
        }
        onBlur={finish}
        sx={{ width: '18rem' }}
        slotProps={{
          htmlInput: { 'aria-label': `查找${props.rowLabel}并标记例外`, autoComplete: 'off' },
        }}
      />
      <Typography role="status" variant="body2" color="textSecondary">
        {finder.said}
      </Typography>
      {choosing === null ? null : (
        <StateChoice
          states={shape.states}
          chosen={rows[choosing]?.[shape.state]}
          onChoose={(state) => {
            finder.setState(choosing, state);
            finish();
          }}
        />
      )}
    </Box>
  );
}

interface StateChoiceProps {
  readonly states: readonly string[];
  readonly chosen: unknown;
  readonly onChoose: (state: string) => void;
}

function StateChoice({ states, chosen, onChoose }: StateChoiceProps): ReactNode {
  return (
    <Box role="listbox" aria-label="选择状态" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {states.map((state) => (
        <Box
          key={state}
          role="option"
          aria-selected={chosen === state}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(state);
          }}
          sx={{
            px: 1,
            py: 0.25,
            borderRadius: 1,
            border: 1,
            cursor: 'pointer',
            borderColor: chosen === state ? 'primary.main' : 'divider',
            bgcolor: chosen === state ? '#FBE9E7' : 'background.paper',
          }}
        >
          {state}
        </Box>
      ))}
    </Box>
  );
}

function scrollToRow(index: number): void {
  document.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'nearest' });
}

function textIn(row: Row | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === 'string' ? value : '';
}
