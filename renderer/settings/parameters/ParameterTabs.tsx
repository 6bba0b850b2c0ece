import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { inks } from '../../ground/theme.ts';

const tabs = [
  { name: 'parameters', label: '参数', to: '/settings/parameters' },
  { name: 'rules', label: '检查规则', to: '/settings/parameters/rules' },
] as const;

/** The two sides of one thing: the numbers, and the rules that read them. */
export function ParameterTabs({ shown }: { readonly shown: (typeof tabs)[number]['name'] }): ReactNode {
  return (
    <Box
      component="nav"
      aria-label="参数和检查规则"
      sx={{ display: 'flex', mb: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {tabs.map(({ name, label, to }) => (
        <Box
          key={name}
          component={Link}
          to={to}
          aria-current={name === shown ? 'page' : undefined}
          sx={{
            px: 2,
            py: 0.75,
            color: 'text.secondary',
            textDecoration: 'none',
            '&[aria-current]': {
              color: 'text.primary',
              fontWeight: 600,
              boxShadow: `inset 0 -2px 0 ${inks.accent}`,
            },
          }}
        >
          {label}
        </Box>
      ))}
    </Box>
  );
}
