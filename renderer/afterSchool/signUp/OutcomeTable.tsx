import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard } from '../../../shared/contract/signUp.ts';
import type { SignUpOutcome } from '../../../shared/domain/afterSchool/signUp/outcome.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { isNamedBy } from '../../ui/nameMatch.ts';

const mostRows = 150;

/** What everybody gets and why; found by name, class or course. Who got nothing stands first. */
export function OutcomeTable({
  board,
  outcome,
}: {
  readonly board: SignUpBoard;
  readonly outcome: SignUpOutcome;
}): ReactNode {
  const [wanted, setWanted] = useState('');
  const pupils = new Map(board.pupils.map((pupil) => [pupil.id, pupil]));
  const names = new Map(board.courses.map(({ id, name }) => [id, name]));
  const rows = outcome.pupils
    .map((placed) => {
      const pupil = pupils.get(placed.pupilId);
      return {
        ...placed,
        name: pupil?.name ?? '',
        className: pupil?.className ?? '',
        courses: placed.courseIds.map((id) => names.get(id) ?? '').join('、'),
      };
    })
    .filter(
      ({ name, className, courses }) =>
        wanted.trim() === '' ||
        isNamedBy(name, wanted.trim().toLowerCase()) ||
        className.includes(wanted.trim()) ||
        courses.includes(wanted.trim()),
    )
    .toSorted((a, b) => a.courseIds.length - b.courseIds.length);
  return (
    <>
      <Box sx={{ maxWidth: '20rem', mb: 1 }}>
        <TextBox label="找学生、班级或课程" value={wanted} onChange={setWanted} />
      </Box>
      <Paper variant="outlined" sx={{ maxHeight: '17rem', overflow: 'auto' }} tabIndex={0}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>抽签序号</TableCell>
              <TableCell>班级</TableCell>
              <TableCell>姓名</TableCell>
              <TableCell>安排</TableCell>
              <TableCell>说明</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.slice(0, mostRows).map((row) => (
              <TableRow key={row.pupilId}>
                <TableCell>{row.lottery}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.className}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{row.name}</TableCell>
                <TableCell>{row.courses === '' ? '候补' : row.courses}</TableCell>
                <TableCell>{row.reason}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
      {rows.length > mostRows ? (
        <p>{`共 ${rows.length} 人，只显示前 ${mostRows} 人，可在上面查找。`}</p>
      ) : null}
    </>
  );
}
