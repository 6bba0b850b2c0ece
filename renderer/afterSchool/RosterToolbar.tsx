import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import { DutyLegend } from './RosterDuty.tsx';
import type { RosterView } from './rosterTargets.ts';

interface RosterToolbarProps {
  readonly view: RosterView;
  readonly onView: (view: RosterView) => void;
  /** Duties without anybody. */
  readonly open: number;
  /** Changes that can be taken back. */
  readonly steps: number;
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly maySave: boolean;
  readonly onSolve: () => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
}

/** What can be done with the board as a whole. */
export function RosterToolbar(props: RosterToolbarProps): ReactNode {
  const { view, onView, open, steps, mayChange, busy, maySave, onSolve, onSave, onUndo } = props;
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={view}
        aria-label="按什么看"
        onChange={(_event, next: RosterView | null) => {
          if (next) onView(next);
        }}
      >
        <ToggleButton value="groups">按班组看</ToggleButton>
        <ToggleButton value="teachers">按教师看</ToggleButton>
      </ToggleButtonGroup>
      <DutyLegend />
      <Box sx={{ flex: 1 }}>{open > 0 ? `还有 ${open} 场没有排人。` : '每一场都有人。'}</Box>
      {mayChange ? (
        <>
          <Button color="secondary" disabled={steps === 0 || busy} onClick={onUndo}>
            退一步
          </Button>
          <Button variant="outlined" disabled={busy} onClick={onSolve}>
            自动排班
          </Button>
          <Button variant="contained" disabled={!maySave} onClick={onSave}>
            保存排班
          </Button>
        </>
      ) : null}
    </Box>
  );
}
