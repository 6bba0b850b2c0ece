import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { DevelopmentDossier, DossierStep } from '../../../shared/contract/partyLife.ts';
import { groupStep } from '../../../shared/domain/membership/developmentSteps.ts';
import { dayProblem } from '../../../shared/domain/membership/developmentTimes.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { date } from '../../../shared/ledger/field.ts';
import { useCall, useChange } from '../../client.ts';
import { DateControl } from '../../ledger/form/controls/DateControl.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

interface RecordStepDialogProps {
  readonly dossier: DevelopmentDossier;
  readonly step: DossierStep;
  readonly onClose: () => void;
}

const dayField = date({ label: '日期', required: true });
const noMeeting = '';
const noGroup = '';

/** Writes down that a step was taken; a day outside the limits is named before it is saved. */
export function RecordStepDialog({ dossier, step, onClose }: RecordStepDialogProps): ReactNode {
  const id = useId();
  const [on, setOn] = useState<unknown>(dossier.today);
  const [papersReady, setPapersReady] = useState(false);
  const [meeting, setMeeting] = useState(noMeeting);
  const [group, setGroup] = useState(noGroup);
  const [remark, setRemark] = useState('');
  const [asItWas, setAsItWas] = useState(false);
  const meetings = useCall(
    'development.meetings',
    { id: dossier.id, step: step.number },
    { enabled: step.meetingType !== null },
  );
  const save = useChange('development.recordStep');

  const day = typeof on === 'string' && isPlainDate(on) ? on : null;
  const unreadable =
    day === null ? '请填日期，如 11-24。' : day > dossier.today ? '日期还没有到，请在办理之后登记。' : null;
  const problem = day === null || unreadable !== null ? null : dayProblem(step.bounds, day);
  const ready = unreadable === null && (problem === null || asItWas) && !save.isPending;

  function submit() {
    if (!ready || day === null) return;
    save.mutate(
      {
        id: dossier.id,
        step: step.number,
        on: day,
        papersReady,
        meeting: meeting === noMeeting ? null : meeting,
        partyGroup: group === noGroup ? null : group,
        remark,
        asItWas,
        baseRevision: dossier.revision,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={`${id}-title`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submit();
        }}
      >
        <DialogTitle id={`${id}-title`}>
          登记第 {step.number} 步：{step.name}
        </DialogTitle>
        <DialogContent>
          <Typography color="textSecondary" sx={{ mb: 2 }}>
            {dossier.name} · {step.rule}
          </Typography>
          <FailureNotice error={save.error} onClose={() => save.reset()} />
          {step.meetingType === null ? null : (
            <TextField
              select
              id={`${id}-meeting`}
              label={`${step.meetingType}记录`}
              value={meeting}
              onChange={(event) => {
                setMeeting(event.target.value);
                const chosen = meetings.data?.find((one) => one.id === event.target.value);
                if (chosen) setOn(chosen.heldOn);
              }}
              helperText={
                meetings.data?.length === 0
                  ? '还没有已完成的会议记录，可以先登记日期，以后再选。'
                  : '选会议后日期会自动填好'
              }
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
              sx={{ mb: 2, mt: 1 }}
            >
              <MenuItem value={noMeeting}>以后再选</MenuItem>
              {(meetings.data ?? []).map((one) => (
                <MenuItem key={one.id} value={one.id}>
                  {one.heldOn} {one.title}
                </MenuItem>
              ))}
            </TextField>
          )}
          <Typography
            component="label"
            htmlFor={`${id}-day`}
            sx={{ display: 'block', fontWeight: 500, mb: 0.5 }}
          >
            日期
          </Typography>
          <DateControl
            field={dayField}
            id={`${id}-day`}
            value={on}
            onChange={setOn}
            onBlur={() => undefined}
            invalid={unreadable !== null}
            describedBy={`${id}-note`}
          />
          <Box id={`${id}-note`} sx={{ mb: 1 }}>
            {unreadable === null ? null : (
              <Typography variant="body2" color="error">
                {unreadable}
              </Typography>
            )}
            {problem === null ? null : (
              <Alert severity="warning" sx={{ mt: 1 }}>
                {problem.sentence}
              </Alert>
            )}
          </Box>
          {problem === null ? null : (
            <FormControlLabel
              control={<Checkbox checked={asItWas} onChange={(event) => setAsItWas(event.target.checked)} />}
              label="确实是这一天，照实登记"
              sx={{ display: 'flex' }}
            />
          )}
          {step.number !== groupStep || dossier.groups.length === 0 ? null : (
            <TextField
              select
              id={`${id}-group`}
              label="编入党小组"
              value={group}
              onChange={(event) => setGroup(event.target.value)}
              helperText="选好后党员名册从这一天起记入这个小组"
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
              sx={{ mt: 2 }}
            >
              <MenuItem value={noGroup}>以后再编</MenuItem>
              {dossier.groups.map((one) => (
                <MenuItem key={one.id} value={one.id}>
                  {one.name}
                </MenuItem>
              ))}
            </TextField>
          )}
          {step.papers.length === 0 ? null : (
            <FormControlLabel
              control={
                <Checkbox checked={papersReady} onChange={(event) => setPapersReady(event.target.checked)} />
              }
              label={`材料已归齐：${step.papers.map(({ paper }) => paper).join('、')}`}
              sx={{ display: 'flex' }}
            />
          )}
          <TextField
            label="备注"
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 200 } }}
            sx={{ mt: 2 }}
          />
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={onClose}>
            取消
          </Button>
          <Button type="submit" variant="contained" disabled={!ready}>
            登记
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
