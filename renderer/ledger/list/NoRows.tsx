import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import type { ListState } from './listAddress.ts';

interface NoRowsProps {
  readonly definition: AnyLedger;
  readonly mayWrite: boolean;
  readonly state: ListState;
  readonly onState: (state: ListState) => void;
  readonly period: string | null;
}

/** In place of an empty list: why nothing is there, and what can be done. */
export function NoRows({ definition, mayWrite, state, onState, period }: NoRowsProps): ReactNode {
  if (state.search !== '' || state.filters.length > 0)
    return (
      <EmptyState sentence="没有符合条件的记录。">
        <QuietButton onClick={() => onState({ ...state, search: '', filters: [], page: 0 })}>
          去掉查找和筛选
        </QuietButton>
      </EmptyState>
    );
  const otherPeriods = period !== null && !state.allPeriods;
  return (
    <EmptyState sentence={`${otherPeriods ? '这一期还没有记录。' : '还没有记录。'}${definition.description}`}>
      {mayWrite ? (
        <>
          <Button href={`/ledger/${definition.id}/new`} variant="contained">
            新建
          </Button>
          <QuietButton href={`/import/${definition.id}`}>从 Excel 导入</QuietButton>
        </>
      ) : null}
      {otherPeriods ? (
        <Button color="secondary" onClick={() => onState({ ...state, allPeriods: true, page: 0 })}>
          看全部时期
        </Button>
      ) : null}
    </EmptyState>
  );
}
