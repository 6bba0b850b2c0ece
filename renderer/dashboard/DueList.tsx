import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { UpcomingItem } from '../../shared/contract/checks.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { dueWords } from '../ui/dueWords.ts';
import { remedyAddress } from '../ui/remedyAddress.ts';
import { obligationSigns, StatusSign } from '../ui/StatusSign.tsx';

interface DueListProps {
  readonly items: readonly UpcomingItem[];
  readonly today: string;
}

/** What is overdue or due soon, the oldest first; a click opens the form that settles it. */
export function DueList({ items, today }: DueListProps): ReactNode {
  const navigate = useNavigate();
  if (items.length === 0) return <Typography color="textSecondary">近期没有到期的事项。</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {items.map((item, index) => {
        const { to, state } = remedyAddress(item.remedy);
        return (
          <li key={`${index} ${item.dueOn} ${item.label}`}>
            <ButtonBase
              onClick={() => void navigate(to, { state })}
              sx={{
                display: 'block',
                width: '100%',
                font: 'inherit',
                textAlign: 'left',
                px: 1,
                py: 0.75,
                borderRadius: 1,
                '&:hover': { bgcolor: 'background.default' },
              }}
            >
              <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
                {item.label}
              </Box>
              <Box
                component="span"
                sx={{
                  display: 'flex',
                  gap: 1,
                  alignItems: 'center',
                  color: 'text.secondary',
                  fontSize: '0.8125rem',
                }}
              >
                <StatusSign sign={obligationSigns[item.state]} word={dueWords(item.dueOn, today)} />
                <span>{item.dueOn}</span>
                <span>{areaLabels[item.area]}</span>
              </Box>
            </ButtonBase>
          </li>
        );
      })}
    </Box>
  );
}
