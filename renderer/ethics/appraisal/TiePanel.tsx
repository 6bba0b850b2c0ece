import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useToday } from '../../ground/today.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { gradeSign } from './roundSigns.ts';

interface TiePanelProps {
  readonly board: RoundBoard;
  readonly mayWrite: boolean;
}

/** People of one total for fewer places: the panel decides, with a day and a reason. Nobody is chosen beforehand. */
export function TiePanel({ board, mayWrite }: TiePanelProps): ReactNode {
  const today = useToday();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(today);
  const [again, setAgain] = useState(false);
  const decide = useChange('appraisal.decideTie');
  const { tie } = board;
  if (!tie) return null;
  const people = tie.staffIds.flatMap((id) => board.people.filter(({ staffId }) => staffId === id));
  const asks = mayWrite && (!tie.decided || again);
  return (
    <Panel
      title={tie.decided ? '同分已由考核小组决定' : '优秀名额处同分，请考核小组决定'}
      label="同分决定"
      sx={{ mb: 2 }}
    >
      <Typography sx={{ mb: 1 }}>
        {people.length} 人同为 {tie.total} 分，优秀还有 {tie.places} 个名额。
        {tie.decided ? '' : '程序不代为选择，由考核小组研究后记下决定和理由。'}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {people.map((person) => (
          <Paper key={person.staffId} component="li" variant="outlined" sx={{ px: 1.5, py: 0.5 }}>
            {asks ? (
              <FormControlLabel
                control={
                  <Checkbox
                    size="small"
                    checked={chosen.includes(person.staffId)}
                    disabled={!chosen.includes(person.staffId) && chosen.length >= tie.places}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked
                          ? [...chosen, person.staffId]
                          : chosen.filter((id) => id !== person.staffId),
                      )
                    }
                  />
                }
                label={`${person.name}评为优秀`}
              />
            ) : (
              <>
                {person.name} <StatusSign sign={gradeSign(person)} />
              </>
            )}
            <Link href={`/ethics/appraisal/${board.id}/${person.staffId}`}>看{person.name}的得分</Link>
          </Paper>
        ))}
      </Box>
      {asks ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mt: 1.5 }}>
          <DayField label="决定日期" value={day} onChange={setDay} />
          <Box sx={{ flex: '1 1 20rem' }}>
            <TextBox label="决定的理由" required value={reason} onChange={setReason} maxLength={300} />
          </Box>
          <Button
            variant="contained"
            disabled={reason.trim().length < 2 || !isPlainDate(day) || decide.isPending}
            onClick={() =>
              decide.mutate(
                { id: board.id, granted: [...chosen], on: day, reason },
                { onSuccess: () => setAgain(false) },
              )
            }
          >
            记下决定（{chosen.length} 人评为优秀）
          </Button>
        </Box>
      ) : mayWrite ? (
        <Button sx={{ mt: 1 }} onClick={() => setAgain(true)}>
          重新决定
        </Button>
      ) : null}
      <FailureNotice error={decide.error} onClose={() => decide.reset()} />
    </Panel>
  );
}
