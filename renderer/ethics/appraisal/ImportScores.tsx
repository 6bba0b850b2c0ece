import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TableContainer from '@mui/material/TableContainer';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { RoundBoard, ScorePreview } from '../../../shared/contract/appraisal.ts';
import type { AnonymousPart } from '../../../shared/domain/ethics/round/roundRules.ts';
import { call, useChange, useJob } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';

interface ImportScoresProps {
  readonly board: RoundBoard;
  readonly onClose: () => void;
}

/** Filled sheets come in: chosen, looked at with every problem, then taken in all at once. */
export function ImportScores({ board, onClose }: ImportScoresProps): ReactNode {
  const [preview, setPreview] = useState<ScorePreview | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const job = useJob();
  const take = useChange('appraisal.importSheets');

  async function read(from: 'file' | 'folder') {
    setDone(null);
    const found = await job.attempt((jobId) => call('appraisal.readSheets', { id: board.id, jobId, from }));
    if (found) setPreview(found);
  }

  return (
    <Panel title="导入评分" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" disabled={job.running} onClick={() => void read('file')}>
          选择一个文件
        </Button>
        <Button variant="outlined" disabled={job.running} onClick={() => void read('folder')}>
          选择一个文件夹
        </Button>
        <Withdraw board={board} />
        <Button color="secondary" onClick={onClose}>
          收起
        </Button>
      </Box>
      <JobProgress job={job} />
      <FailureNotice error={take.error} onClose={() => take.reset()} />
      {done === null ? null : (
        <Typography role="status" sx={{ mt: 1 }}>
          {done}
        </Typography>
      )}
      {preview ? (
        <>
          <Found preview={preview} />
          <Button
            variant="contained"
            disabled={preview.parts.length === 0 || take.isPending}
            onClick={() =>
              take.mutate(
                { id: board.id, previewId: preview.previewId },
                {
                  onSuccess: () => {
                    setDone(`已导入：${partsWords(preview)}。`);
                    setPreview(null);
                  },
                },
              )
            }
          >
            导入{preview.refused > 0 ? '没有问题的部分' : ''}
          </Button>
        </>
      ) : null}
    </Panel>
  );
}

function partsWords({ parts }: ScorePreview): string {
  return parts
    .map(
      ({ part, raters, scores }) => `${part} ${raters} ${part === '自评' ? '人' : '份'}（${scores} 个评分）`,
    )
    .join('，');
}

/** What the chosen files hold; nothing of it is stored yet. */
function Found({ preview }: { readonly preview: ScorePreview }): ReactNode {
  const { files, blank, refused, problemCount, problems } = preview;
  return (
    <Box sx={{ my: 1.5 }}>
      <Typography aria-live="polite" sx={{ overflowWrap: 'anywhere' }}>
        {files.join('、')}：
        {preview.parts.length > 0 ? `可以导入 ${partsWords(preview)}` : '没有可以导入的评分'}
        {refused > 0 ? `；${refused} 份有问题，不会导入` : ''}
        {blank > 0 ? `；${blank} 份没有填，按未收回处理` : ''}。现在还没有保存。
      </Typography>
      {problemCount > 0 ? (
        <TableContainer
          sx={{ maxHeight: '16rem', mt: 1 }}
          tabIndex={0}
          role="group"
          aria-label="评分表的问题"
        >
          <ColumnTable
            sticky
            rows={problems.map((problem, index) => ({ ...problem, key: String(index) }))}
            rowKey={({ key }) => key}
            columns={[
              { head: '文件', cell: ({ file }) => file },
              { head: '工作表', cell: ({ sheet }) => sheet },
              {
                head: '位置',
                cell: ({ row, column }) =>
                  `${row === null ? '' : `第 ${row} 行`}${column === null ? '' : ` ${column} 列`}`,
                sx: { whiteSpace: 'nowrap' },
              },
              { head: `问题（共 ${problemCount} 处）`, cell: ({ sentence }) => sentence },
            ]}
          />
        </TableContainer>
      ) : null}
    </Box>
  );
}

/** Takes back a whole group, so that it can be imported anew: single sheets can't be told apart any more. */
function Withdraw({ board }: { readonly board: RoundBoard }): ReactNode {
  const [part, setPart] = useState<AnonymousPart | '考核组' | null>(null);
  const withdraw = useChange('appraisal.withdraw');
  const came = board.parts.filter((one) => one.came > 0);
  return (
    <>
      {came.map((one) => (
        <QuietButton key={one.part} onClick={() => setPart(one.part === '自评' ? null : one.part)}>
          撤回{one.part}
        </QuietButton>
      ))}
      <ConfirmDialog
        open={part !== null}
        title={`撤回“${part ?? ''}”的全部评分`}
        confirmLabel="撤回"
        danger
        reason={{ label: '为什么撤回', minLength: 2 }}
        busy={withdraw.isPending}
        onClose={() => setPart(null)}
        onConfirm={(reason) => {
          if (part !== null)
            withdraw.mutate({ id: board.id, part, reason }, { onSuccess: () => setPart(null) });
        }}
      >
        为了不让人看出是谁打的分，评分和编号分开保存，不能只改其中一份。撤回后请重新导入这一组的全部评分表。
        <FailureNotice error={withdraw.error} />
      </ConfirmDialog>
    </>
  );
}
