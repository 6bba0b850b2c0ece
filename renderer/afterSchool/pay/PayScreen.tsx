import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PayMonth } from '../../../shared/contract/servicePay.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
import { formatPeriod, isPeriod, previousPeriod } from '../../../shared/kernel/periods.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { CorrectDialog } from './CorrectDialog.tsx';
import { PayTable } from './PayTable.tsx';

/** 课时补助 of a month: hours, amounts, what is missing, the lock. */
export function PayScreen(): ReactNode {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('month') ?? '';
  const month = isPeriod(asked, ['month']) ? asked : previousPeriod(today.slice(0, 7));
  const data = useCall('servicePay.month', { month }, { keepPrevious: true });
  const shown = data.data?.month === month ? data.data : undefined;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title="课时补助"
        hint={shown ? hintOf(shown) : undefined}
        actions={
          <PeriodStepper
            kinds={['month']}
            value={month}
            name="月份"
            onChange={(next) => setSearch({ month: next })}
          />
        }
      />
      <Unanswered query={data} label="正在计算课时" />
      {shown ? <PayDesk key={`${month} ${shown.standing}`} data={shown} /> : null}
    </Box>
  );
}

function hintOf({ standing, lockedOn, lockedBy, unlockedBecause }: PayMonth): string {
  switch (standing) {
    case 'open':
      return '只算已确认开展的场次，按场次当天执行的标准计算。';
    case 'locked':
      return `${lockedOn ?? ''} 由${lockedBy ?? ''}月结，场次和金额已经锁定。`;
    case 'unlocked':
      return `月结后又解锁：${unlockedBecause ?? ''}。改好后请重新月结。`;
  }
}

type Asked = 'lock' | 'unlock' | 'correct';

function PayDesk({ data }: { readonly data: PayMonth }): ReactNode {
  const { month, standing } = data;
  const rights = useRights();
  const mayLock = rights.may('approve') && rights.mayWrite('afterSchool');
  const [taxes, setTaxes] = useState<ReadonlyMap<string, number>>(
    () => new Map(data.payees.map(({ payeeId, tax }) => [payeeId, tax])),
  );
  const [asking, setAsking] = useState<Asked | null>(null);
  const lock = useChange('servicePay.lock');
  const unlock = useChange('servicePay.unlock');
  const total = data.payees.reduce((sum, { amount }) => sum + amount, 0);
  const tax = data.payees.reduce((sum, { payeeId }) => sum + (taxes.get(payeeId) ?? 0), 0);
  const close = () => setAsking(null);
  return (
    <>
      <FailureNotice error={lock.error ?? unlock.error} />
      {data.obstacles.length > 0 ? <Obstacles data={data} /> : null}
      {data.pending.length > 0 ? (
        <Alert severity="info" sx={{ mb: 1 }}>
          {`月结后更正过，差额 ${formatMoney(data.pending.reduce((sum, { amount }) => sum + amount, 0))} 元，在下一个月结的月份补发或扣回。`}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 16rem' }}>
          {`${data.payees.length} 人，合计 ${formatMoney(total)} 元，扣税 ${formatMoney(tax)} 元，实发 ${formatMoney(total - tax)} 元。`}
        </Box>
        <PayActions data={data} mayLock={mayLock} onAsk={setAsking} />
      </Box>
      {data.payees.length === 0 ? (
        <EmptyState
          sentence={`${formatPeriod(month)}没有已确认开展的课后服务。先在“今日服务”里点名、确认开展。`}
        >
          <Button href={`/service/day?on=${month}-01`} variant="outlined">
            到当天页面
          </Button>
        </EmptyState>
      ) : (
        <PayTable
          month={month}
          payees={data.payees}
          taxes={taxes}
          mayTax={mayLock && standing !== 'locked'}
          onTax={(payeeId, amount) => setTaxes((before) => new Map([...before, [payeeId, amount]]))}
        />
      )}
      <ConfirmDialog
        open={asking === 'lock'}
        title={`${formatPeriod(month)}月结`}
        confirmLabel="月结"
        busy={lock.isPending}
        onClose={close}
        onConfirm={() =>
          lock.mutate(
            { month, taxes: [...taxes].map(([payeeId, amount]) => ({ payeeId, tax: amount })) },
            { onSettled: close },
          )
        }
      >
        {`${data.payees.length} 人，实发 ${formatMoney(total - tax)} 元。月结以后，这个月的场次不能再直接修改；以后发现有误，用“更正课时”，差额在下个月补发或扣回。`}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'unlock'}
        title={`解锁${formatPeriod(month)}`}
        confirmLabel="解锁"
        danger
        reason={{ label: '为什么解锁', minLength: 2 }}
        busy={unlock.isPending}
        onClose={close}
        onConfirm={(reason) => unlock.mutate({ month, reason }, { onSettled: close })}
      >
        补助已经发放的月份不要解锁，请用“更正课时”。解锁以后场次可以修改，改好后要重新月结。
      </ConfirmDialog>
      {asking === 'correct' ? <CorrectDialog month={month} onClose={close} /> : null}
    </>
  );
}

/** Why the month can't be locked yet. */
function Obstacles({ data }: { readonly data: PayMonth }): ReactNode {
  return (
    <Alert severity="warning" sx={{ mb: 1 }}>
      <Box sx={{ fontWeight: 600 }}>还不能月结：</Box>
      {data.obstacles.map((sentence) => (
        <Box key={sentence}>{sentence}</Box>
      ))}
      {data.unconfirmedDays.length > 0 ? (
        <Box>
          没确认的日子：
          {data.unconfirmedDays.slice(0, 12).map((day) => (
            <Box component={Link} key={day} to={`/service/day?on=${day}`} sx={{ mr: 1, color: 'inherit' }}>
              {day.slice(5)}
            </Box>
          ))}
          {data.unconfirmedDays.length > 12 ? `等 ${data.unconfirmedDays.length} 天` : ''}
        </Box>
      ) : null}
    </Alert>
  );
}

interface PayActionsProps {
  readonly data: PayMonth;
  readonly mayLock: boolean;
  readonly onAsk: (asked: Asked) => void;
}

function PayActions({ data, mayLock, onAsk }: PayActionsProps): ReactNode {
  const report = (name: string) => `/reports?${new URLSearchParams({ name, period: data.month }).toString()}`;
  return (
    <>
      <QuietButton href={report('paySheet')}>补助发放表</QuietButton>
      <QuietButton href={report('serviceHours')}>教师课时统计表</QuietButton>
      <QuietButton href="/ledger/serviceRate">补助标准</QuietButton>
      {mayLock && data.standing === 'locked' ? (
        <>
          <Button variant="outlined" onClick={() => onAsk('correct')}>
            更正课时
          </Button>
          <Button variant="outlined" onClick={() => onAsk('unlock')}>
            解锁
          </Button>
        </>
      ) : null}
      {mayLock && data.standing !== 'locked' ? (
        <Button
          variant="contained"
          disabled={data.obstacles.length > 0 || data.lines.length === 0}
          onClick={() => onAsk('lock')}
        >
          月结
        </Button>
      ) : null}
    </>
  );
}
