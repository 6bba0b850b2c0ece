import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import FilterList from '@mui/icons-material/FilterList';
import { useEffect, useState, type ReactNode } from 'react';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { filterWords } from './filterWords.ts';
import { stateOfQuery, type ListState } from './listAddress.ts';
import { SavedViews } from './SavedViews.tsx';

interface ListToolbarProps {
  readonly definition: AnyLedger;
  readonly state: ListState;
  readonly query: LedgerQuery;
  /** What the frame's switch means here; `null` = the ledger has no periods. */
  readonly period: string | null;
  readonly titleOf: (id: string) => string;
  readonly narrow: boolean;
  readonly onState: (state: ListState) => void;
  readonly onFilter: (anchor: HTMLElement, field: string | null) => void;
}

const settleMillis = 250;

/** Search, period, filters and saved views of a list. */
export function ListToolbar(props: ListToolbarProps): ReactNode {
  const { definition, state, onState, period, narrow } = props;
  const [typed, setTyped] = useState(state.search);
  const [shownSearch, setShownSearch] = useState(state.search);
  if (shownSearch !== state.search) {
    setShownSearch(state.search);
    setTyped(state.search);
  }

  useEffect(() => {
    if (typed === state.search) return undefined;
    const timer = window.setTimeout(() => onState({ ...state, search: typed, page: 0 }), settleMillis);
    return () => window.clearTimeout(timer);
  }, [typed, state, onState]);

  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
      <SearchBox
        name={`在${definition.label}中查找`}
        placeholder="查找：文字、姓名或拼音首字母"
        value={typed}
        onChange={setTyped}
        {...(narrow ? { width: '100%' } : {})}
      />
      {period === null ? null : (
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="显示哪些时期"
          value={state.allPeriods ? 'all' : 'current'}
          onChange={(_, value: string | null) => {
            if (value !== null) onState({ ...state, allPeriods: value === 'all', page: 0 });
          }}
        >
          <ToggleButton value="current">{narrow ? '本期' : formatPeriod(period)}</ToggleButton>
          <ToggleButton value="all">全部</ToggleButton>
        </ToggleButtonGroup>
      )}
      <Button
        color="secondary"
        startIcon={<FilterList />}
        aria-haspopup="dialog"
        onClick={(event) => props.onFilter(event.currentTarget, null)}
      >
        筛选
      </Button>
      {narrow ? null : <SavedViews query={props.query} onOpen={(query) => onState(stateOfQuery(query))} />}
      {state.filters.map((filter) => {
        const words = filterWords(definition, filter, props.titleOf);
        return (
          <Chip
            key={`${filter.field} ${filter.operator}`}
            size="small"
            label={words}
            onClick={(event) => props.onFilter(event.currentTarget, filter.field)}
            onDelete={() =>
              onState({ ...state, filters: state.filters.filter((each) => each !== filter), page: 0 })
            }
          />
        );
      })}
    </Box>
  );
}
