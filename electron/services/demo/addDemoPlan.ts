import { success, type Result } from '../../../shared/kernel/result.ts';
import { demoToday } from './demoCalendar.ts';
import type { DemoSurroundings } from './makeDemo.ts';

/** Takes what the program proposes into the branches' plans: the rest of this year and the year to come. */
export async function addDemoPlan(call: DemoSurroundings['call']): Promise<Result<null>> {
  const branches = await call('ledger.list', { query: { ledger: 'branch' }, page: 0, pageSize: 20 });
  if (!branches.ok) return branches;
  const thisYear = Number(demoToday.slice(0, 4));
  for (const { id: branch } of branches.value.rows)
    for (const year of [thisYear, thisYear + 1]) {
      const order = { branch, year, source: 'rules' as const };
      const proposed = await call('partyPlan.propose', order);
      if (!proposed.ok) return proposed;
      const keys = proposed.value.items.flatMap(({ key, plannedOn }) => (plannedOn === null ? [] : [key]));
      if (keys.length === 0) continue;
      const accepted = await call('partyPlan.accept', { ...order, keys });
      if (!accepted.ok) return accepted;
    }
  return success(null);
}
