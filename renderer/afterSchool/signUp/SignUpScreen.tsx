import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard } from '../../../shared/contract/signUp.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { AssignPanel } from './AssignPanel.tsx';
import { present } from './boardView.ts';
import { ClassProgress } from './ClassProgress.tsx';
import { CourseDesk } from './CourseDesk.tsx';
import { PupilList } from './PupilList.tsx';

type View = 'courses' | 'without' | 'consent' | 'classes';

/** Sign-up of a term: courses with their places, who waits, who has nothing, who has not handed in. */
export function SignUpScreen(): ReactNode {
  const period = usePeriod();
  const term = period.term ?? period.current.term ?? '';
  const board = useCall('signUp.board', { period: term }, { keepPrevious: true });
  const mayChange = useRights().mayWrite('afterSchool');
  const [assigning, setAssigning] = useState(false);
  const ready = board.data !== undefined && board.data.missing.length === 0;
  return (
    <>
      <PageHeader
        title="报名与选课"
        hint="导入报名表，按志愿分配，名额满了进候补；退出、换课都记在报名记录里。"
        actions={
          <>
            <QuietButton href={`/reports?name=signUpForm&period=${term}`}>打印申请书</QuietButton>
            {mayChange ? <QuietButton href="/import/serviceEnrolment">导入报名表</QuietButton> : null}
            {mayChange && ready && !assigning ? (
              <Button variant="contained" onClick={() => setAssigning(true)}>
                分配志愿
              </Button>
            ) : null}
          </>
        }
      />
      <Unanswered query={board} label="正在读取报名" />
      {board.data && !ready ? <Missing sentences={board.data.missing} /> : null}
      {board.data && ready ? (
        <>
          {assigning ? (
            <AssignPanel period={term} board={board.data} onClose={() => setAssigning(false)} />
          ) : null}
          <Board key={term} board={board.data} mayChange={mayChange} />
        </>
      ) : null}
    </>
  );
}

function Missing({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <EmptyState sentence={sentences.join('')}>
      <Button href="/ledger/servicePlan" variant="outlined">
        登记方案
      </Button>
      <Button href="/ledger/serviceCourse" variant="outlined">
        登记课程
      </Button>
    </EmptyState>
  );
}

function Board({
  board,
  mayChange,
}: {
  readonly board: SignUpBoard;
  readonly mayChange: boolean;
}): ReactNode {
  const [view, setView] = useState<View>('courses');
  const pupils = present(board);
  const without = pupils.filter(({ courses }) => courses.length === 0);
  const unsigned = pupils.filter(({ consentVersion }) => consentVersion === null);
  const open = board.classes.reduce((sum, { missing }) => sum + missing.length, 0);
  return (
    <>
      {board.warnings.length > 0 ? (
        <Alert severity="warning" sx={{ mb: 1.5, maxHeight: 96, overflow: 'auto' }}>
          {board.warnings.map((sentence) => (
            <Box key={sentence}>{sentence}</Box>
          ))}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={view}
          aria-label="看什么"
          onChange={(_event, next: View | null) => {
            if (next) setView(next);
          }}
        >
          <ToggleButton value="courses">课程名额</ToggleButton>
          <ToggleButton value="without">没有课 {without.length} 人</ToggleButton>
          <ToggleButton value="consent">没交承诺书 {unsigned.length} 人</ToggleButton>
          <ToggleButton value="classes">各班进度</ToggleButton>
        </ToggleButtonGroup>
        <Box role="status">
          {`报名 ${pupils.length} 人，已有课 ${pupils.length - without.length} 人，还有 ${open} 名学生没有交表。`}
        </Box>
      </Box>
      {view === 'courses' ? <CourseDesk board={board} mayChange={mayChange} /> : null}
      {view === 'without' ? (
        <PupilList board={board} pupils={without} mayChange={mayChange} empty="报了名的学生都有课。" />
      ) : null}
      {view === 'consent' ? (
        <PupilList board={board} pupils={unsigned} mayChange={mayChange} empty="报了名的学生都交了承诺书。" />
      ) : null}
      {view === 'classes' ? <ClassProgress classes={board.classes} /> : null}
    </>
  );
}
