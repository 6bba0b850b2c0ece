import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useRef, useState, type ReactNode } from 'react';
import type { SavedRollCalls, SessionDesk } from '../../../shared/contract/serviceDay.ts';
import type { RollCallRow } from '../../../shared/domain/afterSchool/facts.ts';
import {
  isPresent,
  presentRow,
  rollProblems,
  withRollState,
  type RollPupil,
} from '../../../shared/domain/afterSchool/rollCall.ts';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { SheetSaving } from '../../ui/SheetSaving.tsx';
import { TimeBox } from '../../ui/TimeBox.tsx';
import { MarkBoard, type BoardMark } from './MarkBoard.tsx';
import type { RollState } from '../../../shared/domain/afterSchool/words.ts';
import { Exception, RollSides } from './RollSides.tsx';

const marks: readonly (BoardMark & { readonly state: RollState; readonly informed?: true })[] = [
  { key: 'd', word: '到', state: '到' },
  { key: 'c', word: '迟到', state: '迟到' },
  { key: 'z', word: '早退', state: '早退' },
  { key: 'j', word: '请假', state: '请假' },
  { key: 'q', word: '缺勤', state: '缺勤' },
  { key: 't', word: '缺勤已告知', state: '缺勤', informed: true },
];
const usualReasons = ['生病', '家中有事', '看牙', '外出比赛', '家长接走', '原因不明，正在联系'];

interface RollCallProps {
  readonly desk: SessionDesk;
  readonly mayWrite: boolean;
  readonly onSaved: (answer: SavedRollCalls) => void;
}

/** The roll of one session: everybody is there until somebody says otherwise. */
export function RollCall({ desk, mayWrite, onSaved }: RollCallProps): ReactNode {
  const { session } = desk;
  const [pupils, setPupils] = useState(desk.pupils);
  const [rows, setRows] = useState(desk.rollCall.rows);
  const [touched, setTouched] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  // Saved only once it is read anew: what is typed after that must not be replaced by the record that comes in.
  const save = useChange('serviceDay.saveRollCalls');
  const byId = new Map(rows.map((row) => [row.pupilId, row]));
  const exceptions = rows.filter(({ state }) => state !== '到');
  const isNew = desk.rollCall.revision === null;

  function change(pupilId: string, next: (row: RollCallRow) => RollCallRow) {
    setRows((before) => before.map((row) => (row.pupilId === pupilId ? next(row) : row)));
    setTouched(true);
  }

  function mark(pupilId: string, key: string) {
    const chosen = marks.find((each) => each.key === key);
    if (!chosen) return;
    change(pupilId, (row) => withRollState(row, chosen.state, chosen.informed));
    if (chosen.state === '早退') setTimeout(() => document.getElementById(`left-${pupilId}`)?.focus());
  }

  async function store(): Promise<boolean> {
    const { signedBy, revision } = desk.rollCall;
    const sheets = [{ slotId: session.id, rows, signedBy, baseRevision: revision }];
    const answer = await save.mutateAsync({ sheets }).catch(() => null);
    if (answer === null) return false;
    setTouched(false);
    onSaved(answer);
    return true;
  }

  return (
    <>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <RollSides
        board={
          <MarkBoard
            label="点名名单"
            listRef={list}
            disabled={!mayWrite}
            marks={marks}
            people={pupils.map(({ pupilId, number, name, doubt }) => ({
              id: pupilId,
              number,
              name,
              word: byId.get(pupilId)?.state ?? '',
              usual: byId.get(pupilId)?.state === '到',
              hint: doubt,
            }))}
            onMark={mark}
          />
        }
        heading={exceptions.length === 0 ? '全部到齐' : `例外 ${exceptions.length} 人`}
        problems={rollProblems(rows, pupils, session)}
        foot={
          mayWrite ? (
            <AddPupil
              known={new Set(rows.map(({ pupilId }) => pupilId))}
              onAdd={(pupilId, name) => {
                setPupils((before) => [...before, guest(pupilId, name, before.length + 1)]);
                setRows((before) => [...before, presentRow(pupilId)]);
                setTouched(true);
              }}
            />
          ) : null
        }
      >
        {exceptions.map((row) => (
          <ExceptionFields
            key={row.pupilId}
            row={row}
            pupil={pupils.find(({ pupilId }) => pupilId === row.pupilId)}
            disabled={!mayWrite}
            onChange={(next) => change(row.pupilId, () => next)}
            onDone={() => list.current?.focus()}
          />
        ))}
      </RollSides>
      {mayWrite ? (
        <SheetSaving
          status={`应到 ${rows.length} 人，实到 ${rows.filter(({ state }) => isPresent(state)).length} 人。${savedWords(isNew, touched)}`}
          unsaved={touched}
          what="点名还没有保存"
          busy={save.isPending}
          maySave={rows.length > 0 && (isNew || touched)}
          label={isNew ? '保存点名' : '保存更正'}
          onSave={store}
        />
      ) : null}
    </>
  );
}

