import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Add from '@mui/icons-material/Add';
import FilterList from '@mui/icons-material/FilterList';
import {
  DataGrid,
  GridColumnMenu,
  type GridColumnMenuProps,
  type GridRowSelectionModel,
} from '@mui/x-data-grid';
import { useMemo, useState, type ClipboardEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog, removalReason } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { rootSize } from '../../ui/useRoom.ts';
import { ExportDialog } from '../exportDialog/ExportDialog.tsx';
import { useReferredTitles } from '../form/referredRecords.ts';
import { isBlock } from '../form/rows/pasteRows.ts';
import { TitlesProvider } from '../form/titles.tsx';
import { keepPastedText } from '../pastedText.ts';
import { FilterEditor } from './FilterEditor.tsx';
import type { ListState } from './listAddress.ts';
import { listColumns } from './listColumns.tsx';
import { ListToolbar } from './ListToolbar.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { useListState } from './useListState.ts';

const pageSize = 100;
const noneChosen: GridRowSelectionModel = { type: 'include', ids: new Set() };

interface LedgerListProps {
  readonly definition: AnyLedger;
  /** The record that is open beside the list. */
  readonly openId: string | null;
  readonly narrow: boolean;
}

/** The records of one ledger; sorting, filtering, searching and paging are done by the database. */
export function LedgerList({ definition, openId, narrow }: LedgerListProps): ReactNode {
  const navigate = useNavigate();
  const rights = useRights();
  const { state, setState, period, query, kept } = useListState(definition);
  const page = useCall('ledger.list', { query, page: state.page, pageSize }, { keepPrevious: true });
  const [chosen, setChosen] = useState<GridRowSelectionModel>(noneChosen);
  const [removing, setRemoving] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [filtering, setFiltering] = useState<{ anchor: HTMLElement; field: string | null } | null>(null);
  const remove = useChange('ledger.remove');
  const filterTitles = useReferredTitles(
    definition,
    useMemo(
      () => Object.fromEntries(state.filters.map((filter) => [filter.field, filter.value])),
      [state.filters],
    ),
  );

  const mayWrite = rights.mayWrite(definition.area);
  const titles = useMemo(() => ({ ...filterTitles, ...page.data?.titles }), [filterTitles, page.data]);
  const titleOf = (id: string) => titles[id] ?? '';
  const unit = rootSize() / 16;
  const columns = useMemo(
    () => listColumns(definition, (id) => titles[id] ?? '', unit, narrow),
    [definition, titles, unit, narrow],
  );
  const rows = page.data?.rows ?? [];
  const total = page.data?.total ?? 0;
  const chosenIds = chosen.type === 'include' ? [...chosen.ids].map(String) : rows.map((row) => row.id);
  const lockedChosen =
    Boolean(definition.workflow) && rows.some((row) => row.state !== 'draft' && chosenIds.includes(row.id));
  const untouched = state.search === '' && state.filters.length === 0;
  const base = `/ledger/${definition.id}`;

  function show(next: ListState) {
    setChosen(noneChosen);
    setState(next);
  }
  function handlePaste(event: ClipboardEvent) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const text = event.clipboardData.getData('text/plain');
    if (!mayWrite || !rights.may('import') || !isBlock(text) || target?.closest('input, textarea')) return;
    event.preventDefault();
    keepPastedText(definition.id, text);
    void navigate(`/import/${definition.id}`);
  }

  return (
    <TitlesProvider known={titles}>
      <Box
        component="section"
        aria-label={`${definition.label}列表`}
        onPaste={handlePaste}
        sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        {narrow ? null : (
          <PageHeader
            title={definition.label}
            hint={definition.description}
            actions={
              <>
                {definition.statistics?.length ? (
                  <Button
                    component={Link}
                    to={`${base}/statistics${kept}`}
                    variant="outlined"
                    color="secondary"
                  >
                    统计
                  </Button>
                ) : null}
                {rights.may('export') ? (
                  <Button variant="outlined" color="secondary" onClick={() => setExporting(true)}>
                    导出或打印
                  </Button>
                ) : null}
                {mayWrite && rights.may('import') ? (
                  <Button
                    component={Link}
                    to={`/import/${definition.id}`}
                    variant="outlined"
                    color="secondary"
                  >
                    导入
                  </Button>
                ) : null}
                {mayWrite ? (
                  <Button component={Link} to={`${base}/new${kept}`} variant="contained" startIcon={<Add />}>
                    新建
                  </Button>
                ) : null}
              </>
            }
          />
        )}
        <ListToolbar
          definition={definition}
          state={state}
          query={query}
          period={period}
          titleOf={titleOf}
          narrow={narrow}
          onState={show}
          onFilter={(anchor, field) => setFiltering({ anchor, field })}
        />
        <FailureNotice error={page.error} onRetry={() => void page.refetch()} />
        <FailureNotice error={remove.error} onClose={() => remove.reset()} />
        {remove.data ? (
          <Alert severity="success" onClose={() => remove.reset()} sx={{ mb: 1 }}>
            {remove.data.removed} 条已放进回收站，需要时可以找回。
          </Alert>
        ) : null}
        {chosenIds.length > 0 && mayWrite ? (
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }} role="status">
            已选 {chosenIds.length} 条
            <Button color="error" variant="outlined" onClick={() => setRemoving(true)}>
              删除
            </Button>
            <Button color="secondary" onClick={() => setChosen(noneChosen)}>
              不选了
            </Button>
          </Box>
        ) : null}
        <Box sx={{ flex: 1, minHeight: 0, bgcolor: 'background.paper' }}>
          {page.data && total === 0 ? (
            <Paper variant="outlined" sx={{ height: '100%' }}>
              <NoRows
                definition={definition}
                untouched={untouched}
                mayWrite={mayWrite}
                state={state}
                onState={show}
                period={period}
              />
            </Paper>
          ) : (
            <DataGrid
              aria-label={`${definition.label}列表`}
              columns={columns}
              rows={rows}
              rowCount={total}
              loading={page.isFetching && page.isPlaceholderData}
              paginationMode="server"
              sortingMode="server"
              pageSizeOptions={[pageSize]}
              paginationModel={{ page: state.page, pageSize }}
              onPaginationModelChange={(model) => {
                if (model.page !== state.page) show({ ...state, page: model.page });
              }}
              sortModel={state.sort.slice(0, 1).map((sort) => ({ field: sort.field, sort: sort.direction }))}
              onSortModelChange={(model) =>
                show({
                  ...state,
                  page: 0,
                  sort: model.flatMap((item) =>
                    item.sort ? [{ field: item.field, direction: item.sort }] : [],
                  ),
                })
              }
              rowHeight={Math.round(36 * unit)}
              columnHeaderHeight={Math.round(40 * unit)}
              density="standard"
              disableColumnFilter
              checkboxSelection={mayWrite && !narrow}
              disableRowSelectionOnClick
              rowSelectionModel={chosen}
              onRowSelectionModelChange={setChosen}
              getRowClassName={({ id }) => (id === openId ? 'open' : '')}
              onRowClick={({ id }) => void navigate(`${base}/${id}${kept}`)}
              onCellKeyDown={(cell, event) => {
                if (event.key === 'Enter' && cell.field !== '__check__')
                  void navigate(`${base}/${cell.id}${kept}`);
              }}
              slots={{ columnMenu: ColumnMenu }}
              slotProps={{
                columnMenu: {
                  onFilterColumn: (field: string, anchor: HTMLElement) => setFiltering({ anchor, field }),
                },
              }}
              sx={gridSx}
            />
          )}
        </Box>
        <TotalsRow definition={definition} totals={page.data?.totals ?? {}} />
        <FilterEditor
          definition={definition}
          anchor={filtering?.anchor ?? null}
          field={filtering?.field ?? null}
          filters={state.filters}
          onApply={(filters) => show({ ...state, filters, page: 0 })}
          onClose={() => setFiltering(null)}
        />
        <ConfirmDialog
          open={removing}
          title={`删除 ${chosenIds.length} 条${definition.label}？`}
          confirmLabel={`删除 ${chosenIds.length} 条`}
          danger
          {...(lockedChosen ? { reason: removalReason } : {})}
          busy={remove.isPending}
          onClose={() => setRemoving(false)}
          onConfirm={(reason) =>
            remove.mutate(
              { ledger: definition.id, ids: chosenIds, ...(reason ? { reason } : {}) },
              {
                onSettled: () => {
                  setRemoving(false);
                  setChosen(noneChosen);
                },
              },
            )
          }
        >
          删除的记录放进回收站，可以找回；修改历史也都保留。
        </ConfirmDialog>
        <ExportDialog open={exporting} query={query} total={total} onClose={() => setExporting(false)} />
      </Box>
    </TitlesProvider>
  );
}

