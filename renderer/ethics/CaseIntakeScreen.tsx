import { useMemo, type ReactNode } from 'react';
import { yearOf } from '../../shared/kernel/plainDate.ts';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { ethicsCase } from '../../shared/ledgers/ethics/ethicsCase.ts';
import { useRights, useSession } from '../ground/sessionContext.tsx';
import { useToday } from '../ground/today.ts';
import { useCall } from '../client.ts';
import { NewRecord } from '../ledger/form/NewRecordScreen.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Loading } from '../ui/Loading.tsx';

/** Takes a complaint down: who, what, where; everything else comes step by step on the case's own page. */
export function CaseIntakeScreen(): ReactNode {
  const today = useToday();
  const rights = useRights();
  const { school } = useSession();
  const number = useCall('ethics.nextCaseNumber', { year: yearOf(today) });
  const definition = useMemo(() => intakeDefinition(school.type === '幼儿园'), [school.type]);
  const intake = useMemo(
    () => ({
      label: '登记',
      heading: '登记投诉举报',
      backTo: '/ethics/cases',
      addressOf: (id: string) => `/ethics/cases/${id}`,
      proposed: { number: number.data, receivedOn: today },
    }),
    [number.data, today],
  );
  if (!rights.mayWrite('ethics'))
    return <EmptyState sentence="您的账号只能查看案件，不能登记。需要时请联系管理员。" />;
  if (number.error) return <FailureNotice error={number.error} onRetry={() => void number.refetch()} />;
  if (number.data === undefined || number.isFetching) return <Loading label="正在打开表单" />;
  return <NewRecord definition={definition} intake={intake} />;
}

/** Only what is known when a complaint comes in, and only the violations of the school's own rules. */
function intakeDefinition(isKindergarten: boolean): AnyLedger {
  const { violation } = ethicsCase.fields;
  const code = isKindergarten ? 'K' : 'V';
  return {
    ...ethicsCase,
    fields: {
      ...ethicsCase.fields,
      violation: { ...violation, options: violation.options.filter(({ value }) => value.startsWith(code)) },
    },
    groups: [
      {
        label: '来源',
        fields: ['number', 'receivedOn', 'channel', 'named', 'complainant', 'complainantContact'],
      },
      { label: '反映的问题', fields: ['staff', 'violation', 'injured', 'happened', 'summary', 'evidence'] },
      { label: '谁来办', fields: ['handler', 'investigators'] },
    ],
  };
}
