import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import FilterList from '@mui/icons-material/FilterList';
import {
  DataGrid,
  GridColumnMenu,
  type GridColDef,
  type GridColumnMenuProps,
  type GridRowSelectionModel,
} from '@mui/x-data-grid';
import { useMemo, type ReactNode } from 'react';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { rootSize } from '../../ui/useRoom.ts';
import type { ListState } from './listAddress.ts';

export const pageSize = 100;
export const noneChosen: GridRowSelectionModel = { type: 'include', ids: new Set() };

interface RecordGridProps {
  readonly label: string;
  readonly columns: readonly GridColDef<LedgerRecord>[];
  readonly rows: readonly LedgerRecord[];
  readonly total: number;
  readonly loading: boolean;
  readonly state: ListState;
  readonly onState: (state: ListState) => void;
  /** Rows can be marked, to do something with many at once. */
  readonly choosing: boolean;
  readonly chosen: GridRowSelectionModel;
  readonly onChosen: (chosen: GridRowSelectionModel) => void;
  readonly openId: string | null;
  readonly onOpen: (recordId: string) => void;
  readonly onFilter: (anchor: HTMLElement, field: string) => void;
}

/** One page of records; whoever shows it sorts and pages in the database. */
export function RecordGrid(props: RecordGridProps): ReactNode {
  const { state, onState, onOpen, openId } = props;
  const unit = rootSize() / 16;
  const [first] = state.sort;
  const [field, direction] = [first?.field, first?.direction];
  // The grid takes a new list for a new sorting, and goes back to the first page.
  const sortModel = useMemo(
    () => (field === undefined || direction === undefined ? [] : [{ field, sort: direction }]),
    [field, direction],
  );
  return (
    <DataGrid
      aria-label={props.label}
      columns={props.columns}
      rows={props.rows}
      rowCount={props.total}
      loading={props.loading}
      paginationMode="server"
      sortingMode="server"
      pageSizeOptions={[pageSize]}
      paginationModel={{ page: state.page, pageSize }}
      onPaginationModelChange={({ page }) => {
        if (page !== state.page) onState({ ...state, page });
      }}
      sortModel={sortModel}
      onSortModelChange={(model) =>
        onState({
          ...state,
          page: 0,
          sort: model.flatMap(({ field, sort }) => (sort ? [{ field, direction: sort }] : [])),
        })
      }
      rowHeight={Math.round(36 * unit)}
      columnHeaderHeight={Math.round(40 * unit)}
      density="standard"
      disableColumnFilter
      checkboxSelection={props.choosing}
      disableRowSelectionOnClick
      rowSelectionModel={props.chosen}
      onRowSelectionModelChange={props.onChosen}
      getRowClassName={({ id }) => (id === openId ? 'open' : '')}
      onRowClick={({ id }) => onOpen(String(id))}
      onCellKeyDown={({ field, id }, { key }) => {
        if (key === 'Enter' && field !== '__check__') onOpen(String(id));
      }}
      slots={{ columnMenu: ColumnMenu }}
      slotProps={{
        columnMenu: { onFilterColumn: (field: string, anchor: HTMLElement) => props.onFilter(anchor, field) },
      }}
      sx={gridSx}
    />
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
