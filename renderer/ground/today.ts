import { chinaDateOf } from '../../shared/kernel/plainDate.ts';
import { useCall } from '../client.ts';

/** The day in China: the main process's, so that all of the program agrees; until it has answered, this PC's. */
export function useToday(): string {
  const dashboard = useCall('checks.dashboard', {});
  return dashboard.data?.today ?? chinaDateOf(new Date().toISOString());
}
