import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface WithdrawDialogProps {
  /** `null` = closed. */
  readonly account: AccountInfo | null;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** What taking somebody's access away means, before it is done: it can't be taken back. */
export function WithdrawDialog({ account, ...rest }: WithdrawDialogProps): ReactNode {
  const name = account?.name ?? '';
  return (
    <ConfirmDialog
      {...rest}
      open={account !== null}
      title={`停用“${name}”的账号？`}
      confirmLabel="停用账号"
      danger
    >
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        <li>{name}的密码马上作废，打开页面上不再有这个姓名。停用后不能恢复，需要时只能新建账号。</li>
        <li>他登记和修改过的内容都保留，仍记在他名下。</li>
        <li>以前做的备份里还有他当时的密码，请保管好存放备份的 U 盘和文件夹。</li>
      </Box>
    </ConfirmDialog>
  );
}
