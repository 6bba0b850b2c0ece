import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useRef, useState, type ReactNode } from 'react';
import type { SessionDesk } from '../../../shared/contract/serviceDay.ts';
import { handoverProblems, withWay, type HandoverRow } from '../../../shared/domain/afterSchool/handover.ts';
import { useChange } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { SheetSaving } from '../../ui/SheetSaving.tsx';
import { TimeBox } from '../../ui/TimeBox.tsx';
import { MarkBoard, type BoardMark } from './MarkBoard.tsx';
import type { HandoverWay } from '../../../shared/domain/afterSchool/words.ts';
import { savedWords, Suggested } from './RollCall.tsx';
import { Exception, RollSides } from './RollSides.tsx';

/** `null` = as the application says. */
const marks: readonly (BoardMark & { readonly way: HandoverWay | null })[] = [
  { key: 'a', word: '按报名', way: null },
  { key: 'j', word: '家长接', way: '家长接送' },
  { key: 't', word: '他人代接', way: '他人代接' },
  { key: 'z', word: '自行离校', way: '自行离校' },
  { key: 'w', word: '未接', way: '未接' },
];
const shortWays: Readonly<Record<HandoverWay, string>> = {
  自行离校: '自行',
  家长接送: '家长接',
  委托他人: '委托',
  他人代接: '代接',
  未接: '未接',
};
const usualHandling = ['留校看护，联系家长', '值班领导送回家', '联系班主任，由家长稍后接走'];

interface HandoverProps {
  readonly desk: SessionDesk;
  readonly mayWrite: boolean;
  readonly onSaved: (sentences: readonly string[]) => void;
}

/** The hand-over of one session, once there is somebody to hand over. */
export function Handover(props: HandoverProps): ReactNode {
  const { handover, rollCall } = props.desk;
  if (handover.rows.length > 0) return <HandoverSheet {...props} />;
  return (
    <EmptyState
      sentence={
        rollCall.revision === null
          ? '先点名，再登记离校交接：来了的学生才要交接。'
          : '这一场没有要交接的学生。'
      }
    />
  );
}

/** The hand-over as it is typed, and its saving. */
function useHandover({ desk, onSaved }: HandoverProps) {
  const { session, plans } = desk;
  const [rows, setRows] = useState(desk.handover.rows);
  const [leftAt, setLeftAt] = useState(desk.handover.leftAt);
  const [touched, setTouched] = useState(false);
  // Saved only once it is read anew: what is typed after that must not be replaced by the record that comes in.
  const save = useChange('serviceDay.saveHandover');
  const isNew = desk.handover.revision === null;
  const planOf = new Map(plans.map((plan) => [plan.pupilId, plan]));

  function isException(row: HandoverRow): boolean {
    return row.way !== planOf.get(row.pupilId)?.way;
  }

  function change(pupilId: string, next: (row: HandoverRow) => HandoverRow) {
    setRows((before) => before.map((row) => (row.pupilId === pupilId ? next(row) : row)));
    setTouched(true);
  }

  function mark(pupilId: string, key: string) {
    const plan = planOf.get(pupilId);
    const chosen = marks.find((each) => each.key === key);
    if (!plan || !chosen) return;
    change(pupilId, (row) => withWay(row, chosen.way ?? plan.way, plan, leftAt));
  }

  async function store(): Promise<boolean> {
    const answer = await save
      .mutateAsync({
        slotId: session.id,
        leftAt,
        rows: rows.map((row) => (row.leftAt === null ? row : { ...row, leftAt })),
        baseRevision: desk.handover.revision,
      })
      .catch(() => null);
    if (answer === null) return false;
    setTouched(false);
    onSaved(answer.warnings.map(({ sentence }) => sentence));
    return true;
  }

  function leave(time: string | null) {
    if (time === null) return;
    setLeftAt(time);
    setTouched(true);
  }
  return { rows, leftAt, touched, isNew, planOf, save, isException, change, mark, leave, store };
}

/** Everybody as enrolled, except. */
function HandoverSheet(props: HandoverProps): ReactNode {
  const { desk, mayWrite } = props;
  const sheet = useHandover(props);
  const { rows, touched, isNew, planOf, save, isException } = sheet;
  const list = useRef<HTMLDivElement>(null);
  const numbers = new Map(desk.pupils.map(({ pupilId, number }) => [pupilId, number]));
  const exceptions = rows.filter(isException);
  return (
    <>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <RollSides
        board={
          <MarkBoard
            label="交接名单"
            listRef={list}
            disabled={!mayWrite}
            marks={marks}
            people={rows.map((row) => ({
              id: row.pupilId,
              number: numbers.get(row.pupilId) ?? 0,
              name: planOf.get(row.pupilId)?.name ?? '',
              word: shortWays[row.way],
              usual: !isException(row),
              hint: null,
            }))}
            onMark={sheet.mark}
          />
        }
        lead={
          <Box sx={{ my: 1 }}>
            <TimeBox label="放学时间" value={sheet.leftAt} disabled={!mayWrite} onChange={sheet.leave} />
          </Box>
        }
        heading={exceptions.length === 0 ? '全部按报名的方式离校' : `例外 ${exceptions.length} 人`}
        problems={handoverProblems(rows, desk.plans)}
      >
        {exceptions.map((row) => (
          <Exception
            key={row.pupilId}
            title={`${numbers.get(row.pupilId) ?? ''} ${planOf.get(row.pupilId)?.name ?? ''}：${row.way}`}
          >
            <ExceptionDetail
              row={row}
              permitted={planOf.get(row.pupilId)?.permittedReceivers ?? []}
              disabled={!mayWrite}
              onChange={(next) => sheet.change(row.pupilId, () => next)}
            />
          </Exception>
        ))}
      </RollSides>
      {mayWrite ? (
        <SheetSaving
          status={`要交接 ${rows.length} 人，未接 ${rows.filter(({ way }) => way === '未接').length} 人。${savedWords(isNew, touched)}`}
          unsaved={touched}
          what="离校交接还没有保存"
          busy={save.isPending}
          maySave={isNew || touched}
          label={exceptions.length === 0 && isNew ? '全部按报名，保存交接' : '保存交接'}
          onSave={sheet.store}
        />
      ) : null}
    </>
  );
}

interface ExceptionDetailProps {
  readonly row: HandoverRow;
  readonly permitted: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (row: HandoverRow) => void;
}

function ExceptionDetail({ row, permitted, disabled, onChange }: ExceptionDetailProps): ReactNode {
  if (row.way === '自行离校') return null;
  if (row.way === '未接')
    return (
      <Suggested
        label="怎样处置"
        options={usualHandling}
        value={row.handling}
        disabled={disabled}
        onChange={(handling) => onChange({ ...row, handling })}
      />
    );
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr' }}>
      <Suggested
        label="接领人"
        options={permitted}
        value={row.receiver}
        disabled={disabled}
        onChange={(receiver) => onChange({ ...row, receiver })}
      />
      <Suggested
        label="关系"
        options={['父亲', '母亲', '祖父母', '外祖父母', '亲戚', '邻居']}
        value={row.relation}
        disabled={disabled}
        onChange={(relation) => onChange({ ...row, relation })}
      />
      <TextField
        label="电话"
        disabled={disabled}
        value={row.phone ?? ''}
        onChange={(event) => onChange({ ...row, phone: event.target.value.trim() || null })}
      />
    </Box>
  );
}