/** How what is on the screen stands to what is stored. */
export function savedWords(isNew: boolean, touched: boolean): string {
  return isNew ? '还没有保存' : touched ? '改动还没有保存' : '已保存';
}

function wordOf(row: RollCallRow | undefined): string {
  if (!row) return '';
  return row.state === '缺勤' && row.guardianInformed ? '缺勤·已告知' : row.state;
}

/** Nobody knows yet whether the pupil is enrolled: saving says so. */
function guest(pupilId: string, name: string, number: number): RollPupil {
  return {
    pupilId,
    name,
    number,
    pickUp: null,
    permittedReceivers: [],
    doubt: `${name}不在这一场的名单里，保存时核对有没有家长申请。`,
  };
}

interface ExceptionFieldsProps {
  readonly row: RollCallRow;
  readonly pupil: RollPupil | undefined;
  readonly disabled: boolean;
  readonly onChange: (row: RollCallRow) => void;
  readonly onDone: () => void;
}

function ExceptionFields({ row, pupil, disabled, onChange, onDone }: ExceptionFieldsProps): ReactNode {
  const name = pupil?.name ?? '';
  return (
    <Exception title={`${pupil?.number ?? ''} ${name}：${wordOf(row)}`}>
      {row.state === '早退' ? (
        <Box sx={{ display: 'flex', gap: 1 }}>
          <TimeBox
            id={`left-${row.pupilId}`}
            label="离开时间"
            disabled={disabled}
            value={row.leftAt}
            onChange={(leftAt) => onChange({ ...row, leftAt })}
            onDone={onDone}
          />
          <Suggested
            label="接走人"
            options={pupil?.permittedReceivers ?? []}
            value={row.fetchedBy}
            disabled={disabled}
            onChange={(fetchedBy) => onChange({ ...row, fetchedBy })}
          />
        </Box>
      ) : (
        <Suggested
          label="原因"
          options={usualReasons}
          value={row.reason}
          disabled={disabled}
          onChange={(reason) => onChange({ ...row, reason })}
        />
      )}
      {row.state === '缺勤' || row.state === '请假' ? (
        <FormControlLabel
          label="已告知家长"
          control={
            <Checkbox
              checked={row.guardianInformed}
              disabled={disabled}
              onChange={(event) => onChange({ ...row, guardianInformed: event.target.checked })}
            />
          }
        />
      ) : null}
    </Exception>
  );
}

interface SuggestedProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string | null;
  readonly disabled: boolean;
  readonly onChange: (value: string | null) => void;
}

/** Free text with the usual answers to choose from. */
export function Suggested({ label, options, value, disabled, onChange }: SuggestedProps): ReactNode {
  return (
    <Autocomplete
      freeSolo
      fullWidth
      disabled={disabled}
      options={options}
      inputValue={value ?? ''}
      onInputChange={(_event, typed) => onChange(typed.trim() === '' ? null : typed)}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  );
}

interface AddPupilProps {
  readonly known: ReadonlySet<string>;
  readonly onAdd: (pupilId: string, name: string) => void;
}

function AddPupil({ known, onAdd }: AddPupilProps): ReactNode {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const found = useCall('ledger.lookup', { ledger: 'pupil', text, limit: 12 }, { enabled: text !== '' });
  const hits = (found.data ?? []).filter(({ id }) => !known.has(id));
  return (
    <Autocomplete
      sx={{ mt: 2 }}
      options={hits}
      filterOptions={(all) => all}
      getOptionLabel={({ title, hint }) => (hint ? `${title}（${hint}）` : title)}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={text === '' ? '输入姓名或拼音首字母' : '没有找到'}
      value={null}
      inputValue={typed}
      onInputChange={(_event, next, reason) => setTyped(reason === 'reset' ? '' : next)}
      onChange={(_event, hit) => {
        if (hit) onAdd(hit.id, hit.title);
        setTyped('');
      }}
      renderInput={(params) => (
        <TextField {...params} label="名单外来的学生" helperText="没有报名的学生来了，先记上，再补申请" />
      )}
    />
  );
}
