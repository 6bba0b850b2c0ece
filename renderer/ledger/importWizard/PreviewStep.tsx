import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState, type ReactNode } from 'react';
import type { ImportBatch, ImportPreview } from '../../../shared/contract/files.ts';
import { call, useJob } from '../../client.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { importSigns } from './importSigns.ts';
import { ProblemTable } from './ProblemTable.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SaveProblemsButton } from './SaveProblemsButton.tsx';

interface PreviewStepProps {
  readonly preview: ImportPreview;
  readonly onBack: () => void;
  readonly onCommitted: (batch: ImportBatch) => void;
}

/** What the import would do; nothing is written yet. */
export function PreviewStep({ preview, onBack, onCommitted }: PreviewStepProps): ReactNode {
  const { counts, problemTotal } = preview;
  const job = useJob();
  const [tab, setTab] = useState(problemTotal > 0 ? 'problems' : 'sample');
  const writes = counts.new + counts.changed;

  async function commit() {
    const { importId } = preview;
    const batch = await job.attempt((jobId) =>
      call('import.commit', { importId, jobId, skipProblems: counts.problem > 0 }),
    );
    if (batch) onCommitted(batch);
  }

  return (
    <>
      <Box sx={{ px: 2, pt: 2 }}>
        <JobProgress job={job} />
        <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {importSigns.map(({ status, sign }) => (
            <StatusSign key={status} sign={sign} word={`${sign.word} ${counts[status]} 行`} />
          ))}
        </Box>
        <Tabs
          value={tab}
          onChange={(_, value: string) => setTab(value)}
          aria-label="预览内容"
          sx={{ borderBottom: 1, borderColor: 'divider', minHeight: '2.5rem' }}
        >
          <Tab
            value="problems"
            id="tab-problems"
            aria-controls="preview-panel"
            label={`要核对的地方（${problemTotal}）`}
            sx={{ minHeight: '2.5rem', py: 0 }}
          />
          <Tab
            value="sample"
            id="tab-sample"
            aria-controls="preview-panel"
            label="各类样例行"
            sx={{ minHeight: '2.5rem', py: 0 }}
          />
        </Tabs>
      </Box>
      <Box
        role="tabpanel"
        id="preview-panel"
        aria-labelledby={`tab-${tab}`}
        tabIndex={0}
        sx={{ flex: 1, overflow: 'auto', px: 2, pb: 2 }}
      >
        {tab === 'problems' ? <ProblemTable preview={preview} /> : <SampleTable preview={preview} />}
      </Box>
      <SaveBar status={outcomeWords(preview)}>
        {counts.problem > 0 ? <SaveProblemsButton importId={preview.importId} /> : null}
        <Button color="secondary" onClick={onBack} disabled={job.running}>
          上一步
        </Button>
        <Button
          autoFocus
          variant="contained"
          disabled={writes === 0 || job.running}
          onClick={() => void commit()}
        >
          {counts.problem > 0 ? `导入其余 ${writes} 行` : `导入 ${writes} 行`}
        </Button>
      </SaveBar>
    </>
  );
}

function outcomeWords({ counts }: ImportPreview): string {
  if (counts.new + counts.changed === 0)
    return counts.problem > 0 ? '所有行都有问题，改好后再导入。' : '表里的内容和现有记录一样，不用导入。';
  return counts.problem > 0
    ? `有问题的 ${counts.problem} 行会留下不导入，可另存出来改好再导。`
    : '没有发现问题。';
}
