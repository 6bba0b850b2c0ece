import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { HonourView } from '../../../shared/contract/ethicsCampaign.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { gateSigns } from '../ethicsSigns.ts';
import { honourLevels, type HonourLevel } from '../../../shared/domain/ethics/words.ts';

/** Honours by level and year, and who should be proposed next with the reasons. */
export function HonoursScreen(): ReactNode {
  const [level, setLevel] = useState<HonourLevel>('县级');
  const [year, setYear] = useState<string>('全部');
  const view = useCall('ethics.honours', { level }, { keepPrevious: true });
  const mayWrite = useRights().mayWrite('ethics');
  return (
    <>
      <PageHeader
        title="表彰荣誉"
        hint="按级别和年份查看荣誉、文号和公示；推荐建议按荣誉、师德考核和校龄计分，被否决的人不会出现，由学校集体决定。"
        actions={
          <>
            <QuietButton href="/reports?name=honourList">表彰一览表</QuietButton>
            <QuietButton href="/reports?name=honourSuggestions">打印推荐建议</QuietButton>
            {mayWrite ? (
              <Button href="/ledger/ethicsAward/new" variant="contained">
                登记表彰
              </Button>
            ) : null}
          </>
        }
      />
      <Unanswered query={view} />
      {view.data ? (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
            <ChoiceField
              label="推荐哪一级荣誉"
              value={level}
              options={honourLevels.map((value) => ({ value, label: value }))}
              onChange={setLevel}
            />
            <ChoiceField
              label="荣誉年份"
              value={year}
              options={['全部', ...view.data.years].map((value) => ({
                value,
                label: value === '全部' ? value : `${value}年`,
              }))}
              onChange={setYear}
            />
          </Box>
          <Suggestions view={view.data} level={level} />
          <Honours view={view.data} year={year} />
        </>
      ) : null}
    </>
  );
}

function Suggestions({ view, level }: { readonly view: HonourView; readonly level: string }): ReactNode {
  return (
    <Panel title={`${level}荣誉推荐建议`} label="推荐建议" flush sx={{ mb: 2 }}>
      {view.suggestions.length === 0 ? (
        <Typography color="textSecondary" sx={{ px: 2, pb: 2 }}>
          还没有可以建议的人员：先登记师德考核、荣誉和到校日期。
        </Typography>
      ) : (
        <ColumnTable
          top
          rows={view.suggestions.slice(0, 10)}
          rowKey={({ staffId }) => staffId}
          columns={[
            { head: '次序', cell: (_one, index) => index + 1, sx: { width: '4rem' } },
            {
              head: '姓名',
              cell: ({ staffId, name, hint }) => (
                <>
                  <MuiLink href={`/ethics/people/${staffId}`} color="inherit">
                    {name}
                  </MuiLink>
                  <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                    {hint}
                  </Typography>
                </>
              ),
              sx: { width: '15rem' },
            },
            { head: '积分', cell: ({ points }) => points, right: true, sx: { width: '5rem' } },
            {
              head: '理由',
              cell: ({ parts }) => parts.map(({ sentence, points }) => `${sentence} +${points}`).join('；'),
            },
            {
              head: '师德把关',
              cell: ({ decisions }) => (
                <>
                  <StatusSign sign={decisions.length === 0 ? gateSigns.pass : gateSigns.decision} />
                  {decisions.length === 0 ? null : (
                    <Typography variant="body2">{decisions.join('；')}</Typography>
                  )}
                </>
              ),
              sx: { width: '20rem' },
            },
          ]}
        />
      )}
    </Panel>
  );
}

function Honours({ view, year }: { readonly view: HonourView; readonly year: string }): ReactNode {
  const rows = view.rows.filter(({ grantedOn }) => year === '全部' || grantedOn.startsWith(year));
  if (rows.length === 0) return <EmptyState sentence="还没有登记表彰。" />;
  const counts = honourLevels
    .map((level) => [level, rows.filter((row) => row.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${level} ${count}`);
  return (
    <Panel title={`荣誉 ${rows.length} 项（${counts.join('，')}）`} label="荣誉名单" flush>
      <ColumnTable
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { head: '授予日期', cell: ({ grantedOn }) => grantedOn, sx: { width: '7.5rem' } },
          { head: '级别', cell: ({ level }) => level, sx: { width: '5rem' } },
          {
            head: '姓名',
            cell: ({ staffId, staffName }) => (
              <MuiLink href={`/ethics/people/${staffId}`} color="inherit">
                {staffName}
              </MuiLink>
            ),
            sx: { width: '7rem' },
          },
          {
            head: '荣誉名称',
            cell: ({ id, name }) => (
              <MuiLink href={`/ledger/ethicsAward/${id}`} color="inherit">
                {name}
              </MuiLink>
            ),
          },
          { head: '授予单位', cell: ({ grantedBy }) => grantedBy },
          { head: '文号', cell: ({ documentNumber }) => documentNumber },
          {
            head: '公示',
            cell: ({ noticeWorkdays, noticeShort }) =>
              noticeWorkdays === null ? (
                '没有登记公示'
              ) : noticeShort ? (
                <StatusSign
                  sign={{ mark: '!', word: '', tone: 'bad' }}
                  word={`${noticeWorkdays} 个工作日，应 ${view.noticeWorkdays} 个`}
                />
              ) : (
                `${noticeWorkdays} 个工作日`
              ),
            sx: { width: '12rem' },
          },
        ]}
      />
    </Panel>
  );
}
