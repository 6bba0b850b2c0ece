import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { isNamedBy } from '../ui/nameMatch.ts';
import type { AccountChoiceProps } from './AccountChoice.tsx';

/** One of many accounts, found by characters or pinyin initials. */
export function AccountSearch({ names, value, onChange }: AccountChoiceProps): ReactNode {
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
}
