import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { useId, type ReactNode } from 'react';
import { addDays, formatWeekday, isPlainDate } from '../../../../shared/kernel/plainDate.ts';
import { date } from '../../../../shared/ledger/field.ts';
import { QuietButton } from '../../../ui/QuietButton.tsx';
import { DateControl } from './DateControl.tsx';

interface DayStepperProps {
  /** `2026-11-24` */
  readonly value: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

/** A day stepped back and forth, or chosen. */
export function DayStepper({ value, today, onChange }: DayStepperProps): ReactNode {
  const id = useId();
  return (
    <Box role="group" aria-label="日期" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <IconButton aria-label="前一天" onClick={() => onChange(addDays(value, -1))}>
        <ChevronLeft />
      </IconButton>
      <Box sx={{ width: '10rem' }}>
        <DateControl
          field={date({ label: '日期' })}
          id={id}
          name="选择日期"
          value={value}
          onChange={(typed) => {
            if (typeof typed === 'string' && isPlainDate(typed)) onChange(typed);
          }}
          onBlur={() => undefined}
          invalid={false}
          describedBy={undefined}
        />
      </Box>
      <Box component="output" sx={{ width: '3.5rem' }}>
        {formatWeekday(value)}
      </Box>
      <IconButton aria-label="后一天" onClick={() => onChange(addDays(value, 1))}>
        <ChevronRight />
      </IconButton>
      <QuietButton disabled={value === today} onClick={() => onChange(today)}>
        今天
      </QuietButton>
    </Box>
  );
}
