import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { SystemStyleObject } from '@mui/system';
import type { Theme } from '@mui/material/styles';
import type { KeyboardEventHandler, ReactNode } from 'react';

export interface Column<Row> {
  readonly head: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Numbers, which stand at the right. */
  readonly right?: boolean;
  /** Names the row. */
  readonly names?: true;
  /** What only explains stands in fainter ink. */
  readonly quiet?: true;
  readonly foot?: ReactNode;
  /** Of head and cells. */
  readonly sx?: SystemStyleObject<Theme>;
}

export interface ColumnTableProps<Row> {
  readonly label?: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  readonly columns: readonly Column<Row>[];
  /** Head and foot stay in sight while the table's frame scrolls. */
  readonly sticky?: boolean;
  /** Cells of several lines begin at the top. */
  readonly top?: boolean;
  readonly hover?: boolean;
  /** The row whose details stand beside. */
  readonly selected?: (row: Row) => boolean;
  /** Rows that no longer count. */
  readonly faint?: (row: Row) => boolean;
  readonly onKeyDown?: KeyboardEventHandler<HTMLElement>;
  readonly sx?: SystemStyleObject<Theme>;
}

/** A table described by its columns. */
export function ColumnTable<Row>(props: ColumnTableProps<Row>): ReactNode {
  const { rows, rowKey, columns, sticky = false, top = false, hover = false } = props;
  const look = ({ right = false, sx }: Column<Row>) => ({ align: right ? 'right' : 'left', sx }) as const;
  return (
    <Table
      size="small"
      stickyHeader={sticky}
      aria-label={props.label}
      sx={[{ '& td, & tbody th': { verticalAlign: top ? 'top' : 'middle' } }, props.sx ?? {}]}
    >
      <TableHead>
        <TableRow>
          {columns.map((column, index) => (
            <TableCell key={index} {...look(column)}>
              {column.head}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody onKeyDown={props.onKeyDown}>
        {rows.map((row, at) => (
          <TableRow
            key={rowKey(row, at)}
            hover={hover}
            selected={props.selected?.(row) ?? false}
            sx={props.faint?.(row) ? { 'td, th': { color: 'text.secondary' } } : undefined}
          >
            {columns.map((column, index) => (
              <TableCell
                key={index}
                {...(column.names ? ({ component: 'th', scope: 'row' } as const) : {})}
                {...look(column)}
                {...(column.quiet ? { sx: [column.sx ?? {}, { color: 'text.secondary' }].flat() } : {})}
              >
                {column.cell(row, at)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
      {columns.some(({ foot }) => foot !== undefined) ? (
        <TableFooter sx={{ position: 'sticky', bottom: 0, bgcolor: 'background.paper' }}>
          <TableRow sx={{ td: { color: 'text.primary', fontSize: '0.875rem', fontWeight: 600 } }}>
            {columns.map((column, index) => (
              <TableCell key={index} {...look(column)}>
                {column.foot}
              </TableCell>
            ))}
          </TableRow>
        </TableFooter>
      ) : null}
    </Table>
  );
}
