import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { SignUpBoard, SignUpPupilView } from '../../../shared/contract/signUp.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MoveDialog } from './MoveDialog.tsx';

interface PupilListProps {
  readonly board: SignUpBoard;
  readonly pupils: readonly SignUpPupilView[];
  readonly mayChange: boolean;
  readonly empty: string;
}

const mostRows = 300;

/** Pupils with their wishes and what is said about them; a course can be given at once. */
export function PupilList({ board, pupils, mayChange, empty }: PupilListProps): ReactNode {
  const [moving, setMoving] = useState<SignUpPupilView | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const names = new Map(board.courses.map(({ id, name }) => [id, name]));
  const said = (ids: readonly string[]): string =>
    ids.map((id) => names.get(id) ?? '已删除的课程').join('、') || '—';
  return (
    <>
      {done === null ? null : (
        <Alert severity="success" sx={{ mb: 1 }} onClose={() => setDone(null)}>
          {done}
        </Alert>
      )}
      {pupils.length === 0 ? <EmptyState sentence={empty} /> : null}
      {pupils.length > 0 ? (
        <Paper
          variant="outlined"
          sx={{ maxHeight: 'max(20rem, calc(100vh - 13rem))', overflow: 'auto' }}
          tabIndex={0}
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>班级</TableCell>
                <TableCell>姓名</TableCell>
                <TableCell>志愿</TableCell>
                <TableCell>候补</TableCell>
                <TableCell>承诺书</TableCell>
                <TableCell>说明</TableCell>
                {mayChange ? <TableCell>处理</TableCell> : null}
              </TableRow>
            </TableHead>
            <TableBody>
              {pupils.slice(0, mostRows).map((pupil) => (
                <TableRow key={pupil.id} hover>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{pupil.className}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    <Link component={RouterLink} to={`/ledger/serviceEnrolment/${pupil.id}`}>
                      {pupil.name}
                    </Link>
                  </TableCell>
                  <TableCell>{said(pupil.wishes)}</TableCell>
                  <TableCell>{said(pupil.waitingFor)}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{pupil.consentVersion ?? '没有交'}</TableCell>
                  <TableCell sx={{ maxWidth: '26rem' }}>{pupil.reason ?? '—'}</TableCell>
                  {mayChange ? (
                    <TableCell>
                      <Button
                        color="secondary"
                        aria-label={`安排课程${pupil.name}`}
                        onClick={() => setMoving(pupil)}
                      >
                        安排课程
                      </Button>
                    </TableCell>
                  ) : null}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      ) : null}
      {pupils.length > mostRows ? (
        <p>{`只显示前 ${mostRows} 人，全部名单请在“课后服务报名”台账里查看。`}</p>
      ) : null}
      {moving ? (
        <MoveDialog
          board={board}
          pupil={moving}
          from={null}
          onClose={(sentence) => {
            setMoving(null);
            if (sentence !== undefined) setDone(sentence);
          }}
        />
      ) : null}
    </>
  );
}
