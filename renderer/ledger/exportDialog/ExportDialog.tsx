import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
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
import { call, useCall, useJob } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
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
  return props.open && definition ? <ExportForm {...props} definition={definition} /> : null;
}

type Outcome = { readonly rows: number; readonly receipt: ExportReceipt | null };

interface ExportFormProps extends ExportDialogProps {
  readonly definition: AnyLedger;
}

function ExportForm({ query, total, definition, onClose }: ExportFormProps): ReactNode {
  const [way, setWay] = useState<Way>('xlsx');
  const [profile, setProfile] = useState<ExportProfile>('internal');
  const columns = useMemo(() => exportColumns(definition, profile), [definition, profile]);
  const [chosen, setChosen] = useState<readonly string[]>(() => presetColumns(columns, 'list'));
  const [preset, setPreset] = useState<ColumnPreset | null>('list');
  const handOver = useHandOver();
  const job = useJob();
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
    setOutcome(null);
    const order = { query, profile, ...handOver.value, columns: [...chosen] };
    if (way === 'print') {
      const printed = await job.attempt((jobId) => call('export.print', { ...order, jobId }));
      if (printed) setOutcome({ rows: printed.rows, receipt: null });
      return;
    }
    const receipt = await job.attempt((jobId) => call('export.ledger', { ...order, jobId, format: way }));
    if (receipt) setOutcome({ rows: receipt.rows, receipt });
  }

  return (
    <FormDialog
      title={`导出或打印：${definition.label}`}
      width="md"
      submitLabel={way === 'print' ? '打印…' : '导出…'}
      ready={ready}
      closeLabel={outcome ? '关闭' : '取消'}
      closable={!job.running}
      status={total === 0 || chosen.length > 0 ? scopeWords(total, scope.data) : '请至少选一栏。'}
      onSubmit={() => void leave()}
      onClose={onClose}
    >
      {job.error === null && outcome === null && !job.running ? null : (
        <Box>
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
    </FormDialog>
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
