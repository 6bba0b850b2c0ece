import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { RosterCarry } from './rosterCarry.ts';
import type { RosterDeskControl } from './rosterDesk.ts';

const moveHelp =
  '拖动姓名可以换人或互换；用键盘：方向键移动，空格拿起，方向键选位置，再按空格放下，Esc 放回。绿色 ✓ 可以，灰色 — 不合适，红色 ✕ 有冲突。';

interface RosterMoveBarProps {
  readonly carry: RosterCarry;
  readonly desk: RosterDeskControl;
}

/** Says what would happen while something is in the hand, what happened, and asks why; always there, so that nothing jumps. */
export function RosterMoveBar({ carry, desk }: RosterMoveBarProps): ReactNode {
  const { said, over } = carry;
  const preview = over === null ? null : carry.previewAt(over);
  const severity = preview
    ? preview.verdict === 'free'
      ? 'success'
      : preview.verdict === 'same'
        ? 'info'
        : 'warning'
    : said && !said.done
      ? 'warning'
      : 'info';
  const sentence = carry.carried
    ? (preview?.sentence ?? '拿起来了，移到要放的位置。')
    : said
      ? said.done
        ? said.sentence
        : `没有移动。${said.sentence}`
      : moveHelp;
  return (
    <Alert severity={severity} icon={false} role="status" sx={{ mb: 1, py: 0, minHeight: 48 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 24rem' }}>{sentence}</Box>
        {said?.done && !carry.carried ? (
          <MoveReason key={said.sentence} needIds={said.needIds} carry={carry} desk={desk} />
        ) : null}
      </Box>
    </Alert>
  );
}

interface MoveReasonProps extends RosterMoveBarProps {
  readonly needIds: readonly string[];
}

function MoveReason({ needIds, carry, desk }: MoveReasonProps): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <>
      <TextField
        label="调整原因"
        sx={{ width: 240 }}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
          desk.explain(needIds, event.target.value.trim());
        }}
      />
      <Button
        color="secondary"
        onClick={() => {
          carry.forget();
          desk.undo();
        }}
      >
        撤销
      </Button>
    </>
  );
}
