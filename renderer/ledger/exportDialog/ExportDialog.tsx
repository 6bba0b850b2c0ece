import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId, useMemo, useState, type ReactNode } from 'react';
import {
  exportProfiles,
  profileHints,
  profileLabels,
  type ExportProfile,
  type ExportReceipt,
} from '../../../shared/contract/files.ts';
import type { OutputOf } from '../../../shared/contract/index.ts';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { call, useCall, useJob, type Job } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { ReceiptNotice } from '../../ui/ReceiptNotice.tsx';
import { ColumnChoice, type ColumnPreset } from './ColumnChoice.tsx';
import { exportColumns, presetColumns } from './exportColumns.ts';
import { useHandOver } from '../../ui/handOver.ts';
import { HandOverFields } from '../../ui/HandOverFields.tsx';

interface ExportDialogProps {
  readonly open: boolean;
  /** What the list shows: the rows that will leave. */
  readonly query: LedgerQuery;
  readonly total: number;
  readonly onClose: () => void;
}

const ways = [
  { value: 'xlsx', label: 'Excel 表格（xlsx）' },
  { value: 'pdf', label: 'PDF 文件' },
  { value: 'csvUtf8', label: 'CSV（UTF-8）' },
  { value: 'csvGb18030', label: 'CSV（GB18030，老软件用）' },
  { value: 'print', label: '直接打印' },
] as const;
type Way = (typeof ways)[number]['value'];

const profileWords: readonly { readonly value: ExportProfile; readonly label: string }[] = exportProfiles.map(
  (value) => ({ value, label: profileLabels[value] }),
);

/** Lets what the list shows leave: as a file or on paper, masked for whom it is meant. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const definition = findLedger(props.query.ledger);
  const titleId = useId();
  const job = useJob();
  // What is being written is stopped by its own button, not by leaving.
  const close = () => (job.running ? undefined : props.onClose());
  return (
    <Dialog open={props.open} maxWidth="md" fullWidth aria-labelledby={titleId} onClose={close}>
      {props.open && definition ? (
        <ExportForm {...props} job={job} definition={definition} titleId={titleId} />
      ) : null}
    </Dialog>
  );
}

type Outcome = { readonly rows: number; readonly receipt: ExportReceipt | null };

interface ExportFormProps extends ExportDialogProps {
  readonly definition: AnyLedger;
  readonly titleId: string;
  readonly job: Job;
}

function ExportForm({ query, total, definition, titleId, job, onClose }: ExportFormProps): ReactNode {
  const [way, setWay] = useState<Way>('xlsx');
  const [profile, setProfile] = useState<ExportProfile>('internal');
  const columns = useMemo(() => exportColumns(definition, profile), [definition, profile]);
  const [chosen, setChosen] = useState<readonly string[]>(() => presetColumns(columns, 'list'));
  const [preset, setPreset] = useState<ColumnPreset | null>('list');
  const handOver = useHandOver();
  const [error, setError] = useState<unknown>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const scope = useCall('export.scope', { query, columns: [...chosen] }, { keepPrevious: true });
  const ready = handOver.complete && chosen.length > 0 && total > 0 && !job.running;

  function choosePreset(next: ColumnPreset) {
    setPreset(next);
    setChosen(presetColumns(columns, next));
  }
  function chooseProfile(next: ExportProfile) {
    const nextColumns = exportColumns(definition, next);
    const free = presetColumns(nextColumns, preset ?? 'all');
    setProfile(next);
    // What leaves only when asked for has to be ticked anew for another reader.
    setChosen(preset === null ? chosen.filter((id) => free.includes(id)) : free);
  }
  async function leave() {
    setError(null);
    setOutcome(null);
    const order = { query, profile, ...handOver.value, columns: [...chosen] };
    try {
      if (way === 'print') {
        const { rows } = await job.run((jobId) => call('export.print', { ...order, jobId }));
        setOutcome({ rows, receipt: null });
      } else {
        const receipt = await job.run((jobId) => call('export.ledger', { ...order, jobId, format: way }));
        if (receipt) setOutcome({ rows: receipt.rows, receipt });
      }
    } catch (refused) {
      setError(refused);
    }
  }

  return (
    <Box
      component="form"
      // A flex child of the dialog, so that only the middle scrolls and the buttons stay in sight.
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (ready) void leave();
      }}
    >
      <DialogTitle id={titleId}>导出或打印：{definition.label}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {error === null && outcome === null && !job.running ? null : (
          <Box>
            <FailureNotice error={error} onClose={() => setError(null)} />
            <JobProgress job={job} />
            {outcome ? <OutcomeNotice {...outcome} /> : null}
          </Box>
        )}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(16rem, 1fr) minmax(18rem, 1.6fr)' }}>
          <Box sx={{ display: 'grid', gap: 1.5, alignContent: 'start' }}>
            <Choice title="做成什么" options={ways} value={way} onChange={setWay} autoFocus />
            <Box>
              <Choice title="给谁看" options={profileWords} value={profile} onChange={chooseProfile} />
              <Typography variant="body2" color="textSecondary" sx={{ minHeight: '5em' }}>
                {profileHints[profile]}
              </Typography>
            </Box>
          </Box>
          <ColumnChoice
            columns={columns}
            chosen={chosen}
            onPreset={choosePreset}
            onChange={(next) => {
              setPreset(null);
              setChosen(next);
            }}
          />
        </Box>
        <HandOverFields value={handOver.value} onChange={handOver.change} />
      </DialogContent>
      <DialogActions>
        <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: 1, pl: 2 }}>
          {total === 0 || chosen.length > 0 ? scopeWords(total, scope.data) : '请至少选一栏。'}
        </Typography>
        <Button color="secondary" disabled={job.running} onClick={onClose}>
          {outcome ? '关闭' : '取消'}
        </Button>
        <Button type="submit" variant="contained" disabled={!ready}>
          {way === 'print' ? '打印…' : '导出…'}
        </Button>
      </DialogActions>
    </Box>
  );
}

function OutcomeNotice({ rows, receipt }: Outcome): ReactNode {
  return receipt ? (
    <ReceiptNotice receipt={receipt} words={`已导出 ${rows} 条。`} />
  ) : (
    <Alert severity="success">已把 {rows} 条交给打印窗口。</Alert>
  );
}

/** How much is about to leave. */
function scopeWords(total: number, scope: OutputOf<'export.scope'> | undefined): string {
  if (total === 0) return '列表是空的，没有可以导出的记录。';
  const persons = scope ? `，涉及 ${scope.persons} 人` : '';
  return `带出 ${scope?.rows ?? total} 条${persons}。用途和去向会记入导出记录。`;
}

interface ChoiceProps<V extends string> {
  readonly title: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly autoFocus?: boolean;
}

function Choice<V extends string>({ title, options, value, onChange, autoFocus }: ChoiceProps<V>): ReactNode {
  const titleId = useId();
  return (
    <Box>
      <Typography id={titleId} variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      <RadioGroup
        aria-labelledby={titleId}
        value={value}
        onChange={(_, next) => {
          const option = options.find((each) => each.value === next);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            label={option.label}
            control={
              <Radio
                size="small"
                sx={{ py: 0.25 }}
                autoFocus={autoFocus === true && option.value === value}
              />
            }
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
