import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice.tsx';
import { Loading } from './Loading.tsx';

interface UnansweredProps {
  readonly query: UseQueryResult;
  /** What is being done: 正在统计. */
  readonly label?: string;
  /** The way back when it is refused. */
  readonly back?: ReactNode;
}

/** Stands for an answer that isn't there: why it was refused with a way to ask again, or that it is awaited. */
export function Unanswered({ query, label, back }: UnansweredProps): ReactNode {
  return (
    <>
      <FailureNotice error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending ? <Loading label={label} /> : query.isError ? back : null}
    </>
  );
}
