import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useEffect, useState, type ReactNode } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { AreaColumn } from './AreaColumn.tsx';
import { SearchDialog } from './SearchDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useIdleLock } from './idleLock.ts';

/** Left the areas, on top the school and its tools, in the middle the work. */
export function Frame(): ReactNode {
  useIdleLock();
  const [searching, setSearching] = useState(false);
  const location = useLocation();
  const navigation = useNavigation();

  useEffect(() => {
    function openSearch(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setSearching(true);
      }
    }
    window.addEventListener('keydown', openSearch);
    return () => window.removeEventListener('keydown', openSearch);
  }, []);

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Link
        component="a"
        href="#work"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('work')?.focus();
        }}
        sx={{ position: 'absolute', left: -9999, '&:focus': { left: 8, top: 8, zIndex: 2000 } }}
      >
        跳到内容
      </Link>
      <TopBar onSearch={() => setSearching(true)} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <AreaColumn />
        <Box
          component="main"
          id="work"
          tabIndex={-1}
          aria-busy={navigation.state === 'loading'}
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2, outline: 'none', position: 'relative' }}
        >
          <Outlet />
        </Box>
      </Box>
      <SearchDialog key={location.key} open={searching} onClose={() => setSearching(false)} />
    </Box>
  );
}
