import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { ImportSource } from '../../../shared/contract/files.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../../ground/visibleLedgers.ts';
import { call, useJob } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { isBlock } from '../form/rows/pasteRows.ts';
import { takePastedText } from '../pastedText.ts';
import { BatchTable } from './BatchTable.tsx';
import { TemplateButton } from './TemplateButton.tsx';

interface ChooseStepProps {
  /** The ledger the person came from; `null` = recognised from the headers. */
  readonly wanted: AnyLedger | null;
  readonly onSource: (source: ImportSource) => void;
}

const nothingInside = '这个文件里没有找到表格内容。请确认选对了文件，表头和数据在没有隐藏的工作表里。';

/** Where the table comes from: a file, or what was copied from a spreadsheet. */
export function ChooseStep({ wanted, onSource }: ChooseStepProps): ReactNode {
  const rights = useRights();
  const visible = useVisibleLedgers();
  const job = useJob();
  const [error, setError] = useState<unknown>(null);
  const [empty, setEmpty] = useState(false);

  const accept = useCallback(
    (source: ImportSource | null) => {
      setError(null);
      setEmpty(false);
      if (source === null) return;
      if (source.sheets.some((sheet) => sheet.detail === null)) onSource(source);
      else setEmpty(true);
    },
    [onSource],
  );
  const paste = useCallback(
    (ledger: string, text: string) => void call('import.paste', { ledger, text }).then(accept, setError),
    [accept],
  );
  const choose = () =>
    job
      .run((jobId) => call('import.choose', { jobId, ...(wanted ? { ledger: wanted.id } : {}) }))
      .then(accept, setError);

  useEffect(() => {
    const brought = wanted ? takePastedText(wanted.id) : null;
    // What was copied into the list before this screen opened is taken up once.
    if (wanted && brought !== null) paste(wanted.id, brought);
  }, [wanted, paste]);
  useEffect(() => {
    function handlePaste(event: ClipboardEvent) {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!wanted || !isBlock(text)) return;
      event.preventDefault();
      paste(wanted.id, text);
    }
    window.addEventListener('paste', handlePaste);
    return () => window.removeEventListener('paste', handlePaste);
  }, [wanted, paste]);

  return (
    <Box sx={{ flex: 1, overflow: 'auto', p: 2 }}>
      <FailureNotice error={error} onClose={() => setError(null)} />
      {empty ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {nothingInside}
        </Alert>
      ) : null}
      {job.running ? (
        <JobProgress job={job} />
      ) : (
        <Box
          sx={{
            p: 3,
            mb: 2,
            border: '1px dashed',
            borderColor: 'text.secondary',
            borderRadius: 1,
            textAlign: 'center',
          }}
        >
          <Box sx={{ display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap', mb: 1 }}>
            <Button autoFocus variant="contained" onClick={() => void choose()}>
              选择表格文件…
            </Button>
            {wanted ? <TemplateButton ledger={wanted.id} /> : null}
          </Box>
          <Typography variant="body2" color="textSecondary">
            支持 Excel、WPS 的 xlsx 和 xls，以及 csv 文件；列名和顺序不必和模板一样。
            {wanted ? '也可以在表格里选中内容（连同表头）复制，再在这里按 Ctrl+V 粘贴。' : ''}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            导入前会先给您看结果，确认之后才写入；导入后还可以整批撤销。
          </Typography>
        </Box>
      )}
      {wanted ? null : (
        <Box sx={{ mb: 2 }}>
          <Typography variant="h2" sx={{ mb: 0.5 }}>
            需要模板？
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {visible
              .filter((definition) => rights.mayWrite(definition.area))
              .map((definition) => (
                <TemplateButton key={definition.id} ledger={definition.id} label={definition.label} />
              ))}
          </Box>
        </Box>
      )}
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        导入过的表格
      </Typography>
      <BatchTable ledger={wanted?.id ?? null} />
    </Box>
  );
}
