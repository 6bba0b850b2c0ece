import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import ExpandMore from '@mui/icons-material/ExpandMore';
import { useState, type ReactNode } from 'react';
import { formatPeriod, nextPeriod, previousPeriod } from '../../shared/kernel/periods.ts';
import { usePeriod } from '../ground/periodContext.tsx';

/** Chooses calendar year, school year and term; everything below follows. */
export function PeriodSwitch(): ReactNode {
  const { year, schoolYear, term, current, choose } = usePeriod();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = `${formatPeriod(year)} · ${formatPeriod(term ?? schoolYear)}`;
  const past = year !== current.year || schoolYear !== current.schoolYear;

  function moveSchoolYear(to: string) {
    choose({ year, schoolYear: to, term: term === null ? null : `${to}-${term.slice(-1)}` });
  }

  return (
    <>
      <Button
        color={past ? 'warning' : 'secondary'}
        endIcon={<ExpandMore />}
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        aria-label={`年度和学期：${label}`}
      >
        {label}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': '选择年度和学期' } }}
      >
        <Box sx={{ p: 2, display: 'grid', gap: 1.5, minWidth: '20rem' }}>
          <Stepper
            label="年度（党建按自然年）"
            value={year}
            onMove={(to) => choose({ year: to, schoolYear, term })}
          />
          <Stepper label="学年" value={schoolYear} onMove={moveSchoolYear} />
          <ToggleButtonGroup
            exclusive
            size="small"
            fullWidth
            aria-label="学期"
            value={term?.slice(-1) ?? 'all'}
            onChange={(_, value: string | null) => {
              if (value === null) return;
              choose({ year, schoolYear, term: value === 'all' ? null : `${schoolYear}-${value}` });
            }}
          >
            <ToggleButton value="1">第一学期</ToggleButton>
            <ToggleButton value="2">第二学期</ToggleButton>
            <ToggleButton value="all">全学年</ToggleButton>
          </ToggleButtonGroup>
          <Button variant="outlined" onClick={() => choose(current)}>
            回到现在：{formatPeriod(current.term ?? current.schoolYear)}
          </Button>
        </Box>
      </Popover>
    </>
  );
}

interface StepperProps {
  readonly label: string;
  readonly value: string;
  readonly onMove: (to: string) => void;
}

function Stepper({ label, value, onMove }: StepperProps): ReactNode {
  return (
    <Box role="group" aria-label={label} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
        {label}
      </Typography>
      <IconButton aria-label={`前一${label.slice(0, 2)}`} onClick={() => onMove(previousPeriod(value))}>
        <ChevronLeft />
      </IconButton>
      <Typography sx={{ minWidth: '7rem', textAlign: 'center' }}>{formatPeriod(value)}</Typography>
      <IconButton aria-label={`后一${label.slice(0, 2)}`} onClick={() => onMove(nextPeriod(value))}>
        <ChevronRight />
      </IconButton>
    </Box>
  );
}
