import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Select from '@mui/material/Select';
import {
  DataGrid,
  type GridCellParams,
  type GridColDef,
  type GridRowParams,
  type GridRowSelectionModel,
} from '@mui/x-data-grid';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { RecycledRecord } from '../../shared/contract/ledgers.ts';
import { findLedger, ledgers } from '../../shared/ledgers/index.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { allRead } from '../answers.ts';
import { call, useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { instantWords } from '../ui/instantWords.ts';
import { isNamedBy } from '../ui/nameMatch.ts';
import { QuietButton } from '../ui/QuietButton.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { rootSize } from '../ui/useRoom.ts';

const everyLedger = '';
const noneChosen: GridRowSelectionModel = { type: 'include', ids: new Set() };
const labelOf = (ledger: string) => findLedger(ledger)?.label ?? '';

/** Deleted records of all ledgers, to be looked at and brought back. */
export function RemovedRecords(): ReactNode {
  const removed = useCall('ledger.recycleBin', {});
  const bringBack = useBringBack();
  if (!removed.isSuccess) return <Unanswered query={removed} />;
  return (
    <>
      <FailureNotice error={bringBack.error} onClose={() => bringBack.reset()} />
      {bringBack.data === undefined ? null : (
        <Alert severity="success" sx={{ mb: 1 }} onClose={() => bringBack.reset()}>
          {bringBack.data} 条已找回，回到了原来的列表里。
        </Alert>
      )}
      {removed.data.length === 0 ? (
        <Paper variant="outlined">
          <EmptyState sentence="回收站是空的。删除的记录会放在这里，可以随时找回。" />
        </Paper>
      ) : (
        <RemovedList
          all={removed.data}
          busy={bringBack.isPending}
          onBringBack={(records, done) => bringBack.mutate(records, { onSuccess: done })}
        />
      )}
    </>
  );
}

interface RemovedListProps {
  readonly all: readonly RecycledRecord[];
  readonly busy: boolean;
  readonly onBringBack: (records: readonly RecycledRecord[], done: () => void) => void;
}

function RemovedList({ all, busy, onBringBack }: RemovedListProps): ReactNode {
  const rights = useRights();
  const [ledger, setLedger] = useState(everyLedger);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<GridRowSelectionModel>(noneChosen);
  const rows = useMemo(
    () =>
      all.filter(
        (record) =>
          (ledger === everyLedger || record.ledger === ledger) &&
          (typed.trim() === '' || isNamedBy(record.title, typed) || isNamedBy(record.hint ?? '', typed)),
      ),
    [all, ledger, typed],
  );
  const mayBringBack = (record: RecycledRecord) => {
    const definition = findLedger(record.ledger);
    return definition !== undefined && rights.mayWrite(definition.area);
  };
  // What a filter has put out of sight is not brought back with the rest.
  const picked = rows.filter((row) => mayBringBack(row) && isChosen(chosen, row.id));

  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1 }}>
        <SearchBox
          name="在回收站中查找"
          placeholder="查找：名称或拼音首字母"
          value={typed}
          onChange={setTyped}
        />
        <LedgerChoice all={all} value={ledger} onChange={setLedger} />
        <Box sx={{ flex: 1 }} />
        <Box component="span" role="status">
          {picked.length > 0 ? `已选 ${picked.length} 条` : ''}
        </Box>
        <Button
          variant="contained"
          disabled={picked.length === 0 || busy}
          onClick={() => onBringBack(picked, () => setChosen(noneChosen))}
        >
          {picked.length > 0 ? `找回 ${picked.length} 条` : '找回'}
        </Button>
      </Box>
      {rows.length === 0 ? (
        <Paper variant="outlined">
          <EmptyState sentence="没有符合条件的记录。">
            <QuietButton
              onClick={() => {
                setTyped('');
                setLedger(everyLedger);
              }}
            >
              去掉查找
            </QuietButton>
          </EmptyState>
        </Paper>
      ) : (
        <RemovedGrid rows={rows} mayChoose={mayBringBack} chosen={chosen} onChosen={setChosen} />
      )}
    </>
  );
}

