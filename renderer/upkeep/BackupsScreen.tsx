import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { useState, type ReactNode } from 'react';
import type { BackupInfo } from '../../shared/contract/session.ts';
import type { HealthReport } from '../../shared/contract/upkeep.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useToday } from '../ground/today.ts';
import { call, useCall, useChange, useJob } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { ReceiptNotice } from '../ui/ReceiptNotice.tsx';
import { sizeWords } from '../ui/sizeWords.ts';
import { Unanswered } from '../ui/Unanswered.tsx';
import { backupAge } from './backupAge.ts';
import { BackupTable } from './BackupTable.tsx';
import { HealthPanel } from './HealthPanel.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { RestoredNotice } from './RestoredNotice.tsx';
import { SecondPlace } from './SecondPlace.tsx';

/** Backups of the school: take one, look whether all is well, go back to one. */
export function BackupsScreen(): ReactNode {
  const rights = useRights();
  if (!rights.may('manageBackups'))
    return (
      <>
        <PageHeader title="备份" />
        <Paper variant="outlined">
          <EmptyState sentence="备份由负责人或管理员管理；程序每次关闭时也会自动备份。" />
        </Paper>
      </>
    );
  return <Backups />;
}

interface Taken {
  readonly backup: BackupInfo;
  readonly elsewhere: boolean;
}

function Backups(): ReactNode {
  const today = useToday();
  const backups = useCall('backup.list', {}, { fresh: true });
  const choose = useChange('backup.choose');
  const show = useChange('desktop.showFolder');
  const job = useJob();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [health, setHealth] = useState<HealthReport | null>(null);
  const [restoring, setRestoring] = useState<BackupInfo | null>(null);

  async function backUp(target: 'usual' | 'choose') {
    setTaken(null);
    const backup = await job.attempt((jobId) => call('backup.create', { jobId, target }));
    if (backup) setTaken({ backup, elsewhere: target === 'choose' });
    void backups.refetch();
  }
  async function examine() {
    setHealth(null);
    setHealth(await job.attempt((jobId) => call('health.check', { jobId })));
  }
  function restoreElsewhere() {
    choose.mutate({}, { onSuccess: (backup) => (backup ? setRestoring(backup) : undefined) });
  }

  const age = backups.data ? backupAge(backups.data[0]?.takenAt, today) : null;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <PageHeader
        title="备份"
        hint={age ? `${age.words}。关闭程序时有改动就自动备份。` : undefined}
        actions={
          <>
            <QuietButton disabled={job.running} onClick={() => void examine()}>
              数据体检
            </QuietButton>
            <QuietButton disabled={job.running} onClick={restoreElsewhere}>
              恢复别处的备份…
            </QuietButton>
            <QuietButton disabled={job.running} onClick={() => void backUp('choose')}>
              备份到 U 盘…
            </QuietButton>
            <Button variant="contained" disabled={job.running} onClick={() => void backUp('usual')}>
              现在备份
            </Button>
          </>
        }
      />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <RestoredNotice />
        <FailureNotice error={choose.error} onClose={() => choose.reset()} />
        <FailureNotice error={show.error} onClose={() => show.reset()} />
        <Unanswered query={backups} />
        <JobProgress job={job} />
        {taken ? (
          <ReceiptNotice
            receipt={taken.backup}
            words={`已备份并核对过，${sizeWords(taken.backup.bytes)}。${taken.elsewhere ? '可以拔出 U 盘了。' : ''}`}
          />
        ) : null}
        <SecondPlace taken={taken?.elsewhere ? taken.backup : null} />
        {age?.tooOld && !job.running ? (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {backups.data?.length === 0 ? '资料还没有备份过。' : '一个多星期没有备份了。'}
            请点“现在备份”，只要几秒钟。
          </Alert>
        ) : null}
        {health ? <HealthPanel report={health} onClose={() => setHealth(null)} /> : null}
        {backups.data ? (
          <Paper variant="outlined">
            <BackupTable
              backups={backups.data}
              busy={job.running}
              none="还没有备份。点“现在备份”做第一份；也可以点“恢复别处的备份”，从 U 盘上找。"
              onRestore={setRestoring}
              onShow={(backup) => show.mutate({ path: backup.path })}
            />
          </Paper>
        ) : null}
      </Box>
      <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />
    </Box>
  );
}
