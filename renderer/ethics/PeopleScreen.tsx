import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Finds the person whose file is to be opened. */
export function PeopleScreen(): ReactNode {
  const [text, setText] = useState('');
  const found = useCall(
    'ledger.lookup',
    { ledger: 'staff', text: text.trim(), limit: 30 },
    { keepPrevious: true },
  );
  const hits = found.data ?? [];
  return (
    <>
      <PageHeader
        title="师德档案"
        hint="一人一档：承诺、自查、考核、表彰、谈话、投诉处理和准入查询，按年份汇在一页。"
      />
      <TextField
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="姓名、拼音首字母或工号"
        sx={{ maxWidth: '24rem', mb: 2 }}
        slotProps={{ htmlInput: { 'aria-label': '查找教职工', maxLength: 60 } }}
      />
      <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      {found.data && hits.length === 0 ? (
        <EmptyState
          sentence={
            text.trim() === ''
              ? '还没有教职工，请先登记或导入。'
              : `没有找到“${text.trim()}”，请换个写法再找。`
          }
        />
      ) : null}
      <Box
        component="ul"
        aria-label="教职工"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fill, minmax(16rem, 1fr))',
        }}
      >
        {hits.map((hit) => (
          <Paper key={hit.id} component="li" variant="outlined">
            <Box
              component={Link}
              to={`/ethics/people/${hit.id}`}
              sx={{ display: 'block', p: 1.5, color: 'inherit', textDecoration: 'none' }}
            >
              {hit.title}
              <Typography variant="body2" color="textSecondary">
                {[hit.code, hit.hint].filter((word) => word !== null && word !== '').join(' · ')}
              </Typography>
            </Box>
          </Paper>
        ))}
      </Box>
    </>
  );
}
