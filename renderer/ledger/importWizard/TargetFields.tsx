import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { ImportSource } from '../../../shared/contract/files.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../../ground/visibleLedgers.ts';
import { choiceOf, mainSheets, withLedger, type SheetChoice } from './importState.ts';

interface TargetFieldsProps {
  readonly source: ImportSource;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
}

/** Which sheet of the file goes into which ledger. */
export function TargetFields({ source, choice, onChoice }: TargetFieldsProps): ReactNode {
  const rights = useRights();
  const visible = useVisibleLedgers();
  const sheets = mainSheets(source);
  const { sheet, definition } = choice;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        mb: 1,
        gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
        alignItems: 'start',
      }}
    >
      {sheets.length > 1 ? (
        <TextField
          select
          label="工作表"
          value={sheet.sheet}
          onChange={(event) => {
            const next = sheets.find((each) => each.sheet === event.target.value);
            if (next) onChoice(choiceOf(next));
          }}
        >
          {sheets.map((each) => (
            <MenuItem key={each.sheet} value={each.sheet}>
              {each.sheet}（{each.rowCount} 行）
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <TextField
        select
        label="导入到哪个台账"
        value={definition?.id ?? ''}
        error={definition === null}
        helperText={definition ? undefined : '没有认出来，请选择。'}
        onChange={(event) => {
          const next = visible.find((each) => each.id === event.target.value);
          if (next) onChoice(withLedger(choice, next));
        }}
      >
        {visible
          .filter((each) => rights.mayWrite(each.area))
          .map((each) => (
            <MenuItem key={each.id} value={each.id}>
              {each.label}
            </MenuItem>
          ))}
      </TextField>
    </Box>
  );
}
