/** A control inside a table cell: the cell draws the border. */
export const bareSx = {
  '& .MuiOutlinedInput-notchedOutline': { border: 'none' },
  '& .MuiOutlinedInput-root': { p: 0, borderRadius: 0 },
  '& .MuiOutlinedInput-root .MuiOutlinedInput-input': { py: 0.5, px: 0.75, fontSize: '0.875rem' },
  '& .MuiAutocomplete-endAdornment': { display: 'none' },
  '& .MuiAutocomplete-inputRoot.MuiOutlinedInput-root': { pr: '0 !important' },
} as const;
