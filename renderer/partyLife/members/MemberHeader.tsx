import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import type { BranchYear } from '../../../shared/contract/partyLife.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { queryOf, useBranchYear } from './useBranchYear.ts';

const screens = [
  { to: '/party/members', label: '党员' },
  { to: '/party/talks', label: '谈心谈话' },
  { to: '/party/fees', label: '党费' },
  { to: '/party/hours', label: '学时' },
] as const;

interface MemberHeaderProps {
  readonly title: string;
  readonly hint: ReactNode;
  /** Address of this screen. */
  readonly here: (typeof screens)[number]['to'];
  /** Absent where the screen shows all branches. */
  readonly choice?: BranchYear | undefined;
  readonly actions?: ReactNode;
}

/** Title, year and branch of the screens about members, and the way from one to the others. */
export function MemberHeader({ title, hint, here, choice, actions }: MemberHeaderProps): ReactNode {
  const { choice: asked, choose } = useBranchYear();
  return (
    <>
      <PageHeader
        title={title}
        hint={hint}
        actions={
          <>
            {actions}
            <PeriodStepper
              kinds={['year']}
              name="年度"
              value={String(asked.year)}
              onChange={(period) => choose({ ...asked, year: Number(period) })}
            />
          </>
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5, alignItems: 'center' }}>
        <Box component="nav" aria-label="党员相关页面" sx={{ display: 'flex', gap: 0.5, flex: 1 }}>
          {screens.map(({ to, label }) => (
            <Button
              key={to}
              href={`${to}${queryOf(asked)}`}
              color="secondary"
              variant={to === here ? 'contained' : 'text'}
              aria-current={to === here ? 'page' : undefined}
            >
              {label}
            </Button>
          ))}
        </Box>
        {choice && choice.branches.length > 1 ? (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label="党支部"
            value={choice.branchId}
            onChange={(_event, branch: string | null) => {
              if (branch !== null) choose({ ...asked, branch });
            }}
          >
            {choice.branches.map(({ id, name }) => (
              <ToggleButton key={id} value={id} sx={{ py: 0.25 }}>
                {name}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        ) : null}
      </Box>
    </>
  );
}
