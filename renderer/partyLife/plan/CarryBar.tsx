import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { formatChinese, formatWeekday } from '../../../shared/kernel/plainDate.ts';
import { inkOf, severitySigns } from '../../ui/StatusSign.tsx';
import type { Carrying } from './useCarry.ts';

/** A bar above the calendar, as high whatever it says: how to move, what speaks against the day, or what was moved. */
export function CarryBar({
  carrying,
  mayWrite,
}: {
  readonly carrying: Carrying;
  readonly mayWrite: boolean;
}): ReactNode {
  const { carry, warnings, last, busy, undo } = carrying;
  const warned = carry !== null && (warnings?.length ?? 0) > 0;
  const { ink, ground } = inkOf(warned ? severitySigns.warning : severitySigns.info);
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 1,
        // Fixed: a calendar that moves under the mouse would be dropped on the wrong day.
        height: '3.5rem',
        overflowY: 'auto',
        lineHeight: 1.4,
        px: 1,
        mb: 1,
        borderRadius: 1,
        fontSize: '0.8125rem',
        color: carry ? ink : 'text.secondary',
        bgcolor: carry ? ground : 'transparent',
      }}
    >
      {carry ? (
        <>
          <b>
            {carry.entry.title} → {formatChinese(carry.to)} {formatWeekday(carry.to)}
          </b>
          <span>{wordsOf(warnings)}</span>
        </>
      ) : last ? (
        <>
          <span>
            已把“{last.entry.title}”改到{formatChinese(last.to)}。
          </span>
          <Button color="secondary" disabled={busy} onClick={undo}>
            撤销
          </Button>
        </>
      ) : mayWrite ? (
        '点一项就登记或查看。改日期：用鼠标拖；或按空格拿起，方向键移动，再按空格放下，Esc 放回。'
      ) : (
        '点一项就查看。'
      )}
    </Box>
  );
}

function wordsOf(warnings: readonly string[] | null): string {
  if (warnings === null) return '正在核对这一天…';
  return warnings.length === 0 ? '✓ 这一天合适。' : `◔ 请注意：${warnings.join('')}`;
}
