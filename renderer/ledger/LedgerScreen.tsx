import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { useLocation, useOutlet } from 'react-router';
import { useRoom } from '../ui/useRoom.ts';
import { UnknownScreen } from '../ui/UnknownScreen.tsx';
import { LedgerList } from './list/LedgerList.tsx';
import { useDefinition } from './useDefinition.ts';

/** Room for the list beside an open record, in rem of the window's width. */
const roomForBoth = 72;

/** A ledger's list; an open record or form stands beside it where there is room, else in its place. */
export function LedgerScreen(): ReactNode {
  const definition = useDefinition();
  const open = useOutlet();
  const roomy = useRoom(roomForBoth);
  const location = useLocation();
  if (!definition) return <UnknownScreen />;
  const openId = /^\/ledger\/[^/]+\/([^/]+)/.exec(location.pathname)?.[1] ?? null;
  return (
    <Box sx={{ height: '100%', display: 'flex', gap: 1.5 }}>
      {open === null || roomy ? (
        <Box sx={open === null ? { flex: 1, minWidth: 0 } : { flex: 'none', width: '21rem' }}>
          <LedgerList key={definition.id} definition={definition} openId={openId} narrow={open !== null} />
        </Box>
      ) : null}
      {open === null ? null : (
        <Paper variant="outlined" sx={{ flex: 1, minWidth: 0, overflow: 'hidden' }}>
          {open}
        </Paper>
      )}
    </Box>
  );
}
