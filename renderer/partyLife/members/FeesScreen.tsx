import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type ReactNode } from 'react';
import type { FeeGrid } from '../../../shared/contract/partyLife.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { CallFailure, useCall, useChange } from '../../client.ts';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { SheetSaving } from '../../ui/SheetSaving.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { FeeTable } from './FeeTable.tsx';
import { feeSigns } from './feeSigns.ts';
import { orderOf, payAsDue, placeOf, previewOf, storedEdit, withEdit, type FeeEdits } from './feeSheet.ts';
import { MemberHeader } from './MemberHeader.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import { useBranchYear } from './useBranchYear.ts';

/** The branch's fees of a year as a sheet that is filled in and saved at once. */
export function FeesScreen(): ReactNode {
  const { choice } = useBranchYear();
  const grid = useCall('members.fees', choice);
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <MemberHeader
        title="党费月表"
        here="/party/fees"
        choice={grid.data}
        hint="填实交金额，方向键和回车移动，输入 = 按应交；点月份后面的 =，没填的都按应交登记，再改个别人。基数全额按所在档的比例计算。"
      />
      <Unanswered query={grid} label="正在计算党费" />
      {grid.data && grid.data.payers.length === 0 ? <NobodyYet choice={grid.data} /> : null}
      {grid.data && grid.data.payers.length > 0 ? (
        <FeeSheet key={`${grid.data.branchId ?? ''} ${grid.data.year}`} grid={grid.data} />
      ) : null}
    </Box>
  );
}

const nothing: FeeEdits = new Map();

function FeeSheet({ grid }: { readonly grid: FeeGrid }): ReactNode {
  const mayWrite = useRights().mayWrite('partyLife');
  const [edits, setEdits] = useState<FeeEdits>(nothing);
  const [paidOn, setPaidOn] = useState(grid.today);
  const [active, setActive] = useState<{ readonly memberId: string; readonly month: string } | null>(null);
  const [status, setStatus] = useState('');
  const save = useChange('members.saveFees');
  const refused = useMemo(
    () =>
      new Set(save.error instanceof CallFailure ? save.error.failure.problems?.map(({ path }) => path) : []),
    [save.error],
  );
  function change(next: FeeEdits) {
    setEdits(next);
    setStatus('');
  }

  async function store(): Promise<boolean> {
    if (!isPlainDate(paidOn)) {
      setStatus('请先把交纳日期填对，例如 11-24。');
      return false;
    }
    const made = orderOf(grid, edits, paidOn);
    if ('unreadable' in made) {
      setStatus(`有 ${made.unreadable.length} 个金额看不懂，请写成 96.5 这样。`);
      return false;
    }
    const answer = await save.mutateAsync(made.order).catch(() => null);
    if (answer === null) return false;
    setEdits(nothing);
    setStatus(`已保存 ${answer.saved} 条`);
    return true;
  }

  return (
    <>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
        {mayWrite ? (
          <Box sx={{ width: '13rem' }}>
            <DayField
              label="这次填的交纳日期"
              value={paidOn}
              onChange={setPaidOn}
              invalid={!isPlainDate(paidOn)}
            />
          </Box>
        ) : null}
        <BandsAndSigns grid={grid} edits={edits} />
      </Box>
      <Box
        sx={{
          flex: 1,
          minHeight: '12rem',
          overflow: 'auto',
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
        }}
      >
        <FeeTable
          grid={grid}
          edits={edits}
          refused={refused}
          mayWrite={mayWrite}
          onEdit={(row, cell, edit) => change(withEdit(edits, placeOf(row, cell), cell, edit))}
          onPayMonth={(month) => change(payAsDue(grid, edits, month))}
          onActive={setActive}
        />
      </Box>
      {mayWrite ? (
        <>
          <CellDetail grid={grid} edits={edits} place={active} onChange={change} />
          <SheetSaving
            status={status || (edits.size > 0 ? `有 ${edits.size} 处没保存` : '改动后按 Ctrl+S 保存')}
            unsaved={edits.size > 0}
            what={`党费月表有 ${edits.size} 处没有保存`}
            busy={save.isPending}
            maySave={edits.size > 0}
            onSave={store}
            onDiscard={() => {
              change(nothing);
              save.reset();
            }}
          />
        </>
      ) : null}
    </>
  );
}

/** How fees are reckoned, and the signs that this sheet shows. */
function BandsAndSigns({ grid, edits }: Pick<CellDetailProps, 'grid' | 'edits'>): ReactNode {
  const usedStates = new Set<string>(
    grid.payers.flatMap((row) =>
      row.cells.map((cell) => previewOf(cell, edits.get(placeOf(row, cell)), grid.today).state),
    ),
  );
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ flex: '1 1 20rem' }}>
        {grid.bands.map((band) => (
          <Box key={band}>{band}</Box>
        ))}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {Object.entries(feeSigns)
          .filter(([state]) => usedStates.has(state))
          .map(([state, sign]) => (
            <StatusSign key={state} sign={sign} />
          ))}
      </Box>
    </>
  );
}

interface CellDetailProps {
  readonly grid: FeeGrid;
  readonly edits: FeeEdits;
  readonly place: { readonly memberId: string; readonly month: string } | null;
  readonly onChange: (edits: FeeEdits) => void;
}

/** What else belongs to the cell that was last in focus: when it was paid, or why not. */
function CellDetail({ grid, edits, place, onChange }: CellDetailProps): ReactNode {
  const row = grid.payers.find(({ memberId }) => memberId === place?.memberId);
  const cell = row?.cells.find(({ month }) => month === place?.month);
  if (!row || !cell)
    return (
      <Typography variant="body2" color="textSecondary" sx={{ py: 1, minHeight: '4.375rem' }}>
        点一个格子，这里显示那个月的应交、交纳日期，并可以填欠交原因。
      </Typography>
    );
  const key = placeOf(row, cell);
  const edit = edits.get(key) ?? storedEdit(cell);
  const base = row.base === null ? '没有党费基数' : `基数 ${formatMoney(row.base)} 元`;
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', py: 0.5, minHeight: '4.375rem' }}
    >
      <Box sx={{ flex: '1 1 16rem' }}>
        {row.name} {formatPeriod(cell.month)}
        <Typography variant="body2" color="textSecondary">
          {row.situation}，{base}
          {cell.due === null ? '' : `，应交 ${formatMoney(cell.due)} 元`}
          {cell.paidOn === null ? '' : `，${cell.paidOn} 交`}
        </Typography>
      </Box>
      {cell.state === 'outside' || cell.state === 'noBase' ? null : (
        <Box sx={{ flex: '1 1 20rem' }}>
          <TextBox
            label="欠交原因"
            value={edit.reason}
            onChange={(reason) => onChange(withEdit(edits, key, cell, { ...edit, reason }))}
          />
        </Box>
      )}
    </Box>
  );
}
