import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import type { SavedRollCalls, SessionDesk } from '../../../shared/contract/serviceDay.ts';
import type { RollCallRow } from '../../../shared/domain/afterSchool/facts.ts';
import { withRollState, type RollPupil } from '../../../shared/domain/afterSchool/rollCall.ts';
import { formatWeekday } from '../../../shared/kernel/plainDate.ts';
import { useChange } from '../../client.ts';
import { EntryGrid, type EntryColumn } from '../../ui/entryGrid/EntryGrid.tsx';
import type { Place } from '../../ui/entryGrid/gridKeys.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import type { RollState } from '../../../shared/domain/afterSchool/words.ts';
import { SheetSaving } from '../../ui/SheetSaving.tsx';

const states: Readonly<Record<string, { readonly state: RollState; readonly informed?: true }>> = {
  d: { state: '到' },
  c: { state: '迟到' },
  j: { state: '请假' },
  q: { state: '缺勤' },
  t: { state: '缺勤', informed: true },
};

function wordOf(row: RollCallRow | undefined): string {
  if (!row) return '不在名单';
  return row.state === '缺勤' && row.guardianInformed ? '缺勤·已告知' : row.state;
}

interface PaperGridProps {
  readonly desks: readonly SessionDesk[];
  readonly mayWrite: boolean;
  readonly onSaved: (answer: SavedRollCalls) => void;
}

/** Pupils × sessions; everything present until a letter says otherwise. Sessions saved before show what they hold. */
export function PaperGrid({ desks, mayWrite, onSaved }: PaperGridProps): ReactNode {
  const [sheets, setSheets] = useState<readonly (readonly RollCallRow[])[]>(() =>
    desks.map(({ rollCall }) => rollCall.rows),
  );
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  // Saved only once it is read anew: what is typed after that must not be replaced by the record that comes in.
  const save = useChange('serviceDay.saveRollCalls');
  const pupils = [
    ...new Map(desks.flatMap((desk) => desk.pupils).map((pupil) => [pupil.pupilId, pupil])).values(),
  ].toSorted((a, b) => a.number - b.number);
  const open = desks.flatMap(({ rollCall }, column) =>
    rollCall.revision === null || touched.has(column) ? [column] : [],
  );

  /** A letter says what a pupil's day was. */
  function put(key: string, { row, column }: Place): boolean {
    const pupilId = pupils[row]?.pupilId;
    const wanted = states[key.toLowerCase()];
    if (!wanted || pupilId === undefined || !mayWrite) return false;
    setSheets((before) =>
      before.map((rows, index) =>
        index === column
          ? rows.map((each) =>
              each.pupilId === pupilId ? withRollState(each, wanted.state, wanted.informed) : each,
            )
          : rows,
      ),
    );
    setTouched((before) => new Set([...before, column]));
    return true;
  }

  async function store(): Promise<boolean> {
    const answer = await save
      .mutateAsync({
        sheets: open.flatMap((column) => {
          const desk = desks[column];
          const rows = sheets[column] ?? [];
          if (!desk || rows.length === 0) return [];
          const { session, rollCall } = desk;
          return [{ slotId: session.id, rows, signedBy: rollCall.signedBy, baseRevision: rollCall.revision }];
        }),
      })
      .catch(() => null);
    if (answer === null) return false;
    setTouched(new Set());
    onSaved(answer);
    return true;
  }

  return (
    <>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <Box
        sx={{
          flex: 1,
          minHeight: '12rem',
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <EntryGrid
          label="一周点名"
          look="lines"
          corner="序号 姓名"
          rows={pupils}
          rowKey={({ pupilId }) => pupilId}
          rowHead={({ name }, index) => (
            <>
              <Box component="span" sx={{ display: 'inline-block', width: '2rem', color: 'text.secondary' }}>
                {index + 1}
              </Box>
              {name}
            </>
          )}
          nameWidth="9rem"
          cellWidth="7.5rem"
          onMark={put}
          columns={desks.map((desk, column) => columnOf(desk, sheets[column] ?? []))}
        />
      </Box>
      {mayWrite ? (
        <SheetSaving
          status={open.length === 0 ? '这一周都已保存' : `有 ${open.length} 场要保存，没记例外的算到齐`}
          unsaved={touched.size > 0}
          what="这一周的点名还没有保存"
          busy={save.isPending}
          maySave={open.length > 0}
          label={`保存 ${open.length} 场`}
          onSave={store}
        />
      ) : null}
    </>
  );
}

/** One session of the week, with its sheet as it stands now. */
function columnOf({ session, rollCall }: SessionDesk, sheet: readonly RollCallRow[]): EntryColumn<RollPupil> {
  const rowOf = (pupil: RollPupil) => sheet.find(({ pupilId }) => pupilId === pupil.pupilId);
  return {
    key: session.id,
    head: (
      <>
        {formatWeekday(session.heldOn)} {session.heldOn.slice(5)}
        <Box sx={{ fontSize: '0.75rem' }}>
          {session.startsAt} {rollCall.revision === null ? '未录' : '已存'}
        </Box>
      </>
    ),
    says: (pupil) => `${pupil.name} ${formatWeekday(session.heldOn)}：${wordOf(rowOf(pupil))}`,
    stands: (pupil) => (rowOf(pupil)?.state ?? '到') !== '到',
    cell: (pupil) => {
      const own = rowOf(pupil);
      return own === undefined ? '—' : own.state === '到' ? '✓' : wordOf(own);
    },
  };
}
