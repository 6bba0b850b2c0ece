import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormLabel from '@mui/material/FormLabel';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { CampaignView, SignerRow } from '../../../shared/contract/ethicsCampaign.ts';
import type { SignState } from '../../../shared/domain/ethics/campaignTracking.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useToday } from '../../ground/today.ts';
import { useChange } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { lateSign, signSigns } from './campaignSigns.ts';
import type { SelfCheckOccasion, SignCampaign } from '../../../shared/domain/ethics/words.ts';

interface SignerListProps {
  readonly about: {
    readonly campaign: SignCampaign;
    readonly period: string;
    readonly occasion: SelfCheckOccasion | null;
  };
  readonly view: CampaignView;
  readonly mayWrite: boolean;
}

const shows: readonly (SignState | 'all')[] = ['all', 'missing', 'newcomer', 'excused', 'signed'];

/** Everybody of the campaign; those who signed are ticked and entered with one day. */
export function SignerList({ about, view, mayWrite }: SignerListProps): ReactNode {
  const today = useToday();
  const open = view.rows.filter(({ state }) => state === 'missing' || state === 'newcomer');
  const [show, setShow] = useState<SignState | 'all'>(open.length > 0 ? 'missing' : 'all');
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const [signedOn, setSignedOn] = useState(today);
  const [witness, setWitness] = useState('');
  const [done, setDone] = useState('');
  const record = useChange('ethics.recordSigned', { stale: ['ethics.campaign'] });
  const chosen = open.filter(({ staffId }) => !except.has(staffId));
  const rows = show === 'all' ? view.rows : view.rows.filter(({ state }) => state === show);
  const count = (state: SignState | 'all') =>
    state === 'all' ? view.rows.length : view.rows.filter((row) => row.state === state).length;

  function toggle(staffId: string) {
    const next = new Set(except);
    if (!next.delete(staffId)) next.add(staffId);
    setExcept(next);
  }

  return (
    <>
      {mayWrite && open.length > 0 ? (
        <Paper variant="outlined" component="section" aria-label="一次登记" sx={{ p: 2, mb: 2 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
            <DayField label="签订日期" value={signedOn} onChange={setSignedOn} />
            <Box sx={{ width: '10rem' }}>
              <FormLabel htmlFor="signer-witness" sx={{ display: 'block', mb: 0.5, fontSize: '0.8125rem' }}>
                {about.campaign === '师德承诺书' ? '见证人' : '核查人'}
              </FormLabel>
              <TextField
                id="signer-witness"
                value={witness}
                onChange={(event) => setWitness(event.target.value)}
                slotProps={{ htmlInput: { maxLength: 30 } }}
              />
            </Box>
            <Button
              variant="contained"
              disabled={chosen.length === 0 || !isPlainDate(signedOn) || record.isPending}
              onClick={() =>
                record.mutate(
                  {
                    about,
                    signedOn,
                    staffIds: chosen.map(({ staffId }) => staffId),
                    witness: witness.trim() === '' ? null : witness.trim(),
                  },
                  {
                    onSuccess: (added) => {
                      setDone(`已登记 ${added} 人。`);
                      setExcept(new Set());
                    },
                  },
                )
              }
            >
              登记已签 {chosen.length} 人
            </Button>
            <Button color="secondary" onClick={() => setExcept(new Set())} disabled={except.size === 0}>
              全部勾选
            </Button>
            <Button
              color="secondary"
              onClick={() => setExcept(new Set(open.map(({ staffId }) => staffId)))}
              disabled={chosen.length === 0}
            >
              全部不选
            </Button>
          </Box>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }} aria-live="polite">
            {done}
            {about.campaign === '师德承诺书'
              ? '没有签的在下表取消勾选。'
              : '一次登记的六条都记为“否”；有“是”的先取消勾选，再单独登记。'}
          </Typography>
          <FailureNotice error={record.error} />
        </Paper>
      ) : null}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={show}
        aria-label="显示哪些人"
        onChange={(_event, value: SignState | 'all' | null) => value && setShow(value)}
        sx={{ mb: 1 }}
      >
        {shows.map((state) => (
          <ToggleButton key={state} value={state} sx={{ py: 0.25 }}>
            {state === 'all' ? '全部' : signSigns[state].word} {count(state)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {rows.length === 0 ? (
        <EmptyState
          sentence={view.rows.length === 0 ? '这一天没有在岗人员，请先登记教职工。' : '没有这样的人员。'}
        />
      ) : (
        <Paper variant="outlined" component="section" aria-label="签订名单">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: '4.5rem' }}>已签</TableCell>
                <TableCell sx={{ width: '16rem' }}>姓名</TableCell>
                <TableCell sx={{ width: '8rem' }}>状态</TableCell>
                <TableCell sx={{ width: '8rem' }}>签订日期</TableCell>
                <TableCell>说明</TableCell>
                <TableCell sx={{ width: '9rem' }}>办理</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <Signer
                  key={row.staffId}
                  row={row}
                  about={about}
                  mayWrite={mayWrite}
                  ticked={!except.has(row.staffId)}
                  onToggle={() => toggle(row.staffId)}
                />
              ))}
            </TableBody>
          </Table>
        </Paper>
      )}
    </>
  );
}

