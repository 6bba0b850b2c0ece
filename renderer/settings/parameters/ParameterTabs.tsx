import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The two sides of one thing: the numbers, and the rules that read them. */
export function ParameterTabs({ shown }: { readonly shown: 'parameters' | 'rules' }): ReactNode {
  return (
    <Tabs
      value={shown}
      component="nav"
      aria-label="参数和规则"
      sx={{ minHeight: '2.25rem', mb: 1, borderBottom: 1, borderColor: 'divider' }}
    >
      <Tab
        component={Link}
        value="parameters"
        to="/settings/parameters"
        label="参数"
        sx={{ minHeight: '2.25rem', py: 0 }}
      />
      <Tab
        component={Link}
        value="rules"
        to="/settings/parameters/rules"
        label="检查规则"
        sx={{ minHeight: '2.25rem', py: 0 }}
      />
    </Tabs>
  );
}
