import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { MemberRow } from '../../../shared/contract/partyLife.ts';
import { useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { isNamedBy } from '../../ui/nameMatch.ts';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { HoursBar } from './HoursBar.tsx';
import { MemberHeader } from './MemberHeader.tsx';
import { NobodyYet } from './NobodyYet.tsx';
import { peopleTable } from './peopleTable.ts';
import { queryOf, useBranchYear } from './useBranchYear.ts';

/** Everybody on the rolls with the numbers of the year; a name leads to the person's page. */
export function MembersScreen(): ReactNode {
  const { choice } = useBranchYear();
  const roll = useCall('members.roll', { year: choice.year }, { keepPrevious: true });
  const [text, setText] = useState('');
  const members = roll.data?.members ?? [];
  const shown = text.trim() === '' ? members : members.filter(({ name }) => isNamedBy(name, text.trim()));
  const incomplete = members.filter(({ gaps }) => gaps > 0).length;
  return (
    <>
      <MemberHeader
        title="党员情况"
        here="/party/members"
        hint={`${choice.year} 年在册 ${members.length} 人，${incomplete} 人还有没办完的事。点姓名看一人一页。`}
      />
      <FailureNotice error={roll.error} onRetry={() => void roll.refetch()} />
      {roll.isPending ? <Loading label="正在汇总党员情况" /> : null}
      {roll.data && members.length === 0 ? <NobodyYet choice={roll.data} /> : null}
      {members.length > 0 ? (
        <>
          <TextField
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="姓名或拼音首字母"
            sx={{ maxWidth: '20rem', mb: 1.5 }}
            slotProps={{ htmlInput: { 'aria-label': '查找党员', maxLength: 30 } }}
          />
          <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
            <Box component="table" aria-label="党员情况" sx={peopleTable}>
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  <th scope="col">党支部</th>
                  <th scope="col">类别、职务</th>
                  <th scope="col">出席</th>
                  <th scope="col">学时</th>
                  <th scope="col">党费</th>
                  <th scope="col">还缺</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((member) => (
                  <Row key={member.id} member={member} to={`/party/members/${member.id}${queryOf(choice)}`} />
                ))}
              </tbody>
            </Box>
          </Paper>
          {shown.length === 0 ? <Box sx={{ p: 2 }}>没有找到“{text.trim()}”，请换个写法再找。</Box> : null}
        </>
      ) : null}
    </>
  );
}

function Row({ member, to }: { readonly member: MemberRow; readonly to: string }): ReactNode {
  const { due, present, arrearsMonths, gaps } = member;
  return (
    <tr>
      <th scope="row">
        <MuiLink component={Link} to={to}>
          {member.name}
        </MuiLink>
      </th>
      <td>{[member.branch, member.group].filter(Boolean).join(' ')}</td>
      <td>{[member.status, member.posts].filter(Boolean).join(' · ')}</td>
      <td>{due === 0 ? '没有记录' : `${Math.round((present / due) * 100)}%（${present}/${due}）`}</td>
      <td>
        <HoursBar hours={member.hours} target={member.target} onPace={member.onPace} />
      </td>
      <td>
        {arrearsMonths > 0 ? (
          <StatusSign sign={severitySigns.error} word={`欠 ${arrearsMonths} 个月`} />
        ) : member.unrecordedMonths > 0 ? (
          `${member.unrecordedMonths} 个月没登记`
        ) : (
          '不欠'
        )}
      </td>
      <td>{gaps > 0 ? <StatusSign sign={severitySigns.warning} word={`${gaps} 项`} /> : '齐全'}</td>
    </tr>
  );
}
