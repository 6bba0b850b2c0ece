import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { HoursBoard, HoursRow } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { newId, useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { HoursBar } from './HoursBar.tsx';
import { MemberHeader } from './MemberHeader.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import { peopleTable } from './peopleTable.ts';
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
      <FailureNotice error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending ? <Loading label="正在计算学时" /> : null}
      {data && data.members.length === 0 ? <NobodyYet choice={data} /> : null}
      {data && data.members.length > 0 ? (
        <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
          <Box component="table" aria-label="学时" sx={peopleTable}>
            <thead>
              <tr>
                <th scope="col">姓名</th>
                <th scope="col">要求</th>
                <th scope="col" style={{ width: '45%' }}>
                  学时
                </th>
                <th scope="col">还差</th>
                <th scope="col">集中培训</th>
                <th scope="col">登记</th>
              </tr>
            </thead>
            <tbody>
              {data.members.map((row) => (
                <Row key={row.id} row={row} board={data} />
              ))}
            </tbody>
          </Box>
        </Paper>
      ) : null}
    </>
  );
}

function Row({ row, board }: { readonly row: HoursRow; readonly board: HoursBoard }): ReactNode {
  const left = Math.max(0, Math.round((row.target - row.hours) * 10) / 10);
  return (
    <tr>
      <th scope="row">
        <MuiLink component={Link} to={`/party/members/${row.id}${queryOf({ year: board.year })}`}>
          {row.name}
        </MuiLink>
      </th>
      <td>{row.leader ? '书记、委员' : '党员'}</td>
      <td>
        <HoursBar hours={row.hours} target={row.target} onPace={row.onPace} />
      </td>
      <td>{left === 0 ? '不差' : `${left} 学时`}</td>
      <td>
        {row.trainingsDue === 0 ? (
          '不要求'
        ) : row.trainings >= row.trainingsDue ? (
          `${row.trainings} 次`
        ) : (
          <StatusSign sign={severitySigns.warning} word={`${row.trainings}/${row.trainingsDue} 次`} />
        )}
      </td>
      <td>{left > 0 ? <RecordStudy board={board} rows={[row]} label="登记学习" /> : null}</td>
    </tr>
  );
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
