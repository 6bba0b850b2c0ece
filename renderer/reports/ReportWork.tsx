import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import Print from '@mui/icons-material/PrintOutlined';
import { useState, type ReactNode } from 'react';
import type { ExportReceipt } from '../../shared/contract/files.ts';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { findLedger } from '../../shared/ledgers/index.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useChange } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PeriodStepper } from '../ui/PeriodStepper.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { ReceiptNotice } from '../ui/ReceiptNotice.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { formatLabels } from './formats.ts';
import { RecordChoice } from './RecordChoice.tsx';
import { ledgerOf, periodKindsOf, type ReportScope } from './reportChoice.ts';
import { SaveReportDialog } from './SaveReportDialog.tsx';

type ReportFormat = ReportInfo['formats'][number];

interface ReportWorkProps {
  readonly report: ReportInfo;
  readonly scope: ReportScope;
  readonly onScope: (scope: ReportScope) => void;
}

/** One report: what it is made of, its page, and the ways out. */
export function ReportWork({ report, scope, onScope }: ReportWorkProps): ReactNode {
  const [byRecord, setByRecord] = useState(scope.recordId !== null);
  const [format, setFormat] = useState<ReportFormat | null>(null);
  const [receipt, setReceipt] = useState<ExportReceipt | null>(null);
  const [ready, setReady] = useState(false);
  const print = useChange('reports.print');
  const ledger = ledgerOf(report);
  const definition = ledger === null ? undefined : findLedger(ledger);
  const narrowed = report.scope.kind === 'period' ? report.scope.of : undefined;
  const insteadOfPeriod = !narrowed && (byRecord || periodKindsOf(report).length === 0);
  const missing =
    definition !== undefined && (insteadOfPeriod || narrowed?.required === true) && scope.recordId === null;

  function choose(next: ReportScope) {
    setReceipt(null);
    print.reset();
    onScope(next);
  }

  return (
    <>
      <WaysOut
        report={report}
        usable={ready && !missing}
        printing={print.isPending}
        onPrint={() => print.mutate({ name: report.name, ...scope })}
        onSave={setFormat}
      />
      <ScopeChoice
        report={report}
        definition={definition}
        insteadOfPeriod={insteadOfPeriod}
        scope={scope}
        onByRecord={(next) => {
          setByRecord(next);
          choose({ period: null, recordId: null });
        }}
        onScope={choose}
      />
      <FailureNotice error={print.error} onClose={() => print.reset()} />
      {receipt ? <ReceiptNotice receipt={receipt} words={`“${report.label}”已保存并核对。`} /> : null}
      {missing ? (
        <EmptyState sentence={`请在上面选一条“${definition.label}”，这里就会显示这份文件。`}>
          <QuietButton href={`/ledger/${definition.id}`}>去{definition.label}列表里找</QuietButton>
        </EmptyState>
      ) : (
        <DocumentPreview name={report.name} label={report.label} {...scope} onReady={setReady} />
      )}
      {format === null ? null : (
        <SaveReportDialog
          report={report}
          scope={scope}
          format={format}
          onClose={() => setFormat(null)}
          onSaved={(saved) => {
            setFormat(null);
            setReceipt(saved);
          }}
        />
      )}
    </>
  );
}

const barSx = {
  flex: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  mb: 1,
} as const;

interface WaysOutProps {
  readonly report: ReportInfo;
  readonly usable: boolean;
  readonly printing: boolean;
  readonly onPrint: () => void;
  readonly onSave: (format: ReportFormat) => void;
}

function WaysOut({ report, usable, printing, onPrint, onSave }: WaysOutProps): ReactNode {
  const rights = useRights();
  return (
    <Box sx={barSx}>
      <Typography variant="h2" sx={{ mr: 1 }}>
        {report.label}
      </Typography>
      <Box sx={{ flex: 1 }} />
      <QuietButton startIcon={<Print />} disabled={!usable || printing} onClick={onPrint}>
        打印
      </QuietButton>
      {rights.may('export') ? (
        report.formats.map((format, index) => (
          <Button
            key={format}
            variant={index === 0 ? 'contained' : 'outlined'}
            color={index === 0 ? 'primary' : 'secondary'}
            disabled={!usable}
            onClick={() => onSave(format)}
          >
            另存为 {formatLabels[format]}…
          </Button>
        ))
      ) : (
        <Typography variant="body2" color="textSecondary">
          您的账号可以查看和打印，不能另存。
        </Typography>
      )}
    </Box>
  );
}

interface ScopeChoiceProps {
  readonly report: ReportInfo;
  /** The ledger whose record it can be about. */
  readonly definition: AnyLedger | undefined;
  /** About one record, whatever its period. */
  readonly insteadOfPeriod: boolean;
  readonly scope: ReportScope;
  readonly onByRecord: (byRecord: boolean) => void;
  readonly onScope: (scope: ReportScope) => void;
}

function ScopeChoice(props: ScopeChoiceProps): ReactNode {
  const { report, definition, insteadOfPeriod, scope, onScope } = props;
  const kinds = periodKindsOf(report);
  const narrowed = report.scope.kind === 'period' && report.scope.of !== undefined;
  return (
    <Box sx={barSx}>
      {definition && kinds.length > 0 && !narrowed ? (
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="按什么做"
          value={insteadOfPeriod ? 'record' : 'period'}
          sx={{ '& .MuiToggleButton-root': { color: 'text.primary', bgcolor: 'background.paper' } }}
          onChange={(_, value: string | null) => {
            if (value !== null) props.onByRecord(value === 'record');
          }}
        >
          <ToggleButton value="period">按时期</ToggleButton>
          <ToggleButton value="record">按一条{definition.label}</ToggleButton>
        </ToggleButtonGroup>
      ) : null}
      {definition && insteadOfPeriod ? null : (
        <PeriodStepper
          kinds={kinds}
          value={scope.period}
          name="时期"
          onChange={(period) => onScope({ period, recordId: narrowed ? scope.recordId : null })}
        />
      )}
      {definition && (insteadOfPeriod || narrowed) ? (
        <RecordChoice
          definition={definition}
          recordId={scope.recordId}
          onChange={(recordId) => onScope({ period: narrowed ? scope.period : null, recordId })}
        />
      ) : null}
    </Box>
  );
}
