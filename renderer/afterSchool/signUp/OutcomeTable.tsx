import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard } from '../../../shared/contract/signUp.ts';
import type { SignUpOutcome } from '../../../shared/domain/afterSchool/signUp/outcome.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
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
        <ColumnTable
          sticky
          rows={rows.slice(0, mostRows)}
          rowKey={({ pupilId }) => pupilId}
          columns={[
            { head: '抽签序号', cell: ({ lottery }) => lottery },
            { head: '班级', cell: ({ className }) => className, sx: { whiteSpace: 'nowrap' } },
            { head: '姓名', cell: ({ name }) => name, sx: { whiteSpace: 'nowrap' } },
            { head: '安排', cell: ({ courses }) => (courses === '' ? '候补' : courses) },
            { head: '说明', cell: ({ reason }) => reason },
          ]}
        />
      </Paper>
      {rows.length > mostRows ? (
        <p>{`共 ${rows.length} 人，只显示前 ${mostRows} 人，可在上面查找。`}</p>
      ) : null}
    </>
  );
}
