import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { findLedger } from '../../shared/ledgers/index.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { useCall } from '../client.ts';
import { recordAddress } from '../ui/recordAddress.ts';
import { areaScreens, findScreens, fixedScreens, type ScreenTarget } from './screens.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../ground/visibleLedgers.ts';

interface SearchDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Ctrl+K: people, records and screens, by characters or pinyin. */
export function SearchDialog({ open, onClose }: SearchDialogProps): ReactNode {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      slotProps={{ paper: { 'aria-label': '查找' } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      {open ? <SearchBox onClose={onClose} /> : null}
    </Dialog>
  );
}

function SearchBox({ onClose }: { readonly onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const visible = useVisibleLedgers();
  const { mayRead } = useRights();
  const [typed, setTyped] = useState('');
  const settled = useSettled(typed.trim(), 150);
  const hits = useCall(
    'search.everywhere',
    { text: settled, limit: 20 },
    { enabled: settled !== '', keepPrevious: true },
  );
  const screens = useMemo(
    () => [
      ...fixedScreens,
      ...areaScreens.filter((screen) => mayRead(screen.area)),
      ...visible.map((definition) => ({
        label: definition.label,
        to: `/ledger/${definition.id}`,
        hint: areaLabels[definition.area],
      })),
    ],
    [visible, mayRead],
  );
  const records = settled === '' ? [] : (hits.data ?? []);
  const found: ScreenTarget[] = [
    ...findScreens(screens, typed)
      .slice(0, 6)
      .map((screen) => ({ ...screen, hint: `页面 · ${screen.hint}` })),
    ...records.map((hit) => ({
      label: hit.title,
      to: recordAddress(hit.ledger, hit.id),
      hint: [findLedger(hit.ledger)?.label, hit.hint].filter(Boolean).join(' · '),
    })),
  ];
  return (
    <Box sx={{ p: 2, minHeight: '24rem' }}>
      <Autocomplete
        open
        freeSolo
        autoHighlight
        disablePortal
        options={found}
        filterOptions={(options) => options}
        getOptionLabel={(option) => (typeof option === 'string' ? option : option.label)}
        getOptionKey={(option) => (typeof option === 'string' ? option : option.to)}
        inputValue={typed}
        onInputChange={(_, text, reason) => {
          if (reason === 'input' || reason === 'clear') setTyped(text);
        }}
        onClose={(_, reason) => {
          if (reason === 'escape') onClose();
        }}
        onChange={(_, option) => {
          // Enter just after the last letter can come before the first hit is highlighted.
          const chosen = typeof option === 'string' ? found[0] : option;
          if (!chosen) return;
          onClose();
          void navigate(chosen.to);
        }}
        slotProps={{ listbox: { sx: { maxHeight: '20rem' } } }}
        renderOption={({ key, ...rest }, option) => (
          <Box component="li" key={key} {...rest} sx={{ gap: 1 }}>
            <span>{option.label}</span>
            <Typography component="span" variant="body2" color="textSecondary">
              {option.hint}
            </Typography>
          </Box>
        )}
        renderInput={(params) => (
          <TextField {...params} autoFocus label="查找人、记录或页面（可输入拼音首字母）" />
        )}
      />
      {typed.trim() !== '' && found.length === 0 && !hits.isFetching ? (
        <Typography color="textSecondary" sx={{ p: 2 }}>
          没有找到“{typed.trim()}”。可以换个说法，或只输入姓名的一部分。
        </Typography>
      ) : null}
    </Box>
  );
}

/** The value after it has rested for a while. */
function useSettled(value: string, millis: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), millis);
    return () => window.clearTimeout(timer);
  }, [value, millis]);
  return settled;
}
