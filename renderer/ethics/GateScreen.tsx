import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { GateResult } from '../../shared/contract/ethics.ts';
import { gatePurposes, type GatePurpose } from '../../shared/domain/ethics/gatePurposes.ts';
import { isPlainDate } from '../../shared/kernel/plainDate.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useToday } from '../ground/today.ts';
import { call, newId, useChange, useJob } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FieldLabel } from '../ui/fieldWords.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { TextBox } from '../ui/TextBox.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { DayField } from '../ledger/form/controls/DayField.tsx';
import { GateTable } from './GateTable.tsx';

/** 师德第一标准: a list of names is held against the records before it goes out of the school. */
export function GateScreen(): ReactNode {
  const today = useToday();
  const [names, setNames] = useState('');
  const [purpose, setPurpose] = useState<GatePurpose>('评优表彰');
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const [people, setPeople] = useState<Readonly<Record<string, string>>>({});
  const gate = useChange('ethics.gate');
  const job = useJob();
  const day = chosenDay ?? today;
  const typed = namesIn(names);

  function check(chosen: Readonly<Record<string, string>>) {
    const entries = typed.map((name) => ({ typed: name, staffId: chosen[name] ?? null }));
    gate.mutate({ entries, purpose, on: day });
  }

  async function readFile() {
    const read = await job.attempt((jobId) => call('ethics.gateNames', { jobId }));
    if (read) setNames(read.names.join('\n'));
  }

  return (
    <>
      <PageHeader
        title="师德把关"
        hint="评优、评聘、考核等名单报出之前，按当天的师德记录逐人核对：通过、不通过或需学校研究，并写明依据。"
      />
      <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
          <ChoiceField
            label="事项"
            value={purpose}
            options={gatePurposes.map((value) => ({ value, label: value }))}
            onChange={setPurpose}
          />
          <DayField label="以哪一天为准" value={day} onChange={setChosenDay} />
        </Box>
        <FieldLabel
          id="gate-names"
          label="名单（姓名或工号，一行一个，也可以用顿号隔开；可以从表格里复制过来）"
        />
        <TextField
          id="gate-names"
          multiline
          minRows={3}
          maxRows={5}
          value={names}
          onChange={(event) => setNames(event.target.value)}
        />
        <Box sx={{ display: 'flex', gap: 1, mt: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button
            variant="contained"
            disabled={typed.length === 0 || !isPlainDate(day) || gate.isPending}
            onClick={() => {
              setPeople({});
              check({});
            }}
          >
            {typed.length === 0 ? '核对名单' : `核对 ${typed.length} 人`}
          </Button>
          <QuietButton disabled={job.running} onClick={() => void readFile()}>
            从表格读入名单
          </QuietButton>
          {isPlainDate(day) ? null : (
            <Typography color="error">请填写有效的日期，例如 2026-09-10。</Typography>
          )}
        </Box>
        <JobProgress job={job} />
      </Paper>
      <FailureNotice error={gate.error} />
      {gate.data ? (
        <>
          <GateTable
            result={gate.data}
            onChoose={(name, staffId) => {
              const chosen = { ...people, [name]: staffId };
              setPeople(chosen);
              check(chosen);
            }}
          />
          <KeepGate result={gate.data} />
        </>
      ) : (
        <EmptyState sentence="填好名单后按“核对名单”，结果显示在这里，可以保存为审核记录并打印。" />
      )}
    </>
  );
}

/** Keeps the result as a record, from which the document is made. */
function KeepGate({ result }: { readonly result: GateResult }): ReactNode {
  const navigate = useNavigate();
  const rights = useRights();
  const [title, setTitle] = useState('');
  const keep = useChange('ethics.keepGate');
  const staffIds = result.rows.flatMap(({ person }) => (person ? [person.id] : []));
  const open = result.rows.length - staffIds.length;
  if (!rights.mayWrite('ethics')) return null;
  const proposed = `${result.on.slice(0, 4)}年${result.purpose}师德审核`;
  return (
    <Panel label="保存审核记录" sx={{ mt: 2 }}>
      <FailureNotice error={keep.error} />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 16rem', maxWidth: '28rem' }}>
          <TextBox
            label="审核记录名称"
            value={title}
            placeholder={proposed}
            onChange={setTitle}
            maxLength={100}
          />
        </Box>
        <Button
          variant="outlined"
          disabled={open > 0 || staffIds.length === 0 || keep.isPending}
          onClick={() =>
            keep.mutate(
              {
                id: newId(),
                title: title.trim() === '' ? proposed : title.trim(),
                staffIds,
                purpose: result.purpose,
                on: result.on,
              },
              { onSuccess: (id) => void navigate(`/ledger/gateCheck/${id}`) },
            )
          }
        >
          保存并打印
        </Button>
      </Box>
      {open > 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          还有 {open} 人没有对上，请在表中选择或改正名单后再保存。
        </Typography>
      ) : null}
    </Panel>
  );
}

/** Names between line breaks, tabs, commas and 顿号; each once. */
function namesIn(text: string): readonly string[] {
  const parts = text.split(/[\n\r\t,，、;；]+/u).map((part) => part.trim().slice(0, 60));
  return [...new Set(parts.filter((part) => part !== ''))];
}
