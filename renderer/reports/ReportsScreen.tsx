import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import { usePeriod } from '../ground/periodContext.tsx';
import { useToday } from '../ground/today.ts';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { ReportCatalogue } from './ReportCatalogue.tsx';
import { ledgerOf, periodKindsOf, proposePeriod, reportAddress, type ReportScope } from './reportChoice.ts';
import { ReportWork } from './ReportWork.tsx';

/** Official documents and sheets: chosen at the left, made of a period or a record, looked at, printed or saved. */
export function ReportsScreen(): ReactNode {
  const catalogue = useCall('reports.catalogue', {});
  const [address, setAddress] = useSearchParams();
  const choice = usePeriod();
  const today = useToday();
  const name = address.get('name');
  const report = catalogue.data?.find((each) => each.name === name);
  const scope: ReportScope = { period: address.get('period'), recordId: address.get('recordId') };

  function setScope(next: ReportScope) {
    const words = new URLSearchParams({ name: name ?? '' });
    if (next.period !== null) words.set('period', next.period);
    if (next.recordId !== null) words.set('recordId', next.recordId);
    setAddress(words, { replace: true });
  }

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <PageHeader title="报表" hint="左边选一种，核对预览，再打印或另存。" />
      <Unanswered query={catalogue} />
      {catalogue.data?.length === 0 ? (
        <EmptyState sentence="您的账号没有可以查看的报表。如果工作需要，请联系本校管理员。" />
      ) : null}
      {catalogue.data && catalogue.data.length > 0 ? (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 2 }}>
          <ReportCatalogue
            reports={catalogue.data}
            chosen={name}
            addressOf={(each) => reportAddress(each, { ...scope, ledger: report ? ledgerOf(report) : null })}
          />
          <Box
            component="section"
            aria-label={report?.label ?? '报表'}
            sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}
          >
            {report ? (
              <ReportWork
                key={report.name}
                report={report}
                scope={withPeriod(report, scope, proposePeriod(periodKindsOf(report), choice, today))}
                onScope={setScope}
              />
            ) : (
              <EmptyState
                sentence={
                  name === null
                    ? '请先在左边选一种报表。'
                    : '没有这种报表，或您的账号不能查看。请在左边另选一种。'
                }
              />
            )}
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}

/** A report for periods always has one: the address's, or what the switch proposes. */
function withPeriod(report: ReportInfo, scope: ReportScope, proposed: string): ReportScope {
  if (report.scope.kind === 'record' && (scope.recordId !== null || !report.scope.periods))
    return { period: null, recordId: scope.recordId };
  const narrowed = report.scope.kind === 'period' && report.scope.of !== undefined;
  return { period: scope.period ?? proposed, recordId: narrowed ? scope.recordId : null };
}