const gridSx = {
  border: 1,
  borderColor: 'divider',
  '& .MuiDataGrid-row': { cursor: 'pointer' },
  '& .MuiDataGrid-row.open': { bgcolor: '#F7ECEA', boxShadow: 'inset 3px 0 0 #B3261E' },
  '& .MuiDataGrid-columnHeader': { bgcolor: 'background.default' },
} as const;

declare module '@mui/x-data-grid' {
  interface ColumnMenuPropsOverrides {
    onFilterColumn: (field: string, anchor: HTMLElement) => void;
  }
}

interface NoRowsProps {
  readonly definition: AnyLedger;
  readonly untouched: boolean;
  readonly mayWrite: boolean;
  readonly state: ListState;
  readonly onState: (state: ListState) => void;
  readonly period: string | null;
}

type ColumnMenuProps = GridColumnMenuProps & {
  readonly onFilterColumn: (field: string, anchor: HTMLElement) => void;
};

/** The grid's own column menu, with the filter of ours. */
function ColumnMenu({ onFilterColumn, ...props }: ColumnMenuProps): ReactNode {
  return (
    <GridColumnMenu
      {...props}
      slots={{ columnMenuUserItem: FilterItem }}
      slotProps={{ columnMenuUserItem: { displayOrder: 5, onFilterColumn } }}
    />
  );
}

