import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { RosterBoard } from '../../shared/contract/afterSchool.ts';
import {
  absencesOf,
  needWordsOn,
  problemOn,
  proposeExceptions,
  rosterOn,
  type DayException,
} from '../../shared/domain/afterSchool/roster/dated.ts';
import { findSubstitutes } from '../../shared/domain/afterSchool/roster/substitutes.ts';
import type { RosterDeskControl } from './rosterDesk.ts';

interface RosterDayExceptionsProps {
  readonly board: RosterBoard;
  readonly desk: RosterDeskControl;
  readonly mayChange: boolean;
}

/** Single dates that differ from the pattern: who can't come, and who stands in. */
export function RosterDayExceptions({ board, desk, mayChange }: RosterDayExceptionsProps): ReactNode {
  const { problem, datedBusy, teachingDays } = board;
  const { roster, exceptions } = desk;
  const absences = absencesOf(problem, roster, datedBusy, teachingDays, exceptions);
  if (absences.length === 0 && exceptions.length === 0) return null;
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  return (
    <Box component="section" aria-label="个别日期的调整" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Typography variant="h2">个别日期的调整</Typography>
        <Box sx={{ flex: 1 }}>
          {absences.length > 0
            ? `有 ${absences.length} 场当天来不了，还没有人代班。`
            : '来不了的都有人代班或已说明。'}
        </Box>
        {mayChange && absences.length > 0 ? (
          <Button
            variant="outlined"
            onClick={() =>
              desk.setExceptions([
                ...exceptions,
                ...proposeExceptions(problem, roster, datedBusy, teachingDays, exceptions),
              ])
            }
          >
            自动找人代班
          </Button>
        ) : null}
      </Box>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 220, overflow: 'auto' }}
        tabIndex={0}
      >
        {absences.map(({ date, need, teacherId, label }) => (
          <Box component="li" key={`${date}${need.id}`} sx={{ py: 0.5 }}>
            {`${needWordsOn(problem, need, date)}：${names.get(teacherId) ?? ''}来不了（${label}）。`}
          </Box>
        ))}
        {exceptions
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .map((exception) => (
            <ExceptionRow
              key={`${exception.date}${exception.needId}`}
              exception={exception}
              board={board}
              desk={desk}
              mayChange={mayChange}
            />
          ))}
      </Box>
    </Box>
  );
}

interface ExceptionRowProps extends RosterDayExceptionsProps {
  readonly exception: DayException;
}

function ExceptionRow({ exception, board, desk, mayChange }: ExceptionRowProps): ReactNode {
  const { problem, datedBusy, teachingDays } = board;
  const { date, needId, teacherId, reason } = exception;
  const need = problem.needs.find(({ id }) => id === needId);
  const day = teachingDays.find((each) => each.date === date);
  if (!need || !day) return null;
  const around = problemOn(problem, datedBusy, day);
  const { able } = findSubstitutes(around, rosterOn(desk.roster, desk.exceptions, date), need);
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  const usual = desk.roster.find((each) => each.needId === needId)?.teacherId;
  const choices = [...(teacherId === null ? [] : [teacherId]), ...able.map((each) => each.teacherId)].filter(
    (id) => id !== usual,
  );
  const rest = desk.exceptions.filter((each) => each !== exception);
  const about = needWordsOn(problem, need, date);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.5, flexWrap: 'wrap' }}>
      <Box sx={{ flex: '1 1 20rem' }}>
        {`${about}：${names.get(usual ?? '') ?? '未排'} → ${names.get(teacherId ?? '') ?? '没有人代'}（${reason}）`}
      </Box>
      {mayChange ? (
        <>
          <TextField
            select
            label="代班"
            sx={{ width: 150 }}
            value={teacherId ?? ''}
            slotProps={{
              select: { native: true },
              inputLabel: { shrink: true },
              htmlInput: { 'aria-label': `${about}代班` },
            }}
            onChange={(event) => {
              const id = event.target.value;
              desk.setExceptions([...rest, { ...exception, teacherId: id === '' ? null : id }]);
            }}
          >
            <option value="">没有人代</option>
            {[...new Set(choices)].map((id) => (
              <option key={id} value={id}>
                {names.get(id)}
              </option>
            ))}
          </TextField>
          <Button
            color="secondary"
            aria-label={`去掉${about}的调整`}
            onClick={() => desk.setExceptions(rest)}
          >
            去掉
          </Button>
        </>
      ) : null}
    </Box>
  );
}
