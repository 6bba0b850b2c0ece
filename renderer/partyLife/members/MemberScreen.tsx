import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { MemberPage } from '../../../shared/contract/partyLife.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
import { useCall } from '../../client.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { EntryList } from './EntryList.tsx';
import { FeeMonths } from './FeeMonths.tsx';
import { GapList } from './GapList.tsx';
import { HoursBar } from './HoursBar.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { queryOf, useBranchYear } from './useBranchYear.ts';

/** One member on one page for a year: what is missing first, then every side of the record. */
export function MemberScreen(): ReactNode {
  const { memberId = '' } = useParams();
  const { choice, choose } = useBranchYear();
  const page = useCall('members.page', { id: memberId, year: choice.year }, { keepPrevious: true });
  const roll = `/party/members${queryOf(choice)}`;
  const back = <QuietButton href={roll}>返回党员情况</QuietButton>;
  if (!page.isSuccess) return <Unanswered query={page} label="正在汇总这位党员的情况" back={back} />;
  const { name, facts, gaps, year } = page.data;
  return (
    <article aria-label={`${name}的党员情况`}>
      <PageHeader
        title={name}
        hint={facts.map(({ label, value }) => `${label}：${value}`).join('　')}
        actions={
          <>
            <Button href={roll} color="secondary">
              换一位
            </Button>
            <QuietButton href={`/ledger/partyMember/${memberId}`}>名册记录</QuietButton>
            <PeriodStepper
              kinds={['year']}
              name="年度"
              value={String(year)}
              onChange={(period) => choose({ ...choice, year: Number(period) })}
            />
          </>
        }
      />
      {page.data.branch === null ? (
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          {year} 年末或今天已不在本校名册上，只列出留下的记录。
        </Typography>
      ) : (
        <GapList gaps={gaps} year={year} branch={page.data.branch.id} />
      )}
      <Box
        sx={{
          columnCount: { xs: 1, md: 2 },
          columnGap: 1.5,
          mt: 1.5,
          '& > *': { breakInside: 'avoid', mb: 1.5 },
        }}
      >
        <Attendance page={page.data} />
        <Study page={page.data} />
        <Fees page={page.data} />
        <Talks page={page.data} />
        <Roll page={page.data} />
        <Growth page={page.data} />
      </Box>
    </article>
  );
}

interface SideProps {
  readonly page: MemberPage;
}

function Attendance({ page }: SideProps): ReactNode {
  const { due, present, madeUp, absences } = page.attendance;
  return (
    <Panel
      title="出席"
      hint={
        due === 0
          ? '没有记录'
          : `${Math.round((present / due) * 100)}%，应到 ${due} 次，实到 ${present} 次${absences.length > 0 ? `，补学 ${madeUp} 次` : ''}`
      }
    >
      <EntryList
        empty={due === 0 ? '会议记录的出席情况里还没有这位党员。' : '没有缺席。'}
        entries={absences.map((absence) => ({
          key: absence.meetingId,
          to: `/ledger/partyMeeting/${absence.meetingId}`,
          label: `${absence.heldOn} ${absence.title}`,
          detail: [
            absence.state,
            absence.reason === absence.state ? null : absence.reason,
            absence.approvedBy === null ? null : `${absence.approvedBy}批准`,
            absence.madeUpOn === null ? '没有补学' : `${absence.madeUpOn} 补学`,
          ]
            .filter((word) => word !== null)
            .join('，'),
        }))}
      />
    </Panel>
  );
}

function Study({ page }: SideProps): ReactNode {
  const { leader, hours, target, onPace, trainings, entries } = page.study;
  return (
    <Panel title="学时" hint={leader ? `书记、委员，集中培训 ${trainings} 次` : '党员'}>
      {page.branch === null ? null : (
        <Box sx={{ mb: 1 }}>
          <HoursBar hours={hours} target={target} onPace={onPace} />
        </Box>
      )}
      <EntryList
        empty="还没有计学时的会议或学习记录。"
        entries={entries.map((entry) => ({
          key: entry.id,
          to: `/ledger/${entry.ledger}/${entry.id}`,
          label: `${entry.heldOn} ${entry.title}`,
          detail: `${entry.hours} 学时`,
        }))}
      />
    </Panel>
  );
}

function Fees({ page }: SideProps): ReactNode {
  const { fees, branch, year } = page;
  if (!fees || !branch)
    return (
      <Panel title="党费">
        <Typography variant="body2" color="textSecondary">
          不在册，没有应交的党费。
        </Typography>
      </Panel>
    );
  const paid = fees.cells.reduce((sum, cell) => sum + cell.paid, 0);
  const base = fees.base === null ? '没有基数' : `基数 ${formatMoney(fees.base)} 元`;
  return (
    <Panel
      title="党费"
      hint={`${fees.situation}，${fees.situation === '无固定收入' ? '按定额' : base}${fees.rate === null ? '' : `，${fees.rate}%`}，已交 ${formatMoney(paid)} 元`}
    >
      <FeeMonths row={fees} />
      <Button href={`/party/fees${queryOf({ branch: branch.id, year })}`} color="secondary" sx={{ mt: 0.5 }}>
        到党费月表登记
      </Button>
    </Panel>
  );
}

function Talks({ page }: SideProps): ReactNode {
  return (
    <Panel title="谈心谈话" hint={`${page.talks.length} 次`}>
      <EntryList
        empty="还没有谈心谈话记录。"
        entries={page.talks.map((talk) => ({
          key: talk.id,
          to: `/ledger/${talk.ledger}/${talk.id}`,
          label: `${talk.heldOn} 与${talk.partner}`,
        }))}
      />
    </Panel>
  );
}

function Roll({ page }: SideProps): ReactNode {
  const span = (one: { readonly from: string; readonly to: string | null }): string =>
    `${one.from} 至 ${one.to ?? '今'}`;
  return (
    <Panel title="组织关系、职务和处分">
      <EntryList
        empty="名册里没有转入日期，看不出从哪天起在册。"
        entries={[
          ...page.memberships.map((one) => ({ ...one, ledger: 'partyMembership' })),
          ...page.posts.map((one) => ({ ...one, ledger: 'committeePost' })),
          ...page.sanctions.map((one) => ({ ...one, ledger: 'partySanction', words: `处分 · ${one.kind}` })),
        ].map((one) => ({
          key: one.id,
          to: `/ledger/${one.ledger}/${one.id}`,
          label: one.words,
          detail: span(one),
        }))}
      />
    </Panel>
  );
}

function Growth({ page }: SideProps): ReactNode {
  const { development, grades } = page;
  return (
    <Panel title="民主评议和发展经过">
      <EntryList
        empty="还没有民主评议等次。"
        entries={grades.map((one) => ({
          key: one.meetingId,
          to: `/ledger/partyMeeting/${one.meetingId}`,
          label: `${one.year} 年度民主评议：${one.grade}`,
        }))}
      />
      {development ? (
        <Box sx={{ mt: 1 }}>
          <EntryList
            empty=""
            entries={[
              {
                key: 'dossier',
                to: `/party/development/${development.id}`,
                label: `发展党员档案：${development.state}`,
                detail: `已办 ${development.steps.length} 步`,
              },
              ...development.steps.toReversed().map((step) => ({
                key: `${step.name} ${step.on}`,
                to: `/party/development/${development.id}`,
                label: `${step.on} 第 ${step.name}`,
              })),
            ]}
          />
        </Box>
      ) : null}
    </Panel>
  );
}
