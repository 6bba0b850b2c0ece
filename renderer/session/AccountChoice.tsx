import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import { isNamedBy } from '../ui/nameMatch.ts';

interface AccountChoiceProps {
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
      <Autocomplete
        disableClearable
        autoHighlight
        options={names}
        value={value}
        onChange={(_, name) => onChange(name)}
        filterOptions={(options, { inputValue }) =>
          inputValue === '' || inputValue === value
            ? options
            : options.filter((name) => isNamedBy(name, inputValue))
        }
        noOptionsText="没有这个姓名的账号。"
        renderInput={(params) => <TextField {...params} label="姓名（可输入拼音首字母）" />}
      />
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
