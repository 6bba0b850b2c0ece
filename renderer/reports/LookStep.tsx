import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SubmissionDocument, SubmissionTask } from '../../shared/contract/reports.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Loading } from '../ui/Loading.tsx';
import { severitySigns, StatusSign } from '../ui/StatusSign.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { formatLabels } from './formats.ts';
import { useDocuments } from './useDocuments.ts';

/** Every document of the task, with the names and sensitive columns that leave with it; each can be looked at. */
export function LookStep({ task }: { readonly task: SubmissionTask }): ReactNode {
  const documents = useDocuments(task);
  const [shown, setShown] = useState<SubmissionDocument | null>(null);
  if (documents.error)
    return <FailureNotice error={documents.error} onRetry={() => void documents.refetch()} />;
  if (!documents.data) return <Loading label="正在准备这项任务的文件" />;
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
        <Table size="small" stickyHeader aria-label="要交的文件">
          <TableHead>
            <TableRow>
              <TableCell>文件</TableCell>
              <TableCell>格式</TableCell>
              <TableCell align="right">姓名</TableCell>
              <TableCell>敏感栏目</TableCell>
              <TableCell>核对</TableCell>
              <TableCell align="right">预览</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {documents.data.map((document) => (
              <DocumentRow
                key={`${document.report} ${document.recordId ?? ''}`}
                document={document}
                open={isSame(shown, document)}
                onOpen={() => setShown(isSame(shown, document) ? null : document)}
              />
            ))}
          </TableBody>
        </Table>
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

interface DocumentRowProps {
  readonly document: SubmissionDocument;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function DocumentRow({ document, open, onOpen }: DocumentRowProps): ReactNode {
  const { title, formats, personCount, sensitiveColumns, problems, refusal } = document;
  return (
    <TableRow selected={open}>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>{title}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {formats.map((format) => formatLabels[format]).join('、')}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {personCount > 0 ? `${personCount} 人` : '无'}
      </TableCell>
      <TableCell>{sensitiveColumns.length > 0 ? sensitiveColumns.join('、') : '无'}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }} title={problems.join('\n')}>
        {refusal === null && problems.length > 0 ? (
          <StatusSign sign={severitySigns.warning} word={`请核对 ${problems.length} 处`} />
        ) : null}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <Button
          color="secondary"
          variant="outlined"
          aria-expanded={open}
          aria-label={`${open ? '收起' : '预览'} ${title}`}
          disabled={refusal !== null}
          onClick={onOpen}
        >
          {open ? '收起' : '预览'}
        </Button>
      </TableCell>
    </TableRow>
  );
}

function isSame(one: SubmissionDocument | null, other: SubmissionDocument): boolean {
  return one?.report === other.report && one.recordId === other.recordId;
}
