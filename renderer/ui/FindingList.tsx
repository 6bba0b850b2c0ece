import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { FindingView, Severity } from '../../shared/contract/checks.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useChange } from '../client.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { instantWords } from './instantWords.ts';
import { remedyAddress } from './remedyAddress.ts';
import { obligationSigns, severitySigns, StatusSign } from './StatusSign.tsx';

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const shownAtOnce = 8;
const namedRecords = 3;

/** What the rules have found, gravest first; each can be mended or, with a reason, left as it is. */
export function FindingList({ findings }: { readonly findings: readonly FindingView[] }): ReactNode {
  const [explaining, setExplaining] = useState<FindingView | null>(null);
  const override = useChange('checks.override');
  const open = findings.filter((finding) => finding.override === null);
  const explained = findings.filter((finding) => finding.override !== null);
  return (
    <>
      {open.length === 0 ? (
        <Alert severity="success" sx={{ mb: 1 }}>
          按现有记录检查，没有发现需要处理的问题。
        </Alert>
      ) : null}
      {severities.map((severity) => (
        <FindingGroup
          key={severity}
          sign={severitySigns[severity]}
          findings={open.filter((finding) => finding.severity === severity)}
          onExplain={setExplaining}
        />
      ))}
      <FindingGroup sign={obligationSigns.excused} findings={explained} onExplain={setExplaining} folded />
      <ConfirmDialog
        open={explaining !== null}
        title="说明原因"
        confirmLabel="保存说明"
        reason={{ label: '为什么可以不改', minLength: 4 }}
        busy={override.isPending}
        onClose={() => {
          override.reset();
          setExplaining(null);
        }}
        onConfirm={(reason) => {
          if (!explaining) return;
          override.mutate(
            { key: explaining.key, area: explaining.area, reason },
            { onSuccess: () => setExplaining(null) },
          );
        }}
      >
        <FailureNotice error={override.error} />
        {explaining?.sentence}
      </ConfirmDialog>
    </>
  );
}

interface FindingGroupProps {
  readonly sign: (typeof severitySigns)[Severity];
  readonly findings: readonly FindingView[];
  readonly onExplain: (finding: FindingView) => void;
  /** Shows only its head until asked. */
  readonly folded?: boolean;
}

function FindingGroup({ sign, findings, onExplain, folded }: FindingGroupProps): ReactNode {
  const [shown, setShown] = useState(folded ? 0 : shownAtOnce);
  if (findings.length === 0) return null;
  const left = findings.length - shown;
  return (
    <Box component="section" aria-label={`${sign.word} ${findings.length} 条`} sx={{ mb: 1.5 }}>
      <Typography variant="h3" component="h3" sx={{ mb: 0.5 }}>
        <StatusSign sign={sign} /> {findings.length} 条
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {findings.slice(0, shown).map((finding) => (
          <Finding key={finding.key} finding={finding} onExplain={onExplain} />
        ))}
      </Box>
      {left > 0 ? (
        <Button color="secondary" onClick={() => setShown(shown + 50)}>
          {shown === 0 ? '查看' : `再看 ${Math.min(50, left)} 条（还有 ${left} 条）`}
        </Button>
      ) : null}
    </Box>
  );
}

interface FindingProps {
  readonly finding: FindingView;
  readonly onExplain: (finding: FindingView) => void;
}

function Finding({ finding, onExplain }: FindingProps): ReactNode {
  const navigate = useNavigate();
  const rights = useRights();
  const { to, state } = remedyAddress(finding.remedy);
  const mayWrite = rights.mayWrite(finding.area);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography>{finding.sentence}</Typography>
        <Typography variant="body2" color="textSecondary" component="div">
          依据：{finding.basis}
          {finding.records.slice(0, namedRecords).map((record) => (
            <span key={record.id}>
              {' · '}
              <Link href={`/ledger/${record.ledger}/${record.id}`} color="inherit">
                {record.title}
              </Link>
            </span>
          ))}
          {finding.records.length > namedRecords ? ` 等 ${finding.records.length} 条记录` : ''}
        </Typography>
        {finding.override ? (
          <Typography variant="body2">
            说明：{finding.override.reason}（{finding.override.accountName}，
            {instantWords(finding.override.at)}）
          </Typography>
        ) : null}
      </Box>
      {mayWrite && !finding.override ? (
        <>
          <Button color="secondary" onClick={() => onExplain(finding)}>
            说明原因
          </Button>
          <Button variant="outlined" onClick={() => void navigate(to, { state })}>
            去处理
          </Button>
        </>
      ) : null}
    </Box>
  );
}
