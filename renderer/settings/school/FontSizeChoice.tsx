import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/contract/upkeep.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FieldLabel, FieldNote } from '../../ui/fieldWords.tsx';

const sizes: readonly Settings['largeFont'][] = [100, 125, 150];
const names: Readonly<Record<Settings['largeFont'], string>> = {
  100: '标准 100%',
  125: '较大 125%',
  150: '很大 150%',
};

/** The size of everything on the screen; a choice is saved and takes effect at once, whatever else is typed on the page. */
export function FontSizeChoice({ settings }: { readonly settings: Settings }): ReactNode {
  const change = useChange('settings.save');
  return (
    <Box data-field="largeFont">
      <FieldLabel id="largeFont" label="字体大小" grouped />
      <FailureNotice error={change.error} onClose={() => change.reset()} />
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-labelledby="largeFont-label"
        value={settings.largeFont}
        onChange={(_, size: Settings['largeFont'] | null) => {
          if (size !== null) change.mutate({ ...settings, largeFont: size });
        }}
      >
        {sizes.map((size) => (
          <ToggleButton key={size} value={size} sx={{ px: 2 }}>
            {names[size]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <FieldNote id="largeFont-note" help="选中后马上生效，不用另外保存。" problems={[]} />
    </Box>
  );
}
