import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { lazy, Suspense, type ReactNode } from 'react';

/** Search by pinyin carries its dictionary; few schools have so many accounts. */
const AccountSearch = lazy(async () => ({ default: (await import('./AccountSearch.tsx')).AccountSearch }));

export interface AccountChoiceProps {
  readonly names: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** More names than this are found by typing. */
const shownAtOnce = 8;

/** Whose account: names side by side while they are few, else found by characters or pinyin initials. */
export function AccountChoice({ names, value, onChange }: AccountChoiceProps): ReactNode {
  if (names.length > shownAtOnce)
    return (
      <Suspense fallback={null}>
        <AccountSearch names={names} value={value} onChange={onChange} />
      </Suspense>
    );
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="姓名"
      value={value}
      onChange={(_, name: string | null) => {
        if (name !== null) onChange(name);
      }}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        '& .MuiToggleButton-root': { border: 1, borderColor: 'divider', borderRadius: 1, ml: 0 },
      }}
    >
      {names.map((name) => (
        <ToggleButton key={name} value={name}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
