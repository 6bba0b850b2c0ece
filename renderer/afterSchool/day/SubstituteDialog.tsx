import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { useCall, useChange } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Loading } from '../../ui/Loading.tsx';

/** A duty for which somebody else is looked for. */
export interface Replaced {
  readonly slotId: string;
  readonly rowId: string;
  readonly name: string;
  readonly course: string;
}

interface SubstituteDialogProps {
  readonly replaced: Replaced;
  readonly onClose: () => void;
}

/** Who stands in, free ones with the fewest sessions first, and why. */
export function SubstituteDialog({ replaced, onClose }: SubstituteDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  const found = useCall('serviceDay.substitutes', { slotId: replaced.slotId, rowId: replaced.rowId });
  const give = useChange('serviceDay.substitute');
  const tooShort = [...reason.trim()].length < 2;
  const able = (found.data ?? []).filter(({ busy }) => busy === null);
  const unable = (found.data ?? []).filter(({ busy }) => busy !== null);
  return (
    <FormDialog
      title={`${replaced.course}：谁代${replaced.name}`}
      error={found.error ?? give.error}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label="代班原因"
        value={reason}
        helperText="例如：病假、去县里培训；会记在这一场里"
        slotProps={{ htmlInput: { maxLength: 100 } }}
        onChange={(event) => setReason(event.target.value)}
      />
      {found.isPending ? <Loading /> : null}
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '40vh', overflow: 'auto' }}
        tabIndex={0}
        aria-label="可以代班的教师"
      >
        {able.map(({ staffId, name, weekSessions }) => (
          <Box component="li" key={staffId} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.25 }}>
            <Box sx={{ flex: 1 }}>{`${name} · 本周 ${weekSessions} 场`}</Box>
            <Button
              variant="outlined"
              disabled={tooShort || give.isPending}
              aria-label={`由${name}代班`}
              onClick={() =>
                give.mutate(
                  { slotId: replaced.slotId, rowId: replaced.rowId, staffId, reason: reason.trim() },
                  { onSuccess: onClose },
                )
              }
            >
              由{name}代
            </Button>
          </Box>
        ))}
        {found.data && able.length === 0 ? <li>这个时间没有别人有空。</li> : null}
      </Box>
      {unable.length > 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {`没空：${unable
            .slice(0, 12)
            .map(({ name, busy }) => `${name}（${busy ?? ''}）`)
            .join('、')}${unable.length > 12 ? '等' : ''}`}
        </Box>
      ) : null}
    </FormDialog>
  );
}