interface FilterItemProps {
  readonly colDef: { readonly field: string };
  readonly onClick: (event: React.MouseEvent<HTMLElement>) => void;
  readonly onFilterColumn: (field: string, anchor: HTMLElement) => void;
}

function FilterItem({ colDef, onClick, onFilterColumn }: FilterItemProps): ReactNode {
  return (
    <MenuItem
      onClick={(event) => {
        const header = document.querySelector<HTMLElement>(
          `.MuiDataGrid-columnHeader[data-field="${CSS.escape(colDef.field)}"]`,
        );
        onClick(event);
        if (header) onFilterColumn(colDef.field, header);
      }}
    >
      <ListItemIcon>
        <FilterList fontSize="small" />
      </ListItemIcon>
      <ListItemText>筛选这一栏</ListItemText>
    </MenuItem>
  );
}

function NoRows({ definition, untouched, mayWrite, state, onState, period }: NoRowsProps): ReactNode {
  if (!untouched)
    return (
      <EmptyState sentence="没有符合条件的记录。">
        <Button
          variant="outlined"
          color="secondary"
          onClick={() => onState({ ...state, search: '', filters: [], page: 0 })}
        >
          去掉查找和筛选
        </Button>
      </EmptyState>
    );
  const otherPeriods = period !== null && !state.allPeriods;
  return (
    <EmptyState sentence={`${otherPeriods ? '这一期还没有记录。' : '还没有记录。'}${definition.description}`}>
      {mayWrite ? (
        <>
          <Button component={Link} to={`/ledger/${definition.id}/new`} variant="contained">
            新建
          </Button>
          <Button component={Link} to={`/import/${definition.id}`} variant="outlined" color="secondary">
            从 Excel 导入
          </Button>
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
