import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';

interface Entry {
  readonly key: string;
  readonly to: string;
  readonly label: string;
  readonly detail?: string;
}

/** Entries shown before the rest is asked for. */
const shownFirst = 6;

/** Records of a person, each a link; many are shown in part until asked for. */
export function EntryList({
  entries,
  empty,
}: {
  readonly entries: readonly Entry[];
  readonly empty: string;
}): ReactNode {
  const [all, setAll] = useState(false);
  if (entries.length === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {empty}
      </Typography>
    );
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {(all ? entries : entries.slice(0, shownFirst)).map((entry) => (
          <Box key={entry.key} component="li" sx={{ py: 0.25, overflowWrap: 'anywhere' }}>
            <MuiLink href={entry.to} color="inherit">
              {entry.label}
            </MuiLink>
            {entry.detail ? (
              <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                {entry.detail}
              </Typography>
            ) : null}
          </Box>
        ))}
      </Box>
      {entries.length > shownFirst ? (
        <Button color="secondary" onClick={() => setAll(!all)}>
          {all ? '收起' : `还有 ${entries.length - shownFirst} 条`}
        </Button>
      ) : null}
    </>
  );
}
