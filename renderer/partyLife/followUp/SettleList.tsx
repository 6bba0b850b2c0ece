import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { FollowedMeeting } from '../../../shared/contract/partyFollowUp.ts';
import { obligationSigns, severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SettleFields } from './SettleFields.tsx';

interface SettleListProps {
  readonly title: string;
  readonly kind: 'closing' | 'makingUp';
  readonly meeting: Pick<FollowedMeeting, 'ledger' | 'id' | 'revision'>;
  readonly mayWrite: boolean;
  readonly rows: readonly {
    readonly id: string;
    readonly about: string;
    readonly words: string;
    readonly on: string | null;
    readonly note: string | null;
  }[];
}

/** Rows of one meeting that somebody has to see to afterwards; nothing where there are none. */
export function SettleList({ title, kind, meeting, mayWrite, rows }: SettleListProps): ReactNode {
  if (rows.length === 0) return null;
  const open = rows.filter(({ on }) => on === null).length;
  const done = kind === 'closing' ? '办结' : '补学';
  return (
    <Panel title={title} hint={open === 0 ? `都已${done}` : `${rows.length} 项，${open} 项还没有${done}`}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {rows.map((row) => (
          <Box
            key={row.id}
            component="li"
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(10rem, 1fr) minmax(0, 1.4fr)',
              gap: 1.5,
              alignItems: 'center',
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {row.about}
              <Typography variant="body2" color="textSecondary">
                {row.words}
              </Typography>
            </Box>
            {mayWrite ? (
              <SettleFields
                key={`${row.on ?? ''} ${row.note ?? ''}`}
                meeting={meeting}
                rowId={row.id}
                about={row.about}
                kind={kind}
                on={row.on}
                note={row.note}
              />
            ) : (
              <Box>
                {row.on === null ? (
                  <StatusSign sign={severitySigns.warning} word={`还没有${done}`} />
                ) : (
                  <StatusSign sign={obligationSigns.met} word={`${row.on} ${done}`} />
                )}{' '}
                {row.note}
              </Box>
            )}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
