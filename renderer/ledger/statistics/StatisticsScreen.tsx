import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useMemo, useState, type ReactNode } from 'react';
import type { ExportReceipt } from '../../../shared/contract/files.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { UnknownScreen } from '../../ui/UnknownScreen.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { ReceiptNotice } from '../../ui/ReceiptNotice.tsx';
import { useReferredTitles } from '../form/referredRecords.ts';
import { TitlesProvider } from '../form/titles.tsx';
import { FilterEditor } from '../list/FilterEditor.tsx';
import { ListToolbar } from '../list/ListToolbar.tsx';
import { useListState } from '../list/useListState.ts';
import { useDefinition } from '../useDefinition.ts';
import { StatisticPanel } from './StatisticPanel.tsx';
import { StatisticsExportDialog } from './StatisticsExportDialog.tsx';

const noTitles: Readonly<Record<string, string>> = {};

/** Statistics of what a ledger's list shows: period, search and filters are the list's and stay when going back. */
export function StatisticsScreen(): ReactNode {
  const definition = useDefinition();
  if (!definition?.statistics?.length) return <UnknownScreen />;
  return <Statistics key={definition.id} definition={definition} />;
}

function Statistics({ definition }: { readonly definition: AnyLedger }): ReactNode {
  const rights = useRights();
  const { state, setState, period, query, kept } = useListState(definition);
  const tables = useCall('ledger.statistics', { query }, { keepPrevious: true });
  const page = useCall('ledger.list', { query, page: 0, pageSize: 1 }, { keepPrevious: true });
  const [filtering, setFiltering] = useState<{ anchor: HTMLElement; field: string | null } | null>(null);
  const [exporting, setExporting] = useState(false);
  const [receipt, setReceipt] = useState<ExportReceipt | null>(null);
  const filterValues = useMemo(
    () => Object.fromEntries(state.filters.map((filter) => [filter.field, filter.value])),
    [state.filters],
  );
  const titles = useReferredTitles(definition, filterValues) ?? noTitles;
  const total = page.data?.total;
  const base = `/ledger/${definition.id}`;

  return (
    <TitlesProvider known={titles}>
      <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        <PageHeader
          title={`${definition.label}统计`}
          hint={
            total === undefined
              ? undefined
              : `按下面的时期、查找和筛选统计，共 ${total} 条记录；和列表是同一批。`
          }
          actions={
            <>
              {rights.may('export') ? (
                <QuietButton disabled={!total} onClick={() => setExporting(true)}>
                  导出
                </QuietButton>
              ) : null}
              <QuietButton href={`${base}${kept}`}>回到列表</QuietButton>
            </>
          }
        />
        <ListToolbar
          definition={definition}
          state={state}
          query={query}
          period={period}
          titleOf={(id) => titles[id] ?? ''}
          narrow={false}
          onState={setState}
          onFilter={(anchor, field) => setFiltering({ anchor, field })}
        />
        <FailureNotice error={tables.error} onRetry={() => void tables.refetch()} />
        {receipt ? <ReceiptNotice receipt={receipt} words="统计表已导出。" /> : null}
        <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
          {total === 0 ? (
            <Paper variant="outlined">
              <EmptyState sentence="没有可以统计的记录。换一个时期，或者去掉查找和筛选再看。">
                <QuietButton href={`${base}${kept}`}>回到列表</QuietButton>
              </EmptyState>
            </Paper>
          ) : tables.data ? (
            tables.data.map((table) => {
              const statistic = definition.statistics?.find((each) => each.id === table.id);
              return statistic ? (
                <StatisticPanel key={table.id} definition={definition} statistic={statistic} table={table} />
              ) : null;
            })
          ) : tables.error ? null : (
            <Loading />
          )}
        </Box>
        <FilterEditor
          definition={definition}
          anchor={filtering?.anchor ?? null}
          field={filtering?.field ?? null}
          filters={state.filters}
          onApply={(filters) => setState({ ...state, filters, page: 0 })}
          onClose={() => setFiltering(null)}
        />
        {exporting ? (
          <StatisticsExportDialog query={query} onClose={() => setExporting(false)} onExported={setReceipt} />
        ) : null}
      </Box>
    </TitlesProvider>
  );
}
