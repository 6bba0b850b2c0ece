import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import { useState, type ReactNode } from 'react';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import {
  platformFields,
  platformText,
  type PlatformMeeting,
} from '../../../shared/domain/partyLife/platformText.ts';
import { copyToClipboard } from '../../ui/clipboard.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { severitySigns, obligationSigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PlatformDay } from './PlatformDay.tsx';

interface PlatformPanelProps {
  readonly meeting: PlatformMeeting;
  readonly record: RecordView['record'];
  readonly mayWrite: boolean;
}

/** Paste-ready text for every field of the provincial platform, and the day it was entered there. */
export function PlatformPanel({ meeting, record, mayWrite }: PlatformPanelProps): ReactNode {
  const [open, setOpen] = useState(false);
  /** Label of what was copied last; `''` = everything. */
  const [copied, setCopied] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const fields = platformFields(meeting);
  const entered = typeof record.values['platformOn'] === 'string' ? record.values['platformOn'] : null;

  function copy(label: string, text: string) {
    const done = copyToClipboard({ 'text/plain': text });
    setFailed(!done);
    setCopied(done ? label : null);
  }

  return (
    <Panel title="甘肃党建平台">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: open ? 1 : 0 }}>
        {entered === null ? (
          <StatusSign sign={severitySigns.warning} word="还没有登记录入" />
        ) : (
          <StatusSign sign={obligationSigns.met} word={`${entered} 已录入`} />
        )}
        {mayWrite ? <PlatformDay key={record.revision} record={record} /> : null}
        <Box sx={{ flex: 1 }} />
        <Button color="secondary" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '逐项复制'}
        </Button>
        <QuietButton startIcon={<ContentCopy />} onClick={() => copy('', platformText(meeting))}>
          {copied === '' ? '已复制全部' : '复制全部'}
        </QuietButton>
      </Box>
      <Box role="status" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
        {copied === null ? '' : copied === '' ? '已复制全部' : `已复制${copied}`}
      </Box>
      {failed ? (
        <Typography variant="body2" color="error">
          没有复制成功，请选中文字后按 Ctrl+C。
        </Typography>
      ) : null}
      {open ? (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {fields.map(({ label, text }) => (
            <Box
              key={label}
              component="li"
              sx={{
                display: 'grid',
                gridTemplateColumns: '6.5rem minmax(0, 1fr) auto',
                gap: 1.5,
                alignItems: 'start',
                py: 0.5,
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              <Typography variant="body2" color="textSecondary">
                {label}
              </Typography>
              <Typography
                variant="body2"
                sx={{
                  whiteSpace: 'pre-wrap',
                  overflowWrap: 'anywhere',
                  display: '-webkit-box',
                  WebkitBoxOrient: 'vertical',
                  WebkitLineClamp: '4',
                  overflow: 'hidden',
                }}
              >
                {text}
              </Typography>
              <Button
                color="secondary"
                aria-label={`${copied === label ? '已复制' : '复制'}：${label}`}
                onClick={() => copy(label, text)}
              >
                {copied === label ? '已复制' : '复制'}
              </Button>
            </Box>
          ))}
        </Box>
      ) : null}
    </Panel>
  );
}
