import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SessionState } from '../../shared/contract/session.ts';
import { applySession } from '../ground/sessionContext.tsx';
import { call, useJob } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import { NewSchoolForm } from './NewSchoolForm.tsx';
import { RecoveryCodePanel } from './RecoveryCodePanel.tsx';
import { localToday } from './localToday.ts';

interface FirstStartScreenProps {
  readonly state: Extract<SessionState, { stage: 'noSchool' }>;
  /** Keeps this screen although the school is open already, until its last words have been read. */
  readonly onHold: (hold: boolean) => void;
}

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'newSchool' }
  | { readonly kind: 'code'; readonly code: string; readonly opened: SessionState }
  | { readonly kind: 'demo'; readonly password: string; readonly opened: SessionState };

/** Nothing is on this PC yet: begin a school, bring one from a backup, or look at the demo school. */
export function FirstStartScreen({ onHold }: FirstStartScreenProps): ReactNode {
  const [step, setStep] = useState<Step>({ kind: 'choose' });

  function enter(opened: SessionState) {
    applySession(opened);
    onHold(false);
  }

  switch (step.kind) {
    case 'choose':
      return (
        <Choices
          onNew={() => setStep({ kind: 'newSchool' })}
          onHold={onHold}
          onDemo={(password, opened) => setStep({ kind: 'demo', password, opened })}
        />
      );
    case 'newSchool':
      return (
        <EntrancePage title="新建学校" hint="只需填这几项，其余资料以后可以随时补充。">
          <NewSchoolForm
            onHold={onHold}
            onBack={() => setStep({ kind: 'choose' })}
            onCreated={(code, opened) => setStep({ kind: 'code', code, opened })}
          />
        </EntrancePage>
      );
    case 'code':
      return (
        <EntrancePage title="学校已建好，请保管恢复码">
          <RecoveryCodePanel
            code={step.code}
            schoolName={step.opened.stage === 'open' ? step.opened.school.name : ''}
            today={localToday()}
            onConfirmed={() => enter(step.opened)}
          />
        </EntrancePage>
      );
    case 'demo':
      return (
        <EntrancePage title="演示学校已建好" hint="里面的人名和记录都是编造的，可以放心试用。">
          <Alert severity="info" sx={{ mb: 2 }}>
            以后打开演示学校：
            {step.opened.stage === 'open' ? `选择“${step.opened.account.name}”，` : ''}密码是{' '}
            <strong>{step.password}</strong>
          </Alert>
          <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button autoFocus variant="contained" onClick={() => enter(step.opened)}>
              进入演示学校
            </Button>
          </Box>
        </EntrancePage>
      );
  }
}

interface ChoicesProps {
  readonly onNew: () => void;
  readonly onHold: (hold: boolean) => void;
  readonly onDemo: (password: string, opened: SessionState) => void;
}

function Choices({ onNew, onHold, onDemo }: ChoicesProps): ReactNode {
  const job = useJob();
  const [error, setError] = useState<unknown>(null);

  async function openBackup() {
    setError(null);
    try {
      applySession(await call('session.openBackup', {}));
    } catch (refused) {
      setError(refused);
    }
  }
  async function makeDemo() {
    setError(null);
    onHold(true);
    try {
      const made = await job.run((jobId) => call('session.createDemo', { jobId }));
      onDemo(made.password, made.state);
    } catch (refused) {
      onHold(false);
      setError(refused);
    }
  }

  return (
    <EntrancePage title="欢迎使用校园台账" hint="这台电脑上还没有学校资料，请选择怎样开始。">
      <FailureNotice error={error} onClose={() => setError(null)} />
      {job.running ? (
        <>
          <Typography>正在建演示学校，大约需要一两分钟，请不要关闭程序。</Typography>
          <JobProgress job={job} />
        </>
      ) : (
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          <Choice
            main
            title="新建学校"
            words="第一次使用。建好后可以把现有的 Excel 名册导入进来。"
            onChoose={onNew}
          />
          <Choice
            title="打开备份"
            words="换了电脑，或者学校已在用。请准备好存放备份的 U 盘或文件夹，打开后仍用原来的密码。"
            onChoose={() => void openBackup()}
          />
          <Choice
            title="演示学校"
            words="先看一看。会建一所虚构的九年一贯制学校，带一整年的记录。"
            onChoose={() => void makeDemo()}
          />
        </Box>
      )}
    </EntrancePage>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly words: string;
  readonly main?: boolean;
  readonly onChoose: () => void;
}

function Choice({ title, words, main, onChoose }: ChoiceProps): ReactNode {
  return (
    <Button
      variant={main ? 'contained' : 'outlined'}
      color={main ? 'primary' : 'secondary'}
      autoFocus={main}
      onClick={onChoose}
      sx={{ display: 'block', textAlign: 'left', px: 2, py: 1.25, whiteSpace: 'normal' }}
    >
      <Box component="span" sx={{ display: 'block', fontSize: '1rem', fontWeight: 600 }}>
        {title}
      </Box>
      <Box
        component="span"
        sx={{ display: 'block', fontWeight: 400, color: main ? 'inherit' : 'text.secondary' }}
      >
        {words}
      </Box>
    </Button>
  );
}
