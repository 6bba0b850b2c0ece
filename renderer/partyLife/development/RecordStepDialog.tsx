import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { DevelopmentDossier, DossierStep } from '../../../shared/contract/partyLife.ts';
import { groupStep } from '../../../shared/domain/membership/developmentSteps.ts';
import { dayProblem } from '../../../shared/domain/membership/developmentTimes.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useCall, useChange } from '../../client.ts';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

interface RecordStepDialogProps {
  readonly dossier: DevelopmentDossier;
  readonly step: DossierStep;
  readonly onClose: () => void;
}

const later = '';

/** Writes down that a step was taken; a day outside the limits is named before it is saved. */
export function RecordStepDialog({ dossier, step, onClose }: RecordStepDialogProps): ReactNode {
  const [on, setOn] = useState(dossier.today);
  const [papersReady, setPapersReady] = useState(false);
  const [meeting, setMeeting] = useState(later);
  const [group, setGroup] = useState(later);
  const [remark, setRemark] = useState('');
  const [asItWas, setAsItWas] = useState(false);
  const save = useChange('development.recordStep');

  const { day, unreadable, problem } = readDay(on, dossier.today, step);
  const ready = unreadable === null && (problem === null || asItWas) && !save.isPending;

  function submit() {
    if (!ready || day === null) return;
    save.mutate(
      {
        id: dossier.id,
        step: step.number,
        on: day,
        papersReady,
        meeting: meeting === later ? null : meeting,
        partyGroup: group === later ? null : group,
        remark,
        asItWas,
        baseRevision: dossier.revision,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <FormDialog
      title={`登记第 ${step.number} 步：${step.name}`}
      error={save.error}
      submitLabel="登记"
      ready={ready}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography color="textSecondary">
        {dossier.name} · {step.rule}
      </Typography>
      {step.meetingType === null ? null : (
        <MeetingField
          dossierId={dossier.id}
          step={step}
          value={meeting}
          onChange={(chosen, heldOn) => {
            setMeeting(chosen);
            if (heldOn !== null) setOn(heldOn);
          }}
        />
      )}
      <DayOfStep
        on={on}
        onOn={setOn}
        unreadable={unreadable}
        problem={problem?.sentence ?? null}
        asItWas={asItWas}
        onAsItWas={setAsItWas}
      />
      {step.number !== groupStep || dossier.groups.length === 0 ? null : (
        <ChosenLater
          label="编入党小组"
          laterWord="以后再编"
          value={group}
          options={dossier.groups.map((one) => [one.id, one.name])}
          help="选好后党员名册从这一天起记入这个小组"
          onChange={setGroup}
        />
      )}
      <PapersReady papers={step.papers} ready={papersReady} onReady={setPapersReady} />
      <TextField
        label="备注"
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
    </FormDialog>
  );
}

/** The day as typed: why it can't be one, or what speaks against it though it may have been so. */
function readDay(typed: string, today: string, step: DossierStep) {
  const day = isPlainDate(typed) ? typed : null;
  const unreadable =
    day === null ? '请填日期，如 11-24。' : day > today ? '日期还没有到，请在办理之后登记。' : null;
  return { day, unreadable, problem: day === null || unreadable ? null : dayProblem(step.bounds, day) };
}

interface PapersReadyProps extends Pick<DossierStep, 'papers'> {
  readonly ready: boolean;
  readonly onReady: (ready: boolean) => void;
}

function PapersReady({ papers, ready, onReady }: PapersReadyProps): ReactNode {
  if (papers.length === 0) return null;
  return (
    <FormControlLabel
      control={<Checkbox checked={ready} onChange={(_event, checked) => onReady(checked)} />}
      label={`材料已归齐：${papers.map(({ paper }) => paper).join('、')}`}
      sx={{ display: 'flex' }}
    />
  );
}

interface MeetingFieldProps {
  readonly dossierId: string;
  readonly step: DossierStep;
  readonly value: string;
  /** The meeting's day comes with it. */
  readonly onChange: (meeting: string, heldOn: string | null) => void;
}

function MeetingField({ dossierId, step, value, onChange }: MeetingFieldProps): ReactNode {
  const meetings = useCall('development.meetings', { id: dossierId, step: step.number });
  return (
    <ChosenLater
      label={`${step.meetingType ?? ''}记录`}
      laterWord="以后再选"
      value={value}
      options={(meetings.data ?? []).map((one) => [one.id, `${one.heldOn} ${one.title}`])}
      help={
        meetings.data?.length === 0
          ? '还没有已完成的会议记录，可以先登记日期，以后再选。'
          : '选会议后日期会自动填好'
      }
      onChange={(chosen) => onChange(chosen, meetings.data?.find(({ id }) => id === chosen)?.heldOn ?? null)}
    />
  );
}

interface DayOfStepProps {
  readonly on: string;
  readonly onOn: (typed: string) => void;
  readonly unreadable: string | null;
  /** What speaks against the day, though it may have been so. */
  readonly problem: string | null;
  readonly asItWas: boolean;
  readonly onAsItWas: (asItWas: boolean) => void;
}

function DayOfStep({ on, onOn, unreadable, problem, asItWas, onAsItWas }: DayOfStepProps): ReactNode {
  const noteId = useId();
  return (
    <>
      <DayField label="日期" value={on} onChange={onOn} invalid={unreadable !== null} describedBy={noteId} />
      <Box id={noteId} sx={{ mb: 1 }}>
        {unreadable === null ? null : (
          <Typography variant="body2" color="error">
            {unreadable}
          </Typography>
        )}
        {problem === null ? null : (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {problem}
          </Alert>
        )}
      </Box>
      {problem === null ? null : (
        <FormControlLabel
          control={<Checkbox checked={asItWas} onChange={(_event, checked) => onAsItWas(checked)} />}
          label="确实是这一天，照实登记"
          sx={{ display: 'flex' }}
        />
      )}
    </>
  );
}

interface ChosenLaterProps {
  readonly label: string;
  readonly laterWord: string;
  readonly value: string;
  /** Ids with their words. */
  readonly options: readonly (readonly [string, string])[];
  readonly help: string;
  readonly onChange: (id: string) => void;
}

/** A record that may also be chosen another time. */
function ChosenLater({ label, laterWord, value, options, help, onChange }: ChosenLaterProps): ReactNode {
  return (
    <TextField
      select
      id={useId()}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText={help}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={{ mb: 1, mt: 1.5 }}
    >
      <MenuItem value={later}>{laterWord}</MenuItem>
      {options.map(([id, words]) => (
        <MenuItem key={id} value={id}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
