import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { inks } from '../ground/theme.ts';
import { useRights, type Rights } from '../ground/sessionContext.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useRoom } from '../ui/useRoom.ts';
import { AccountDetail } from './accounts/AccountDetail.tsx';
import { AccountPassword } from './accounts/AccountPassword.tsx';
import { AccountsPage } from './accounts/AccountsPage.tsx';
import { NewAccount } from './accounts/NewAccount.tsx';
import { RecoveryCodePage } from './accounts/RecoveryCodePage.tsx';
import { CalendarPage } from './calendar/CalendarPage.tsx';
import { LogPage } from './LogPage.tsx';
import { ParameterDetail } from './parameters/ParameterDetail.tsx';
import { ParametersPage } from './parameters/ParametersPage.tsx';
import { RuleList } from './parameters/RuleList.tsx';
import { SchoolPage } from './school/SchoolPage.tsx';
import { SecurityPage } from './SecurityPage.tsx';

interface SettingsEntry {
  readonly path: string;
  readonly label: string;
  readonly open: (rights: Rights) => boolean;
  readonly routes: ReactNode;
}

const always = () => true;

const entries: readonly SettingsEntry[] = [
  {
    path: 'school',
    label: '学校',
    open: (rights) => rights.may('manageSettings'),
    routes: <Route path="school" element={<SchoolPage />} />,
  },
  {
    path: 'calendar',
    label: '校历',
    open: always,
    routes: <Route path="calendar" element={<CalendarPage />} />,
  },
  {
    path: 'parameters',
    label: '参数',
    open: always,
    routes: (
      <>
        <Route path="parameters/rules" element={<RuleList />} />
        <Route path="parameters" element={<ParametersPage />}>
          <Route path=":parameterId" element={<ParameterDetail />} />
        </Route>
      </>
    ),
  },
  {
    path: 'accounts',
    label: '账号',
    open: (rights) => rights.may('manageAccounts'),
    routes: (
      <>
        <Route path="accounts/recovery-code" element={<RecoveryCodePage />} />
        <Route path="accounts" element={<AccountsPage />}>
          <Route path="new" element={<NewAccount />} />
          <Route path=":accountId" element={<AccountDetail />} />
          <Route path=":accountId/password" element={<AccountPassword />} />
        </Route>
      </>
    ),
  },
  {
    path: 'security',
    label: '安全',
    open: always,
    routes: <Route path="security" element={<SecurityPage />} />,
  },
  {
    path: 'log',
    label: '日志',
    open: (rights) => rights.may('seeAccessLog'),
    routes: <Route path="log" element={<LogPage />} />,
  },
];

/** Room for the list of pages at the left, in rem of the window's width. */
const roomForList = 64;

/** The settings' pages, those that the account may use; each has an address, `#/settings/<page>`. */
export function SettingsScreen(): ReactNode {
  const rights = useRights();
  const beside = useRoom(roomForList);
  const shown = entries.filter((entry) => entry.open(rights));
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: beside ? 'row' : 'column', gap: 1.5 }}>
      <PageList entries={shown} beside={beside} />
      <Paper variant="outlined" sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'hidden' }}>
        <Routes>
          {shown.map((entry) => (
            <Route key={entry.path}>{entry.routes}</Route>
          ))}
          <Route index element={<Navigate replace to={`/settings/${shown[0]?.path ?? 'security'}`} />} />
          <Route
            path="*"
            element={<EmptyState sentence="这一页不在您账号的权限内，或者地址写错了。请从左边另选一页。" />}
          />
        </Routes>
      </Paper>
    </Box>
  );
}

interface PageListProps {
  readonly entries: readonly SettingsEntry[];
  readonly beside: boolean;
}

function PageList({ entries: shown, beside }: PageListProps): ReactNode {
  return (
    <Box
      component="nav"
      aria-label="设置"
      sx={{
        flex: 'none',
        display: 'flex',
        flexDirection: beside ? 'column' : 'row',
        flexWrap: 'wrap',
        gap: 0.25,
        width: beside ? '7rem' : 'auto',
      }}
    >
      {shown.map((entry) => (
        <Box
          key={entry.path}
          component={NavLink}
          to={`/settings/${entry.path}`}
          sx={{
            px: 1.5,
            py: 0.75,
            borderRadius: 1,
            color: 'text.primary',
            textDecoration: 'none',
            '&:hover': { bgcolor: 'background.paper' },
            '&.active': {
              bgcolor: 'background.paper',
              fontWeight: 600,
              boxShadow: `inset 3px 0 0 ${inks.accent}`,
            },
          }}
        >
          {entry.label}
        </Box>
      ))}
    </Box>
  );
}
