import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import MuiLink from '@mui/material/Link';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { DevelopmentBoard, DevelopmentCard } from '../../../shared/contract/partyLife.ts';
import { formatChinese } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { turnSigns, urgency } from './turnSigns.ts';

/** Everybody on the way into the Party, by stage; each card says what is next and when. */
export function BoardScreen(): ReactNode {
  const board = useCall('development.board', {});
  const rights = useRights();
  if (!board.isSuccess) return <Unanswered query={board} label="正在核对发展党员的进度" />;
  const { columns, ended, today } = board.data;
  const count = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  const mayWrite = rights.mayWrite('partyLife');
  const create = mayWrite ? (
    <Button href="/ledger/memberDevelopment/new" variant="contained">
      新建档案
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title="发展党员"
        hint={`到${formatChinese(today)}，共有 ${count} 份档案`}
        actions={
          <>
            {count > 0 ? create : null}
            <QuietButton href="/reports?name=developmentLedger">工作台账</QuietButton>
            <QuietButton href="/ledger/memberDevelopment">全部档案</QuietButton>
          </>
        }
      />
      {count + ended.length === 0 ? (
        <Paper variant="outlined">
          <EmptyState sentence="还没有发展党员档案。收到入党申请书后，为申请人建一份档案，程序会算好每一步的时间。">
            {create}
            {rights.may('import') && mayWrite ? (
              <QuietButton href="/import/memberDevelopment">从 Excel 导入</QuietButton>
            ) : null}
          </EmptyState>
        </Paper>
      ) : (
        <Columns columns={columns} />
      )}
      {ended.length > 0 ? <Ended ended={ended} /> : null}
    </>
  );
}

function Columns({ columns }: Pick<DevelopmentBoard, 'columns'>): ReactNode {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: `repeat(${columns.length}, minmax(11.5rem, 1fr))`,
        overflowX: 'auto',
        alignItems: 'start',
        p: '2px',
      }}
    >
      {columns.map(({ state, cards }) => (
        <Column key={state} state={state} cards={cards} />
      ))}
    </Box>
  );
}

function Column({ state, cards }: DevelopmentBoard['columns'][number]): ReactNode {
  const [open, setOpen] = useState(false);
  const filed = cards.filter(({ next }) => next === null);
  const shown = (open ? cards : cards.filter(({ next }) => next !== null)).toSorted(
    (a, b) => urgencyOf(a) - urgencyOf(b),
  );
  return (
    <Box component="section" aria-label={`${state} ${cards.length} 人`} sx={{ minWidth: 0 }}>
      <Typography variant="h2" sx={{ mb: 1, px: 0.5 }}>
        {state}
        <Typography component="span" variant="body2" color="textSecondary">
          {' '}
          {cards.length} 人
        </Typography>
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {shown.map((card) => (
          <li key={card.id}>
            <Card card={card} />
          </li>
        ))}
      </Box>
      {cards.length === 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ px: 0.5 }}>
          没有
        </Typography>
      ) : null}
      {filed.length > 0 ? (
        <Button color="secondary" onClick={() => setOpen(!open)} sx={{ mt: shown.length > 0 ? 1 : 0 }}>
          {open ? '收起已归档的' : `已归档 ${filed.length} 人`}
        </Button>
      ) : null}
    </Box>
  );
}

function urgencyOf({ next, inspection }: DevelopmentCard): number {
  const turns = [next, inspection].flatMap((turn) => (turn ? [urgency.indexOf(turn.standing)] : []));
  return Math.min(urgency.length, ...turns);
}

function Card({ card }: { readonly card: DevelopmentCard }): ReactNode {
  const { next, inspection, missingPapers, errors } = card;
  const remind = inspection !== null && inspection.standing !== 'open';
  return (
    <Paper variant="outlined" sx={{ '&:hover': { borderColor: 'text.secondary' } }}>
      <Box
        component={Link}
        to={`/party/development/${card.id}`}
        sx={{ display: 'block', p: 1.25, color: 'inherit', textDecoration: 'none', overflowWrap: 'anywhere' }}
      >
        <Typography variant="h3" component="div">
          {card.name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {[card.branch, card.hint].filter(Boolean).join(' · ')}
        </Typography>
        {next ? (
          <Box sx={{ mt: 0.75 }}>
            <Typography variant="body2">
              下一步：{next.number} {next.name}
            </Typography>
            <StatusSign sign={turnSigns[next.standing]} />
            <Typography variant="body2" color="textSecondary">
              {next.words}
            </Typography>
          </Box>
        ) : (
          <Box sx={{ mt: 0.75 }}>
            <StatusSign sign={turnSigns.done} word="已归档" />
          </Box>
        )}
        {remind ? (
          <Box sx={{ mt: 0.75 }}>
            <StatusSign sign={turnSigns[inspection.standing]} word="半年考察" />
            <Typography variant="body2" color="textSecondary">
              {inspection.words}
            </Typography>
          </Box>
        ) : null}
        {errors + missingPapers > 0 ? (
          <Box sx={{ mt: 0.75, display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {errors > 0 ? <StatusSign sign={severitySigns.error} word={`${errors} 处必须改`} /> : null}
            {missingPapers > 0 ? (
              <StatusSign sign={severitySigns.warning} word={`缺 ${missingPapers} 份材料`} />
            ) : null}
          </Box>
        ) : null}
      </Box>
    </Paper>
  );
}

function Ended({ ended }: Pick<DevelopmentBoard, 'ended'>): ReactNode {
  return (
    <Box component="section" aria-labelledby="ended" sx={{ mt: 2 }}>
      <Typography id="ended" variant="h2" sx={{ mb: 0.5 }}>
        已终止或转出
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {ended.map(({ id, name, state, endedOn }) => (
          <li key={id}>
            <MuiLink href={`/party/development/${id}`}>{name}</MuiLink> {endedOn} {state}
          </li>
        ))}
      </Box>
    </Box>
  );
}
