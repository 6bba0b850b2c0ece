import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { formatWeekday } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { Handover } from './Handover.tsx';
import { RollCall } from './RollCall.tsx';

interface SavedNotice {
  readonly slotId: string;
  readonly sentence: string;
  readonly warnings: readonly string[];
}

/** One session: its roll call and its hand-over. */
export function SessionScreen(): ReactNode {
  const slotId = useParams()['slotId'] ?? '';
  const [search] = useSearchParams();
  const part = search.get('part') === 'handover' ? 'handover' : 'roll';
  const desk = useCall('serviceDay.session', { slotId });
  const mayWrite = useRights().mayWrite('afterSchool');
  const navigate = useNavigate();
  const [saved, setSaved] = useState<SavedNotice | null>(null);
  const data = desk.data;
  const session = data?.session;
  const notice = saved?.slotId === slotId ? saved : null;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title={session ? session.course : '课后服务'}
        hint={
          session
            ? `${session.heldOn}（${formatWeekday(session.heldOn)}）${session.startsAt}—${session.endsAt} ${session.room ?? ''} ${session.people.map(({ name, role }) => `${name}（${role}）`).join('、')}`
            : undefined
        }
        actions={
          <>
            <ToggleButtonGroup
              exclusive
              size="small"
              aria-label="登记什么"
              value={part}
              onChange={(_event, next: string | null) => {
                if (next)
                  void navigate(`/service/session/${slotId}${next === 'handover' ? '?part=handover' : ''}`);
              }}
            >
              <ToggleButton value="roll">点名</ToggleButton>
              <ToggleButton value="handover">离校交接</ToggleButton>
            </ToggleButtonGroup>
            <QuietButton href={`/service/day${session ? `?on=${session.heldOn}` : ''}`}>回到当天</QuietButton>
          </>
        }
      />
      <Unanswered query={desk} />
      {notice && session ? <SavedAlert notice={notice} heldOn={session.heldOn} part={part} /> : null}
      {session?.cancelledReason ? (
        <EmptyState sentence={`这一场已停课：${session.cancelledReason}`} />
      ) : data && session ? (
        part === 'roll' ? (
          data.pupils.length === 0 && data.rollCall.revision === null ? (
            <EmptyState sentence="这一场没有报名的学生。请先在报名里选课，再点名。">
              <Button href="/ledger/serviceEnrolment" variant="outlined">
                看报名
              </Button>
            </EmptyState>
          ) : (
            <RollCall
              key={`${slotId} ${data.rollCall.revision ?? 0}`}
              desk={data}
              mayWrite={mayWrite}
              onSaved={({ warnings }) =>
                setSaved({
                  slotId,
                  sentence: `点名已保存：应到 ${data.rollCall.rows.length} 人。`,
                  warnings: warnings.map(({ sentence }) => sentence),
                })
              }
            />
          )
        ) : (
          <Handover
            key={`${slotId} ${data.handover.revision ?? 0} ${data.rollCall.revision ?? 0}`}
            desk={data}
            mayWrite={mayWrite}
            onSaved={(warnings) => setSaved({ slotId, sentence: '离校交接已保存。', warnings })}
          />
        )
      ) : null}
    </Box>
  );
}

interface SavedAlertProps {
  readonly notice: SavedNotice;
  readonly heldOn: string;
  readonly part: 'roll' | 'handover';
}

/** What was saved, what is still to be completed, and the next group: its button has the focus, so Enter goes on. */
function SavedAlert({ notice, heldOn, part }: SavedAlertProps): ReactNode {
  const day = useCall('serviceDay.read', { on: heldOn });
  const next = day.data?.sessions.find(
    ({ id, due, present, waiting, cancelledReason }) =>
      id !== notice.slotId &&
      cancelledReason === null &&
      due > 0 &&
      (part === 'roll' ? present === null : present !== null && waiting === null),
  );
  const button = useRef<HTMLAnchorElement>(null);
  const nextId = next?.id;
  const untouched = useRef(true);
  useEffect(() => {
    untouched.current = true;
    const goesOn = () => {
      untouched.current = false;
    };
    document.addEventListener('keydown', goesOn, { capture: true });
    document.addEventListener('pointerdown', goesOn, { capture: true });
    return () => {
      document.removeEventListener('keydown', goesOn, { capture: true });
      document.removeEventListener('pointerdown', goesOn, { capture: true });
    };
  }, [notice]);
  useEffect(() => {
    // The list of the saved record takes the focus when it is drawn anew; the way on comes after it, unless somebody
    // has begun to correct meanwhile.
    const timer = setTimeout(() => {
      if (untouched.current) button.current?.focus();
    }, 100);
    return () => clearTimeout(timer);
  }, [notice, nextId]);
  return (
    <Alert
      severity={notice.warnings.length > 0 ? 'warning' : 'success'}
      sx={{ mb: 1 }}
      action={
        next ? (
          <Button
            ref={button}
            href={`/service/session/${next.id}${part === 'handover' ? '?part=handover' : ''}`}
            variant="outlined"
            color="inherit"
          >
            {`下一组：${next.course}`}
          </Button>
        ) : null
      }
    >
      {notice.sentence}
      {notice.warnings.length > 0 ? `还有 ${notice.warnings.length} 处要补：${notice.warnings.join('')}` : ''}
    </Alert>
  );
}
