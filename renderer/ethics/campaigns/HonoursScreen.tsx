import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { HonourView } from '../../../shared/contract/ethicsCampaign.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { gateSigns } from '../ethicsSigns.ts';
import { honourLevels, type HonourLevel } from '../../../shared/domain/ethics/words.ts';

/** Honours by level and year, and who should be proposed next with the reasons. */
export function HonoursScreen(): ReactNode {
  const [level, setLevel] = useState<HonourLevel>('县级');
  const [year, setYear] = useState<string>('全部');
  const view = useCall('ethics.honours', { level }, { fresh: true, keepPrevious: true });
  const mayWrite = useRights().mayWrite('ethics');
  return (
    <>
      <PageHeader
        title="表彰荣誉"
        hint="按级别和年份查看荣誉、文号和公示；推荐建议按荣誉、师德考核和校龄计分，被否决的人不会出现，由学校集体决定。"
        actions={
          <>
            <Button component={Link} to="/reports?name=honourList" color="secondary" variant="outlined">
              表彰一览表
            </Button>
            <Button
              component={Link}
              to="/reports?name=honourSuggestions"
              color="secondary"
              variant="outlined"
            >
              打印推荐建议
            </Button>
            {mayWrite ? (
              <Button component={Link} to="/ledger/ethicsAward/new" variant="contained">
                登记表彰
              </Button>
            ) : null}
          </>
        }
      />
      <FailureNotice error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending ? <Loading /> : null}
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
    <Paper variant="outlined" component="section" aria-label="推荐建议" sx={{ mb: 2 }}>
      <Typography variant="h2" sx={{ p: 2, pb: 1 }}>
        {level}荣誉推荐建议
      </Typography>
      {view.suggestions.length === 0 ? (
        <Typography color="textSecondary" sx={{ px: 2, pb: 2 }}>
          还没有可以建议的人员：先登记师德考核、荣誉和到校日期。
        </Typography>
      ) : (
        <Table size="small" sx={{ '& td': { verticalAlign: 'top' } }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '4rem' }}>次序</TableCell>
              <TableCell sx={{ width: '15rem' }}>姓名</TableCell>
              <TableCell sx={{ width: '5rem' }} align="right">
                积分
              </TableCell>
              <TableCell>理由</TableCell>
              <TableCell sx={{ width: '20rem' }}>师德把关</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {view.suggestions.slice(0, 10).map((one, index) => (
              <TableRow key={one.staffId}>
                <TableCell>{index + 1}</TableCell>
                <TableCell>
                  <MuiLink component={Link} to={`/ethics/people/${one.staffId}`} color="inherit">
                    {one.name}
                  </MuiLink>
                  <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                    {one.hint}
                  </Typography>
                </TableCell>
                <TableCell align="right">{one.points}</TableCell>
                <TableCell>
                  {one.parts.map(({ sentence, points }) => `${sentence} +${points}`).join('；')}
                </TableCell>
                <TableCell>
                  <StatusSign sign={one.decisions.length === 0 ? gateSigns.pass : gateSigns.decision} />
                  {one.decisions.length === 0 ? null : (
                    <Typography variant="body2">{one.decisions.join('；')}</Typography>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Paper>
  );
}

function Honours({ view, year }: { readonly view: HonourView; readonly year: string }): ReactNode {
  const rows = view.rows.filter(({ grantedOn }) => year === '全部' || grantedOn.startsWith(year));
  if (rows.length === 0) return <EmptyState sentence="还没有登记表彰。" />;
  return (
    <Paper variant="outlined" component="section" aria-label="荣誉名单">
      <Typography variant="h2" sx={{ p: 2, pb: 1 }}>
        荣誉 {rows.length} 项（
        {honourLevels
          .map((level) => [level, rows.filter((row) => row.level === level).length] as const)
          .filter(([, count]) => count > 0)
          .map(([level, count]) => `${level} ${count}`)
          .join('，')}
        ）
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: '7.5rem' }}>授予日期</TableCell>
            <TableCell sx={{ width: '5rem' }}>级别</TableCell>
            <TableCell sx={{ width: '7rem' }}>姓名</TableCell>
            <TableCell>荣誉名称</TableCell>
            <TableCell>授予单位</TableCell>
            <TableCell>文号</TableCell>
            <TableCell sx={{ width: '12rem' }}>公示</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell>{row.grantedOn}</TableCell>
              <TableCell>{row.level}</TableCell>
              <TableCell>
                <MuiLink component={Link} to={`/ethics/people/${row.staffId}`} color="inherit">
                  {row.staffName}
                </MuiLink>
              </TableCell>
              <TableCell>
                <MuiLink component={Link} to={`/ledger/ethicsAward/${row.id}`} color="inherit">
                  {row.name}
                </MuiLink>
              </TableCell>
              <TableCell>{row.grantedBy ?? ''}</TableCell>
              <TableCell>{row.documentNumber ?? ''}</TableCell>
              <TableCell>
                {row.noticeWorkdays === null ? (
                  '没有登记公示'
                ) : row.noticeShort ? (
                  <StatusSign
                    sign={{ mark: '!', word: '', tone: 'bad' }}
                    word={`${row.noticeWorkdays} 个工作日，应 ${view.noticeWorkdays} 个`}
                  />
                ) : (
                  `${row.noticeWorkdays} 个工作日`
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
