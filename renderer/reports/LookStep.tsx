import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SubmissionDocument, SubmissionTask } from '../../shared/contract/reports.ts';
import { ColumnTable, type Column } from '../ui/ColumnTable.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { severitySigns, StatusSign } from '../ui/StatusSign.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { formatLabels } from './formats.ts';
import { useDocuments } from './useDocuments.ts';

/** Every document of the task, with the names and sensitive columns that leave with it; each can be looked at. */
export function LookStep({ task }: { readonly task: SubmissionTask }): ReactNode {
  const documents = useDocuments(task);
  const [shown, setShown] = useState<SubmissionDocument | null>(null);
  if (!documents.isSuccess) return <Unanswered query={documents} label="正在准备这项任务的文件" />;
  const refused = documents.data.filter(({ refusal }) => refusal !== null);
  return (
    <>
      {refused.map(({ title, refusal }) => (
        <Alert key={title} severity="error" sx={{ mb: 1 }}>
          “{title}”还做不出来：{refusal}
        </Alert>
      ))}
      <Typography color="textSecondary" sx={{ mb: 0.5 }}>
        共 {documents.data.length} 份文件。请看清楚哪些人的姓名、哪些敏感栏目会离开学校。
      </Typography>
      <Box sx={{ maxHeight: '17rem', overflow: 'auto' }}>
        <ColumnTable
          sticky
          label="要交的文件"
          rows={documents.data}
          rowKey={({ report, recordId }) => `${report} ${recordId ?? ''}`}
          selected={(document) => isSame(shown, document)}
          columns={[
            ...columns,
            {
              head: '预览',
              right: true,
              sx: { whiteSpace: 'nowrap' },
              cell: (document) => {
                const open = isSame(shown, document);
                const word = open ? '收起' : '预览';
                return (
                  <QuietButton
                    aria-expanded={open}
                    aria-label={`${word} ${document.title}`}
                    disabled={document.refusal !== null}
                    onClick={() => setShown(open ? null : document)}
                  >
                    {word}
                  </QuietButton>
                );
              },
            },
          ]}
        />
      </Box>
      {shown ? (
        <Box
          component="section"
          aria-label={`预览：${shown.title}`}
          sx={{ mt: 2, height: '34rem', display: 'flex', flexDirection: 'column' }}
        >
          <Typography sx={{ fontWeight: 600 }}>{shown.title}</Typography>
          <DocumentPreview
            name={shown.report}
            label={shown.title}
            period={shown.recordId === null ? task.period : null}
            recordId={shown.recordId}
          />
        </Box>
      ) : null}
    </>
  );
}

const columns: readonly Column<SubmissionDocument>[] = [
  { head: '文件', cell: ({ title }) => title, sx: { overflowWrap: 'anywhere' } },
  {
    head: '格式',
    cell: ({ formats }) => formats.map((format) => formatLabels[format]).join('、'),
    sx: { whiteSpace: 'nowrap' },
  },
  {
    head: '姓名',
    right: true,
    cell: ({ personCount }) => (personCount > 0 ? `${personCount} 人` : '无'),
    sx: { whiteSpace: 'nowrap' },
  },
  {
    head: '敏感栏目',
    cell: ({ sensitiveColumns }) => (sensitiveColumns.length > 0 ? sensitiveColumns.join('、') : '无'),
  },
  {
    head: '核对',
    cell: ({ refusal, problems }) =>
      refusal === null && problems.length > 0 ? (
        <span title={problems.join('\n')}>
          <StatusSign sign={severitySigns.warning} word={`请核对 ${problems.length} 处`} />
        </span>
      ) : null,
    sx: { whiteSpace: 'nowrap' },
  },
];

function isSame(one: SubmissionDocument | null, other: SubmissionDocument): boolean {
  return one?.report === other.report && one.recordId === other.recordId;
}
