import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { MemberGap } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { Panel } from '../../ui/Panel.tsx';
import { queryOf } from './useBranchYear.ts';

/** What is missing about a member, each with one click to the form that records it. */
export function GapList({
  branch,
  gaps,
  year,
}: {
  readonly gaps: readonly MemberGap[];
  readonly year: number;
  readonly branch: string;
}): ReactNode {
  const navigate = useNavigate();
  const mayWrite = useRights().mayWrite('partyLife');
  if (gaps.length === 0) return <Alert severity="success">{year} 年到今天该有的都有了。</Alert>;

  function open({ remedy }: MemberGap) {
    if (remedy.kind === 'fees') {
      void navigate(`/party/fees${queryOf({ branch, year })}`);
      return;
    }
    const { to, state } = remedyAddress(remedy);
    // A record that lacks something is opened where it can be filled in.
    void navigate(remedy.kind === 'open' ? `${to}/edit` : to, { state });
  }

  return (
    <Panel title={`还缺 ${gaps.length} 项`}>
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          columnGap: 4,
          gridTemplateColumns: 'repeat(auto-fill, minmax(24rem, 1fr))',
        }}
      >
        {gaps.map((gap) => (
          <Box
            key={gap.sentence}
            component="li"
            sx={{ display: 'flex', gap: 1, alignItems: 'center', borderTop: 1, borderColor: 'divider' }}
          >
            <Typography sx={{ flex: 1 }}>{gap.sentence}</Typography>
            {mayWrite ? (
              <Button onClick={() => open(gap)} aria-label={`${gap.action}：${gap.sentence}`}>
                {gap.action}
              </Button>
            ) : null}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
