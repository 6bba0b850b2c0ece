import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { CampaignView } from '../../../shared/contract/ethicsCampaign.ts';
import { Panel } from '../../ui/Panel.tsx';

interface CampaignSummaryProps {
  readonly view: CampaignView;
  readonly isPledge: boolean;
}

/** How far the campaign is, in one line and a bar. */
export function CampaignSummary({ view, isPledge }: CampaignSummaryProps): ReactNode {
  const { count, on, dueOn, scanned, text, shippedText } = view;
  const percent = count.due === 0 ? 0 : (count.signed / count.due) * 100;
  // Never 100 % while somebody is missing.
  const shown = Math.floor(percent * 10) / 10;
  const overdue = view.rows.filter(({ overdue: late }) => late).length;
  const parts = [
    `应签 ${count.due} 人`,
    `已签 ${count.signed} 人`,
    count.missing > 0 ? `未签 ${count.missing} 人${overdue > 0 ? `（逾期 ${overdue} 人）` : ''}` : '',
    count.newcomers > 0 ? `新到岗待签 ${count.newcomers} 人` : '',
    count.excused > 0 ? `说明原因 ${count.excused} 人（不计入应签）` : '',
  ].filter((part) => part !== '');
  return (
    <Panel label="签订进度" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="h2" aria-live="polite">
          {count.due === 0 ? '没有应签人员' : `签订率 ${shown}%`}
        </Typography>
        <Typography>{parts.join('，')}</Typography>
      </Box>
      <LinearProgress
        variant="determinate"
        value={percent}
        color={count.signed === count.due ? 'success' : 'info'}
        aria-label="签订率"
        sx={{ my: 1, height: 8, borderRadius: 1 }}
      />
      <Typography variant="body2" color="textSecondary">
        {[
          `以 ${on} 在岗人员为准，期限 ${dueOn}`,
          isPledge ? `签字页扫描件 ${scanned} 份` : '',
          `条款：${text.version}${shippedText ? '（程序自带，可在“条款文本”里换成本校的）' : ''}`,
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </Typography>
    </Panel>
  );
}
