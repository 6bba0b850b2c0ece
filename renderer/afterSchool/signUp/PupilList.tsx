import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard, SignUpPupilView } from '../../../shared/contract/signUp.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MoveDialog } from './MoveDialog.tsx';

const moveColumn = (onMove: (pupil: SignUpPupilView) => void): Column<SignUpPupilView> => ({
  head: '处理',
  cell: (pupil) => (
    <Button color="secondary" aria-label={`安排课程${pupil.name}`} onClick={() => onMove(pupil)}>
      安排课程
    </Button>
  ),
});

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
          <ColumnTable
            sticky
            hover
            rows={pupils.slice(0, mostRows)}
            rowKey={({ id }) => id}
            columns={[
              { head: '班级', cell: ({ className }) => className, sx: { whiteSpace: 'nowrap' } },
              {
                head: '姓名',
                cell: ({ id, name }) => <Link href={`/ledger/serviceEnrolment/${id}`}>{name}</Link>,
                sx: { whiteSpace: 'nowrap' },
              },
              { head: '志愿', cell: ({ wishes }) => said(wishes) },
              { head: '候补', cell: ({ waitingFor }) => said(waitingFor) },
              {
                head: '承诺书',
                cell: ({ consentVersion }) => consentVersion ?? '没有交',
                sx: { whiteSpace: 'nowrap' },
              },
              { head: '说明', cell: ({ reason }) => reason ?? '—', sx: { maxWidth: '26rem' } },
              ...(mayChange ? [moveColumn(setMoving)] : []),
            ]}
          />
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
