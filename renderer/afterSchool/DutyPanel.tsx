import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { dateWords, problemOn, type DatedBusy } from '../../shared/domain/afterSchool/roster/dated.ts';
import type { Swap } from '../../shared/domain/afterSchool/roster/handMoves.ts';
import type { Roster, RosterNeed, RosterProblem } from '../../shared/domain/afterSchool/roster/problem.ts';
import { reasonsFor } from '../../shared/domain/afterSchool/roster/reasons.ts';
import { findSubstitutes } from '../../shared/domain/afterSchool/roster/substitutes.ts';
import { needWords } from '../../shared/domain/afterSchool/roster/words.ts';
import { QuietButton } from '../ui/QuietButton.tsx';
import { shortestReason } from './rosterDesk.ts';
import { SwapList } from './SwapList.tsx';

interface DutyPanelProps {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly need: RosterNeed;
  readonly isLocked: boolean;
  readonly mayChange: boolean;
  readonly onLock: () => void;
  /** `reason` is empty where nobody is replaced. */
  readonly onGive: (teacherId: string, reason: string) => void;
  readonly onClear: () => void;
  readonly onSwap: (swap: Swap, reason: string) => void;
  /** Dates on which this duty takes place; with several, one of them can be given to somebody else. */
  readonly dates: readonly string[];
  readonly datedBusy: readonly DatedBusy[];
  readonly onGiveOnDate: (date: string, teacherId: string, reason: string) => void;
}

/** One duty: who and why, who else could and why others can't, and the change of hands. */
export function DutyPanel(props: DutyPanelProps): ReactNode {
  const { problem, roster, need, isLocked, mayChange, onLock, onGive, onClear } = props;
  const [reason, setReason] = useState('');
  const holder = problem.teachers.find(
    ({ id }) => id === roster.find(({ needId }) => needId === need.id)?.teacherId,
  );
  const reasons = reasonsFor({ ...problem, previous: [] }, roster, need.id);
  const [date, setDate] = useState('');
  const around = date === '' ? problem : problemOn(problem, props.datedBusy, { date, weekday: need.day });
  const { able, unable } = findSubstitutes(around, roster, need);
  const lacksReason = date !== '' && reason.trim().length < shortestReason;
  return (
    <Box component="section" aria-label="这一场">
      <Typography variant="h2">{needWords(problem, need)}</Typography>
      <Typography sx={{ my: 1 }}>{holder ? `现在由${holder.name}承担。` : '还没有排人。'}</Typography>
      <Sentences sentences={reasons?.why ?? []} />
      {mayChange && holder ? (
        <Box sx={{ display: 'flex', gap: 1, my: 1 }}>
          <QuietButton onClick={onLock}>{isLocked ? '解除锁定' : '锁定'}</QuietButton>
          <QuietButton onClick={onClear}>取消安排</QuietButton>
        </Box>
      ) : null}
      <Typography variant="h3" sx={{ mt: 2 }}>
        可以换成
      </Typography>
      {mayChange && holder ? (
        <ChangeFields
          dates={props.dates}
          date={date}
          onDate={setDate}
          reason={reason}
          onReason={setReason}
          lacksReason={lacksReason}
        />
      ) : null}
      <Able
        able={able}
        mayGive={mayChange}
        lacksReason={lacksReason}
        onGive={(teacherId) => {
          if (date === '') onGive(teacherId, reason.trim());
          else props.onGiveOnDate(date, teacherId, reason.trim());
          setReason('');
        }}
      />
      {mayChange && holder && date === '' ? (
        <SwapList
          problem={problem}
          roster={roster}
          need={need}
          onSwap={(swap) => {
            props.onSwap(swap, reason.trim());
            setReason('');
          }}
        />
      ) : null}
      <Typography variant="h3" sx={{ mt: 2 }}>
        为什么不是别人
      </Typography>
      <Box sx={{ maxHeight: 160, overflow: 'auto' }} tabIndex={0} role="region" aria-label="为什么不是别人">
        <Sentences
          sentences={
            reasons
              ? reasons.whyNot.map(({ sentence }) => sentence)
              : unable.map(({ name, words }) => `${name}${words}。`)
          }
        />
      </Box>
    </Box>
  );
}

interface ChangeFieldsProps {
  readonly dates: readonly string[];
  /** '' = every week. */
  readonly date: string;
  readonly onDate: (date: string) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly lacksReason: boolean;
}

/** For which dates hands are changed, and why. */
function ChangeFields({ dates, date, onDate, reason, onReason, lacksReason }: ChangeFieldsProps): ReactNode {
  return (
    <>
      {dates.length > 1 ? (
        <TextField
          select
          label="换哪一天"
          sx={{ my: 1 }}
          value={date}
          slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
          onChange={(event) => onDate(event.target.value)}
        >
          <option value="">每周都换</option>
          {dates.map((each) => (
            <option key={each} value={each}>
              {`只换${dateWords(each)}`}
            </option>
          ))}
        </TextField>
      ) : null}
      <TextField
        label="换人原因"
        sx={{ my: 1 }}
        value={reason}
        helperText={lacksReason ? '只换一天要写明原因' : '写了就记入排班，例如：王芳去县里培训'}
        onChange={(event) => onReason(event.target.value)}
      />
    </>
  );
}

interface AbleProps {
  readonly able: ReturnType<typeof findSubstitutes>['able'];
  readonly mayGive: boolean;
  readonly lacksReason: boolean;
  readonly onGive: (teacherId: string) => void;
}

function Able({ able, mayGive, lacksReason, onGive }: AbleProps): ReactNode {
  return (
    <>
      {able.length === 0 ? <Typography color="textSecondary">没有别人有空又合适。</Typography> : null}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 190, overflow: 'auto' }}>
        {able.map(({ teacherId, name, fairLoad, familiar }) => (
          <Box
            component="li"
            key={teacherId}
            sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.25 }}
          >
            <Box sx={{ flex: 1 }}>
              {name}
              <Typography component="span" variant="body2" color="textSecondary">
                {` · 累计 ${Math.round(fairLoad * 10) / 10} 课时${familiar ? '，熟悉班组' : ''}`}
              </Typography>
            </Box>
            {mayGive ? (
              <Button aria-label={`换成${name}`} disabled={lacksReason} onClick={() => onGive(teacherId)}>
                换成
              </Button>
            ) : null}
          </Box>
        ))}
      </Box>
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.8125rem' }}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </Box>
  );
}
