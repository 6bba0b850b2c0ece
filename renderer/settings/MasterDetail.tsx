import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useRoom } from '../ui/useRoom.ts';

/** Room for list and detail beside the settings' own list of pages, in rem of the window's width. */
const roomForBoth = 80;

interface MasterDetailProps {
  readonly list: ReactNode;
  /** What is open; `null` = nothing. */
  readonly detail: ReactNode;
}

/** A list with what is open beside it where there is room, else in its place. */
export function MasterDetail({ list, detail }: MasterDetailProps): ReactNode {
  const roomy = useRoom(roomForBoth);
  const open = detail !== null;
  return (
    <Box sx={{ height: '100%', display: 'flex' }}>
      {open && !roomy ? null : (
        <Box
          sx={
            open
              ? { flex: 'none', width: '22rem', borderRight: 1, borderColor: 'divider' }
              : { flex: 1, minWidth: 0 }
          }
        >
          {list}
        </Box>
      )}
      {open ? <Box sx={{ flex: 1, minWidth: 0 }}>{detail}</Box> : null}
    </Box>
  );
}
