import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Component, type ReactNode } from 'react';

interface FaultState {
  readonly failed: boolean;
}

/** Shown instead of a screen that broke; what is typed was kept as a draft before. */
export function FaultNotice({ onRetry }: { readonly onRetry: () => void }): ReactNode {
  return (
    <Box role="alert" sx={{ p: 4, maxWidth: '40rem' }}>
      <Typography variant="h1" sx={{ mb: 1 }}>
        这个页面没能显示出来
      </Typography>
      <Typography sx={{ mb: 2 }}>
        已保存的内容都在，正在填写的内容会在下次打开时恢复。请重新打开这个页面；如果还是这样，请关闭程序再打开。
      </Typography>
      <Button variant="contained" onClick={onRetry}>
        重新打开
      </Button>
    </Box>
  );
}

export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultState> {
  override state: FaultState = { failed: false };

  static getDerivedStateFromError(): FaultState {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <FaultNotice onRetry={() => this.setState({ failed: false })} />;
  }
}
