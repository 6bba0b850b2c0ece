import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import Search from '@mui/icons-material/Search';
import { useState, type ReactNode } from 'react';
import { tryCall } from '../client.ts';
import { PeriodSwitch } from './PeriodSwitch.tsx';
import { applySession, useSession } from '../ground/sessionContext.tsx';
import { NoticeDialog } from '../ui/NoticeDialog.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';

export function TopBar({ onSearch }: { readonly onSearch: () => void }): ReactNode {
  const { school, account, demo } = useSession();

  const [refusal, setRefusal] = useState<string | null>(null);

  async function lock() {
    const answer = await tryCall('session.lock', {});
    applySession(answer.ok ? answer.value : null);
    if (!answer.ok) setRefusal(answer.failure.sentence);
  }

  return (
    <Box
      component="header"
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 2,
        minHeight: '3rem',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Typography
        component="div"
        sx={{
          flex: '0 1 auto',
          minWidth: 0,
          fontWeight: 600,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
        title={school.name}
      >
        {school.name}
        {demo ? '（演示）' : ''}
      </Typography>
      <PeriodSwitch />
      <Box sx={{ flex: 1 }} />
      <QuietButton
        startIcon={<Search />}
        onClick={onSearch}
        aria-keyshortcuts="Control+K"
        sx={{ minWidth: '12rem', justifyContent: 'flex-start', fontWeight: 400 }}
      >
        查找
        <Box component="span" sx={{ ml: 'auto', pl: 2, fontSize: '0.75rem' }}>
          Ctrl+K
        </Box>
      </QuietButton>
      <Tooltip title="键盘操作和常用说法">
        <IconButton href="/help" aria-label="帮助">
          <HelpOutline />
        </IconButton>
      </Tooltip>
      <Typography variant="body2" color="textSecondary" sx={{ whiteSpace: 'nowrap' }}>
        {account.name}
      </Typography>
      <Tooltip title="离开座位时锁上，回来输入密码继续">
        <IconButton aria-label="锁定" onClick={() => void lock()}>
          <Lock />
        </IconButton>
      </Tooltip>
      <NoticeDialog open={refusal !== null} title="还没有锁定" onClose={() => setRefusal(null)}>
        {refusal}
      </NoticeDialog>
    </Box>
  );
}
