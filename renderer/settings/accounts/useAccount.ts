import { useParams } from 'react-router';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { useCall } from '../../client.ts';

/** The account that the address names; `null` = there is none, `undefined` = not read yet. */
export function useAccount(): AccountInfo | null | undefined {
  const { accountId } = useParams();
  const accounts = useCall('accounts.list', {});
  if (!accounts.data) return undefined;
  return accounts.data.find(({ id }) => id === accountId) ?? null;
}
