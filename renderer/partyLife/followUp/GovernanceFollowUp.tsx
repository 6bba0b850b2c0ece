import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { isCarriedOut } from '../../../shared/domain/governance/facts.ts';
import { rowsOf } from '../../../shared/ledger/schema.ts';
import type { RecordPanelProps } from '../../ledger/detail/RecordScreen.tsx';
import { dutyWords, textOf, textOrNull } from './looseValues.ts';
import { SettleList } from './SettleList.tsx';
import type { TopicDecision } from '../../../shared/domain/governance/words.ts';

/** On the page of a 党组织会议 or 校长办公会: whether what was decided is done, settled in place. */
export function GovernanceFollowUp({ view, mayWrite }: RecordPanelProps): ReactNode {
  const { record, titles } = view;
  if (record.state === 'draft') return null;
  const decided = rowsOf(record.values['topics']).filter((row) =>
    isCarriedOut({ decision: row['decision'] as TopicDecision | null }),
  );
  return (
    <Box sx={{ mb: 2.5 }}>
      <SettleList
        title="决定督办"
        kind="closing"
        meeting={{ ledger: 'governanceMeeting', id: record.id, revision: record.revision }}
        mayWrite={mayWrite}
        rows={decided.map((row) => ({
          id: String(row['id']),
          about: textOf(row['name']),
          words: [
            textOf(row['decisionText']),
            dutyWords(
              typeof row['owner'] === 'string' ? (titles[row['owner']] ?? '') : '',
              textOrNull(row['dueOn']),
            ),
          ]
            .filter(Boolean)
            .join(' · '),
          on: textOrNull(row['closedOn']),
          note: textOrNull(row['progress']),
        }))}
      />
    </Box>
  );
}
