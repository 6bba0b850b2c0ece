import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { HoursBoard, HoursRow } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { newId, useCall } from '../../client.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { HoursBar } from './HoursBar.tsx';
import { MemberHeader } from './MemberHeader.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import { queryOf, useBranchYear } from './useBranchYear.ts';

const isBehind = ({ hours, onPace }: HoursRow): boolean => hours < onPace;

/** Study hours of a branch's members against 32 or 56, who lacks most first. */
export function HoursScreen(): ReactNode {
  const { choice } = useBranchYear();
  const board = useCall('members.hours', choice, { keepPrevious: true });
  const { data } = board;
  const behind = data?.members.filter(isBehind) ?? [];
  return (
    <>
      <MemberHeader
        title="学时"
        here="/party/hours"
        choice={data}
        hint={
          behind.length > 0
            ? `${behind.length} 人落后于进度，差得最多的排在前面。竖线是到今天按进度应有的学时。`
            : '差得最多的排在前面。竖线是到今天按进度应有的学时。'
        }
        actions={
          data && behind.length > 0 ? (
            <RecordStudy board={data} rows={behind} label={`为落后的 ${behind.length} 人登记学习`} />
          ) : null
        }
      />
      <Unanswered query={board} label="正在计算学时" />
      {data && data.members.length === 0 ? <NobodyYet choice={data} /> : null}
      {data && data.members.length > 0 ? (
        <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
          <ColumnTable
            label="学时"
            rows={data.members}
            rowKey={({ id }) => id}
            columns={columnsOf(data)}
            sx={{ whiteSpace: 'nowrap' }}
          />
        </Paper>
      ) : null}
    </>
  );
}

function columnsOf(board: HoursBoard): readonly Column<HoursRow>[] {
  const left = ({ target, hours }: HoursRow) => Math.max(0, Math.round((target - hours) * 10) / 10);
  return [
    {
      head: '姓名',
      names: true,
      cell: ({ id, name }) => (
        <MuiLink href={`/party/members/${id}${queryOf({ year: board.year })}`}>{name}</MuiLink>
      ),
    },
    { head: '要求', cell: ({ leader }) => (leader ? '书记、委员' : '党员') },
    {
      head: '学时',
      cell: ({ hours, target, onPace }) => <HoursBar hours={hours} target={target} onPace={onPace} />,
      sx: { width: '45%' },
    },
    { head: '还差', cell: (row) => (left(row) === 0 ? '不差' : `${left(row)} 学时`) },
    {
      head: '集中培训',
      cell: ({ trainings, trainingsDue }) =>
        trainingsDue === 0 ? (
          '不要求'
        ) : trainings >= trainingsDue ? (
          `${trainings} 次`
        ) : (
          <StatusSign sign={severitySigns.warning} word={`${trainings}/${trainingsDue} 次`} />
        ),
    },
    {
      head: '登记',
      cell: (row) => (left(row) > 0 ? <RecordStudy board={board} rows={[row]} label="登记学习" /> : null),
    },
  ];
}

/** Opens a new study record with these members on its list. */
function RecordStudy({
  board,
  rows,
  label,
}: {
  readonly board: HoursBoard;
  readonly rows: readonly HoursRow[];
  readonly label: string;
}): ReactNode {
  const navigate = useNavigate();
  const rights = useRights();
  if (!rights.mayWrite('partyLife')) return null;
  function open() {
    const { to, state } = remedyAddress({
      kind: 'create',
      ledger: 'partyStudy',
      period: String(board.year),
      values: {
        branch: board.branchId,
        participants: rows.map(({ id }) => ({ id: newId(), member: id, hours: null, remark: null })),
      },
    });
    void navigate(to, { state });
  }
  return (
    <Button
      onClick={open}
      variant={rows.length > 1 ? 'contained' : 'text'}
      aria-label={rows.length === 1 ? `${label}：${rows[0]?.name ?? ''}` : undefined}
    >
      {label}
    </Button>
  );
}
