import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { CaseView } from '../../shared/contract/ethics.ts';
import { instantWords } from '../ui/instantWords.ts';
import { Panel } from '../ui/Panel.tsx';

/** Who looked at what is locked, for those who may read the access log. */
export function CaseLooks({ looks }: { readonly looks: NonNullable<CaseView['looks']> }): ReactNode {
  return (
    <Panel title="谁看过受限内容" label="查看留痕" sx={{ mt: 2 }}>
      {looks.length === 0 ? (
        <Typography color="textSecondary">还没有人看过举报人、证据等受限内容。</Typography>
      ) : (
        <Box
          component="ul"
          tabIndex={0}
          sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: '14rem', overflowY: 'auto' }}
        >
          {looks.map(({ at, accountName, what }, index) => (
            <Box component="li" key={looks.length - index} sx={{ py: 0.5 }}>
              <Box component="span" sx={{ mr: 1.5 }}>
                {instantWords(at)}
              </Box>
              <strong>{accountName}</strong>
              <Typography variant="body2" color="textSecondary">
                {what}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </Panel>
  );
}
