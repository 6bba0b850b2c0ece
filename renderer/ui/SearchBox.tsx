import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import Search from '@mui/icons-material/Search';
import type { ReactNode } from 'react';

interface SearchBoxProps {
  /** For screen readers: 在回收站中查找. */
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly width?: string;
}

/** What a list is searched by. */
export function SearchBox({
  name,
  placeholder,
  value,
  onChange,
  width = '17rem',
}: SearchBoxProps): ReactNode {
  return (
    <TextField
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
      sx={{ width }}
      slotProps={{
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
        },
        htmlInput: { 'aria-label': name, maxLength: 200 },
      }}
    />
  );
}
