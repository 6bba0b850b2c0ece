import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { instantWords } from '../ui/instantWords.ts';
import { keepRestoreNotice, useRestoreNotice } from './restoreNotice.ts';

/** Says after a restore which state is in force and where the replaced one is kept; nothing otherwise. */
export function RestoredNotice({ locked = false }: { readonly locked?: boolean }): ReactNode {
  const notice = useRestoreNotice();
  if (!notice) return null;
  return (
    <Alert
      severity="success"
      sx={{ mb: 2 }}
      {...(locked ? {} : { onClose: () => keepRestoreNotice(null), closeText: '知道了' })}
    >
      已恢复到 {instantWords(notice.takenAt)} 的资料。{locked ? '请用那时的密码打开。' : ''}
      {notice.replaced === null ? null : (
        <Box sx={{ overflowWrap: 'anywhere' }}>恢复前的资料没有丢，另存在：{notice.replaced}</Box>
      )}
      {notice.missingAttachments > 0 ? (
        <Box>
          有 {notice.missingAttachments} 个附件在备份里没有找到；找到原来的备份 U 盘后可以再恢复一次。
        </Box>
      ) : null}
    </Alert>
  );
}
