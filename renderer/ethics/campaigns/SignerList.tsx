import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
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
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { toggled } from '../../ui/toggled.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
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
  const open = view.rows.filter(isOpen);
  const [show, setShow] = useState<SignState | 'all'>(open.length > 0 ? 'missing' : 'all');
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set());
  const rows = show === 'all' ? view.rows : view.rows.filter(({ state }) => state === show);
  const count = (state: SignState | 'all') =>
    state === 'all' ? view.rows.length : view.rows.filter((row) => row.state === state).length;

  return (
    <>
      {mayWrite && open.length > 0 ? (
        <SignTogether about={about} open={open} except={except} onExcept={setExcept} />
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
        <Panel label="签订名单" flush>
          <ColumnTable
            rows={rows}
            rowKey={({ staffId }) => staffId}
            columns={columnsOf({
              about,
              mayWrite,
              except,
              onToggle: (staffId) => setExcept(toggled(except, staffId)),
            })}
          />
        </Panel>
      )}
    </>
  );
}

interface SignTogetherProps extends Pick<SignerListProps, 'about'> {
  readonly open: readonly SignerRow[];
  /** Those of them who are not entered. */
  readonly except: ReadonlySet<string>;
  readonly onExcept: (except: ReadonlySet<string>) => void;
}

/** Enters everybody who is ticked with one day. */
function SignTogether({ about, open, except, onExcept }: SignTogetherProps): ReactNode {
  const [signedOn, setSignedOn] = useState(useToday());
  const [witness, setWitness] = useState('');
  const [done, setDone] = useState('');
  const record = useChange('ethics.recordSigned');
  const chosen = open.filter(({ staffId }) => !except.has(staffId));
  return (
    <Panel label="一次登记" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <DayField label="签订日期" value={signedOn} onChange={setSignedOn} />
        <Box sx={{ width: '10rem' }}>
          <TextBox
            label={about.campaign === '师德承诺书' ? '见证人' : '核查人'}
            value={witness}
            onChange={setWitness}
            maxLength={30}
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
                  onExcept(new Set());
                },
              },
            )
          }
        >
          登记已签 {chosen.length} 人
        </Button>
        <Button color="secondary" onClick={() => onExcept(new Set())} disabled={except.size === 0}>
          全部勾选
        </Button>
        <Button
          color="secondary"
          onClick={() => onExcept(new Set(open.map(({ staffId }) => staffId)))}
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
    </Panel>
  );
}

const isOpen = ({ state }: SignerRow): boolean => state === 'missing' || state === 'newcomer';

interface SignerColumns extends Pick<SignerListProps, 'about' | 'mayWrite'> {
  readonly except: ReadonlySet<string>;
  readonly onToggle: (staffId: string) => void;
}

function columnsOf({ about, mayWrite, except, onToggle }: SignerColumns): readonly Column<SignerRow>[] {
  return [
    {
      head: '已签',
      cell: (row) =>
        isOpen(row) && mayWrite ? (
          <Checkbox
            size="small"
            checked={!except.has(row.staffId)}
            onChange={() => onToggle(row.staffId)}
            slotProps={{ input: { 'aria-label': `${row.name}已签` } }}
          />
        ) : null,
      sx: { width: '4.5rem', py: 0 },
    },
    {
      head: '姓名',
      cell: ({ staffId, name, hint }) => (
        <>
          <Link href={`/ethics/people/${staffId}`} color="inherit">
            {name}
          </Link>
          <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
            {hint}
          </Typography>
        </>
      ),
      sx: { width: '16rem' },
    },
    {
      head: '状态',
      cell: ({ state, overdue }) => <StatusSign sign={overdue ? lateSign : signSigns[state]} />,
      sx: { width: '8rem' },
    },
    { head: '签订日期', cell: ({ signedOn }) => signedOn, sx: { width: '8rem' } },
    { head: '说明', cell: notesOf },
    {
      head: '办理',
      cell: (row) => <SignerAction row={row} about={about} mayWrite={mayWrite} />,
      sx: { width: '9rem' },
    },
  ];
}

function notesOf(row: SignerRow): string {
  return [
    row.excuse ?? '',
    isOpen(row) || row.overdue ? `期限 ${row.dueOn}` : '',
    row.cameLater ? '学年中到岗' : '',
    row.anyYes ? '自查有“是”，请核查' : '',
  ]
    .filter((note) => note !== '')
    .join(' · ');
}

interface SignerActionProps extends Pick<SignerListProps, 'about' | 'mayWrite'> {
  readonly row: SignerRow;
}

function SignerAction({ row, about, mayWrite }: SignerActionProps): ReactNode {
  const ledger = about.campaign === '师德承诺书' ? 'ethicsPledge' : 'tutoringSelfCheck';
  if (row.state === 'signed' && row.recordId !== null) {
    if (ledger === 'ethicsPledge' && !row.scanned && mayWrite)
      return (
        <Link href={`/ledger/${ledger}/${row.recordId}/edit`}>
          附扫描件<Hidden>：{row.name}</Hidden>
        </Link>
      );
    return (
      <Link href={`/ledger/${ledger}/${row.recordId}`} color="inherit">
        {row.scanned ? '看扫描件' : '打开记录'}
        <Hidden>：{row.name}</Hidden>
      </Link>
    );
  }
  if (row.state === 'excused' && row.recordId !== null)
    return (
      <Link href={`/ledger/ethicsExcuse/${row.recordId}`} color="inherit">
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