interface LedgerChoiceProps {
  readonly all: readonly RecycledRecord[];
  readonly value: string;
  readonly onChange: (ledger: string) => void;
}

function LedgerChoice({ all, value, onChange }: LedgerChoiceProps): ReactNode {
  const byLedger = useMemo(() => Map.groupBy(all, (record) => record.ledger), [all]);
  return (
    <Select
      value={value}
      displayEmpty
      inputProps={{ 'aria-label': '哪个台账' }}
      onChange={(event) => onChange(event.target.value)}
    >
      <MenuItem value={everyLedger}>全部台账（{all.length}）</MenuItem>
      {ledgers
        .filter((definition) => byLedger.has(definition.id))
        .map((definition) => (
          <MenuItem key={definition.id} value={definition.id}>
            {definition.label}（{byLedger.get(definition.id)?.length}）
          </MenuItem>
        ))}
    </Select>
  );
}

interface RemovedGridProps {
  readonly rows: readonly RecycledRecord[];
  readonly mayChoose: (record: RecycledRecord) => boolean;
  readonly chosen: GridRowSelectionModel;
  readonly onChosen: (chosen: GridRowSelectionModel) => void;
}

function RemovedGrid({ rows, mayChoose, chosen, onChosen }: RemovedGridProps): ReactNode {
  const navigate = useNavigate();
  const unit = rootSize() / 16;
  const open = ({ ledger, id }: RecycledRecord) => void navigate(`/ledger/${ledger}/${id}`);
  return (
    <Box sx={{ flex: 1, minHeight: 0, bgcolor: 'background.paper' }}>
      <DataGrid
        aria-label="删除的记录"
        rows={rows}
        columns={columnsFor(unit)}
        rowHeight={Math.round(36 * unit)}
        columnHeaderHeight={Math.round(40 * unit)}
        initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
        pageSizeOptions={[100]}
        disableColumnFilter
        disableColumnMenu
        checkboxSelection
        disableRowSelectionOnClick
        isRowSelectable={({ row }) => mayChoose(row)}
        rowSelectionModel={chosen}
        onRowSelectionModelChange={onChosen}
        onRowClick={({ row }: GridRowParams<RecycledRecord>) => open(row)}
        onCellKeyDown={({ field, row }: GridCellParams<RecycledRecord>, { key }) => {
          if (key === 'Enter' && field !== '__check__') open(row);
        }}
        hideFooterSelectedRowCount
        sx={{ border: 1, borderColor: 'divider', '& .MuiDataGrid-row': { cursor: 'pointer' } }}
      />
    </Box>
  );
}

/** Brings records back ledger by ledger, those that others refer to first; answers how many came back. */
function useBringBack() {
  return useMutation({
    mutationFn: async (records: readonly RecycledRecord[]) => {
      let count = 0;
      for (const definition of ledgers) {
        const ids = records.flatMap((record) => (record.ledger === definition.id ? [record.id] : []));
        if (ids.length === 0) continue;
        count += (await call('ledger.undelete', { ledger: definition.id, ids })).restored;
      }
      return count;
    },
    onSettled: allRead,
  });
}

function columnsFor(unit: number): GridColDef<RecycledRecord>[] {
  return [
    { field: 'title', headerName: '记录', flex: 2, minWidth: 200 * unit },
    { field: 'hint', headerName: '说明', flex: 1, minWidth: 140 * unit },
    {
      field: 'ledger',
      headerName: '台账',
      flex: 1,
      minWidth: 140 * unit,
      valueGetter: (_, record) => labelOf(record.ledger),
    },
    {
      field: 'deletedAt',
      headerName: '删除时间',
      width: 160 * unit,
      valueFormatter: (value: string) => instantWords(value),
    },
    { field: 'deletedBy', headerName: '谁删的', width: 120 * unit },
  ];
}

function isChosen(model: GridRowSelectionModel, id: string): boolean {
  return model.type === 'include' ? model.ids.has(id) : !model.ids.has(id);
}
