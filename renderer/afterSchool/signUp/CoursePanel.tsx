import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard, SignUpPupilView } from '../../../shared/contract/signUp.ts';
import { rankWord } from '../../../shared/domain/afterSchool/signUp/problem.ts';
import { waitingOrderWords } from '../../../shared/domain/afterSchool/signUp/waitingList.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { pupilWords, type CourseStanding } from './boardView.ts';
import { MoveDialog } from './MoveDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

interface CoursePanelProps {
  readonly board: SignUpBoard;
  readonly standing: CourseStanding;
  readonly mayChange: boolean;
}

type Dialog = { readonly kind: 'move' | 'withdraw'; readonly pupil: SignUpPupilView } | null;

/** Pupils and waiting list of one course; promotion, exchange and withdrawal from here. */
export function CoursePanel({ board, standing, mayChange }: CoursePanelProps): ReactNode {
  const { course, pupils, waiting, asked } = standing;
  const [dialog, setDialog] = useState<Dialog>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = (sentence?: string): void => {
    setDialog(null);
    if (sentence !== undefined) setDone(sentence);
  };
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label="这门课"
      sx={{
        flex: '1 1 26rem',
        minWidth: 0,
        p: 2,
        maxHeight: 'max(20rem, calc(100vh - 13rem))',
        overflow: 'auto',
      }}
      tabIndex={0}
    >
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {course.name}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        {[course.kind, course.teacher, course.room].filter(Boolean).join('，')}
        {`；填报：第一志愿 ${asked[0] ?? 0} 人、第二志愿 ${asked[1] ?? 0} 人、第三志愿 ${asked[2] ?? 0} 人`}
      </Typography>
      {done === null ? null : (
        <Alert severity="success" sx={{ mb: 1 }} onClose={() => setDone(null)}>
          {done}
        </Alert>
      )}
      {waiting.length > 0 ? <WaitingList standing={standing} mayChange={mayChange} onDone={setDone} /> : null}
      <Typography variant="h3">{pupils.length === 0 ? '还没有学生' : `学生 ${pupils.length} 人`}</Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {pupils.map((pupil) => (
          <Box component="li" key={pupil.id}>
            <Row
              pupil={pupil}
              note={pupil.wishes.includes(course.id) ? rankWord(pupil.wishes.indexOf(course.id)) : ''}
            >
              {mayChange ? (
                <>
                  <Button
                    color="secondary"
                    aria-label={`换课${pupil.name}`}
                    onClick={() => setDialog({ kind: 'move', pupil })}
                  >
                    换课
                  </Button>
                  <Button
                    color="secondary"
                    aria-label={`退出${pupil.name}`}
                    onClick={() => setDialog({ kind: 'withdraw', pupil })}
                  >
                    退出
                  </Button>
                </>
              ) : null}
            </Row>
          </Box>
        ))}
      </Box>
      {dialog?.kind === 'withdraw' ? (
        <WithdrawDialog board={board} pupil={dialog.pupil} onClose={close} />
      ) : null}
      {dialog?.kind === 'move' ? (
        <MoveDialog board={board} pupil={dialog.pupil} from={course.id} onClose={close} />
      ) : null}
    </Paper>
  );
}

interface WaitingListProps {
  readonly standing: CourseStanding;
  readonly mayChange: boolean;
  readonly onDone: (sentence: string | null) => void;
}

/** Who waits for a place in their order; the first moves up while one is free. */
function WaitingList({ standing, mayChange, onDone }: WaitingListProps): ReactNode {
  const { course, pupils, waiting } = standing;
  const promote = useChange('signUp.promote');
  const free = course.capacity === null ? null : course.capacity - pupils.length;
  return (
    <>
      <FailureNotice error={promote.error} onClose={() => promote.reset()} />
      <Typography variant="h3">候补 {waiting.length} 人</Typography>
      <Typography variant="body2" color="textSecondary">
        {waitingOrderWords}
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 3, mb: 1.5 }}>
        {waiting.slice(0, 100).map((pupil, index) => (
          <Box component="li" key={pupil.id}>
            <Row pupil={pupil} note={waitingNote(pupil, course.id)}>
              {mayChange && index === 0 && (free === null || free > 0) ? (
                <Button
                  variant="contained"
                  disabled={promote.isPending}
                  aria-label={`递补${pupil.name}`}
                  onClick={() => {
                    onDone(null);
                    promote.mutate(
                      { enrolment: pupil.id, baseRevision: pupil.revision, course: course.id },
                      { onSuccess: ({ sentence }) => onDone(sentence) },
                    );
                  }}
                >
                  递补
                </Button>
              ) : null}
            </Row>
          </Box>
        ))}
      </Box>
    </>
  );
}

function waitingNote(pupil: SignUpPupilView, courseId: string): string {
  return [
    pupil.wishes.includes(courseId) ? rankWord(pupil.wishes.indexOf(courseId)) : '',
    pupil.lottery === null ? '后报名' : `序号 ${pupil.lottery}`,
    pupil.courses.length === 0 ? '没有课' : '已有课',
  ]
    .filter((part) => part !== '')
    .join('，');
}

function Row({
  pupil,
  note,
  children,
}: {
  readonly pupil: SignUpPupilView;
  readonly note: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 32 }}>
      <Link href={`/ledger/serviceEnrolment/${pupil.id}`} title={pupil.reason ?? undefined}>
        {pupilWords(pupil)}
      </Link>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
        {note}
      </Typography>
      {children}
    </Box>
  );
}
