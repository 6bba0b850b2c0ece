import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { DateCalendar } from '@mui/x-date-pickers/DateCalendar';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState, type ReactNode } from 'react';
import { isPlainDate } from '../../../../shared/kernel/plainDate.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { useToday } from '../../../ground/today.ts';
import type { ControlProps } from './control.ts';
import { TypedControl } from './TypedControl.tsx';

/** A date, typed in any usual form or picked from a calendar. */
export function DateControl(props: ControlProps<Extract<Field, { kind: 'date' }>>): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const today = useToday();
  const chosen = typeof props.value === 'string' && isPlainDate(props.value) ? props.value : null;
  if (props.bare) return <TypedControl {...props} />;
  return (
    <>
      <TypedControl
        {...props}
        endButton={
          <IconButton
            aria-label={`用日历选${props.field.label}`}
            edge="end"
            tabIndex={-1}
            disabled={props.disabled}
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            <CalendarMonth fontSize="small" />
          </IconButton>
        }
      />
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale="zh-cn">
          <DateCalendar
            autoFocus
            value={chosen === null ? null : dayjs(chosen)}
            referenceDate={dayjs(today)}
            onChange={(day, state) => {
              if (day === null || state !== 'finish') return;
              props.onChange(day.format('YYYY-MM-DD'));
              setAnchor(null);
              document.getElementById(props.id)?.focus();
            }}
          />
        </LocalizationProvider>
      </Popover>
    </>
  );
}
