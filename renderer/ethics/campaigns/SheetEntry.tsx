import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SurveyView } from '../../../shared/contract/ethicsCampaign.ts';
import { call, useChange, useJob } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { readTypedSheets } from './typedSheets.ts';

interface ReadSheets {
  readonly fileName: string;
  readonly sheets: readonly { readonly group: string; readonly answers: readonly (number | null)[] }[];
  readonly problems: readonly string[];
}

/** Filled sheets are typed line by line as digits, or read from a workbook and looked at before they are counted. */
export function SheetEntry({ view }: { readonly view: SurveyView }): ReactNode {
  const [group, setGroup] = useState('');
  const [typed, setTyped] = useState('');
  const [read, setRead] = useState<ReadSheets | null>(null);
  const [done, setDone] = useState('');
  const add = useChange('ethics.addSurveySheets');
  const job = useJob();
  const grouped = view.grouping !== '全校';
  const entry = readTypedSheets(typed, view.questions.length);
  const ready = entry.sheets.length > 0 && entry.problem === null && (!grouped || group.trim() !== '');

  function addSheets(sheets: ReadSheets['sheets']) {
    add.mutate(
      { id: view.id, sheets: sheets.map((sheet) => ({ group: sheet.group, answers: [...sheet.answers] })) },
      {
        onSuccess: () => {
          setDone(`已录入 ${sheets.length} 份。`);
          setTyped('');
          setRead(null);
        },
      },
    );
  }

  async function readFile() {
    const found = await job.attempt((jobId) => call('ethics.readSurveySheets', { id: view.id, jobId }));
    if (found) setRead(found);
  }

  return (
    <Panel
      title="录入答卷"
      note={`一行一份，依次输入 ${view.questions.length} 个数字：4 很满意，3 满意，2 基本满意，1 不满意，0 没有作答。不要写姓名。`}
      sx={{ mb: 2 }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        {grouped ? (
          <Box sx={{ width: '12rem' }}>
            <TextBox label={view.grouping} value={group} onChange={setGroup} maxLength={40} required />
          </Box>
        ) : null}
        <Box sx={{ flex: '1 1 20rem', maxWidth: '32rem' }}>
          <TextBox
            label="答卷"
            value={typed}
            onChange={setTyped}
            multiline
            maxLength={200_000}
            problem={entry.problem ?? undefined}
            help={entry.sheets.length > 0 ? `已输入 ${entry.sheets.length} 份` : undefined}
          />
        </Box>
        <Box sx={{ display: 'flex', gap: 1, mt: 3 }}>
          <Button
            variant="contained"
            disabled={!ready || add.isPending}
            onClick={() =>
              addSheets(entry.sheets.map((answers) => ({ group: grouped ? group.trim() : '全校', answers })))
            }
          >
            录入 {entry.problem === null ? entry.sheets.length : 0} 份
          </Button>
          <QuietButton disabled={job.running} onClick={() => void readFile()}>
            从表格导入
          </QuietButton>
        </Box>
      </Box>
      <JobProgress job={job} />
      <Typography role="status" variant="body2">
        {done}
      </Typography>
      <FailureNotice error={add.error} />
      {read ? (
        <ReadFile
          read={read}
          busy={add.isPending}
          onTake={() => addSheets(read.sheets)}
          onLeave={() => setRead(null)}
        />
      ) : null}
    </Panel>
  );
}

interface ReadFileProps {
  readonly read: ReadSheets;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What a workbook holds; nothing of it is counted yet. */
function ReadFile({ read, busy, onTake, onLeave }: ReadFileProps): ReactNode {
  return (
    <Box sx={{ mt: 1 }}>
      <Typography>
        “{read.fileName}”里有 {read.sheets.length} 份答卷
        {read.problems.length > 0 ? `，另有 ${read.problems.length} 行没有读入：` : '。'}
      </Typography>
      {read.problems.slice(0, 5).map((problem) => (
        <Typography key={problem} variant="body2" color="error">
          {problem}
        </Typography>
      ))}
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button variant="contained" disabled={busy} onClick={onTake}>
          导入这 {read.sheets.length} 份
        </Button>
        <Button color="secondary" onClick={onLeave}>
          不导入
        </Button>
      </Box>
    </Box>
  );
}
