import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import TableContainer from '@mui/material/TableContainer';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { PartView, RoundBoard, RoundPersonView } from '../../../shared/contract/appraisal.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { walkFocus } from '../../ui/walkFocus.ts';
import { isNamedBy } from '../../ui/nameMatch.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { gradeSign, needsLook } from './roundSigns.ts';
import { SignPanel } from './SignPanel.tsx';

const filters = ['全部', '要看一看', '优秀', '合格', '基本合格', '不合格', '未定', '未签字'] as const;
type Filter = (typeof filters)[number];

interface RoundTableProps {
  readonly board: RoundBoard;
  readonly mayWrite: boolean;
}

/** Everybody's scores, total, grade and reasons; up and down go from name to name. */
export function RoundTable({ board, mayWrite }: RoundTableProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<Filter>('全部');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const shown = board.people.filter((person) => isMeant(person, typed) && isKept(person, filter));
  const signing =
    mayWrite &&
    board.filedOn === null &&
    board.steps.some(({ step, state }) => step === '公示' && state === 'done');
  return (
    <Panel label="考核结果" flush>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', p: 2, pb: 1 }}>
        <Typography variant="h2" sx={{ flex: '1 1 12rem' }} aria-live="polite">
          考核结果：{shown.length === board.people.length ? '' : `${shown.length} / `}
          {board.people.length} 人
        </Typography>
        <TextField
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder="姓名、拼音首字母或工号"
          sx={{ maxWidth: '16rem' }}
          slotProps={{ htmlInput: { 'aria-label': '查找教职工', maxLength: 60 } }}
        />
        <ChoiceField
          label="只看"
          value={filter}
          options={filters.map((value) => ({ value, label: value }))}
          onChange={setFilter}
          minWidth="8rem"
        />
      </Box>
      {signing ? (
        <SignPanel board={board} selected={[...selected]} onDone={() => setSelected(new Set())} />
      ) : null}
      <TableContainer sx={{ maxHeight: '32rem' }} tabIndex={0} role="group" aria-label="结果表">
        <ColumnTable
          sticky
          top
          hover
          rows={shown}
          rowKey={({ staffId }) => staffId}
          columns={[...(signing ? [pickColumn(shown, selected, setSelected)] : []), ...columnsOf(board)]}
          onKeyDown={(event) => walkFocus(event, '[data-person]')}
        />
      </TableContainer>
    </Panel>
  );
}

const narrow = { whiteSpace: 'nowrap' } as const;

function pickColumn(
  shown: readonly RoundPersonView[],
  selected: ReadonlySet<string>,
  onSelect: (selected: ReadonlySet<string>) => void,
): Column<RoundPersonView> {
  const box = (label: string, people: readonly RoundPersonView[]) => (
    <Checkbox
      size="small"
      checked={people.length > 0 && people.every(({ staffId }) => selected.has(staffId))}
      onChange={(_event, on) => {
        const others = [...selected].filter((id) => !people.some(({ staffId }) => staffId === id));
        onSelect(new Set([...others, ...(on ? people.map(({ staffId }) => staffId) : [])]));
      }}
      slotProps={{ input: { 'aria-label': label } }}
    />
  );
  return {
    head: box('全选', shown),
    cell: (person) => box(`选择${person.name}`, [person]),
    sx: { width: '3rem', py: 0, pr: 0, pl: 0.5 },
  };
}

function columnsOf(board: RoundBoard): readonly Column<RoundPersonView>[] {
  return [
    { head: '名次', cell: ({ rank }) => rank ?? '—', sx: narrow },
    {
      head: '姓名',
      cell: ({ staffId, name, hint }) => (
        <>
          <Link data-person="" href={`/ethics/appraisal/${board.id}/${staffId}`}>
            {name}
          </Link>
          <Typography variant="body2" color="textSecondary">
            {hint}
          </Typography>
        </>
      ),
      sx: { minWidth: '8rem' },
    },
    ...board.parts
      .filter(({ weight }) => weight > 0)
      .map(({ part }): Column<RoundPersonView> => ({
        head: part,
        cell: (person) => <PartCell view={person.parts.find((one) => one.part === part)} />,
        right: true,
        sx: narrow,
      })),
    {
      head: '加扣分',
      cell: ({ adjustment }) => (adjustment === 0 ? '' : adjustment),
      right: true,
      sx: narrow,
    },
    {
      head: '总分',
      cell: ({ total }) => <strong>{total?.toFixed(2) ?? '—'}</strong>,
      right: true,
      sx: narrow,
    },
    { head: '等次', cell: (person) => <StatusSign sign={gradeSign(person)} />, sx: narrow },
    { head: '说明', cell: (person) => <Reasons person={person} />, sx: { minWidth: '14rem' } },
    {
      head: '签字',
      cell: ({ signedOn, unsignedNote }) => signedOn ?? (unsignedNote === null ? '' : '未签，已注明'),
      sx: narrow,
    },
  ];
}

function isMeant({ name, hint }: RoundPersonView, typed: string): boolean {
  const wanted = typed.trim();
  return wanted === '' || isNamedBy(name, wanted) || hint.toLowerCase().includes(wanted.toLowerCase());
}

function isKept(person: RoundPersonView, filter: Filter): boolean {
  switch (filter) {
    case '全部':
      return true;
    case '要看一看':
      return needsLook(person);
    case '未定':
      return person.grade === null;
    case '未签字':
      return person.signedOn === null && person.unsignedNote === null;
    default:
      return person.grade === filter;
  }
}

/** A part's score, or why it isn't shown. */
function PartCell({ view }: { readonly view: PartView | undefined }): ReactNode {
  if (!view) return null;
  if (view.tooFew) return <span title="评分人太少，不计入也不显示">{view.raters} 人评</span>;
  if (view.score === null) return '—';
  return (
    <>
      {view.score.toFixed(2)}
      {view.outliers > 0 ? (
        <Typography component="span" variant="body2" sx={{ display: 'block', whiteSpace: 'nowrap' }}>
          {view.outliers} 份离群
        </Typography>
      ) : null}
    </>
  );
}

/** Missing parts, and what lowers or decides the grade, with the cases that prove it. */
export function Reasons({ person }: { readonly person: RoundPersonView }): ReactNode {
  return (
    <>
      {person.missing.length > 0 ? <div>还缺：{person.missing.join('、')}</div> : null}
      {person.reasons.map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      {person.caseIds.map((id) => (
        <Link key={id} href={`/ethics/cases/${id}`}>
          看证明的案件
        </Link>
      ))}
    </>
  );
}
