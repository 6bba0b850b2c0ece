import Box from '@mui/material/Box';
import type { SystemStyleObject } from '@mui/system';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useGridFocus, type CellPlace, type GridFocusOptions } from './useGridFocus.ts';

export interface EntryColumn<Row> {
  readonly key: string;
  readonly head: ReactNode;
  /** Only shown, or with controls that need the arrow keys themselves: the grid's keys pass over it. */
  readonly still?: true;
  /** `place` belongs on what takes the focus in the cell. */
  readonly cell: (row: Row, place: CellPlace, index: number) => ReactNode;
  /** The cell itself takes the focus, and is told by this name. */
  readonly says?: (row: Row) => string;
  /** The cell stands out. */
  readonly stands?: (row: Row) => boolean;
  readonly foot?: ReactNode;
}

interface EntryGridProps<Row> extends GridFocusOptions {
  readonly label: string;
  /** Coloured cells with gaps between, or lines as on paper. */
  readonly look: 'tiles' | 'lines';
  /** Head of the rows' names. */
  readonly corner: ReactNode;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHead: (row: Row, index: number) => ReactNode;
  readonly columns: readonly EntryColumn<Row>[];
  /** Head of the foot; absent = no foot. */
  readonly footHead?: ReactNode;
  /** As wide as there is room. */
  readonly wide?: boolean;
  readonly nameWidth?: string;
  readonly cellWidth?: string;
}

/**
 * Rows × columns filled in or opened cell by cell: heads and names stay in sight, arrow keys, Home, End and Enter go where
 * the mouse would.
 */
export function EntryGrid<Row>(props: EntryGridProps<Row>): ReactNode {
  const { rows, columns, rowKey, rowHead, footHead, look } = props;
  const entered = columns.filter(({ still }) => !still);
  const { table, placeOf, focus } = useGridFocus({ rows: rows.length, columns: entered.length }, props);
  return (
    <Box
      component="table"
      role="grid"
      aria-label={props.label}
      {...table}
      sx={[
        look === 'tiles' ? tiles : lines,
        frame,
        {
          width: props.wide ? '100%' : undefined,
          'tbody th': { minWidth: props.nameWidth },
          'thead th + th': { minWidth: props.cellWidth },
        },
      ]}
    >
      <thead>
        <tr>
          <th scope="col">{props.corner}</th>
          {columns.map(({ key, head }) => (
            <th key={key} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row)}>
            <th scope="row">{rowHead(row, index)}</th>
            {columns.map((each) => {
              const { key, cell, says, stands } = each;
              const column = entered.indexOf(each);
              const place = placeOf(index, column);
              return (
                <td
                  key={key}
                  className={stands?.(row) ? 'stands' : undefined}
                  {...(says
                    ? {
                        ...place,
                        role: 'gridcell',
                        'aria-label': says(row),
                        onClick: () => focus({ row: index, column }),
                      }
                    : {})}
                >
                  {cell(row, place, index)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {footHead === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row">{footHead}</th>
            {columns.map(({ key, foot }) => (
              <td key={key}>{foot}</td>
            ))}
          </tr>
        </tfoot>
      )}
    </Box>
  );
}

const frame: SystemStyleObject<Theme> = {
  fontVariantNumeric: 'tabular-nums',
  'thead th': { position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper', whiteSpace: 'nowrap' },
  'thead th:first-of-type': { left: 0, zIndex: 3, textAlign: 'left' },
  'tbody th, tfoot th': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    bgcolor: 'background.paper',
    textAlign: 'left',
    whiteSpace: 'nowrap',
  },
  'tfoot th, tfoot td': { position: 'sticky', bottom: 0, bgcolor: 'background.paper', zIndex: 1 },
  'tfoot td': { verticalAlign: 'top' },
  'td[data-cell]': {
    height: '2.25rem',
    borderLeft: 1,
    borderColor: 'divider',
    textAlign: 'center',
    cursor: 'pointer',
  },
  'td[data-cell]:last-of-type': { borderRight: 1, borderColor: 'divider' },
  'td[data-cell]:focus': { outline: '2px solid', outlineColor: 'text.primary', outlineOffset: '-2px' },
  'td.stands': { bgcolor: '#FCF0DC' },
};

const tiles: SystemStyleObject<Theme> = {
  borderCollapse: 'separate',
  borderSpacing: '2px',
  fontSize: '0.8125rem',
  'th, td': { p: 0, fontWeight: 400 },
  'thead th + th': { px: 0.25 },
  'tbody th, tfoot th': { pr: 1 },
};

const lines: SystemStyleObject<Theme> = {
  borderCollapse: 'separate',
  borderSpacing: 0,
  'th, td': {
    borderBottom: 1,
    borderColor: 'divider',
    px: 0.75,
    py: 0.25,
    textAlign: 'left',
    fontWeight: 400,
  },
  'thead th': { color: 'text.secondary', fontSize: '0.8125rem' },
};
