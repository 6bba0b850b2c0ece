import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState, type ReactNode } from 'react';
import type { TalkBoard } from '../../../shared/contract/partyLife.ts';
import { useCall } from '../../client.ts';
import { SentenceAlert } from '../../ui/SentenceAlert.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { MemberHeader } from './MemberHeader.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import { TalkGrid } from './TalkGrid.tsx';
import { useBranchYear } from './useBranchYear.ts';

type View = 'committee' | 'members';

/** Who has talked with whom in a branch in a year, who is missing, and one click to record it. */
export function TalksScreen(): ReactNode {
  const { choice } = useBranchYear();
  const board = useCall('members.talks', choice, { keepPrevious: true });
  const [view, setView] = useState<View>('committee');
  const { data } = board;
  const columns = data?.members.filter(({ committee }) => view === 'members' || committee) ?? [];
  return (
    <>
      <MemberHeader
        title="谈心谈话"
        here="/party/talks"
        choice={data}
        hint="格子里是最近一次谈话的日期；点空格子登记一次新的，方向键移动，回车打开。"
        actions={
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label="和谁谈话"
            value={view}
            onChange={(_event, next: View | null) => {
              if (next !== null) setView(next);
            }}
          >
            <ToggleButton value="committee" sx={{ py: 0.25 }}>
              与委员
            </ToggleButton>
            <ToggleButton value="members" sx={{ py: 0.25 }}>
              全体之间
            </ToggleButton>
          </ToggleButtonGroup>
        }
      />
      <Unanswered query={board} label="正在核对谈心谈话" />
      {data && data.members.length === 0 ? <NobodyYet choice={data} /> : null}
      {data && data.members.length > 0 ? (
        <>
          <Missing board={data} />
          {columns.length === 0 ? (
            <Alert
              severity="info"
              action={
                <Button color="inherit" href="/ledger/committeePost/new">
                  登记支委
                </Button>
              }
            >
              这个支部还没有登记书记和委员，登记后这里会列出委员与每名党员的谈话。
            </Alert>
          ) : (
            <Paper variant="outlined" sx={{ p: 1 }}>
              <TalkGrid key={`${data.branchId ?? ''} ${view}`} board={data} columns={columns} />
            </Paper>
          )}
        </>
      ) : null}
    </>
  );
}

function Missing({ board }: { readonly board: TalkBoard }): ReactNode {
  const nameOf = (id: string): string => board.members.find((member) => member.id === id)?.name ?? '';
  const namesOf = (ids: readonly string[]): readonly string[] =>
    board.members.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const { committeePairsMissing, withoutCommittee } = board;
  const ordinary = board.members.filter(({ committee }) => !committee).length;
  const withoutPeer = ordinary > 1 ? board.withoutPeer : [];
  const lines = [
    committeePairsMissing.length > 0
      ? `委员之间还缺 ${committeePairsMissing.length} 对：${listed(committeePairsMissing.map((pair) => pair.map(nameOf).join('和')))}`
      : '',
    withoutCommittee.length > 0 && board.members.length > ordinary
      ? `还没有委员与之谈话的 ${withoutCommittee.length} 人：${listed(namesOf(withoutCommittee))}`
      : '',
    withoutPeer.length > 0
      ? `还没有与其他党员谈话的 ${withoutPeer.length} 人：${listed(namesOf(withoutPeer))}`
      : '',
  ].filter((line) => line !== '');
  if (lines.length === 0)
    return (
      <Alert severity="success" sx={{ mb: 1.5 }}>
        {board.year} 年要求的谈心谈话都有记录。
      </Alert>
    );
  return <SentenceAlert severity="warning" sentences={lines} />;
}

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join('、')}等` : names.join('、');
}
