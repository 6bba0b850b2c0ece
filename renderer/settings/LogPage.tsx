import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { DataGrid, type GridColDef, type GridValidRowModel } from '@mui/x-data-grid';
import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { profileLabels, type ExportLogLine } from '../../shared/contract/files.ts';
import type { AccessLine } from '../../shared/contract/upkeep.ts';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { instantWords } from '../ui/instantWords.ts';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { rootSize } from '../ui/useRoom.ts';

type LogName = 'exports' | 'access';

/** What left the school, and who has seen what is locked or changed accounts and settings. Nobody can change a log. */
export function LogPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const shown: LogName = search.get('show') === 'access' ? 'access' : 'exports';
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', p: 2 }}>
      <PageHeader title="日志" hint="自动记下，不能修改，也不能删除。" />
      <Tabs
        value={shown}
        onChange={(_, show: LogName) => setSearch({ show }, { replace: true })}
        aria-label="日志"
        sx={{ minHeight: '2.25rem', mb: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab {...tabParts('exports')} label="导出记录" sx={{ minHeight: '2.25rem', py: 0 }} />
        <Tab {...tabParts('access')} label="查看受限内容和管理操作" sx={{ minHeight: '2.25rem', py: 0 }} />
      </Tabs>
      <Box
        role="tabpanel"
        id="log-panel"
        aria-labelledby={`log-tab-${shown}`}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
      >
        {shown === 'exports' ? <ExportLog /> : <AccessLog />}
      </Box>
    </Box>
  );
}

function tabParts(name: LogName) {
  return { value: name, id: `log-tab-${name}`, 'aria-controls': 'log-panel' };
}

function ExportLog(): ReactNode {
  const lines = useCall('export.log', {});
  return (
    <LogGrid
      label="导出记录"
      lines={lines}
      none="还没有导出过资料。导出台账、保存报表或装 U 盘后，这里会记下谁、什么时候、为谁导出了什么。"
      columns={exportColumns}
    />
  );
}

const exportColumns: readonly GridColDef<ExportLogLine>[] = [
  { field: 'at', headerName: '时间', width: 145, valueGetter: (_, { at }) => instantWords(at) },
  { field: 'accountName', headerName: '经办人', width: 90 },
  { field: 'what', headerName: '导出内容', flex: 3, minWidth: 140 },
  { field: 'recipient', headerName: '交给', flex: 2, minWidth: 100 },
  { field: 'purpose', headerName: '用途', flex: 2, minWidth: 110 },
  {
    field: 'profile',
    headerName: '口径',
    width: 110,
    valueGetter: (_, { profile }) => profileLabels[profile],
  },
  { field: 'rows', headerName: '行数', width: 80, align: 'right', headerAlign: 'right', type: 'number' },
  {
    field: 'path',
    headerName: '文件',
    flex: 4,
    minWidth: 180,
    renderCell: ({ row }) => <span title={row.path}>{row.path.split(/[\\/]/).at(-1)}</span>,
  },
];

function AccessLog(): ReactNode {
  const lines = useCall('access.log', {}, { fresh: true });
  return (
    <LogGrid
      label="查看受限内容和管理操作"
      lines={lines}
      none="还没有记录。查看举报人等受限内容、增减账号、修改设置和导入放假安排时，这里会记下是谁、什么时候。"
      columns={accessColumns}
    />
  );
}

const accessColumns: readonly GridColDef<AccessLine>[] = [
  { field: 'at', headerName: '时间', width: 145, valueGetter: (_, { at }) => instantWords(at) },
  { field: 'accountName', headerName: '谁', width: 120 },
  { field: 'what', headerName: '做了什么', flex: 1, minWidth: 240 },
];

interface LogGridProps<Line extends GridValidRowModel> {
  readonly label: string;
  readonly lines: {
    readonly data: readonly Line[] | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly none: string;
  readonly columns: readonly GridColDef<Line>[];
}

function LogGrid<Line extends GridValidRowModel>(props: LogGridProps<Line>): ReactNode {
  const { data, error, refetch } = props.lines;
  const unit = rootSize() / 16;
  // Lines have no id of their own; the last come first, so that their place counts from the end.
  const rows = useMemo(() => data?.map((line, index) => ({ ...line, id: data.length - index })), [data]);
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!rows) return <Loading />;
  if (rows.length === 0) return <EmptyState sentence={props.none} />;
  return (
    <DataGrid
      aria-label={props.label}
      rows={rows}
      columns={props.columns.map((column) => ({
        ...column,
        ...(column.width === undefined ? {} : { width: column.width * unit }),
        ...(column.minWidth === undefined ? {} : { minWidth: column.minWidth * unit }),
      }))}
      getRowHeight={() => 'auto'}
      columnHeaderHeight={Math.round(40 * unit)}
      pageSizeOptions={[100]}
      initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
      disableRowSelectionOnClick
      sx={{
        border: 1,
        borderColor: 'divider',
        '& .MuiDataGrid-cell': { py: 0.75, overflowWrap: 'anywhere', lineHeight: 1.4 },
        '& .MuiDataGrid-columnHeader': { bgcolor: 'background.default' },
        '& .MuiTablePagination-root': { overflow: 'hidden' },
      }}
    />
  );
}
