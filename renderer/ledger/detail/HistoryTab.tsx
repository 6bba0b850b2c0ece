import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { RecordView, RevisionView } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { instantWords } from '../../ui/instantWords.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { actionWords, changesOf } from './revisionChanges.ts';

interface HistoryTabProps {
  readonly definition: AnyLedger;
  readonly view: RecordView;
  readonly mayRestore: boolean;
}

/** Who changed what and when, the newest first; an earlier state can be brought back with a reason. */
export function HistoryTab({ definition, view, mayRestore }: HistoryTabProps): ReactNode {
  const { record } = view;
  const history = useCall('ledger.history', { ledger: definition.id, id: record.id });
  const restore = useChange('ledger.restoreRevision');
  const [asking, setAsking] = useState<RevisionView | null>(null);
  if (!history.isSuccess) return <Unanswered query={history} />;
  const revisions = [...history.data].sort((a, b) => b.number - a.number);

  return (
    <>
      <FailureNotice error={restore.error} onClose={() => restore.reset()} />
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {revisions.map((revision, index) => (
          <Paper key={revision.number} component="li" variant="outlined" sx={{ p: 1.5, mb: 1 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
              <Typography component="span" sx={{ fontWeight: 600 }}>
                第 {revision.number} 次 · {actionWords[revision.action]}
              </Typography>
              <Typography component="span" variant="body2" color="textSecondary" sx={{ flex: 1 }}>
                {revision.accountName} · {instantWords(revision.at)}
                {revision.importId ? ' · 由导入写入' : ''}
              </Typography>
              {mayRestore && index > 0 && revision.action !== 'delete' ? (
                <QuietButton onClick={() => setAsking(revision)}>恢复到这次</QuietButton>
              ) : null}
            </Box>
            {revision.reason ? <Typography variant="body2">原因：{revision.reason}</Typography> : null}
            <Changes definition={definition} revision={revision} before={revisions[index + 1] ?? null} />
          </Paper>
        ))}
      </Box>
      <ConfirmDialog
        open={asking !== null}
        title={`恢复到第 ${asking?.number ?? ''} 次保存的内容？`}
        confirmLabel="恢复"
        reason={{ label: '为什么恢复', minLength: 2 }}
        busy={restore.isPending}
        onClose={() => setAsking(null)}
        onConfirm={(reason) => {
          if (!asking) return;
          restore.mutate(
            { ledger: definition.id, id: record.id, number: asking.number, reason },
            { onSettled: () => setAsking(null) },
          );
        }}
      >
        现在的内容不会丢：恢复本身也是一次修改，之后还能再换回来。
      </ConfirmDialog>
    </>
  );
}

interface ChangesProps {
  readonly definition: AnyLedger;
  readonly revision: RevisionView;
  readonly before: RevisionView | null;
}

function Changes({ definition, revision, before }: ChangesProps): ReactNode {
  const changes = changesOf(definition, revision, before);
  if (changes.length === 0) return null;
  if (revision.action === 'create')
    return (
      <Typography variant="body2" color="textSecondary">
        填写了：{changes.map((change) => change.label).join('、')}
      </Typography>
    );
  return (
    <Box
      component="table"
      aria-label={`第 ${revision.number} 次的改动`}
      sx={{
        mt: 1,
        width: '100%',
        borderCollapse: 'collapse',
        fontSize: '0.8125rem',
        'th, td': {
          borderTop: 1,
          borderColor: 'divider',
          p: 0.5,
          textAlign: 'left',
          verticalAlign: 'top',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        },
        th: { fontWeight: 500 },
      }}
    >
      <thead>
        <tr>
          <th scope="col" style={{ width: '7rem' }}>
            栏目
          </th>
          <th scope="col">原来</th>
          <th scope="col">改为</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.label}>
            <th scope="row">{change.label}</th>
            <td>{change.before || '（空）'}</td>
            <td>{change.after || '（空）'}</td>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
