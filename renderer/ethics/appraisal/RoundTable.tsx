import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { PartView, RoundBoard, RoundPersonView } from '../../../shared/contract/appraisal.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { isNamedBy } from '../../ui/nameMatch.ts';
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
  const parts = board.parts.filter(({ weight }) => weight > 0).map(({ part }) => part);
  const shown = board.people.filter((person) => isMeant(person, typed) && isKept(person, filter));
  const signing =
    mayWrite &&
    board.filedOn === null &&
    board.steps.some(({ step, state }) => step === '公示' && state === 'done');
  const toggle = (ids: readonly string[], on: boolean) =>
    setSelected(new Set(on ? [...selected, ...ids] : [...selected].filter((id) => !ids.includes(id))));
  return (
    <Paper variant="outlined" component="section" aria-label="考核结果">
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
        <Table size="small" stickyHeader sx={{ '& td': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              {signing ? (
                <TableCell padding="checkbox">
                  <Checkbox
                    size="small"
                    checked={shown.length > 0 && shown.every(({ staffId }) => selected.has(staffId))}
                    onChange={(event) =>
                      toggle(
                        shown.map(({ staffId }) => staffId),
                        event.target.checked,
                      )
                    }
                    slotProps={{ input: { 'aria-label': '全选' } }}
                  />
                </TableCell>
              ) : null}
              <TableCell sx={narrow}>名次</TableCell>
              <TableCell sx={{ minWidth: '8rem' }}>姓名</TableCell>
              {parts.map((part) => (
                <TableCell key={part} align="right" sx={narrow}>
                  {part}
                </TableCell>
              ))}
              <TableCell align="right" sx={narrow}>
                加扣分
              </TableCell>
              <TableCell align="right" sx={narrow}>
                总分
              </TableCell>
              <TableCell sx={narrow}>等次</TableCell>
              <TableCell sx={{ minWidth: '14rem' }}>说明</TableCell>
              <TableCell sx={narrow}>签字</TableCell>
            </TableRow>
          </TableHead>
          <TableBody onKeyDown={walk}>
            {shown.map((person) => (
              <TableRow key={person.staffId} hover>
                {signing ? (
                  <TableCell padding="checkbox">
                    <Checkbox
                      size="small"
                      checked={selected.has(person.staffId)}
                      onChange={(event) => toggle([person.staffId], event.target.checked)}
                      slotProps={{ input: { 'aria-label': `选择${person.name}` } }}
                    />
                  </TableCell>
                ) : null}
                <TableCell>{person.rank ?? '—'}</TableCell>
                <TableCell>
                  <Link
                    component={RouterLink}
                    data-person=""
                    to={`/ethics/appraisal/${board.id}/${person.staffId}`}
                  >
                    {person.name}
                  </Link>
                  <Typography variant="body2" color="textSecondary">
                    {person.hint}
                  </Typography>
                </TableCell>
                {parts.map((part) => (
                  <TableCell key={part} align="right">
                    <PartCell view={person.parts.find((one) => one.part === part)} />
                  </TableCell>
                ))}
                <TableCell align="right">{person.adjustment === 0 ? '' : person.adjustment}</TableCell>
                <TableCell align="right" sx={{ fontWeight: 600 }}>
                  {person.total?.toFixed(2) ?? '—'}
                </TableCell>
                <TableCell>
                  <StatusSign sign={gradeSign(person)} />
                </TableCell>
                <TableCell>
                  <Reasons person={person} />
                </TableCell>
                <TableCell>
                  {person.signedOn ?? (person.unsignedNote === null ? '' : '未签，已注明')}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Paper>
  );
}

const narrow = { whiteSpace: 'nowrap' } as const;

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

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-person]')];
  const at = names.indexOf(document.activeElement as HTMLElement);
  const next = names[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
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
        <Link key={id} component={RouterLink} to={`/ethics/cases/${id}`}>
          看证明的案件
        </Link>
      ))}
    </>
  );
}
