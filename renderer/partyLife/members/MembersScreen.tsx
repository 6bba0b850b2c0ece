import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { MemberRow } from '../../../shared/contract/partyLife.ts';
import { useCall } from '../../client.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { isNamedBy } from '../../ui/nameMatch.ts';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { HoursBar } from './HoursBar.tsx';
import { MemberHeader } from './MemberHeader.tsx';
import { NobodyYet } from './NobodyYet.tsx';
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
      <Unanswered query={roll} label="正在汇总党员情况" />
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
            <ColumnTable
              label="党员情况"
              sx={{ whiteSpace: 'nowrap' }}
              rows={shown}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: '姓名',
                  names: true,
                  cell: ({ id, name }) => (
                    <MuiLink href={`/party/members/${id}${queryOf(choice)}`}>{name}</MuiLink>
                  ),
                },
                ...columns,
              ]}
            />
          </Paper>
          {shown.length === 0 ? <Box sx={{ p: 2 }}>没有找到“{text.trim()}”，请换个写法再找。</Box> : null}
        </>
      ) : null}
    </>
  );
}

const columns: readonly Column<MemberRow>[] = [
  { head: '党支部', cell: ({ branch, group }) => [branch, group].filter(Boolean).join(' ') },
  { head: '类别、职务', cell: ({ status, posts }) => [status, posts].filter(Boolean).join(' · ') },
  {
    head: '出席',
    cell: ({ due, present }) =>
      due === 0 ? '没有记录' : `${Math.round((present / due) * 100)}%（${present}/${due}）`,
  },
  {
    head: '学时',
    cell: ({ hours, target, onPace }) => <HoursBar hours={hours} target={target} onPace={onPace} />,
  },
  {
    head: '党费',
    cell: ({ arrearsMonths, unrecordedMonths }) =>
      arrearsMonths > 0 ? (
        <StatusSign sign={severitySigns.error} word={`欠 ${arrearsMonths} 个月`} />
      ) : unrecordedMonths > 0 ? (
        `${unrecordedMonths} 个月没登记`
      ) : (
        '不欠'
      ),
  },
  {
    head: '还缺',
    cell: ({ gaps }) => (gaps > 0 ? <StatusSign sign={severitySigns.warning} word={`${gaps} 项`} /> : '齐全'),
  },
];
