import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import type { ReactNode } from 'react';
import {
  formatPeriod,
  nextPeriod,
  periodKindOf,
  periodOf,
  periodRange,
  previousPeriod,
  type PeriodKind,
} from '../../shared/kernel/periods.ts';
import { useToday } from '../ground/today.ts';

const kindLabels: Readonly<Record<PeriodKind, string>> = {
  year: '年度',
  quarter: '季度',
  month: '月份',
  schoolYear: '学年',
  term: '学期',
};

interface PeriodStepperProps {
  readonly kinds: readonly PeriodKind[];
  readonly value: string | null;
  readonly onChange: (period: string) => void;
  /** What the period is of, e.g. 所属期. */
  readonly name: string;
  /** Id of a visible element that names it; absent = named by `name`. */
  readonly labelledBy?: string;
}

/** A period stepped back and forth; its kind can be chosen where there are several. */
export function PeriodStepper(props: PeriodStepperProps): ReactNode {
  const { kinds, value, onChange, name, labelledBy } = props;
  const today = useToday();
  const kind = (value === null ? undefined : periodKindOf(value)) ?? kinds[0] ?? 'year';
  const shown = value ?? periodOf(kind, today);
  return (
    <Box
      role="group"
      aria-label={labelledBy ? undefined : name}
      aria-labelledby={labelledBy}
      sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
    >
      {kinds.length > 1 ? (
        <Select
          value={kind}
          inputProps={{ 'aria-label': `${name}的种类` }}
          onChange={(event) => {
            const next = kinds.find((each) => each === event.target.value);
            if (next) onChange(periodOf(next, periodRange(shown).from));
          }}
        >
          {kinds.map((each) => (
            <MenuItem key={each} value={each}>
              {kindLabels[each]}
            </MenuItem>
          ))}
        </Select>
      ) : null}
      <IconButton aria-label={`前一${kindLabels[kind]}`} onClick={() => onChange(previousPeriod(shown))}>
        <ChevronLeft />
      </IconButton>
      <Typography component="output" sx={{ minWidth: '9rem', textAlign: 'center' }}>
        {value === null ? '未选' : formatPeriod(value)}
      </Typography>
      <IconButton aria-label={`后一${kindLabels[kind]}`} onClick={() => onChange(nextPeriod(shown))}>
        <ChevronRight />
      </IconButton>
    </Box>
  );
}