interface SignerProps {
  readonly row: SignerRow;
  readonly about: SignerListProps['about'];
  readonly mayWrite: boolean;
  readonly ticked: boolean;
  readonly onToggle: () => void;
}

function Signer({ row, about, mayWrite, ticked, onToggle }: SignerProps): ReactNode {
  const isOpen = row.state === 'missing' || row.state === 'newcomer';
  const notes = [
    row.excuse ?? '',
    row.state === 'newcomer' || row.overdue || row.state === 'missing' ? `期限 ${row.dueOn}` : '',
    row.cameLater ? '学年中到岗' : '',
    row.anyYes ? '自查有“是”，请核查' : '',
  ].filter((note) => note !== '');
  return (
    <TableRow>
      <TableCell padding="checkbox">
        {isOpen && mayWrite ? (
          <Checkbox
            size="small"
            checked={ticked}
            onChange={onToggle}
            slotProps={{ input: { 'aria-label': `${row.name}已签` } }}
          />
        ) : null}
      </TableCell>
      <TableCell>
        <Link component={RouterLink} to={`/ethics/people/${row.staffId}`} color="inherit">
          {row.name}
        </Link>
        <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
          {row.hint}
        </Typography>
      </TableCell>
      <TableCell>
        <StatusSign sign={row.overdue ? lateSign : signSigns[row.state]} />
      </TableCell>
      <TableCell>{row.signedOn ?? ''}</TableCell>
      <TableCell>{notes.join(' · ')}</TableCell>
      <TableCell>
        <SignerAction row={row} about={about} mayWrite={mayWrite} />
      </TableCell>
    </TableRow>
  );
}

function SignerAction({ row, about, mayWrite }: Pick<SignerProps, 'row' | 'about' | 'mayWrite'>): ReactNode {
  const ledger = about.campaign === '师德承诺书' ? 'ethicsPledge' : 'tutoringSelfCheck';
  if (row.state === 'signed' && row.recordId !== null) {
    if (ledger === 'ethicsPledge' && !row.scanned && mayWrite)
      return (
        <Link component={RouterLink} to={`/ledger/${ledger}/${row.recordId}/edit`}>
          附扫描件<Hidden>：{row.name}</Hidden>
        </Link>
      );
    return (
      <Link component={RouterLink} to={`/ledger/${ledger}/${row.recordId}`} color="inherit">
        {row.scanned ? '看扫描件' : '打开记录'}
        <Hidden>：{row.name}</Hidden>
      </Link>
    );
  }
  if (row.state === 'excused' && row.recordId !== null)
    return (
      <Link component={RouterLink} to={`/ledger/ethicsExcuse/${row.recordId}`} color="inherit">
        打开说明<Hidden>：{row.name}</Hidden>
      </Link>
    );
  if (!mayWrite) return null;
  const { to, state } = remedyAddress({
    kind: 'create',
    ledger: 'ethicsExcuse',
    period: about.period,
    values: { staff: row.staffId, campaign: about.campaign },
  });
  return (
    <Link component={RouterLink} to={to} state={state}>
      说明原因<Hidden>：{row.name}</Hidden>
    </Link>
  );
}

/** Told to screen readers only, so that links of one word differ. */
function Hidden({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
      {children}
    </Box>
  );
}
