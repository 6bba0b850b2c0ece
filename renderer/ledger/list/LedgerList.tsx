import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Add from '@mui/icons-material/Add';
import type { GridRowSelectionModel } from '@mui/x-data-grid';
import { useMemo, useState, type ClipboardEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { rootSize } from '../../ui/useRoom.ts';
import { ExportDialog } from '../exportDialog/ExportDialog.tsx';
import { useReferredTitles } from '../form/referredRecords.ts';
import { isBlock } from '../form/rows/pasteRows.ts';
import { TitlesProvider } from '../form/titles.tsx';
import { keepPastedText } from '../pastedText.ts';
import { ChosenRecords } from './ChosenRecords.tsx';
import { FilterEditor } from './FilterEditor.tsx';
import type { ListState } from './listAddress.ts';
import { listColumns } from './listColumns.tsx';
import { ListToolbar } from './ListToolbar.tsx';
import { NoRows } from './NoRows.tsx';
import { noneChosen, pageSize, RecordGrid } from './RecordGrid.tsx';
import { TotalsRow } from './TotalsRow.tsx';
import { useListState } from './useListState.ts';

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
  const [exporting, setExporting] = useState(false);
  const [filtering, setFiltering] = useState<{ anchor: HTMLElement; field: string | null } | null>(null);
  const importPasted = useImportOfPasted(definition);
  const titles = useListTitles(definition, state, page.data?.titles);
  const unit = rootSize() / 16;
  const columns = useMemo(
    () => listColumns(definition, (id) => titles[id] ?? '', unit, narrow),
    [definition, titles, unit, narrow],
  );

  const mayWrite = rights.mayWrite(definition.area);
  const rows = page.data?.rows ?? [];
  const total = page.data?.total ?? 0;

  function show(next: ListState) {
    setChosen(noneChosen);
    setState(next);
  }
  const filter = (anchor: HTMLElement, field: string | null) => setFiltering({ anchor, field });

  return (
    <TitlesProvider known={titles}>
      <Box
        component="section"
        aria-label={`${definition.label}列表`}
        onPaste={importPasted}
        sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}
      >
        {narrow ? null : (
          <ListHeader definition={definition} kept={kept} onExport={() => setExporting(true)} />
        )}
        <ListToolbar
          definition={definition}
          state={state}
          query={query}
          period={period}
          titleOf={(id) => titles[id] ?? ''}
          narrow={narrow}
          onState={show}
          onFilter={filter}
        />
        <FailureNotice error={page.error} onRetry={() => void page.refetch()} />
        {mayWrite ? (
          <ChosenRecords
            definition={definition}
            rows={rows}
            chosen={chosen}
            onNone={() => setChosen(noneChosen)}
          />
        ) : null}
        <Box sx={{ flex: 1, minHeight: 0, bgcolor: 'background.paper' }}>
          {page.data && total === 0 ? (
            <Paper variant="outlined" sx={{ height: '100%' }}>
              <NoRows
                definition={definition}
                mayWrite={mayWrite}
                state={state}
                onState={show}
                period={period}
              />
            </Paper>
          ) : (
            <RecordGrid
              label={`${definition.label}列表`}
              columns={columns}
              rows={rows}
              total={total}
              loading={page.isFetching && page.isPlaceholderData}
              state={state}
              onState={show}
              choosing={mayWrite && !narrow}
              chosen={chosen}
              onChosen={setChosen}
              openId={openId}
              onOpen={(id) => void navigate(`/ledger/${definition.id}/${id}${kept}`)}
              onFilter={filter}
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
        <ExportDialog open={exporting} query={query} total={total} onClose={() => setExporting(false)} />
      </Box>
    </TitlesProvider>
  );
}

/** A block copied from a spreadsheet goes to the import of this ledger. */
function useImportOfPasted(definition: AnyLedger): (event: ClipboardEvent) => void {
  const navigate = useNavigate();
  const rights = useRights();
  return (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const text = event.clipboardData.getData('text/plain');
    if (!rights.mayWrite(definition.area) || !rights.may('import')) return;
    if (!isBlock(text) || target?.closest('input, textarea')) return;
    event.preventDefault();
    keepPastedText(definition.id, text);
    void navigate(`/import/${definition.id}`);
  };
}

/** Titles of the records that the rows and the filters refer to. */
function useListTitles(
  definition: AnyLedger,
  { filters }: ListState,
  ofRows: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const values = useMemo(
    () => Object.fromEntries(filters.map(({ field, value }) => [field, value])),
    [filters],
  );
  const ofFilters = useReferredTitles(definition, values);
  return useMemo(() => ({ ...ofFilters, ...ofRows }), [ofFilters, ofRows]);
}

interface ListHeaderProps {
  readonly definition: AnyLedger;
  /** Goes behind the addresses that lead away, so that coming back finds the list as it was. */
  readonly kept: string;
  readonly onExport: () => void;
}

function ListHeader({ definition, kept, onExport }: ListHeaderProps): ReactNode {
  const rights = useRights();
  const mayWrite = rights.mayWrite(definition.area);
  const base = `/ledger/${definition.id}`;
  return (
    <PageHeader
      title={definition.label}
      hint={definition.description}
      actions={
        <>
          {definition.statistics?.length ? (
            <QuietButton href={`${base}/statistics${kept}`}>统计</QuietButton>
          ) : null}
          {rights.may('export') ? <QuietButton onClick={onExport}>导出或打印</QuietButton> : null}
          {mayWrite && rights.may('import') ? (
            <QuietButton href={`/import/${definition.id}`}>导入</QuietButton>
          ) : null}
          {mayWrite ? (
            <Button href={`${base}/new${kept}`} variant="contained" startIcon={<Add />}>
              新建
            </Button>
          ) : null}
        </>
      }
    />
  );
}
