import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ReportPreview } from '../../shared/contract/reports.ts';
import { severitySigns, StatusSign } from '../ui/StatusSign.tsx';

/** Whose names and which sensitive columns a document carries out of the school, and what is doubtful about it. */
export function LeavingFacts(props: Omit<ReportPreview, 'html' | 'pageWidthMm'>): ReactNode {
  const { problems } = props;
  return (
    <Box sx={{ flex: 'none', mb: 1 }}>
      <Typography variant="body2" color="textSecondary">
        {leavingWords(props)}
      </Typography>
      {problems.length > 0 ? (
        <Box
          role="region"
          aria-label="要核对的事项"
          tabIndex={0}
          sx={{ mt: 0.5, maxHeight: '5rem', overflow: 'auto' }}
        >
          <Box component="ul" aria-label="请核对" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {problems.map((problem) => (
              <li key={problem}>
                <StatusSign sign={severitySigns.warning} />{' '}
                <Typography component="span" variant="body2">
                  {problem}
                </Typography>
              </li>
            ))}
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}

/** 随文件离开：38 人的姓名；敏感栏目：处分。 */
function leavingWords({
  personCount,
  sensitiveColumns,
}: Pick<ReportPreview, 'personCount' | 'sensitiveColumns'>): string {
  const persons = personCount > 0 ? `${personCount} 人的姓名` : '没有个人姓名';
  const columns = sensitiveColumns.length > 0 ? sensitiveColumns.join('、') : '无';
  return `随文件离开学校的内容：${persons}；敏感栏目：${columns}。`;
}
